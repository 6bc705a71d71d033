// Checks from outside that no public function of the built file does harm, whatever it is given.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BAD_VALUES } from './payloads';
import { Stage } from './stage';
import { changedCells, type Loose } from './workbench';

const root = process.env.JUDGE_ROOT ?? process.cwd();
const code = readFileSync(path.join(root, 'dist', 'Code.js'), 'utf8');
/** As `google.script.run` sees them: functions at the top whose names do not end in an underscore. */
const GLOBALS = [...code.matchAll(/^function (\w+)\(/gm)]
  .map(([, name = '']) => name)
  .filter((name) => !name.endsWith('_'));
const FORMULAS = GLOBALS.filter((name) => name.startsWith('WA_'));
const CALLS =
  'connect chooseAccounts templates library sync report enableInsights status schedule restore formulas addLive undoLive showTab disconnect'.split(
    ' ',
  );
const NEEDS_NOTHING = 'templates library status restore formulas addLive undoLive'.split(' ');
const CODES = /^[a-z]+(-[a-z]+)*$/;
/** What only the inside of a program says. */
const INTERNALS =
  /\bat \w+ ?\(|\.js\b|TypeError|ReferenceError|RangeError|undefined|is not a function|Cannot read|getRange|ZodError|node:|\[object/;

const stage = new Stage({ seed: 41, templates: 4, days: 12 });
let before: Awaited<ReturnType<Stage['bench']['dump']>>;
beforeAll(async () => {
  await stage.build();
  await stage.open();
  await stage.bench.rpc('status');
  before = await stage.bench.dump();
}, 60_000);
afterEach(async () => {
  expect(changedCells(before, await stage.bench.dump())).toEqual([]);
});
afterAll(() => stage.close());

const run = (name: string, args: unknown[]): Promise<Loose> =>
  stage.bench.json('POST', '/api/run', { function: name, args });

/** Every n-th value, beginning anywhere, so that together all are tried. */
const share = (of: number, at: number): readonly unknown[] =>
  BAD_VALUES.filter((_, i) => i % of === at % of);

function expectPlain(answer: Loose, what: unknown): void {
  // What a person wrote may be repeated, in quotes.
  const told = answer.ok ? '' : String(answer.error.message).replace(/"[^"]*"/g, '""');
  expect({ what, told: INTERNALS.test(told) ? told : '' }).toEqual({ what, told: '' });
}

test('there are the values and the functions meant here', () => {
  expect(BAD_VALUES.length).toBeGreaterThanOrEqual(200);
  expect(FORMULAS.length).toBeGreaterThan(10);
  expect(GLOBALS.filter((name) => !FORMULAS.includes(name)).sort()).toEqual([
    'onInstall',
    'onOpen',
    'openSidebar',
    'rpc',
    'runSchedule',
  ]);
});

test('rpc refuses all of them as names, and as what any call takes', async () => {
  const kinds = new Set<string>();
  const refused = async (name: unknown, payload: unknown): Promise<void> => {
    const { ok, value, error } = await run('rpc', [name, payload]);
    expect({ name, ok, error }).toEqual({ name, ok: true, error: undefined });
    if (value.ok) {
      // Leaving a field out is allowed where every field may be left out.
      kinds.add(String(name));
      return;
    }
    expect(value.error.code).toMatch(CODES);
    expect(value.error.code).not.toBe('unexpected');
    expectPlain({ ok: false, error: value.error }, name);
    expectPlain({ ok: false, error: { message: value.error.hint } }, name);
  };
  for (const value of BAD_VALUES) await refused(value, value);
  for (const [i, name] of CALLS.entries()) {
    if (name === 'disconnect') continue;
    for (const payload of share(3, i)) await refused(name, payload);
  }
  // Only calls that need nothing may have taken an empty input for none.
  expect([...kinds].filter((name) => !NEEDS_NOTHING.includes(name))).toEqual([]);
}, 60_000);

test('menu and trigger functions ignore them', async () => {
  for (const [i, name] of ['onInstall', 'onOpen', 'openSidebar', 'runSchedule'].entries()) {
    for (const value of share(8, i)) expectPlain(await run(name, [value, value]), name);
  }
}, 40_000);

test('formulas refuse them in a sentence, called from a cell or by name', async () => {
  for (const [i, name] of FORMULAS.entries()) {
    for (const value of share(14, i)) {
      expectPlain(await run(name, [value, value]), [name, value]);
      if (typeof value !== 'object') {
        expectPlain(await stage.bench.formula(name, value, value, value), [name, value]);
      }
    }
  }
  for (const value of BAD_VALUES.filter((one) => typeof one !== 'object' || one === null)) {
    expectPlain(await stage.bench.formula('WA_SENT', value, '2026-11-20', value), value);
    expectPlain(await stage.bench.formula('WA_SENT', [[value, value]], [['2026-11-20']]), value);
  }
}, 60_000);
