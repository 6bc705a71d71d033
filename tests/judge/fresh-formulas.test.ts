// Checks from outside that WA_LIVE is added to the formulas that lack it, to nothing else, and taken back exactly.
import { type Loose, startWorkbench, type Workbench } from './workbench';

let bench: Workbench;
afterEach(() => bench?.stop());

/** No request is made: the file is never connected. */
async function open(locale: 'en_US' | 'pt_BR'): Promise<void> {
  bench = await startWorkbench('http://127.0.0.1:9', ['--locale', locale]);
  await bench.rpc('status');
  for (const tab of ['Plan', 'Odd, (tab)']) await bench.edit('addSheet', tab);
}
const call = async (name: string, payload: unknown = {}): Promise<Loose> => {
  const answer = await bench.rpc(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
};
const column = async (tab: string, a1: string): Promise<string[]> =>
  (await bench.range(tab, a1)).formulas.map(([formula]) => formula ?? '');

/** As it is typed with semicolons, and as it must become; the same where nothing may change. */
const FORMULAS: [before: string, after?: string][] = [
  ['=WA_SPENT()', '=WA_SPENT(WA_LIVE)'],
  ['=WA_SPENT( )', '=WA_SPENT(WA_LIVE )'],
  ['=WA_SPENT(A1)', '=WA_SPENT(A1;WA_LIVE)'],
  ['=WA_SPENT(A1;)', '=WA_SPENT(A1;WA_LIVE)'],
  ['=WA_SPENT(A1;;;;)', '=WA_SPENT(A1;;;;WA_LIVE)'],
  ['=WA_SPENT(A1; B1)', '=WA_SPENT(A1; B1; WA_LIVE)'],
  ['=wa_spent(A1)+1', '=wa_spent(A1;WA_LIVE)+1'],
  ['=WA_SPENT(WA_LIVE)'],
  ['=WA_SPENT(A1;wa_live)'],
  ["=WA_SPENT(A1;'WA Index'!$B$1)"],
  ['=WA_SPENT(A1;Z1)'],
  ["=WA_SPENT(A1;'Odd, (tab)'!$Z$1)"],
  ['=WA_SPENT(A1;B1;C1;D1;E1)'],
  ['=WA_LAST_SYNC(WA_SYNCED)'],
  ['="=WA_SPENT(1)"'],
  ['=IF(TRUE;"WA_SPENT(";"""WA_SPENT(1)")'],
  [
    '=IFERROR(WA_SPENT(A1;B1)/WA_CLICKS(A1;B1);0)',
    '=IFERROR(WA_SPENT(A1;B1;WA_LIVE)/WA_CLICKS(A1;B1;WA_LIVE);0)',
  ],
  ['=WA_SENT(WA_SENT(A1))', '=WA_SENT(WA_SENT(A1;WA_LIVE);WA_LIVE)'],
  ['=WA_SENT("a;b)"";(")', '=WA_SENT("a;b)"";(";WA_LIVE)'],
  ["=WA_SENT('Odd, (tab)'!A1)", "=WA_SENT('Odd, (tab)'!A1;WA_LIVE)"],
  ["=SUM('Odd, (tab)'!A:A)+WA_SENT(A2:A10)", "=SUM('Odd, (tab)'!A:A)+WA_SENT(A2:A10;WA_LIVE)"],
  ['=WA_BUTTON_CLICKS("a";"b")', '=WA_BUTTON_CLICKS("a";"b";WA_LIVE)'],
  ['=WA_COVERAGE()', '=WA_COVERAGE(WA_LIVE)'],
  ['=LET(l;WA_LIVE;WA_SENT(A1;l))'],
  ['=LET(t;A1;WA_SENT(t))', '=LET(t;A1;WA_SENT(t;WA_LIVE))'],
  ['=MAP(A1:A3;LAMBDA(t;WA_SENT(t)))', '=MAP(A1:A3;LAMBDA(t;WA_SENT(t;WA_LIVE)))'],
  ['=LAMBDA(t;l;WA_SENT(t;l))("a";WA_LIVE)'],
  ['=MYWA_SENT(A1)+WA_SENT_X(A1)'],
  ['=WA_SENT({"a";"b"})', '=WA_SENT({"a";"b"};WA_LIVE)'],
  ['=WA_SENT(\n  A1;\n  B1\n)', '=WA_SENT(\n  A1;\n  B1;WA_LIVE\n)'],
  ['=SUM(1;2)'],
];
/** Neither an array's separators nor what stands in quotes are arguments. */
const inEnglish = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|\{[^}]*\}|;/g, (part) => (part === ';' ? ',' : part));
const dialects = {
  pt_BR: [
    ...FORMULAS,
    ['=WA_SENT(A1;1,5)', '=WA_SENT(A1;1,5;WA_LIVE)'],
    ['={WA_SENT(A1)\\WA_SENT(A2)}', '={WA_SENT(A1;WA_LIVE)\\WA_SENT(A2;WA_LIVE)}'],
  ] as [string, string?][],
  en_US: [
    ...FORMULAS.map((pair) => pair.map((text) => inEnglish(String(text)))),
    ['=WA_SENT(A1;B1)', '=WA_SENT(A1;B1;WA_LIVE)'],
    ['={WA_SENT(A1),WA_SENT(A2)}', '={WA_SENT(A1,WA_LIVE),WA_SENT(A2,WA_LIVE)}'],
  ] as [string, string?][],
};

test.each(['en_US', 'pt_BR'] as const)(
  'in %s every formula gets what it lacks, and its former text back',
  async (locale) => {
    await open(locale);
    const pairs = dialects[locale];
    const [before, after] = [pairs.map(([from]) => from), pairs.map(([from, to]) => to ?? from)];
    const place = `C1:C${pairs.length}`;
    for (const tab of ['Plan', 'Odd, (tab)']) {
      await bench.type(
        tab,
        place,
        before.map((formula) => [formula]),
      );
      await bench.type(tab, 'Z1', [['=WA_LIVE']]);
      await bench.type(tab, 'A1:A2', [['WA_SENT(1)'], [7]]);
    }
    expect(await column('Plan', place)).toEqual(before);
    const changing = before.flatMap((formula, i) => (after[i] === formula ? [] : [i]));

    const found = await call('formulas');
    expect(found).toMatchObject({ more: 0, undo: 0 });
    expect(found.lacking).toEqual(
      ['Plan', 'Odd, (tab)'].flatMap((tab) =>
        changing.map((i) => ({ tab, cell: `C${i + 1}`, formula: before[i], fresh: after[i] })),
      ),
    );
    expect(await column('Plan', place)).toEqual(before);

    const changed = 2 * changing.length;
    expect(await call('addLive')).toEqual({ changed, skipped: 0, left: 0 });
    for (const tab of ['Plan', 'Odd, (tab)']) {
      expect(await column(tab, place)).toEqual(after);
      expect((await bench.range(tab, 'A1:A2')).values).toEqual([['WA_SENT(1)'], [7]]);
    }
    const all = await call('formulas');
    expect(all).toMatchObject({ lacking: [], more: 0, undo: changed });
    expect(all.fresh).toBe(found.fresh + changed);
    expect(await call('addLive')).toEqual({ changed: 0, skipped: 0, left: 0 });

    expect(await call('undoLive')).toEqual({ restored: changed, left: 0 });
    for (const tab of ['Plan', 'Odd, (tab)']) expect(await column(tab, place)).toEqual(before);
    expect(await call('formulas')).toEqual(found);
    expect(await call('undoLive')).toEqual({ restored: 0, left: 0 });
  },
  60_000,
);

test('what a person changed since stays, and the rest is still put back', async () => {
  await open('pt_BR');
  await bench.type('Plan', 'B1:B4', [['=WA_SENT(A1)'], ['=WA_SENT(A2)'], ['=WA_SENT(A3)'], ['x']]);
  expect(await call('addLive')).toMatchObject({ changed: 3 });
  await bench.type('Plan', 'B2', [['=WA_SENT(A2;WA_LIVE)*2']]);
  expect(await call('formulas')).toMatchObject({ lacking: [], fresh: 3, undo: 2 });
  // Another press goes on beside what the first one noted.
  await bench.type('Plan', 'D1', [['=WA_READ(A1)']]);
  expect(await call('addLive')).toMatchObject({ changed: 1 });
  await bench.type('Plan', 'B3', [['']]);
  expect(await call('undoLive')).toEqual({ restored: 2, left: 1 });
  expect(await column('Plan', 'B1:B4')).toEqual(['=WA_SENT(A1)', '=WA_SENT(A2;WA_LIVE)*2', '', '']);
  expect(await column('Plan', 'D1')).toEqual(['=WA_READ(A1)']);
}, 60_000);

test('protected cells are skipped and counted, and put back once they are open', async () => {
  await open('en_US');
  const formulas = [1, 2, 3, 4].map((row) => [`=WA_SENT(A${row})`]);
  await bench.type('Plan', 'B1:B4', formulas);
  await bench.type('Odd, (tab)', 'B1:B4', formulas);
  await bench.edit('protect', 'Odd, (tab)');
  await bench.edit('protect', 'Plan', { a1: 'B2:B2' });
  expect(await call('addLive')).toEqual({ changed: 3, skipped: 5, left: 0 });
  expect(await column('Plan', 'B1:B4')).toEqual([
    '=WA_SENT(A1,WA_LIVE)',
    '=WA_SENT(A2)',
    '=WA_SENT(A3,WA_LIVE)',
    '=WA_SENT(A4,WA_LIVE)',
  ]);
  expect(await call('formulas')).toMatchObject({ undo: 3, fresh: 3 });
  await bench.edit('protect', 'Plan', { a1: 'B3:B3' });
  expect(await call('undoLive')).toEqual({ restored: 2, left: 1 });
  expect(await call('formulas')).toMatchObject({ undo: 1 });
}, 60_000);

test('neighbours are listed and written by one call a block, and no value is read', async () => {
  await open('en_US');
  const rows = 300;
  const lines = Array.from({ length: rows }, (_, i) => [
    `=WA_SENT(A${i + 1})`,
    `=WA_SPENT(A${i + 1})/WA_CLICKS(A${i + 1})`,
  ]);
  await bench.type('Plan', `B1:C${rows}`, lines);
  await bench.type('Plan', 'H9', [['=WA_COVERAGE()']]);
  await bench.resetCalls();
  const found = await call('formulas');
  expect([found.lacking.length, found.more]).toEqual([200, 401]);
  const { calls } = await bench.calls();
  expect(calls).toMatchObject({ 'TextFinder.findAll': 1, 'Range.getFormulas': 3 });
  expect(calls['Range.getValues']).toBeUndefined();
  await bench.resetCalls();
  expect(await call('addLive')).toEqual({ changed: 601, skipped: 0, left: 0 });
  const written = (await bench.calls()).calls;
  expect(written['Range.setFormulas']).toBeLessThanOrEqual(3);
  await bench.resetCalls();
  expect(await call('undoLive')).toEqual({ restored: 601, left: 0 });
  expect((await bench.range('Plan', `B1:C${rows}`)).formulas).toEqual(lines);
}, 60_000);

test('more formulas than can be noted are done in several presses, and never more than can be put back', async () => {
  await open('en_US');
  const rows = 4_000;
  const lines = Array.from({ length: rows / 4 }, (_, i) =>
    ['B', 'C', 'D', 'E'].map((letter) => `=WA_SENT("${letter}",A${i + 1})`),
  );
  await bench.type('Plan', `B1:E${lines.length}`, lines);
  const first = await call('addLive');
  expect(first.changed).toBeGreaterThan(1_000);
  expect(first).toEqual({ changed: first.changed, skipped: 0, left: rows - first.changed });
  expect(await call('formulas')).toMatchObject({ undo: first.changed });
  // There is no room left until what was added is to stay.
  expect(await call('addLive')).toEqual({ changed: 0, skipped: 0, left: first.left });
  const second = await call('addLive', { forget: true });
  expect(second.changed).toBeGreaterThan(1_000);
  expect(await call('undoLive')).toEqual({ restored: second.changed, left: 0 });
  const now = (await bench.range('Plan', `B1:E${lines.length}`)).formulas.flat();
  expect(now.filter((text) => text.includes('WA_LIVE'))).toHaveLength(first.changed);
}, 120_000);

test.each(['lost', 'half', 'kept'])(
  'a run that dies leaves nothing that cannot be put back (%s)',
  async (pending) => {
    await open('pt_BR');
    const typed = [['=WA_SENT(A1)'], ['=WA_SENT(A2)'], ['x'], ['=WA_SENT(A4)'], ['=WA_READ(A4)']];
    const texts = typed.map(([text]) => (text === 'x' ? '' : text));
    await bench.type('Plan', 'B1:B5', typed);
    await bench.resetCalls();
    expect(await call('addLive')).toMatchObject({ changed: 4 });
    const { calls } = await bench.calls();
    const total = Object.values(calls as Record<string, number>).reduce((a, b) => a + b, 0);
    await call('undoLive');
    expect(total).toBeGreaterThan(20);
    for (let dieAt = 1; dieAt <= total; dieAt += 1) {
      await bench.fault({ dieAt, pending });
      await bench.rpc('addLive').catch(() => null);
      const { undo } = await call('formulas');
      expect(await call('undoLive')).toEqual({ restored: undo, left: 0 });
      expect(await column('Plan', 'B1:B5')).toEqual(texts);
    }
  },
  120_000,
);
