// The report of one template: totals, every day, buttons; from rows made by hand.
import { noteFetched } from '../coverage';
import { type ChunkRecord, findRecord } from '../index/chunk';
import { createStore, type IndexStore, writeRows } from '../testing/index-store';
import { row } from '../testing/rows';
import type { Material } from './compare-templates';
import { measureOf } from './measures';
import { reportedIn, reportTemplate, type TemplateReport } from './report';

const TODAY = '2026-11-05';
const ROWS = [
  row('1', '2026-10-24', { sent: 10, delivered: 9, spent: 1 }),
  row('1', '2026-10-31', { sent: 30, delivered: 20, clicks: 4, spent: 2 }),
  row('1', '2026-11-02', { sent: 5, delivered: 5, clicks: 1, spent: 0.5 }, { category: 'UTILITY' }),
  row('1', '2026-11-02', { sent: 2, delivered: 2, spent: 0.25 }, { product: 'marketing_messages' }),
  row('2', '2026-11-02', { sent: 999, delivered: 999 }),
];

/** What the index will say of buttons, laid over the records of a reader. */
type Buttons = NonNullable<ChunkRecord['rows'][number]['buttons']>;
function report(
  store: IndexStore,
  more: Partial<Material> = {},
  buttons: Record<string, Buttons> = {},
): TemplateReport | null {
  noteFetched(store.head, 'A', 'all', { from: '2026-10-20', to: TODAY }, TODAY);
  const material: Material = {
    head: store.head,
    read: ({ month, bucket }, series) => {
      const record = findRecord(store.texts.get(month)?.[bucket] ?? '', series);
      for (const one of record?.rows ?? []) {
        const found = buttons[`${(month % 12) + 1}/${one.dayOfMonth} ${one.product}`];
        if (found) one.buttons = found;
      }
      return record;
    },
    choice: { from: '2026-10-31', to: '2026-11-30', templates: 'all', compareTo: 'weekday' },
    listed: new Map(),
    asked: new Set(),
    known: new Map(),
    accounts: ['A'],
    ...more,
  };
  return reportTemplate(material, 'A', '1');
}
const ledger = (rows = ROWS): IndexStore => {
  const store = createStore();
  writeRows(store, rows);
  return store;
};

test('every day has its sums over categories and products, days without rows are zero', () => {
  const made = report(ledger());
  expect(made?.days).toEqual({ from: '2026-10-31', to: TODAY });
  expect(
    made?.byDay.map(({ day, sums }) => [
      day,
      ...(['sent', 'delivered', 'clicks', 'spent', 'costPerClick'] as const).map((name) =>
        measureOf(sums, name),
      ),
    ]),
  ).toEqual([
    ['2026-10-31', 30, 20, 4, 2, 0.5],
    ['2026-11-01', 0, 0, 0, 0, null],
    ['2026-11-02', 7, 7, 1, 0.75, 0.5],
    ['2026-11-03', 0, 0, 0, 0, null],
    ['2026-11-04', 0, 0, 0, 0, null],
    ['2026-11-05', 0, 0, 0, 0, null],
  ]);
});

test('totals are those of the days, with the compared days beside them', () => {
  const made = report(ledger());
  expect(made?.comparedDays).toEqual({ from: '2026-10-24', to: '2026-10-29' });
  expect(measureOf(made?.now ?? null, 'sent')).toBe(37);
  expect(measureOf(made?.before ?? null, 'sent')).toBe(10);
  expect(made?.labels).toMatchObject({ template: 't1', category: 'UTILITY', currency: 'USD' });
});

test('compared days that are not held give no numbers', () => {
  const choice = {
    from: '2026-10-22',
    to: TODAY,
    templates: 'all',
    compareTo: 'previous',
  } as const;
  expect(report(ledger(), { choice })?.before).toBeNull();
});

test('buttons are added up by type and label, most clicks first', () => {
  const on = (type: string, label: string, clicks: number | null, delivered: number | null) => ({
    type,
    label,
    clicks,
    uniqueClicks: clicks === null ? null : clicks - 1,
    delivered,
  });
  const made = report(
    ledger(),
    {},
    {
      '10/31 cloud_api': [on('url_button', 'Buy', 4, 20), on('quick_reply_button', 'Buy', 2, 20)],
      '11/2 cloud_api': [on('url_button', 'Buy', 1, 5), on('url_button', '', null, 5)],
      '11/2 marketing_messages': [on('url_button', 'Buy', 9, null)],
      '10/24 cloud_api': [on('url_button', 'Buy', 100, 100)],
    },
  );
  expect(made?.buttons).toEqual([
    {
      type: 'url_button',
      label: 'Buy',
      clicks: 14,
      uniqueClicks: 11,
      delivered: 25,
      clickRate: 0.2,
    },
    {
      type: 'quick_reply_button',
      label: 'Buy',
      clicks: 2,
      uniqueClicks: 1,
      delivered: 20,
      clickRate: 0.1,
    },
    {
      type: 'url_button',
      label: '',
      clicks: null,
      uniqueClicks: null,
      delivered: 5,
      clickRate: null,
    },
  ]);
});

test('money of two currencies is left out, counts are not', () => {
  const made = report(
    ledger([...ROWS, row('1', '2026-11-03', { sent: 1, spent: 5 }, { currency: 'BRL' })]),
  );
  if (!made) throw new Error('There is no report.');
  expect(made.labels.currency).toBe('USD, BRL');
  expect(reportedIn(made, made.now, 'sent')).toBe(38);
  expect(reportedIn(made, made.now, 'spent')).toBeNull();
  expect(reportedIn(made, made.now, 'costPerClick')).toBeNull();
  expect(reportedIn(made, made.now, 'roas')).toBeNull();
});

test('an unknown template has no report', () => {
  expect(report(ledger([row('2', '2026-11-01', { sent: 1 })]))).toBeNull();
});

test('before anything of it was fetched there are no days', () => {
  const choice = {
    from: '2026-09-01',
    to: '2026-09-30',
    templates: 'all',
    compareTo: 'weekday',
  } as const;
  expect(report(ledger(), { choice })).toMatchObject({
    days: null,
    now: null,
    byDay: [],
    buttons: [],
  });
});
