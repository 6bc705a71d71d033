// Checks from outside that what people do beside and to WA Buttons and WA Conversions is treated as in WA Daily.
import { BUTTON_HEADERS, CONVERSION_HEADERS, tabFaults } from './expected-tabs';
import { letters, Stage } from './stage';
import { changedCells, type Rpc } from './workbench';

const TABS = [
  { tab: 'WA Buttons', headers: BUTTON_HEADERS, counts: 'Clicks', key: 'Button' },
  { tab: 'WA Conversions', headers: CONVERSION_HEADERS, counts: 'App purchases', key: 'Date' },
];
const codeOf = (answer: Rpc): string => (answer.ok ? 'ok' : answer.error.code);

describe.each(['en_US', 'pt_BR'])('in %s', (locale) => {
  const stage = new Stage({ seed: 171, locale, templates: 9, marketing: 0.5, days: 25 });
  beforeAll(() => stage.build(), 60_000);
  /** Our headers by tab, in their order, as the product wrote them. */
  const titles = new Map<string, (string | number)[]>();
  beforeEach(async () => {
    await stage.open();
    for (const { tab } of TABS)
      titles.set(tab, (await stage.bench.range(tab, 'A1:U1')).values[0] ?? []);
  }, 20_000);
  afterEach(() => stage.bench.stop());
  afterAll(() => stage.close());

  const expectRight = async (): Promise<void> => {
    expect(await tabFaults(inOrder(stage.bench), stage.points())).toEqual([]);
  };

  test("a person's texts stay on their rows and their formulas go on, right of ours and between", async () => {
    for (const { tab, headers } of TABS) {
      const last = (await stage.bench.range(tab)).values.length;
      expect(last).toBeGreaterThan(40);
      const right = headers.length + 1;
      await stage.bench.edit('insertColumns', tab, { at: 7 });
      const texts = Array.from({ length: last }, (_, i) => [i === 0 ? 'Mine' : `mine ${i + 1}`]);
      await stage.bench.type(tab, `G1:G${last}`, texts);
      const own = letters(right + 1);
      const formulas = Array.from({ length: last - 1 }, (_, i) => [`=N${i + 2}*2`]);
      await stage.bench.type(tab, `${own}2:${own}${last}`, formulas);
    }
    const before = await stage.bench.dump();
    await stage.passDays(2);
    await stage.sync();
    for (const { tab, headers } of TABS) {
      const [was, is] = [before.get(tab), await stage.bench.range(tab)];
      const [old, own] = [was?.values.length ?? 0, headers.length + 1];
      expect(is.values.length).toBeGreaterThan(old);
      const textsOf = (lines: unknown[][] = []) => lines.map((line) => line[6]);
      expect(textsOf(is.values).slice(0, old)).toEqual(textsOf(was?.values));
      expect(new Set(textsOf(is.values).slice(old))).toEqual(new Set(['']));
      // Rows never move: the account, the day and the template of each old row are what they were.
      const keysOf = (lines: unknown[][] = []) => lines.map((line) => [line[4], line[0], line[7]]);
      expect(keysOf(is.values).slice(0, old)).toEqual(keysOf(was?.values));
      const wanted = is.values.slice(1).map((_, i) => `=N${i + 2}*2`);
      expect(is.formulas.slice(1).map((line) => line[own])).toEqual(wanted);
    }
    await expectRight();
  }, 40_000);

  test.each(TABS)(
    'a deleted column of $tab is asked about and comes back by restore',
    async ({ tab, headers, counts, key }) => {
      const column = headers.indexOf(counts) + 1;
      const title = (await stage.bench.range(tab)).values[0]?.[column - 1];
      await stage.bench.edit('deleteColumns', tab, { at: column });
      const before = await stage.bench.dump();
      const answer = await stage.trySync();
      expect(codeOf(answer)).toBe('sheet-changed');
      if (!answer.ok) {
        expect(`${answer.error.message} ${answer.error.hint}`).toContain(title);
        expect(`${answer.error.message} ${answer.error.hint}`).toContain(tab);
      }
      expect(changedCells(before, await stage.bench.dump())).toEqual([]);
      expect(codeOf(await stage.bench.rpc('restore'))).toBe('ok');
      await stage.sync();
      await expectRight();

      await stage.bench.edit('deleteColumns', tab, { at: headers.indexOf(key) + 1 });
      expect(codeOf(await stage.trySync())).toBe('key-column-missing');
    },
    40_000,
  );

  test.each(TABS)(
    '$tab deleted is asked about and comes back by restore',
    async ({ tab }) => {
      await stage.bench.edit('deleteSheet', tab);
      const before = await stage.bench.dump();
      const answer = await stage.trySync();
      expect(codeOf(answer)).toBe('tab-missing');
      if (!answer.ok) expect(`${answer.error.message} ${answer.error.hint}`).toContain(tab);
      expect(changedCells(before, await stage.bench.dump())).toEqual([]);
      expect(codeOf(await stage.bench.rpc('restore'))).toBe('ok');
      await stage.sync();
      await expectRight();
      await stage.passDays();
      await stage.sync();
      await expectRight();
    },
    40_000,
  );

  /** The tabs as if nobody had put columns into them or moved ours. */
  function inOrder(bench: Stage['bench']): Pick<Stage['bench'], 'range'> {
    return {
      async range(tab) {
        if (tab === stage.tab) {
          const { values, formulas, formats, raw } = await stage.view();
          return { ...raw, values, formulas, formats };
        }
        const raw = await bench.range(tab);
        const ours = (titles.get(tab) ?? []).filter((title) => title !== '');
        const columns = ours.map((title) => raw.values[0]?.indexOf(title) ?? -1);
        const pick = <T>(table: T[][], none: T): T[][] =>
          table.map((line) => columns.map((column) => line[column] ?? none));
        return {
          ...raw,
          values: pick(raw.values, ''),
          formulas: pick(raw.formulas, ''),
          formats: pick(raw.formats, ''),
        };
      },
    };
  }
});
