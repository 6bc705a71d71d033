// Base of all service classes, which of their members the add-on sees, and the check against Google's types.
import type { Execution } from './execution';

/** Key of the execution a service object belongs to. */
export const at: unique symbol = Symbol('execution');

/**
 * A class of Google's. Its methods and own string-named fields are what the add-on sees; everything
 * else a subclass needs is `#private` or keyed by a symbol.
 */
export abstract class Service {
  /** Google's class name, as counted and as named in errors. */
  static readonly service: string = '';
  /** Methods that take any number of arguments. */
  static readonly variadic: ReadonlySet<string> = new Set();
  readonly [at]: Execution;

  constructor(execution: Execution) {
    this[at] = execution;
  }
}

export interface ServiceClass {
  readonly service: string;
  readonly variadic: ReadonlySet<string>;
}
export interface Members {
  methods: Set<string>;
  values: Set<string>;
}

const methodsOf = new Map<unknown, Set<string>>();

export const classOf = (service: Service): ServiceClass => service.constructor as never;

export function membersOf(service: Service): Members {
  let methods = methodsOf.get(service.constructor);
  if (!methods) {
    methods = new Set();
    let proto = Object.getPrototypeOf(service);
    while (proto !== Service.prototype) {
      for (const name of Object.getOwnPropertyNames(proto)) {
        if (name !== 'constructor') methods.add(name);
      }
      proto = Object.getPrototypeOf(proto);
    }
    methodsOf.set(service.constructor, methods);
  }
  return { methods, values: new Set(Object.keys(service)) };
}

type Plain = string | number | boolean | null | undefined;
/** Enumerations are numbers in Google's types and objects in the script. */
type EnumLike = { ordinal(): number; compareTo(other: unknown): number };
type Fits<Ours, Theirs> = Theirs extends (...args: infer B) => infer Q
  ? Ours extends (...args: infer A) => infer R
    ? B['length'] extends A['length']
      ? [Q] extends [Plain]
        ? [R] extends [Q | EnumLike]
          ? true
          : false
        : true
      : false
    : false
  : true;
/** Methods of ours that Google's class lacks, or has with other parameters or another plain result. */
export type Misfits<Ours, Theirs, Beyond extends string = never> = {
  [K in Extract<keyof Ours, string>]: K extends Beyond
    ? never
    : K extends keyof Theirs
      ? Fits<Ours[K], Theirs[K]> extends true
        ? never
        : K
      : K;
}[Extract<keyof Ours, string>];
/** Fails to compile, naming the methods, unless there are none. */
export type NoMisfits<Names extends never> = Names;
