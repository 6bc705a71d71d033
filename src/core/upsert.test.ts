// What a wave does to the ledger, checked on a small sheet of its own that only knows rows.
import fc from 'fast-check';
import type { DailyRow, PointRow, Product } from './daily';
import { BASE_METRICS, type Metrics, NO_METRICS } from './metrics';
import { TABLES } from './tables';
import { row } from './testing/rows';
import {
  type ExistingRow,
  type Judgement,
  judgePoints,
  planUpsert as planTable,
  type UpsertContext,
  type UpsertPlan,
} from './upsert';

/** What a wave does to `WA Daily`: judged, then planned. */
function planUpsert(
  existing: readonly ExistingRow[],
  incoming: readonly DailyRow[],
  context: UpsertContext,
): UpsertPlan & Pick<Judgement, 'doubted' | 'seen'> {
  const points = incoming.map((each): PointRow => ({ ...each, buttons: [] }));
  const { points: believed, doubted, held, seen } = judgePoints(existing, points, context);
  const rows = believed.map(({ buttons: _, ...each }) => each);
  const plan = planTable(TABLES.daily, existing, rows, context);
  return { ...plan, counts: { ...plan.counts, held: plan.counts.held + held }, doubted, seen };
}

const SYNC_DAY = '2026-11-22';
const YOUNG = '2026-11-20';
const OLD = '2026-11-01';

const context = (some: Partial<UpsertContext> = {}): UpsertContext => ({
  syncDays: new Map([
    ['A', SYNC_DAY],
    ['B', SYNC_DAY],
  ]),
  wasComplete: () => false,
  wasFetched: () => false,
  ...some,
});
const fetched = context({ wasComplete: () => true, wasFetched: () => true });
const inSheet = (rows: readonly DailyRow[], first = 2): ExistingRow[] =>
  rows.map((each, i) => ({ ...each, rowNumber: first + i }));

/** A sheet that does what a plan says: corrects in place, appends at the end. */
function carryOut(sheet: readonly ExistingRow[], plan: UpsertPlan): ExistingRow[] {
  const after = sheet.map(
    (old) => plan.updates.find((next) => next.rowNumber === old.rowNumber) ?? old,
  );
  const next = Math.max(1, ...sheet.map(({ rowNumber }) => rowNumber)) + 1;
  return [...after, ...inSheet(plan.appends, next)];
}
const nothing = {
  updates: [],
  appends: [],
  counts: { added: 0, changed: 0, restated: 0, held: 0, kept: 0 },
  doubted: [],
  copies: { count: 0, firstRow: 0 },
  seen: expect.any(Map),
};

test('a first answer is appended by day, template and product, and nothing else happens', () => {
  const b = row('2', YOUNG, { sent: 3 });
  const a = row('1', YOUNG, { sent: 2 });
  const mm = row('1', YOUNG, { sent: 1 }, { product: 'marketing_messages' });
  const early = row('9', OLD, { sent: 4 });
  expect(planUpsert([], [mm, b, a, early], context())).toEqual({
    ...nothing,
    appends: [early, a, mm, b],
    counts: { added: 4, changed: 0, restated: 0, held: 0, kept: 0 },
  });
});

test.each<[string, Partial<Metrics>]>([
  ['nothing but zeros', { sent: 0, delivered: 0, spent: 0 }],
  ['nothing reported', {}],
])('a point with %s makes no row', (_name, some) => {
  expect(planUpsert([], [row('1', YOUNG, some)], context())).toEqual(nothing);
});

test('the same answer again plans nothing', () => {
  const rows = [row('1', YOUNG, { sent: 3, read: null }), row('2', OLD, { sent: 3, read: 2 })];
  expect(planUpsert(inSheet(rows), rows, fetched)).toEqual(nothing);
});

test('a changed number corrects its row in place, whole', () => {
  const [first, second] = inSheet([row('1', YOUNG, { sent: 3 }), row('2', YOUNG, { sent: 5 })]);
  const plan = planUpsert(
    [first, second] as ExistingRow[],
    [row('1', YOUNG, { sent: 3 }), row('2', YOUNG, { sent: 6, read: 0 })],
    context(),
  );
  expect(plan).toEqual({
    ...nothing,
    updates: [{ ...second, metrics: { ...NO_METRICS, sent: 6, read: 0 } }],
    counts: { added: 0, changed: 1, restated: 0, held: 0, kept: 0 },
  });
});

test('0 and not reported are different numbers', () => {
  const existing = inSheet([row('1', YOUNG, { sent: 3, read: null })]);
  expect(
    planUpsert(existing, [row('1', YOUNG, { sent: 3, read: 0 })], context()).updates,
  ).toHaveLength(1);
});

test('a change of a day that was complete counts as restated', () => {
  const existing = inSheet([row('1', YOUNG, { sent: 3 }), row('1', SYNC_DAY, { sent: 1 })]);
  const incoming = [row('1', YOUNG, { sent: 4 }), row('1', SYNC_DAY, { sent: 2 })];
  const { counts } = planUpsert(
    existing,
    incoming,
    context({ wasComplete: (_, day) => day < SYNC_DAY }),
  );
  expect(counts).toEqual({ added: 0, changed: 2, restated: 1, held: 0, kept: 0 });
});

test('a point Meta leaves out changes nothing while its day is alive', () => {
  const existing = inSheet([row('1', YOUNG, { sent: 3 }), row('2', YOUNG, { sent: 5 })]);
  expect(planUpsert(existing, [row('2', YOUNG, { sent: 5 })], context())).toEqual(nothing);
});

test('a row that becomes all zero stays as a row of zeros while its day is alive', () => {
  const existing = inSheet([row('1', YOUNG, { sent: 3, spent: 1 }), row('2', YOUNG, { sent: 5 })]);
  const plan = planUpsert(
    existing,
    [row('1', YOUNG, { sent: 0, spent: 0 }), row('2', YOUNG, { sent: 5 })],
    context(),
  );
  expect(plan.updates).toEqual([{ ...existing[0], metrics: { ...NO_METRICS, sent: 0, spent: 0 } }]);
  expect(plan.doubted).toEqual([]);
});

test('a day that answers only zeros is not believed: old values stay and the day is flagged', () => {
  const existing = inSheet([
    row('1', YOUNG, { sent: 3 }),
    row('2', YOUNG, { sent: 5 }),
    row('1', '2026-11-19', { sent: 1 }),
  ]);
  const incoming = [
    row('1', YOUNG, { sent: 0 }),
    row('2', YOUNG, { sent: 0 }),
    row('1', '2026-11-19', { sent: 2 }),
  ];
  expect(planUpsert(existing, incoming, context())).toEqual({
    ...nothing,
    updates: [{ ...existing[2], metrics: { ...NO_METRICS, sent: 2 } }],
    counts: { added: 0, changed: 1, restated: 0, held: 2, kept: 0 },
    doubted: [{ accountId: 'A', day: YOUNG }],
  });
});

test('a day that answers nothing at all is not believed either', () => {
  const existing = inSheet([row('1', YOUNG, { sent: 3 })]);
  expect(planUpsert(existing, [], context())).toEqual({
    ...nothing,
    counts: { added: 0, changed: 0, restated: 0, held: 1, kept: 0 },
    doubted: [{ accountId: 'A', day: YOUNG }],
  });
});

test('labels follow Meta inside the look-back and stay past it', () => {
  const existing = inSheet([row('1', YOUNG, { sent: 3 }), row('1', OLD, { sent: 3 })]);
  const labels = {
    category: 'UTILITY',
    template: 'renamed',
    account: 'Acme Ltd',
    language: 'en_GB',
    currency: 'EUR',
  };
  const incoming = [row('1', YOUNG, { sent: 3 }, labels), row('1', OLD, { sent: 3 }, labels)];
  expect(planUpsert(existing, incoming, fetched)).toEqual({
    ...nothing,
    updates: [{ ...existing[0], ...labels }],
    counts: { added: 0, changed: 1, restated: 1, held: 0, kept: 0 },
  });
});

test('a label Meta no longer sends keeps its last word, one that comes for the first time is taken', () => {
  const silent = { category: '', template: '', account: 'A', language: '', currency: null };
  const [one] = inSheet([row('1', YOUNG, { sent: 3 })]);
  const plan = planUpsert([one as ExistingRow], [row('1', YOUNG, { sent: 4 }, silent)], fetched);
  expect(plan.updates).toEqual([{ ...one, metrics: { ...NO_METRICS, sent: 4 } }]);
  const bare = { ...(one as ExistingRow), ...silent };
  expect(planUpsert([bare], [row('1', YOUNG, { sent: 3 })], fetched).updates).toEqual([one]);
});

test('a number corrected past the look-back leaves the category the row was priced in', () => {
  const existing = inSheet([row('1', OLD, { sent: 3, read: 2 })]);
  const plan = planUpsert(
    existing,
    [row('1', OLD, { sent: 4, read: 0 }, { category: 'UTILITY' })],
    fetched,
  );
  expect(plan.updates).toEqual([{ ...existing[0], metrics: { ...NO_METRICS, sent: 4, read: 2 } }]);
  expect(plan.counts).toEqual({ added: 0, changed: 1, restated: 1, held: 1, kept: 1 });
});

test('a row found missing past the look-back is appended with the labels of today', () => {
  const late = row('1', OLD, { sent: 3 }, { category: 'UTILITY' });
  expect(planUpsert([], [late], context()).appends).toEqual([late]);
});

describe('on the first load', () => {
  const answer = [
    row('1', OLD, { sent: 9, delivered: 9, read: 0, replied: 0, clicks: null, spent: 0 }),
    row('2', OLD, { sent: 5, delivered: 5, read: 0, clicks: 0 }),
    row('1', YOUNG, { sent: 9, delivered: 9, read: 4, replied: 0, clicks: 1, spent: 2 }),
  ];

  test('old zeros that are resets are written empty', () => {
    const { appends } = planUpsert([], answer, context());
    expect(appends.map(({ metrics }) => metrics)).toEqual([
      { ...NO_METRICS, sent: 9, delivered: 9, read: null, replied: 0, clicks: null, spent: 0 },
      { ...NO_METRICS, sent: 5, delivered: 5, read: null, clicks: null },
      { ...NO_METRICS, sent: 9, delivered: 9, read: 4, replied: 0, clicks: 1, spent: 2 },
    ]);
  });

  test('one old count above 0 keeps the zeros of its account, not of another', () => {
    const proof = row('3', OLD, { sent: 2, delivered: 2, read: 1 });
    const other = answer.map((each) => ({ ...each, accountId: 'B' }));
    const { appends } = planUpsert([], [...answer, proof, ...other], context());
    const reads = (accountId: string): (number | null)[] =>
      appends
        .filter((each) => each.accountId === accountId && each.day === OLD)
        .map(({ metrics }) => metrics.read);
    expect(reads('A')).toEqual([0, 0, 1]);
    expect(reads('B')).toEqual([null, null]);
  });

  test('what an earlier step saw counts for the next one', () => {
    const isOld = ({ day }: { day: string }) => day <= OLD;
    const young = planUpsert(
      [],
      answer.filter((each) => !isOld(each)),
      context(),
    );
    const { appends } = planUpsert([], answer.filter(isOld), context({ seen: young.seen }));
    expect(appends.map(({ metrics }) => metrics.read)).toEqual([null, null]);
    const alone = planUpsert([], answer.filter(isOld), context());
    expect(alone.appends.map(({ metrics }) => metrics.read)).toEqual([0, 0]);
  });

  test('old days that were fetched before say nothing about resets', () => {
    const plan = planUpsert([], answer, context({ wasFetched: () => true }));
    expect(plan.appends.map(({ metrics }) => metrics.read)).toEqual([0, 0, 4]);
  });

  test('a count above 0 is no reset, whatever the others are', () => {
    // Fetched before and found again: it says nothing about resets and loses nothing to them.
    const found = row('7', '2026-10-20', { sent: 6, delivered: 6, read: 5, clicks: 0 });
    const knows = context({ wasFetched: (_, day) => day === '2026-10-20' });
    const { appends } = planUpsert([], [...answer, found], knows);
    expect(appends[0]?.metrics).toEqual({ ...found.metrics, clicks: null });
    expect(appends.map(({ metrics }) => metrics.read)).toEqual([5, null, null, 4]);
  });

  test('each account is judged by its own sync day', () => {
    // Seven days before A's sync day and nine before B's: for B an old day, with reads.
    const points = [
      row('1', '2026-11-13', { delivered: 9, read: 4 }, { accountId: 'B' }),
      row('1', OLD, { delivered: 9, read: 0 }, { accountId: 'B' }),
    ];
    const syncDays = new Map([
      ['A', '2026-11-20'],
      ['B', SYNC_DAY],
    ]);
    const { appends } = planUpsert([], points, context({ syncDays }));
    expect(appends.map(({ metrics }) => metrics.read)).toEqual([0, 4]);
  });

  test('asked again after the first load, empty cells stay empty', () => {
    const sheet = carryOut([], planUpsert([], answer, context()));
    expect(planUpsert(sheet, answer, fetched)).toEqual(nothing);
    expect(planUpsert(sheet, answer, context())).toEqual(nothing);
  });
});

test('a row a person copied is left alone, and the first one is corrected', () => {
  const original = row('1', YOUNG, { sent: 3 });
  const existing = [
    ...inSheet([original]),
    ...inSheet([original, row('2', YOUNG, { sent: 1 })], 40),
  ];
  const plan = planUpsert(
    existing,
    [row('1', YOUNG, { sent: 4 }), row('2', YOUNG, { sent: 1 })],
    context(),
  );
  expect(plan.updates.map(({ rowNumber }) => rowNumber)).toEqual([2]);
  expect(plan.appends).toEqual([]);
  expect(plan.copies).toEqual({ count: 1, firstRow: 40 });
});

test('a row that was cut off while it was written is finished as if it were new', () => {
  const half = row('1', OLD, { sent: 3 });
  const whole = row('1', OLD, { sent: 3, delivered: 3, read: 0 });
  const [cut] = inSheet([half]);
  const plan = planUpsert([{ ...(cut as ExistingRow), unfinished: true }], [whole], context());
  // Of an old day, a 0 would stay empty if the row counted as one that had been written before.
  expect(plan.updates).toEqual([{ ...whole, rowNumber: 2 }]);
  expect(plan.counts).toEqual({ added: 1, changed: 0, restated: 0, held: 0, kept: 0 });
});

test('a row that was cut off raises no doubt about its day', () => {
  const cut = { ...(inSheet([row('1', YOUNG, { sent: 3 })])[0] as ExistingRow), unfinished: true };
  expect(planUpsert([cut], [], context())).toEqual(nothing);
});

test('updates come by row, wherever the rows stand', () => {
  const existing = [
    ...inSheet([row('1', YOUNG, { sent: 3 })], 90),
    ...inSheet([row('2', YOUNG, { sent: 3 })], 7),
  ];
  const incoming = [row('1', YOUNG, { sent: 4 }), row('2', YOUNG, { sent: 4 })];
  expect(
    planUpsert(existing, incoming, context()).updates.map(({ rowNumber }) => rowNumber),
  ).toEqual([7, 90]);
});

const anyCount = fc.oneof(fc.constant(null), fc.constant(0), fc.nat({ max: 900 }));
const anyMetrics = fc
  .tuple(...BASE_METRICS.map(() => anyCount))
  .map(
    (values) =>
      Object.fromEntries(BASE_METRICS.map((name, i) => [name, values[i] ?? null])) as Metrics,
  );
const anyRow = fc
  .record({
    accountId: fc.constantFrom('A', 'B'),
    day: fc.constantFrom(OLD, '2026-11-13', '2026-11-14', '2026-11-15', YOUNG, SYNC_DAY),
    templateId: fc.constantFrom('1', '2', '3'),
    product: fc.constantFrom<Product>('cloud_api', 'marketing_messages'),
    category: fc.constantFrom('MARKETING', 'UTILITY'),
    metrics: anyMetrics,
  })
  .map(({ templateId, day, metrics, ...more }) => row(templateId, day, metrics, more));
const anyAnswer = fc.uniqueArray(anyRow, {
  maxLength: 25,
  selector: ({ accountId, day, templateId, product }) =>
    [accountId, day, templateId, product].join(),
});
const runs = { numRuns: 200, seed: 20260101 };

test('the same answer twice is the same as once', () => {
  fc.assert(
    fc.property(anyAnswer, anyAnswer, fc.boolean(), (before, answer, known) => {
      const start = carryOut([], planUpsert([], before, context()));
      const first = known ? fetched : context();
      const sheet = carryOut(start, planUpsert(start, answer, first));
      for (const again of [first, fetched]) {
        const { updates, appends } = planUpsert(sheet, answer, again);
        expect({ updates, appends }).toEqual({ updates: [], appends: [] });
      }
    }),
    runs,
  );
});

test('the order of the answer and of the sheet changes nothing', () => {
  fc.assert(
    fc.property(anyAnswer, anyAnswer, (before, answer) => {
      const sheet = carryOut([], planUpsert([], before, context()));
      const plan = planUpsert(sheet, answer, fetched);
      const turned = planUpsert([...sheet].reverse(), [...answer].reverse(), fetched);
      expect({
        ...turned,
        doubted: new Set(turned.doubted.map((d) => d.accountId + d.day)),
      }).toEqual({
        ...plan,
        doubted: new Set(plan.doubted.map((d) => d.accountId + d.day)),
      });
    }),
    runs,
  );
});

test('no key is lost, none is double, and no count of an old day falls', () => {
  const key = (each: DailyRow): string =>
    [each.accountId, each.day, each.templateId, each.product].join();
  fc.assert(
    fc.property(anyAnswer, anyAnswer, (before, answer) => {
      const sheet = carryOut([], planUpsert([], before, context()));
      const after = carryOut(sheet, planUpsert(sheet, answer, fetched));
      expect(new Set(after.map(key)).size).toBe(after.length);
      sheet.forEach((old, i) => {
        const now = after[i];
        expect(now && [key(now), now.rowNumber]).toEqual([key(old), old.rowNumber]);
        if (old.day > '2026-11-14') return;
        expect(now?.category).toBe(old.category);
        for (const name of ['read', 'replied', 'clicks', 'uniqueClicks', 'quickReplies'] as const) {
          expect(now?.metrics[name] ?? -1).toBeGreaterThanOrEqual(old.metrics[name] ?? -1);
        }
      });
    }),
    runs,
  );
});

test('each wave of a split answer gives what the whole gives, day by day', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      // Days are the unit: a day's doubts and a first load's resets are decided within one wave.
      const young = answer.filter(({ day }) => day > '2026-11-14');
      const whole = carryOut([], planUpsert([], young, context()));
      const parts = [...new Set(young.map(({ day }) => day))].reduce<ExistingRow[]>(
        (sheet, day) =>
          carryOut(
            sheet,
            planUpsert(
              sheet.filter((each) => each.day === day),
              young.filter((each) => each.day === day),
              context(),
            ),
          ),
        [],
      );
      const plain = (rows: readonly ExistingRow[]): string[] =>
        rows.map(({ rowNumber: _, ...rest }) => JSON.stringify(rest)).sort();
      expect(plain(parts)).toEqual(plain(whole));
    }),
    runs,
  );
});
