// Runs the workbench as a child process and speaks to it through its HTTP interface alone.
import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';

export interface RangeAnswer {
  values: (string | number)[][];
  formulas: string[][];
  formats: string[][];
  errors: string[][];
  pending: number;
}
export interface RpcError {
  code: string;
  message: string;
  hint: string;
}
// biome-ignore lint/suspicious/noExplicitAny: answers come from outside and each test says what it expects.
export type Loose = any;
export type Rpc = { ok: true; value: Loose } | { ok: false; error: RpcError };
export interface SyncPayload {
  from?: string;
  to?: string;
  preset?: string;
  templates: 'all' | string[];
  compareTo?: 'none' | 'previous' | 'weekday' | 'year';
}
export interface Workbench {
  url: string;
  port: number;
  /** All that was answered and printed, for the search for secrets. */
  heard: string[];
  fetch(
    method: string,
    route: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string }>;
  json(method: string, route: string, body?: unknown): Promise<Loose>;
  rpc(name: string, payload?: unknown): Promise<Rpc>;
  /** Connects and chooses accounts. */
  connect(token: string, ids?: string[]): Promise<void>;
  /** Loops a sync to its end; the last answer. */
  sync(payload: SyncPayload): Promise<Loose>;
  trySync(payload: SyncPayload): Promise<Rpc>;
  formula(name: string, ...args: unknown[]): Promise<Loose>;
  /** The same workbench as another person sees it: own token, own triggers. */
  user(name: string): Pick<Workbench, 'rpc' | 'connect' | 'sync' | 'trySync'>;
  /** Edits a tab as a person does. */
  edit(op: string, sheet: string, fields?: Record<string, unknown>): Promise<void>;
  /** Types into cells as a person does. */
  type(sheet: string, a1: string, values: unknown[][]): Promise<void>;
  fault(plan: Record<string, unknown>): Promise<void>;
  fireTriggers(): Promise<{ function: string; ok: boolean; error?: string }[]>;
  range(sheet: string, a1?: string): Promise<RangeAnswer>;
  /** Every cell of every tab, hidden ones too. */
  dump(): Promise<Map<string, RangeAnswer>>;
  setClock(now: number): Promise<void>;
  calls(): Promise<Loose>;
  resetCalls(): Promise<void>;
  stop(): Promise<void>;
}

/** Tests run in the project; JUDGE_ROOT points at another built copy. */
const root = process.env.JUDGE_ROOT ?? process.cwd();

export async function startWorkbench(graph: string, flags: string[] = []): Promise<Workbench> {
  const heard: string[] = [];
  const child: ChildProcess = spawn(
    process.execPath,
    ['build/workbench/main.mjs', '--no-open', '--port', '0', '--graph', graph, ...flags],
    { cwd: path.resolve(root), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const port = await new Promise<number>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk;
      heard.push(String(chunk));
      const match = /Workbench ready at http:\/\/127\.0\.0\.1:(\d+)\/\n/.exec(out);
      if (match) resolve(Number(match[1]));
    });
    child.stderr?.on('data', (chunk: Buffer) => heard.push(String(chunk)));
    child.on('exit', (code) => reject(new Error(`Workbench ended (${code}): ${heard.join('')}`)));
  });

  const call: Workbench['fetch'] = (method, route, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text =
        body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path: route,
          headers: {
            ...(text === null
              ? {}
              : {
                  'content-type': 'application/json',
                  'content-length': String(Buffer.byteLength(text)),
                }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString('utf8');
            heard.push(answer);
            resolve({ status: response.statusCode ?? 0, text: answer });
          });
        },
      );
      sent.on('error', reject);
      sent.end(text ?? undefined);
    });

  const personOf = (user: string | undefined): ReturnType<Workbench['user']> => {
    const person: ReturnType<Workbench['user']> = {
      async rpc(name, payload = {}) {
        const answer = await bench.json('POST', '/api/run', {
          function: 'rpc',
          args: [name, payload],
          ...(user === undefined ? {} : { user }),
        });
        if (!answer.ok) throw new Error(`rpc ${name} threw: ${answer.error.message}`);
        return answer.value;
      },
      async connect(token, ids) {
        const connected = await person.rpc('connect', { token });
        if (!connected.ok) throw new Error(`connect: ${JSON.stringify(connected.error)}`);
        const all = connected.value.accounts.map((account: { id: string }) => account.id);
        const chosen = await person.rpc('chooseAccounts', { ids: ids ?? all });
        if (!chosen.ok) throw new Error(`chooseAccounts: ${JSON.stringify(chosen.error)}`);
      },
      async trySync(payload) {
        let cursor: string | null = null;
        for (let turn = 0; turn < 500; turn++) {
          const answer: Rpc = await person.rpc(
            'sync',
            cursor === null ? payload : { ...payload, cursor },
          );
          if (!answer.ok || answer.value.done) return answer;
          cursor = answer.value.cursor;
        }
        throw new Error('The sync does not end.');
      },
      async sync(payload) {
        const answer = await person.trySync(payload);
        if (!answer.ok) throw new Error(`sync: ${JSON.stringify(answer.error)}`);
        return answer.value;
      },
    };
    return person;
  };

  const bench: Workbench = {
    url: `http://127.0.0.1:${port}`,
    port,
    heard,
    fetch: call,
    async json(method, route, body) {
      const { status, text } = await call(method, route, body);
      if (status !== 200) throw new Error(`${method} ${route}: ${status} ${text}`);
      return JSON.parse(text);
    },
    ...personOf(undefined),
    user: (name) => personOf(name),
    edit: async (op, sheet, fields = {}) => {
      await bench.json('POST', '/api/edit', { op, sheet, ...fields });
    },
    type: async (sheet, a1, values) => {
      await bench.json('PUT', '/api/range', { sheet, a1, values });
    },
    fault: async (plan) => void (await bench.json('POST', '/api/faults', plan)),
    fireTriggers: () => bench.json('POST', '/api/triggers/fire'),
    formula: (name, ...args) => bench.json('POST', '/api/formula', { function: name, args }),
    range: (sheet, a1) =>
      bench.json(
        'GET',
        `/api/range?sheet=${encodeURIComponent(sheet)}${a1 ? `&a1=${encodeURIComponent(a1)}` : ''}`,
      ),
    async dump() {
      const tabs = new Map<string, RangeAnswer>();
      for (const { name } of await bench.json('GET', '/api/sheets')) {
        tabs.set(name, await bench.range(name));
      }
      return tabs;
    },
    setClock: async (now) => void (await bench.json('POST', '/api/clock', { now })),
    calls: () => bench.json('GET', '/api/calls'),
    resetCalls: async () => void (await bench.json('DELETE', '/api/calls')),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.removeAllListeners('exit');
        child.on('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
  return bench;
}

/** Cells that differ between two dumps, as `tab!row,column`. */
export function changedCells(
  before: Map<string, RangeAnswer>,
  after: Map<string, RangeAnswer>,
): string[] {
  const changed: string[] = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const a = before.get(name);
    const b = after.get(name);
    if (!a || !b) {
      changed.push(`${name} (tab)`);
      continue;
    }
    for (const part of ['values', 'formulas', 'formats'] as const) {
      const rows = Math.max(a[part].length, b[part].length);
      for (let row = 0; row < rows; row++) {
        const columns = Math.max(a[part][row]?.length ?? 0, b[part][row]?.length ?? 0);
        for (let column = 0; column < columns; column++) {
          const [x, y] = [a[part][row]?.[column] ?? '', b[part][row]?.[column] ?? ''];
          if (x !== y) changed.push(`${name}!${row + 1},${column + 1} ${part}`);
        }
      }
    }
  }
  return changed;
}
