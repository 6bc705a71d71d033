// A budget of 300 formulas, the table's typed three times over and a bit, in Chromium, in English and Portuguese: right
// after a first sync, and after the next one without a touch.
import { type OpenWorkbench, openWorkbench } from '../browser/open-workbench';
import { type JudgeGraph, startJudgeGraph } from '../judge/graph-server';
import type { RangeAnswer } from '../judge/workbench';
import { differs, type FormulaRow, moveOn, TABLE, tableWorld } from './table';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
/** Columns at which the table begins anew, and how many of its formulas go there. */
const COPIES = [
  { letter: 'A', place: 0, count: TABLE.formulas.length },
  { letter: 'I', place: 8, count: TABLE.formulas.length },
  { letter: 'Q', place: 16, count: TABLE.formulas.length },
  { letter: 'Y', place: 24, count: 12 },
];
/** Rows between two formulas, so that no answer runs into the next formula. */
const STEP = 10;
/** As people type it where decimals have a comma; what stands in quotes stays. */
const withCommas = (formula: string): string =>
  formula.replace(/"[^"]*"|(\d)\.(\d)/g, (all, a?: string, b?: string) => (a ? `${a},${b}` : all));
/** Titles differ by language, values do not. */
const isHeader = (formula: string): boolean => formula.startsWith('=WA_TABLE');

describe.each([
  ['en_US', 'en-US'],
  ['pt_BR', 'pt-BR'],
])('in %s', (locale, language) => {
  const world = tableWorld();
  let graph: JudgeGraph;
  let bench: OpenWorkbench;
  const rpc = async (name: string, payload: unknown) => {
    const { value } = await bench.send<{ value: { ok: boolean; value: never; error: unknown } }>(
      'POST',
      '/api/run',
      { function: 'rpc', args: [name, payload] },
    );
    if (!value.ok) throw new Error(JSON.stringify(value.error));
    return value.value as { done: boolean; cursor: string; accounts: { id: string }[] };
  };
  const sync = async (to: string) => {
    let cursor: string | null = null;
    for (let done = false; !done; ) {
      const answer = await rpc('sync', { from: TABLE.synced.from, to, templates: 'all', cursor });
      ({ done, cursor } = answer);
    }
  };
  const type = (sheet: string, a1: string, values: unknown[][]) =>
    bench.send('PUT', '/api/range', { sheet, a1, values });
  /** The tab once every formula on it was computed. */
  const settled = async (): Promise<RangeAnswer> => {
    for (;;) {
      const last = TABLE.formulas.length * STEP;
      const found = await bench.get<RangeAnswer & { pending: number }>(
        `/api/range?sheet=Table&a1=A1:Z${last}`,
      );
      if (found.pending === 0) return found;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  const compareAll = async (later: boolean) => {
    const { values, errors } = await settled();
    const wrongAt = (
      at: number,
      { formula, value, later: after = value }: FormulaRow,
      i: number,
    ) => {
      const expected = later ? after : value;
      const rows = Array.isArray(expected) ? expected : [[expected]];
      const found = rows.map((line, row) =>
        (line as unknown[]).map((_, column) => values[i * STEP + row]?.[at + column] ?? ''),
      );
      const skipped = isHeader(formula) && Array.isArray(expected) && locale !== 'en_US' ? 1 : 0;
      const why = differs(
        Array.isArray(expected) ? expected.slice(skipped) : expected,
        Array.isArray(expected) ? found.slice(skipped) : found[0]?.[0],
        String(errors[i * STEP]?.[at] ?? ''),
      );
      return why ? [[formula, why]] : [];
    };
    return COPIES.flatMap(({ place, count }) =>
      TABLE.formulas.slice(0, count).flatMap((row, i) => wrongAt(place, row, i)),
    );
  };

  beforeAll(async () => {
    graph = await startJudgeGraph(world, { token: TOKEN });
    bench = await openWorkbench(
      ['--graph', graph.url, '--locale', locale, '--timezone', 'America/Sao_Paulo'],
      language,
    );
    await bench.send('POST', '/api/clock', { now: new Date(world.now).toISOString() });
    const { accounts } = await rpc('connect', { token: TOKEN });
    await rpc('chooseAccounts', { ids: accounts.map(({ id }) => id) });
    await sync(TABLE.synced.to);
    for (const sheet of ['Inputs', 'Table'])
      await bench.send('POST', '/api/edit', { op: 'addSheet', sheet });
    await type('Inputs', 'A1', TABLE.inputs);
    for (const { letter, count } of COPIES) {
      for (const [i, { formula }] of TABLE.formulas.slice(0, count).entries()) {
        const typed = locale === 'pt_BR' ? withCommas(formula) : formula;
        await type('Table', `${letter}${i * STEP + 1}`, [[typed]]);
      }
    }
  }, 120_000);
  afterAll(async () => {
    await bench?.close();
    await graph?.close();
  });

  test('after the first sync', async () => {
    expect(COPIES.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(300);
    expect(await compareAll(false)).toEqual([]);
  }, 120_000);

  test('a day later, after a sync, without a touch', async () => {
    moveOn(world);
    graph.setNow(world.now);
    await bench.send('POST', '/api/clock', { now: new Date(world.now).toISOString() });
    await sync(TABLE.later.to);
    expect(await compareAll(true)).toEqual([]);
  }, 120_000);
});
