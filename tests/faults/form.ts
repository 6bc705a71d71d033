// The form of a fault file: what it may say, checked so strictly that a slip of the pen is an error with its place.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

const text = z.string();
const whole = z.number().check(z.int());
const texts = z.array(text);
const maybe = z.optional;
/** A bound on a number, or the number itself. */
const bound = z.union([
  whole,
  z.strictObject({ least: maybe(whole), most: maybe(whole), exactly: maybe(whole) }),
]);
/** First and last day, counted from the account's today: `[-6, 0]` are the last seven days. */
const days = z.tuple([whole, whole]);
const record = z.record(text, z.unknown());

const world = z.strictObject({
  seed: maybe(whole),
  now: maybe(text),
  zones: maybe(texts),
  templates: maybe(whole),
  days: maybe(whole),
  resets: maybe(z.boolean()),
  density: maybe(z.number()),
  currencies: maybe(z.array(z.nullable(text))),
  plainNames: maybe(z.boolean()),
  graph: maybe(
    z.strictObject({
      pageSize: maybe(whole),
      order: maybe(z.enum(['oldest', 'newest', 'shuffled'])),
      endIsIncluded: maybe(z.boolean()),
      refusesFutureEnd: maybe(z.boolean()),
      emptyPages: maybe(z.boolean()),
      overlap: maybe(z.boolean()),
      foreignNext: maybe(z.boolean()),
      productType: maybe(z.enum(['lower', 'upper', 'absent'])),
      namesZone: maybe(z.boolean()),
      templatesPerPage: maybe(whole),
      emptySecondGroup: maybe(z.boolean()),
      templatesOverlap: maybe(z.boolean()),
      headers: maybe(z.record(text, text)),
    }),
  ),
});

const ENDPOINTS = ['template_analytics', 'message_templates', 'account', 'me', 'any'] as const;

/** Which requests a fault is for. */
const on = z.strictObject({
  endpoint: maybe(z.enum(ENDPOINTS)),
  account: maybe(whole),
  template: maybe(whole),
  ids: maybe(bound),
  days: maybe(bound),
  after: maybe(z.boolean()),
  from: maybe(whole),
  times: maybe(z.union([whole, z.literal('always')])),
  every: maybe(whole),
  tries: maybe(whole),
});

/** What is done to the right answer before it is sent on. */
const change = z.strictObject({
  set: maybe(record),
  add: maybe(z.record(text, z.number())),
  delete: maybe(texts),
  repeat: maybe(texts),
  wrap: maybe(text),
  repeatPage: maybe(z.boolean()),
  paging: maybe(
    z.strictObject({
      after: maybe(z.union([z.array(text), z.literal('fresh'), z.null()])),
      next: maybe(z.union([z.boolean(), text])),
    }),
  ),
});

const answer = z.strictObject({
  status: maybe(whole),
  headers: maybe(z.record(text, text)),
  error: maybe(z.union([record, z.null()])),
  body: maybe(z.unknown()),
  text: maybe(text),
  html: maybe(text),
  hangUp: maybe(z.boolean()),
  cutAfter: maybe(whole),
  change: maybe(change),
  delayMs: maybe(whole),
});
/** Fields of an answer of which exactly one decides what is sent; the others go with any. */
const ANSWER_KINDS = ['error', 'body', 'text', 'html', 'hangUp', 'cutAfter', 'change'];

const fault = z.strictObject({ on: maybe(on), answer });

/** What Meta holds differently from now on: the truth changes, no answer is broken. */
const meta = z.strictObject({
  points: maybe(
    z.strictObject({
      account: maybe(whole),
      templates: maybe(z.array(whole)),
      days: maybe(days),
      set: maybe(record),
      add: maybe(z.record(text, z.number())),
      delete: maybe(texts),
      remove: maybe(z.boolean()),
    }),
  ),
  expire: maybe(z.boolean()),
  account: maybe(
    z.strictObject({
      at: maybe(whole),
      name: maybe(text),
      currency: maybe(z.nullable(text)),
    }),
  ),
  template: maybe(
    z.strictObject({
      account: maybe(whole),
      at: whole,
      name: maybe(text),
      language: maybe(text),
      category: maybe(text),
      status: maybe(text),
    }),
  ),
  deleteTemplate: maybe(whole),
  remakeTemplate: maybe(whole),
});

const sync = z.strictObject({
  from: maybe(z.union([whole, text])),
  to: maybe(z.union([whole, text])),
  preset: maybe(text),
  templates: maybe(z.union([z.literal('all'), z.array(whole)])),
});

const codes = z.union([text, texts]);
const STEPS = {
  connect: z.strictObject({ token: maybe(text), accounts: maybe(z.array(whole)) }),
  sync,
  rpc: z.strictObject({ name: text, payload: maybe(z.unknown()) }),
  formula: z.strictObject({
    function: text,
    args: maybe(z.array(z.unknown())),
    gives: maybe(z.unknown()),
    refuses: maybe(z.record(text, texts)),
  }),
  clock: z.union([text, z.strictObject({ days: maybe(whole), minutes: maybe(whole) })]),
  meta,
  type: z.strictObject({ sheet: text, a1: text, values: z.array(z.array(z.unknown())) }),
  edit: z.looseObject({ op: text, sheet: maybe(text) }),
  fault: z.strictObject({ dieAt: whole, pending: z.enum(['lost', 'kept', 'half']) }),
  fireTriggers: z.literal(true),
  faults: z.enum(['on', 'off']),
  restart: z.literal(true),
};
const step = z.strictObject({
  ...(Object.fromEntries(
    Object.entries(STEPS).map(([name, shape]) => [name, maybe(shape as z.ZodMiniType)]),
  ) as { [K in keyof typeof STEPS]: z.ZodMiniOptional<(typeof STEPS)[K]> }),
  /** What this step answers, where it is not the last one: 'ok' unless said. */
  code: maybe(codes),
});
const steps = z.union([step, z.array(step)]);

const cellCheck = z.strictObject({
  columns: texts,
  account: maybe(whole),
  days: maybe(days),
  templates: maybe(z.array(whole)),
  are: z.union([
    z.enum(['as before', 'as Meta says', 'empty', 'reported']),
    z.strictObject({ value: z.union([text, z.number()]) }),
  ]),
});

const languages = z.strictObject({ en: maybe(texts), 'pt-BR': maybe(texts) });
const expectation = z.strictObject({
  code: maybe(codes),
  says: maybe(languages),
  neverSays: maybe(languages),
  kept: maybe(
    z.enum(['everything before', 'everything before and nothing new', 'old and finished blocks']),
  ),
  cells: maybe(z.enum(['as Meta says', 'any'])),
  checks: maybe(z.array(cellCheck)),
  without: maybe(
    z.array(
      z.strictObject({ account: maybe(whole), templates: z.array(whole), days: maybe(days) }),
    ),
  ),
  rows: maybe(z.strictObject({ added: maybe(bound), gone: maybe(bound) })),
  requests: maybe(
    z.strictObject({
      least: maybe(whole),
      most: maybe(whole),
      exactly: maybe(whole),
      toEndpoint: maybe(z.partialRecord(z.enum(ENDPOINTS), bound)),
      afterFirstFault: maybe(bound),
    }),
  ),
  faulted: maybe(bound),
  seconds: maybe(bound),
  notices: maybe(texts),
  noNotices: maybe(texts),
  counts: maybe(
    z.strictObject({
      added: maybe(bound),
      changed: maybe(bound),
      restated: maybe(bound),
      held: maybe(bound),
      requests: maybe(bound),
    }),
  ),
  violations: maybe(texts),
  recovers: maybe(z.boolean()),
});

const file = z.strictObject({
  id: text,
  title: text,
  why: maybe(text),
  world: maybe(world),
  flags: maybe(texts),
  locales: maybe(z.array(z.enum(['en_US', 'pt_BR']))),
  before: maybe(steps),
  faults: maybe(z.array(fault)),
  do: steps,
  expect: expectation,
});

export type FaultFile = z.infer<typeof file>;
export type Fault = z.infer<typeof fault>;
export type FaultOn = z.infer<typeof on>;
export type FaultAnswer = z.infer<typeof answer>;
export type Change = z.infer<typeof change>;
export type Step = z.infer<typeof step>;
export type SyncStep = z.infer<typeof sync>;
export type MetaChange = z.infer<typeof meta>;
export type CellCheck = z.infer<typeof cellCheck>;
export type Expectation = z.infer<typeof expectation>;
export type Bound = z.infer<typeof bound>;

export const listOf = (given: FaultFile['do'] | undefined): Step[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given];

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  keys?: string[];
  expected?: string;
  values?: unknown[];
  errors?: Issue[][];
}

/** One line for each thing wrong; of a choice, the alternative that fits best speaks. */
function sayIssue(issue: Issue, at: PropertyKey[]): string[] {
  const here = [...at, ...issue.path];
  const place = here.length > 0 ? here.map(String).join('.') : 'the file';
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map(
      (key) => `${[...here, key].map(String).join('.')}: no such field`,
    );
  }
  if (issue.code === 'invalid_union' && issue.errors && issue.errors.length > 0) {
    const depth = (list: Issue[]): number => Math.max(...list.map(depthOf));
    const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    return best.flatMap((inner) => sayIssue(inner, here));
  }
  const wanted = issue.values ? `one of ${JSON.stringify(issue.values)}` : issue.expected;
  return [`${place}: must be ${wanted ?? 'something else'}`];
}
/** How far into the value an alternative got before it failed. */
const depthOf = (issue: Issue): number =>
  issue.path.length * 2 + (issue.code === 'unrecognized_keys' ? 1 : 0);

/** Reads the text of a fault file. @throws Error that names every field that is wrong */
export function readFaultFile(name: string, content: string): FaultFile {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw new Error(`${name} is no JSON: ${(error as Error).message}`);
  }
  const read = file.safeParse(json);
  if (!read.success) {
    const lines = (read.error.issues as unknown as Issue[]).flatMap((one) => sayIssue(one, []));
    throw new Error(`${name}: ${lines.join('; ')}`);
  }
  const complaints = checkSense(read.data);
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join('; ')}`);
  return read.data;
}

/** What single fields cannot tell: that exactly one of several is there. */
function checkSense(one: FaultFile): string[] {
  const complaints: string[] = [];
  (one.faults ?? []).forEach(({ answer: given }, n) => {
    const kinds = ANSWER_KINDS.filter((kind) => kind in given);
    if (kinds.length > 1)
      complaints.push(`faults.${n}.answer: ${kinds.join(' and ')} exclude each other`);
    if (kinds.length === 0 && given.headers === undefined && given.status === undefined) {
      complaints.push(`faults.${n}.answer: needs one of ${ANSWER_KINDS.join(', ')}, or headers`);
    }
  });
  for (const part of ['before', 'do'] as const) {
    listOf(one[part]).forEach((given, n) => {
      const kinds = Object.keys(given).filter((key) => key in STEPS);
      if (kinds.length !== 1)
        complaints.push(`${part}.${n}: a step is exactly one of ${Object.keys(STEPS).join(', ')}`);
    });
  }
  if (listOf(one.do).length === 0) complaints.push('do: needs a step');
  return complaints;
}

/** The folder whose files are run: `FAULTS_DIR`, or the one beside this file. */
export const faultsFolder = (): string =>
  process.env.FAULTS_DIR ?? path.join(process.cwd(), 'tests', 'faults', 'files');

/** Every `.json` file of the folder and of the folders in it, read and checked, by name. */
export function readFaultFolder(folder = faultsFolder()): { name: string; file: FaultFile }[] {
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (names.length === 0) throw new Error(`No fault files in ${folder}.`);
  return names.map((name) => ({
    name: name.replace(/\.json$/, ''),
    file: readFaultFile(name, readFileSync(path.join(folder, name), 'utf8')),
  }));
}
