// A report, cell by cell: where each block stands, what it says, and whether somebody moved its columns.
import type { ButtonTotal, TemplateReport } from '../core/compare/report';
import { addRow, noSums, type Sums } from '../core/index/sums';
import { type Metrics, NO_METRICS } from '../core/metrics';
import { words } from '../texts/words';
import {
  CHART_COLUMNS,
  dayTitles,
  isMoved,
  keepLabels,
  layOut,
  REPORT_WIDTH,
} from './report-layout';

const { en, pt } = words.compare;
const sums = (some: Partial<Metrics>): Sums => {
  const total = noSums();
  addRow(total, { ...NO_METRICS, ...some });
  return total;
};
const BUTTON: ButtonTotal = {
  type: 'url_button',
  label: 'Buy',
  clicks: 30,
  uniqueClicks: 20,
  delivered: 300,
  clickRate: 0.1,
};
const REPORT: TemplateReport = {
  labels: {
    account: 'Acme',
    accountId: '1',
    template: 'promo',
    templateId: '11',
    language: 'pt_BR',
    category: 'MARKETING',
    status: 'APPROVED',
    quality: 'GREEN',
    text: 'Olá {{1}}',
    buttons: 'Buy | Stop',
    currency: 'USD',
  },
  days: { from: '2026-11-01', to: '2026-11-02' },
  comparedDays: { from: '2026-10-25', to: '2026-10-26' },
  now: sums({
    sent: 400,
    delivered: 300,
    read: 240,
    clicks: 30,
    spent: 15,
    appPurchases: 2,
    appPurchaseValue: 60,
  }),
  before: sums({ sent: 200, delivered: 200, read: 100, clicks: 10, spent: 10 }),
  buttons: [BUTTON, { ...BUTTON, type: 'quick_reply_button', label: 'Stop', uniqueClicks: null }],
  byDay: [
    {
      day: '2026-11-01',
      sums: sums({ sent: 400, delivered: 300, read: 240, clicks: 30, spent: 15 }),
    },
    { day: '2026-11-02', sums: noSums() },
  ],
  mixed: false,
};
/** Values row by row, without the empty cells at the end. */
const valuesOf = (report: TemplateReport, language = en): unknown[][] =>
  layOut(report, language).cells.map((line) => {
    const values = line.map(({ value }) => value);
    while (values.length > 0 && values[values.length - 1] === null) values.pop();
    return values;
  });
const rowOf = (report: TemplateReport, label: string): unknown[] =>
  valuesOf(report).find(([first]) => first === label) ?? [];

test('the blocks stand one below the other', () => {
  const firsts = valuesOf(REPORT).map(([first]) => first ?? null);
  expect(firsts).toEqual([
    'promo (pt_BR)',
    en.report.about,
    'Dates',
    'Compared with',
    'Account',
    'Template ID',
    'Category',
    'Status',
    'Quality',
    'Currency',
    null,
    'Metric',
    ...'Sent, Delivered, Read, Replied, Link clicks, Unique link clicks, Quick replies, Spent'.split(
      ', ',
    ),
    ...'Add to cart, Checkouts, Purchases, Purchase value, App activations'.split(', '),
    ...'Cost per delivered, Cost per click, Cost per reply, ROAS'.split(', '),
    ...'Delivery rate, Read rate, Reply rate, Click rate'.split(', '),
    null,
    'Text',
    'Buttons',
    null,
    'Button',
    'Buy',
    'Stop',
    null,
    'Date',
    '2026-11-01',
    '2026-11-02',
  ]);
  expect(layOut(REPORT, en).cells.every((line) => line.length === REPORT_WIDTH)).toBe(true);
});

test('each number stands beside the compared one, its change, and the word about it', () => {
  expect(rowOf(REPORT, 'Metric')).toEqual([
    'Metric',
    'These dates',
    'Compared',
    'Change',
    'Verdict',
  ]);
  expect(rowOf(REPORT, 'Sent')).toEqual(['Sent', 400, 200, 1]);
  expect(rowOf(REPORT, 'Spent')).toEqual(['Spent', 15, 10, 0.5]);
  expect(rowOf(REPORT, 'Cost per click')).toEqual(['Cost per click', 0.5, 1, -0.5]);
  expect(rowOf(REPORT, 'Read rate')).toEqual(['Read rate', 0.8, 0.5, 0.6, 'up']);
  expect(rowOf(REPORT, 'Purchases')).toEqual(['Purchases', 2]);
  expect(rowOf(REPORT, 'ROAS')).toEqual(['ROAS', 4]);
  expect(rowOf(REPORT, 'Replied')).toEqual(['Replied']);
  expect(rowOf(REPORT, 'Dates')).toEqual(['Dates', '2026-11-01', '2026-11-02']);
});

test('buttons and days have their own tables', () => {
  expect(rowOf(REPORT, 'Buy')).toEqual(['Buy', 'url_button', 30, 20, 300, 0.1]);
  expect(rowOf(REPORT, 'Stop')).toEqual(['Stop', 'quick_reply_button', 30, null, 300, 0.1]);
  expect(rowOf(REPORT, '2026-11-01')).toEqual([
    '2026-11-01',
    400,
    300,
    240,
    null,
    30,
    15,
    0.05,
    0.5,
  ]);
  expect(rowOf(REPORT, '2026-11-02')).toEqual(['2026-11-02', 0, 0, 0, 0, 0, 0, null, null, 0, 0]);
});

test('the chart is of the columns with the date, delivered and link clicks', () => {
  const titles = dayTitles(en);
  expect(CHART_COLUMNS.map((column) => titles[column - 1])).toEqual([
    'Date',
    'Delivered',
    'Link clicks',
  ]);
  const { cells, dayHeader } = layOut(REPORT, en);
  expect(cells[dayHeader - 1]?.map(({ value }) => value)).toEqual(titles);
});

test('days of two currencies say so, and have no money', () => {
  const mixed = { ...REPORT, mixed: true };
  expect(rowOf(mixed, 'Spent')).toEqual(['Spent']);
  expect(rowOf(mixed, 'ROAS')).toEqual(['ROAS']);
  expect(rowOf(mixed, '2026-11-01')).toEqual(['2026-11-01', 400, 300, 240, null, 30]);
  expect(rowOf(mixed, 'Sent')).toEqual(['Sent', 400, 200, 1]);
  expect(valuesOf(mixed)[10]).toEqual([null, en.report.mixed]);
});

test('days never synced say so', () => {
  const none = {
    ...REPORT,
    days: null,
    comparedDays: null,
    now: null,
    before: null,
    buttons: [],
    byDay: [],
  };
  expect(rowOf(none, 'Dates')).toEqual(['Dates', en.report.notHeld]);
  expect(rowOf(none, 'Sent')).toEqual(['Sent']);
});

describe('columns', () => {
  const shown = (language: typeof en): unknown[][] =>
    layOut(REPORT, language).cells.map((line) => line.map(({ value }) => value ?? ''));
  const titles = dayTitles(en);
  const inserted = (at: number): unknown[][] =>
    shown(en).map((line) => [...line.slice(0, at), '', ...line.slice(at)].slice(0, REPORT_WIDTH));

  test('as they were left are right, and so are those of another language', () => {
    expect(isMoved(shown(en), titles)).toBe(false);
    expect(isMoved(shown(pt), titles)).toBe(false);
    expect(isMoved([], titles)).toBe(false);
  });
  test('half written are right', () => {
    const cut = shown(en).map((line, i, all) =>
      i < all.length - 3
        ? line
        : i > all.length - 3
          ? []
          : line.map((value, at) => (at < 4 ? value : '')),
    );
    expect(isMoved(cut, titles)).toBe(false);
  });
  test.each([0, 1, 5, 9])('pushed aside by one inserted at %d are moved', (at) => {
    expect(isMoved(inserted(at), titles)).toBe(true);
  });
  test('do not depend on a button called Date', () => {
    const buttons = [{ ...BUTTON, label: 'Date' }];
    const cells = layOut({ ...REPORT, buttons }, en).cells.map((line) =>
      line.map(({ value }) => value ?? ''),
    );
    expect(isMoved(cells, titles)).toBe(false);
  });
});

test('what the tab says of its template stays where the report does not say it', () => {
  const shown = layOut(REPORT, pt).cells.map((line) => line.map(({ value }) => value ?? ''));
  const unknown = { ...REPORT.labels, status: 'DELETED', quality: '', text: '', buttons: '' };
  const kept = keepLabels({ ...REPORT, labels: unknown }, [['my own row'], ...shown], pt);
  expect(kept.labels).toEqual({ ...REPORT.labels, status: 'DELETED' });
  expect(keepLabels({ ...REPORT, labels: unknown }, [], pt).labels).toEqual(unknown);
});
