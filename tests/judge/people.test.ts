// Checks from outside that what people do to rows and beside them stays theirs, and that the ledger stays right.
import { plusDays, serialOf } from './days';
import { type Cell, HEADERS } from './expected';
import { keyOfLine, letters, Stage } from './stage';

/** First column right of ours. */
const RIGHT = HEADERS.length + 1;
const R = letters(RIGHT);

async function lastRowOf(stage: Stage): Promise<number> {
  return Math.max(...(await stage.view()).rowNumbers);
}
/** Fills a column of a person's own: a header, then a text of its own for each row. */
async function writeOwnTexts(stage: Stage, column: number): Promise<void> {
  const last = await lastRowOf(stage);
  const texts = Array.from({ length: last }, (_, i) => [i === 0 ? 'Mine' : `mine ${i + 1}`]);
  await stage.bench.type(stage.tab, `${letters(column)}1:${letters(column)}${last}`, texts);
}
async function expectRight(stage: Stage): Promise<void> {
  expect(await stage.faults()).toEqual([]);
  expect(await stage.formulaFaults()).toEqual([]);
}
async function codesOf(answer: { notices: { code: string }[] }): Promise<string[]> {
  return answer.notices.map(({ code }) => code);
}

describe.each([
  ['en_US', ','],
  ['pt_BR', ';'],
])('beside the table, in %s', (locale, separator) => {
  const stage = new Stage({ seed: 71, locale });
  beforeAll(() => stage.build(), 60_000);
  beforeEach(() => stage.open(), 20_000);
  afterEach(() => stage.bench.stop());
  afterAll(() => stage.close());

  test('own texts, notes and formulas at the right stay on their row; a formula goes on, a text does not', async () => {
    const last = await lastRowOf(stage);
    await writeOwnTexts(stage, RIGHT);
    const formula = (row: number) =>
      `=IF(L${row}>0${separator}M${row}/$L${row}${separator}"")&$A$1`;
    const own = letters(RIGHT + 1);
    await stage.bench.type(
      stage.tab,
      `${own}2:${own}${last}`,
      Array.from({ length: last - 1 }, (_, i) => [formula(i + 2)]),
    );
    await stage.bench.edit('note', stage.tab, { a1: `${R}5`, text: 'a note of mine' });
    await stage.bench.edit('note', stage.tab, { a1: 'L6', text: 'a note on our cell' });
    const stored = (await stage.bench.range(stage.tab, `${own}2:${own}${last}`)).formulas;
    const before = await stage.ownCells(RIGHT);
    for (let day = 0; day < 3; day += 1) {
      await stage.passDays();
      const { counts } = await stage.sync();
      expect(counts.added).toBeGreaterThan(0);
      expect(counts.changed).toBeGreaterThan(0);
    }
    const after = await stage.ownCells(RIGHT);
    for (const [key, cell] of before) expect([key, after.get(key)]).toEqual([key, cell]);
    for (const [key, cell] of after) {
      if (!before.has(key)) expect(cell).toEqual({ value: '', formula: '' });
    }
    const now = await lastRowOf(stage);
    const { formulas } = await stage.bench.range(stage.tab, `${own}2:${own}${now}`);
    expect(formulas.slice(0, last - 1)).toEqual(stored);
    formulas.forEach(([text], i) => {
      expect(text).toBe(stored[0]?.[0]?.replace(/([LM])2/g, `$1${i + 2}`));
    });
    const notes = await stage.notes();
    expect(notes.get(`5,${RIGHT}`)).toBe('a note of mine');
    expect(notes.get('6,12')).toBe('a note on our cell');
    await expectRight(stage);
  }, 40_000);

  test('the same holds left of our columns and between them', async () => {
    await stage.bench.edit('insertColumns', stage.tab, { at: 1 });
    await stage.bench.edit('insertColumns', stage.tab, { at: 9 });
    await writeOwnTexts(stage, 1);
    const last = await lastRowOf(stage);
    await stage.bench.type(
      stage.tab,
      `I2:I${last}`,
      Array.from({ length: last - 1 }, (_, i) => [`=N${i + 2}*2`]),
    );
    const before = await stage.ownCells(1);
    await stage.passDays(2);
    await stage.sync();
    const after = await stage.ownCells(1);
    for (const [key, cell] of before) expect([key, after.get(key)]).toEqual([key, cell]);
    const now = await lastRowOf(stage);
    expect(now).toBeGreaterThan(last);
    const { formulas } = await stage.bench.range(stage.tab, `I2:I${now}`);
    formulas.forEach(([text], i) => {
      expect(text).toBe(`=N${i + 2}*2`);
    });
    await expectRight(stage);
  }, 40_000);

  test('what was typed over our numbers is put right inside the look-back only', async () => {
    const { values, rowNumbers } = await stage.view();
    const at = (wanted: (day: number) => boolean): number =>
      rowNumbers[values.slice(1).findIndex((line) => wanted(Number(line[0])))] ?? 0;
    const young = at((day) => day >= serialOf(plusDays(stage.today, -2)));
    const old = at((day) => day < serialOf(plusDays(stage.today, -15)));
    const sent = stage.expected();
    await stage.bench.type(stage.tab, `L${young}`, [['999999']]);
    await stage.bench.type(stage.tab, `M${young}`, [['lots']]);
    await stage.bench.type(stage.tab, `L${old}`, [['888888']]);
    const { counts } = await stage.sync();
    expect(counts.changed).toBe(1);
    const faults = await stage.faults(sent);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/Sent: is 888888/);
  }, 20_000);
});

describe('rows', () => {
  const stage = new Stage({ seed: 72 });
  beforeAll(() => stage.build(), 60_000);
  beforeEach(() => stage.open(), 20_000);
  afterEach(() => stage.bench.stop());
  afterAll(() => stage.close());

  test.each([
    ['Date', false],
    ['Template', true],
    ['Sent', false],
    ['Spent', true],
    ['Mine', false],
  ])(
    'sorted by %s, ascending %s',
    async (title, ascending) => {
      await writeOwnTexts(stage, RIGHT);
      const before = await stage.ownCells(RIGHT);
      const column = title === 'Mine' ? RIGHT : (await stage.view()).columnOf(title);
      await stage.bench.edit('sort', stage.tab, { column, ascending });
      const order = (await stage.view()).values.map(keyOfLine);
      await stage.passDays();
      const answer = await stage.sync();
      expect(answer.counts.added).toBeGreaterThan(0);
      // Rows never move: the person's order stays, the new rows stand below.
      expect((await stage.view()).values.map(keyOfLine).slice(0, order.length)).toEqual(order);
      const after = await stage.ownCells(RIGHT);
      for (const [key, cell] of before) expect([key, after.get(key)]).toEqual([key, cell]);
      await expectRight(stage);
      await stage.passDays();
      expect(await codesOf(await stage.sync())).not.toContain('moved-rows');
      await expectRight(stage);
    },
    30_000,
  );

  test('hidden rows of a filter are written, and the filter stays', async () => {
    const templates = [String((await stage.view()).values[1]?.[5])];
    await stage.bench.edit('filter', stage.tab, { column: 'Template', show: templates });
    const filterOf = async () => {
      const saved = await stage.stop();
      await stage.start();
      return saved.tabs.find((tab: { name: string }) => tab.name === stage.tab).filter;
    };
    const before = await filterOf();
    expect(before.hidden.length).toBeGreaterThan(10);
    await stage.passDays();
    const { counts } = await stage.sync();
    expect(counts.changed).toBeGreaterThan(0);
    const after = await filterOf();
    expect(after.hidden).toEqual(before.hidden);
    await expectRight(stage);
  }, 30_000);

  test('deleted rows come back inside the range that is asked again, older ones do not', async () => {
    const { values, rowNumbers } = await stage.view();
    const chosen = rowNumbers.filter((_, i) => i % 5 === 0);
    const day = (n: number): number => Number(values[rowNumbers.indexOf(n) + 1]?.[0]);
    const looksBack = serialOf(plusDays(stage.today, -7));
    expect(chosen.some((n) => day(n) >= looksBack)).toBe(true);
    const gone = new Set(
      chosen
        .filter((n) => day(n) < looksBack)
        .map((n) => keyOfLine(values[rowNumbers.indexOf(n) + 1] ?? [])),
    );
    expect(gone.size).toBeGreaterThan(3);
    for (const n of [...chosen].reverse()) {
      await stage.bench.edit('deleteRows', stage.tab, { at: n });
    }
    await stage.sync();
    const rest = stage
      .expected()
      .filter(({ template, day: d }) => !gone.has(`${serialOf(d)}|${template.id}`));
    expect(await stage.faults(rest)).toEqual([]);
    expect(await stage.formulaFaults()).toEqual([]);
  }, 30_000);

  test('rows copied below are reported and not multiplied; the first one is corrected', async () => {
    const { values, rowNumbers, raw } = await stage.view();
    const last = await lastRowOf(stage);
    const young = rowNumbers.filter(
      (_, i) => Number(values[i + 1]?.[0]) >= serialOf(plusDays(stage.today, -5)),
    );
    const copied = young.slice(0, 3).map((n) => raw.values[n - 1] ?? []);
    const asTyped = copied.map((line) =>
      line.map((value, column) => (typeof value === 'string' && column > 2 ? `'${value}` : value)),
    );
    await stage.bench.type(stage.tab, `A${last + 1}:U${last + 3}`, asTyped);
    for (const n of [1, 2, 3]) {
      await stage.bench.type(stage.tab, `L${last + n}`, [[12_345]]);
    }
    const keys = new Set(copied.map((line) => `${line[0]}|${line[6]}`));
    for (const template of stage.account.templates) {
      for (const [day, point] of template.points) {
        if (!keys.has(`${serialOf(day)}|${template.id}`)) continue;
        template.points.set(day, { ...point, sent: Number(point.sent ?? 0) + 77 });
      }
    }
    const answer = await stage.sync();
    const notice = answer.notices.find((one: { code: string }) => one.code === 'copied-rows');
    expect(notice?.text).toMatch(new RegExp(`3.*${last + 1}|${last + 1}.*3`, 's'));
    const after = await stage.bench.range(stage.tab);
    expect(after.values.slice(last, last + 3).map((line) => line[11])).toEqual([
      12_345, 12_345, 12_345,
    ]);
    const view = await stage.view();
    const firsts = view.values.filter((_, i) => i === 0 || (view.rowNumbers[i - 1] ?? 0) <= last);
    const rows = stage.expected();
    for (const key of keys) {
      const row = rows.find((one) => `${serialOf(one.day)}|${one.template.id}` === key);
      const line = firsts.find((one) => keyOfLine(one) === key);
      expect(line?.[11]).toBe(row?.numbers.sent);
      const asked = await stage.bench.formula('WA_SENT', row?.template.id, row?.day, null, {
        live: true,
      });
      expect(asked.value).toBe(row?.numbers.sent);
    }
    await stage.passDays();
    await stage.sync();
    expect((await stage.view()).rowNumbers.length).toBe(stage.expected().length + 3);
  }, 30_000);

  test('a totals row below the table is never overwritten, nor taken for a formula column', async () => {
    const last = await lastRowOf(stage);
    await stage.bench.type(
      stage.tab,
      `${R}2:${R}${last}`,
      Array.from({ length: last - 1 }, (_, i) => [`=L${i + 2}*2`]),
    );
    await stage.bench.type(stage.tab, `A${last + 1}`, [['Total']]);
    await stage.bench.type(stage.tab, `L${last + 1}`, [[`=SUM(L2:L${last})`]]);
    await stage.bench.type(stage.tab, `${R}${last + 1}`, [[`=SUM(${R}2:${R}${last})`]]);
    for (let day = 0; day < 2; day += 1) {
      await stage.passDays();
      await stage.sync();
    }
    const now = await stage.bench.range(stage.tab);
    expect(now.values[last]?.[0]).toBe('Total');
    expect(now.formulas[last]?.[11]).toBe(`=SUM(L2:L${last})`);
    expect(now.formulas[last]?.[RIGHT - 1]).toBe(`=SUM(${R}2:${R}${last})`);
    const { rowNumbers } = await stage.view();
    const added = rowNumbers.filter((n) => n > last);
    expect(added.length).toBeGreaterThan(0);
    for (const n of added) expect(now.formulas[n - 1]?.[RIGHT - 1]).toBe(`=L${n}*2`);
    await expectRight(stage);
  }, 30_000);

  test('formulas filled far below the table stay, and new rows stand beside them', async () => {
    const last = await lastRowOf(stage);
    const filled = Array.from({ length: last + 300 }, (_, i) => [`=L${i + 2}*3`]);
    await stage.bench.type(stage.tab, `${R}2:${R}${last + 301}`, filled);
    const before = (await stage.bench.range(stage.tab, `${R}2:${R}${last + 301}`)).formulas;
    for (let day = 0; day < 2; day += 1) {
      await stage.passDays();
      const answer = await stage.sync();
      expect(await codesOf(answer)).not.toContain(day === 0 ? 'rebuilt' : 'moved-rows');
    }
    expect((await stage.bench.range(stage.tab, `${R}2:${R}${last + 301}`)).formulas).toEqual(
      before,
    );
    const { rowNumbers } = await stage.view();
    expect(rowNumbers).toEqual(rowNumbers.map((_, i) => i + 2));
    await expectRight(stage);
  }, 30_000);

  test('more frozen rows, a named range and SUMIFS over whole columns keep working', async () => {
    await stage.bench.edit('addSheet', 'Budget', {}).catch(() => undefined);
    const formula = `=SUMIFS('WA Daily'!S:S,'WA Daily'!A:A,">=1")+SUM('WA Daily'!L2:L)`;
    await stage.bench.type('Budget', 'A1', [[formula]]);
    for (let day = 0; day < 2; day += 1) {
      await stage.passDays();
      await stage.sync();
    }
    await stage.bench.edit('renameSheet', stage.tab, { name: 'Ledger' });
    stage.tab = 'Ledger';
    await stage.passDays();
    await stage.sync();
    const now = (await stage.bench.range('Budget', 'A1')).formulas[0]?.[0] ?? '';
    expect(now.replace(/'?Ledger'?!/g, "'WA Daily'!")).toBe(formula);
    await expectRight(stage);
  }, 30_000);
});

test.each([
  ['Pacific/Kiritimati', 'America/Sao_Paulo'],
  ['America/Los_Angeles', 'Pacific/Auckland'],
] as const)(
  'a spreadsheet in %s keeps the days of an account in %s',
  async (zone, accountZone) => {
    const stage = new Stage({ seed: 73, zone, accountZone, templates: 4, days: 20 });
    await stage.build();
    await stage.open();
    try {
      await stage.passDays(2);
      await stage.sync();
      await expectRight(stage);
      const dates = (await stage.view()).values.slice(1).map((line): Cell => line[0] ?? '');
      expect(dates.every((day) => Number.isInteger(day))).toBe(true);
    } finally {
      await stage.close();
    }
  },
  40_000,
);
