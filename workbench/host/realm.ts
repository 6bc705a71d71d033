// The bridge between the host and one bare context: service objects go in, plain values are made there.
import vm from 'node:vm';
import { Enum } from './enums';
import type { Execution } from './execution';
import { REALM_SCRIPT } from './realm-script';
import { classOf, membersOf, Service } from './service';

type Outcome = { value: unknown } | { failed: string };

interface Kit {
  service(target: Service, name: string, methods: Set<string>, values: Set<string>): object;
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  date(at: number): Date;
  define(name: string, value: unknown): void;
}

const boot = new vm.Script(REALM_SCRIPT, { filename: 'realm.js' });
const ENTRY = '\u0000entry';
const enter = new vm.Script(
  `(function () { const key = '\\u0000entry'; const entry = globalThis[key]; delete globalThis[key]; return entry(); })()`,
  { filename: 'entry.js' },
);

/** A fresh context with nothing in it but the language and the services. */
export class Realm {
  readonly context: vm.Context;
  readonly #kit: Kit;
  readonly #execution: Execution;
  readonly #shells = new WeakMap<Service, object>();
  readonly #targets = new WeakMap<object, Service>();

  constructor(execution: Execution) {
    this.#execution = execution;
    // Promises are settled before an evaluation returns, so nothing runs on after the execution.
    this.context = vm.createContext(
      {},
      { codeGeneration: { strings: false, wasm: true }, microtaskMode: 'afterEvaluate' },
    );
    const start = boot.runInContext(this.context) as (bridge: object) => Kit;
    this.#kit = start({
      call: (target: Service, method: string, args: unknown[]) => this.#call(target, method, args),
      read: (target: Service, name: string): Outcome => ({
        value: this.wrap((target as unknown as Record<string, unknown>)[name]),
      }),
      now: () => execution.world.clock.now(),
      utc: isUtc(execution.world.manifest.timeZone),
    });
  }

  define(name: string, service: Service): void {
    this.#kit.define(name, this.wrap(service));
  }
  evaluate(script: vm.Script, timeout: number): void {
    script.runInContext(this.context, { timeout });
  }
  /** Runs a host function that calls into the context, under the time limit. */
  within<T>(timeout: number, body: () => T): T {
    const global = this.context as Record<string, unknown>;
    global[ENTRY] = body;
    return enter.runInContext(this.context, { timeout }) as T;
  }

  array(length: number): unknown[] {
    return this.#kit.array(length);
  }
  object(): Record<string, unknown> {
    return this.#kit.object();
  }
  date(instant: number): Date {
    return this.#kit.date(instant);
  }
  /** The host's object behind what the add-on holds, if it is a service object. */
  targetOf(value: unknown): Service | undefined {
    return typeof value === 'object' && value !== null ? this.#targets.get(value) : undefined;
  }

  /** A host value as the add-on gets it, made in its own context. */
  wrap(value: unknown): unknown {
    if (value === undefined) return null;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Service) return this.#shell(value);
    if (value instanceof Made) return value.value;
    if (Array.isArray(value)) {
      const list = this.#kit.array(value.length);
      for (let index = 0; index < value.length; index++) list[index] = this.wrap(value[index]);
      return list;
    }
    if (value instanceof Date) return this.#kit.date(value.getTime());
    const copy = this.#kit.object();
    for (const [key, item] of Object.entries(value)) copy[key] = this.wrap(item);
    return copy;
  }
  #shell(target: Service): object {
    let shell = this.#shells.get(target);
    if (!shell) {
      const { methods, values } = membersOf(target);
      shell = this.#kit.service(target, classOf(target).service, methods, values);
      this.#shells.set(target, shell);
      this.#targets.set(shell, target);
    }
    return shell;
  }
  #call(target: Service, method: string, args: unknown[]): Outcome {
    const { service, variadic } = classOf(target);
    try {
      const body = (target as unknown as Record<string, (...args: unknown[]) => unknown>)[method];
      if (!body) return { failed: `not emulated: ${service}.${method}` };
      if (!(target instanceof Enum)) this.#execution.enter(service, method);
      if (args.length > body.length && !variadic.has(method)) {
        return { failed: mismatch(args, service, method) };
      }
      const plain: unknown[] = [];
      for (let index = 0; index < args.length; index++) {
        plain.push(this.targetOf(args[index]) ?? args[index]);
      }
      return { value: this.wrap(body.apply(target, plain)) };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** A value that was already made in the context and crosses as it is. */
export class Made {
  constructor(readonly value: unknown) {}
}

function mismatch(args: unknown[], service: string, method: string): string {
  const types = Array.from(args, (arg) => (arg === null ? '(null)' : typeof arg)).join(',');
  return `The parameters (${types}) don't match the method signature for ${service}.${method}.`;
}

function isUtc(zone: string): boolean {
  if (/^(Etc\/)?(UTC|GMT)$/.test(zone)) return true;
  if (new Intl.DateTimeFormat().resolvedOptions().timeZone === zone) return false;
  throw new Error(`not emulated: a manifest timeZone of ${zone} (Etc/UTC only)`);
}
