// Checks from outside what WA_TABLE, WA_SERIES and WA_TEMPLATES answer.
//
// What is decided, beside the design:
// - A table has a row per name, in order of code units; all languages, IDs and accounts of a name are one row.
// - Templates named one by one always have their row; of a pattern those have one that have any row in these days.
// - Periods are all those between the first day and the last covered one, also without rows. A period is called
//   by its first day, as a serial number: a Monday, the first of a month, though the days may begin later.
// - The header is in the language of the sheet, in the same words as the headers of the tabs.
import { plusDays } from './days';
import { METRIC_FUNCTIONS, ruleOf } from './ledger-metrics';
import type { LedgerRow } from './ledger-rows';
import { createRandom } from './random';
import {
  byName,
  CUTS,
  type Cut,
  headerOf,
  inOrder,
  lineOf,
  openTableStage,
  type TableStage,
  wordFor,
} from './table-stage';

const COUNTS = METRIC_FUNCTIONS.filter((name) => !ruleOf(name).money);
const USUAL = ['WA_SENT', 'WA_DELIVERED', 'WA_READ', 'WA_CLICKS', 'WA_SPENT', 'WA_COST_PER_CLICK'];
const SOME = ['WA_SENT', 'WA_REPLIED', 'WA_SPENT', 'WA_COST_PER_CLICK', 'WA_ROAS', 'WA_PURCHASES'];

let stage: TableStage;
beforeAll(async () => {
  stage = await openTableStage();
}, 60_000);
afterAll(() => stage.shop.close());

const within = (a: string, b: string, rows = stage.rows): LedgerRow[] =>
  rows.filter(({ day }) => day >= a && day <= b);

test('the words of the header are those of the tabs', async () => {
  const [daily, conversions] = await Promise.all(
    ['WA Daily', 'WA Conversions'].map((tab) => stage.shop.bench.range(tab, '1:1')),
  );
  const header = daily?.values[0] ?? [];
  const titlesOf = (names: readonly string[]): string[] =>
    names.map((name) => ruleOf(name).titles[1]);
  expect(header.slice(11, 19)).toEqual(titlesOf(METRIC_FUNCTIONS.slice(0, 8)));
  expect(header.slice(19, 21)).toEqual(titlesOf(['WA_COST_PER_DELIVERED', 'WA_COST_PER_CLICK']));
  expect(conversions?.values[0]?.slice(20, 21)).toEqual(titlesOf(['WA_APP_ACTIVATIONS']));
  const firsts = Object.values(CUTS).map(({ title }) => title);
  expect([...header.slice(0, 3), header[5]]).toEqual([...firsts, 'Modelo']);
});

test('a table of every metric, a row per template of a pattern', async () => {
  const random = createRandom(3);
  const { own, accountId, last } = stage;
  const picks: [string, (row: LedgerRow) => boolean][] = [
    ['*', () => true],
    ['1*', (row) => row.name.startsWith('1')],
    ['category:UTILITY', (row) => row.category === 'UTILITY'],
    ['language:pt_BR', (row) => row.language === 'pt_BR'],
  ];
  for (const [pattern, keep] of picks.filter(([, test]) => own.some(test))) {
    for (const [a, b] of [
      ['2026-10-01', last],
      ['2026-11-19', '2026-11-20'],
    ] as const) {
      const words = METRIC_FUNCTIONS.map((metric) => wordFor(metric, random.pick)).join(', ');
      await stage.check(
        'WA_TABLE',
        [words, pattern, a, b, null, accountId, { live: true }],
        [
          headerOf('Modelo', METRIC_FUNCTIONS),
          ...byName(METRIC_FUNCTIONS, within(a, b, own.filter(keep))),
        ],
      );
    }
  }
});

test('over all accounts the languages, IDs and accounts of a name are one row', async () => {
  const own = within('2026-10-03', '2026-10-09');
  const accountsOf = (name: string): number =>
    new Set(own.filter((row) => row.name === name).map((row) => row.accountId)).size;
  expect(own.filter(({ name }) => accountsOf(name) > 1).length).toBeGreaterThan(0);
  const metrics = COUNTS.map((metric) => [metric]);
  await stage.check(
    'WA_TABLE',
    [metrics, '*', '2026-10-03', '2026-10-09'],
    [headerOf('Modelo', COUNTS), ...byName(COUNTS, own)],
  );
});

test('templates named one by one have their row, though nothing was sent', async () => {
  const random = createRandom(5);
  const metrics = ['WA_SENT', 'WA_READ_RATE'];
  for (let i = 0; i < 12; i++) {
    const day = plusDays('2026-10-01', random.int(0, 50));
    const [a, b, c] = stage.rows.length > 0 ? [0, 1, 2].map(() => random.pick(stage.rows)) : [];
    // The second by its ID: of its name it is that one template then, unless named as well.
    const range = [[a?.name], [''], [b?.id], [c?.name]];
    const isMeant = ({ name, id }: LedgerRow): boolean =>
      [a?.name, c?.name].includes(name) || id === b?.id;
    const meant = stage.rows.filter(isMeant);
    await stage.check(
      'WA_TABLE',
      ['enviadas; WA_READ_RATE', range, day, 'day'],
      [
        headerOf('Modelo', metrics),
        ...inOrder(meant.map(({ name }) => name)).map((name) => [
          name,
          ...lineOf(
            metrics,
            within(
              day,
              day,
              meant.filter((row) => row.name === name),
            ),
          ),
        ]),
      ],
    );
  }
});

test('without metrics the usual six; without days and templates those last synced', async () => {
  const { own, accountId, last } = stage;
  const wanted = [
    headerOf('Modelo', USUAL),
    ...byName(USUAL, within('2026-10-01', last, [...own])),
  ];
  await stage.check('WA_TABLE', [null, null, null, null, null, accountId], wanted);
  const words = ['', 'selected', 'selected', '', '', accountId, { live: true }];
  await stage.check('WA_TABLE', words, wanted);
});

describe.each(Object.keys(CUTS) as Cut[])('by %s', (cut) => {
  const words = [cut, cut.toUpperCase(), { day: 'dia', week: 'semana', month: 'mês' }[cut]];
  test('tables and series, over random days and templates', async () => {
    const random = createRandom(cut.length * 7);
    for (let i = 0; i < 12; i++) {
      const seed = random.pick(stage.rows);
      const a = plusDays('2026-10-01', random.int(0, 45));
      const b = plusDays(a, random.int(0, 40));
      const isAll = random.chance(0.4);
      const own = stage.rows.filter(
        (row) => row.accountId === seed.accountId && (isAll || row.name === seed.name),
      );
      const template = isAll ? '*' : seed.name;
      const by = random.pick(words);
      await stage.check(
        'WA_TABLE',
        [SOME.join(','), template, a, b, by, seed.account],
        [headerOf(CUTS[cut].title, SOME), ...stage.byPeriod(cut, SOME, [a, b], own)],
      );
      const metric = random.pick(METRIC_FUNCTIONS);
      const word = wordFor(metric, random.pick);
      const args = [word, template, { date: a }, { date: b }, by, seed.accountId];
      await stage.check('WA_SERIES', args, stage.byPeriod(cut, [metric], [a, b], own));
    }
  });
  test('a period without any row has its line; days wholly before the history have none', async () => {
    const { accountId, check } = stage;
    const name = stage.own[0]?.name ?? '';
    const own = stage.own.filter((row) => row.name === name);
    const month = stage.byPeriod(cut, ['WA_SENT'], ['2026-10-01', '2026-10-31'], own);
    await check(
      'WA_SERIES',
      ['sent', name, '2026-10', null, cut, accountId, { live: true }],
      month,
    );
    await check('WA_SERIES', ['sent', name, '2026-08', null, cut], '');
    await check('WA_TABLE', ['sent', name, '2026-08', null, cut], '');
  });
});

test('a series without `by` is one of days; over ranges each template counts once', async () => {
  const name = stage.own[0]?.name ?? '';
  const all = stage.rows.filter((row) => row.name === name);
  const wanted = stage.byPeriod('day', ['WA_SENT'], ['2026-11-01', stage.last], all);
  const [twice, once] = [
    [name, name],
    ['', name],
  ];
  await stage.check('WA_SERIES', ['Sent', name, '2026-11-01', stage.last], wanted);
  await stage.check('WA_SERIES', ['Sent', [twice, once], '2026-11'], wanted);
});

test('names of templates, by pattern, category, language and account', async () => {
  const { rows, own, account, check } = stage;
  const name = own[0]?.name ?? '';
  const picks: [unknown, (row: LedgerRow) => boolean][] = [
    [null, () => true],
    ['*', () => true],
    ['1*', (row) => row.name.startsWith('1')],
    ['category:UTILITY', (row) => row.category === 'UTILITY'],
    ['language:es', (row) => row.language === 'es'],
    [[[name], [''], ['language:es']], (row) => row.name === name || row.language === 'es'],
  ];
  for (const [pattern, keep] of picks) {
    const columnOf = (some: readonly LedgerRow[]): string[][] =>
      inOrder(some.filter(keep).map((row) => row.name)).map((one) => [one]);
    await check('WA_TEMPLATES', [pattern, null, { live: true }], columnOf(rows));
    if (own.some(keep)) await check('WA_TEMPLATES', [pattern, account], columnOf(own));
  }
});
