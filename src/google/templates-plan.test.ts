// What is done to `WA Templates`, given what it holds: written where it differs, and never on a cell not ours.
import { COMPARE_COLUMNS, placeOf } from '../core/compare/columns';
import type { ComparedTemplate } from '../core/compare/comparison';
import { addRow, noSums } from '../core/index/sums';
import { NO_METRICS } from '../core/metrics';
import { compareNote, compareTitle } from '../texts/compare-words';
import { words } from '../texts/words';
import type { TypedCell } from './area-plan';
import { gradientsFor, judgeColumns, planTemplates, tableOf, WIDTH } from './templates-plan';

const { en, pt } = words.compare;
const ZONE = 'UTC';

function line(templateId: string, currency = 'USD', spent = 1): ComparedTemplate {
  const [now, before] = [noSums(), noSums()];
  addRow(now, { ...NO_METRICS, sent: 1_000, delivered: 1_000, read: 900, spent });
  addRow(before, { ...NO_METRICS, sent: 1_000, delivered: 1_000, read: 500, spent });
  const none = { account: 'Acme', status: '', quality: '', text: '', buttons: '', category: '' };
  return {
    labels: { ...none, accountId: '1', template: 't', templateId, language: 'en', currency },
    days: { from: '2026-11-16', to: '2026-11-22' },
    comparedDays: { from: '2026-11-09', to: '2026-11-15' },
    now,
    before,
  };
}
const tableFor = (...ids: string[]): TypedCell[][] =>
  tableOf(
    ids.map((id) => line(id)),
    en,
  );
/** A table as `getValues` gives it back. */
const shown = (table: readonly TypedCell[][]): unknown[][] =>
  table.map((cells) =>
    cells.map(({ kind, value }) => {
      if (kind === 'day' && value !== null) return new Date(`${value}T00:00:00Z`);
      return value ?? '';
    }),
  );
const blank = (): unknown[] => Array(WIDTH).fill('');
/** A line of the person's own: nothing in the columns that make a row ours. */
const total = (): unknown[] => {
  const cells = blank();
  cells[placeOf('template') - 1] = 'Total';
  cells[placeOf('sent') - 1] = 3_000;
  return cells;
};

/** A plan without the cells it writes. */
function planned(...args: Parameters<typeof planTemplates>) {
  const plan = planTemplates(...args);
  if (!plan) return null;
  const { write } = plan;
  return {
    ...plan,
    write: write && { first: write.first, last: write.first + write.cells.length - 1 },
  };
}

describe('rows', () => {
  test('that are shown already are not written', () => {
    const table = tableFor('1', '2', '3');
    expect(planned(table, shown(table), ZONE)).toBeNull();
    expect(planned(table, [...shown(table), blank(), total()], ZONE)).toBeNull();
  });

  test('are written from the first that differs to the last', () => {
    const present = shown(tableFor('1', '2', '3', '4'));
    expect(planned(tableFor('1', '9', '3', '4'), present, ZONE)?.write).toEqual({
      first: 3,
      last: 3,
    });
    expect(planned(tableFor('1', '9', '3', '8'), present, ZONE)?.write).toEqual({
      first: 3,
      last: 5,
    });
    expect(planned(tableFor('1'), [], ZONE)?.write).toEqual({ first: 2, last: 2 });
  });

  test('are written whole, as they shall be', () => {
    const table = tableFor('1', '9');
    expect(planTemplates(table, shown(tableFor('1', '2')), ZONE)?.write?.cells).toEqual([table[1]]);
  });

  test('no longer needed are emptied, and only these', () => {
    const present = [...shown(tableFor('1', '2', '3', '4')), total(), ...shown(tableFor('5'))];
    expect(planned(tableFor('1', '2'), present, ZONE)).toEqual({
      insert: null,
      write: null,
      clear: [
        { first: 4, last: 5 },
        { first: 7, last: 7 },
      ],
    });
  });

  test('half written by a run that died are ours', () => {
    const [half = []] = shown(tableFor('3'));
    const cut = half.map((value, i) => (i < 2 ? value : ''));
    const present = [...shown(tableFor('1', '2')), cut];
    expect(planned(tableFor('1', '2'), present, ZONE)?.clear).toEqual([{ first: 4, last: 4 }]);
    expect(planned(tableFor('1', '2', '3'), present, ZONE)).toEqual({
      insert: null,
      write: { first: 4, last: 4 },
      clear: [],
    });
  });

  test("never grow over a person's own line: room is made above it", () => {
    const present = [...shown(tableFor('1', '2')), total()];
    expect(planned(tableFor('1', '2', '3', '4'), present, ZONE)).toEqual({
      insert: { before: 4, count: 2 },
      write: { first: 4, last: 5 },
      clear: [],
    });
  });

  test("never stand on a person's line among ours", () => {
    const present = [...shown(tableFor('1')), total(), ...shown(tableFor('2', '3'))];
    expect(planned(tableFor('1', '2', '3'), present, ZONE)).toEqual({
      insert: { before: 3, count: 2 },
      write: { first: 3, last: 4 },
      clear: [{ first: 6, last: 7 }],
    });
  });
});

test('the words about rates are in the language of the tab', () => {
  const at = placeOf('readRateVerdict') - 1;
  expect(tableOf([line('1')], en)[0]?.[at]).toEqual({ kind: 'verdict', value: 'up' });
  expect(tableOf([line('1')], pt)[0]?.[at]).toEqual({ kind: 'verdict', value: 'subiu' });
});

describe('columns', () => {
  const titlesIn = (language: typeof en): string[] =>
    COMPARE_COLUMNS.map((column) => compareTitle(language, column));
  const notes = COMPARE_COLUMNS.map((column) => compareNote(en, column));
  const titles = titlesIn(en);
  const known = (): Set<string> => new Set([...titles, ...titlesIn(pt), ...notes]);
  const judge = (header: string[], body: unknown[][] = [], own = notes): string =>
    judgeColumns({ header, body, notes: () => own }, titles, known);
  const body = shown(tableFor('1', '2'));
  const without = <T>(list: readonly T[], i: number): T[] => list.filter((_, at) => at !== i);
  const withOne = <T>(list: readonly T[], i: number, one: T): T[] =>
    [...list.slice(0, i), one, ...list.slice(i)].slice(0, WIDTH);
  const SENT = placeOf('sent') - 1;

  test('as they were left are right, and their notes are not asked for', () => {
    const refuse = (): string[] => {
      throw new Error('Notes were read.');
    };
    expect(judgeColumns({ header: titles, body, notes: refuse }, titles, known)).toBe('right');
  });

  test.each([
    ['of an empty tab', Array(WIDTH).fill(''), [], Array(WIDTH).fill('')],
    ['half written', titles.map((title, i) => (i < 30 ? title : '')), [], Array(WIDTH).fill('')],
    ['in another language', titlesIn(pt), body, notes],
    ['moved among each other', [...titles].reverse(), body, [...notes].reverse()],
    ['renamed', titles.map((title, i) => (i === SENT ? 'My count' : title)), body, notes],
    [
      'deleted',
      [...without(titles, SENT), ''],
      body.map((cells) => [...without(cells, SENT), '']),
      [...without(notes, SENT), ''],
    ],
  ])('%s get their headers again', (_name, header, cells, own) => {
    expect(judge(header, cells, own)).toBe('remake');
  });

  test.each([
    [
      'of a person inserted among ours',
      withOne(titles, SENT, 'Mine'),
      body.map((cells) => withOne(cells, SENT, 'x')),
      withOne(notes, SENT, ''),
    ],
    [
      'inserted empty, which push ours aside',
      withOne(titles, SENT, ''),
      body.map((cells) => withOne(cells, SENT, '')),
      withOne(notes, SENT, ''),
    ],
    [
      'inserted without a header',
      withOne(titles, SENT, ''),
      body.map((cells) => withOne(cells, SENT, 'x')),
      withOne(notes, SENT, ''),
    ],
    [
      'of a person that moved in when one of ours was deleted',
      [...without(titles, SENT), 'Mine'],
      body,
      [...without(notes, SENT), ''],
    ],
    [
      "of a person's own tab",
      ['Name', 'Plan', ...Array(WIDTH - 2).fill('')],
      [['Ana', 3]],
      Array(WIDTH).fill(''),
    ],
  ])('%s are left alone', (_name, header, cells, own) => {
    expect(judge(header, cells, own)).toBe('foreign');
  });
});

test('prices are compared within a currency, rates and ROAS over all rows', () => {
  const rows = [
    line('1'),
    line('2'),
    line('3'),
    line('4', 'BRL'),
    line('5', 'BRL'),
    line('6', 'EUR'),
  ];
  const gradients = gradientsFor(rows);
  const of = (key: string) => {
    const place = placeOf(key);
    const letters =
      place > 26 ? `A${String.fromCharCode(64 + place - 26)}` : String.fromCharCode(64 + place);
    return gradients.filter(
      ({ a1 }) => a1.startsWith(`${letters}2`) || a1.startsWith(`${letters}5`),
    );
  };
  expect(of('costPerClick')).toEqual([
    { a1: 'AB2:AB4', isHighGood: false },
    { a1: 'AB5:AB6', isHighGood: false },
  ]);
  expect(of('roas')).toEqual([{ a1: 'AD2:AD7', isHighGood: true }]);
  expect(of('readRate')).toEqual([{ a1: 'AH2:AH7', isHighGood: true }]);
  expect(gradients).toHaveLength(3 * 2 + 1 + 4);
  expect(gradientsFor([line('1')])).toEqual([]);
  expect(gradientsFor([])).toEqual([]);
});
