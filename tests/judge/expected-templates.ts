// What WA Templates must say of each template over chosen days, and of the change against the compared days.
import type { Cell } from './compare-tab';
import { daysBetween, plusDays, serialOf } from './days';
import { isCount, over, shown } from './expected';
import type { ExpectedPoint } from './expected-points';
import { sum } from './numbers';
import { type Interval, newcombe, wilson } from './statistics';
import type { JudgeTemplate } from './world';

export interface Period {
  from: string;
  to: string;
}
export type CompareTo = 'none' | 'previous' | 'weekday' | 'year';

/** As many days right before; the same, moved back by whole weeks; the same days a year ago. */
export function comparedPeriod({ from, to }: Period, compareTo: CompareTo): Period | null {
  if (compareTo === 'none') return null;
  const days = daysBetween(from, to).length;
  const shift = compareTo === 'previous' ? days : Math.ceil(days / 7) * 7;
  if (compareTo !== 'year') return { from: plusDays(from, -shift), to: plusDays(to, -shift) };
  const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { from: yearBefore(from), to: yearBefore(to) };
}

type Read = (point: ExpectedPoint) => number | null;
const both =
  (...names: (keyof ExpectedPoint['conversions'])[]): Read =>
  ({ conversions }) =>
    sum(names.map((name) => conversions[name]));
const spent: Read = ({ numbers }) => numbers.spent;
const delivered: Read = ({ numbers }) => numbers.delivered;

const TOTALS: Record<string, Read> = {
  Sent: ({ numbers }) => numbers.sent,
  Delivered: delivered,
  Read: ({ numbers }) => numbers.read,
  Replied: ({ numbers }) => numbers.replied,
  'Link clicks': ({ numbers }) => numbers.clicks,
  'Unique link clicks': ({ numbers }) => numbers.unique,
  'Quick replies': ({ numbers }) => numbers.quick,
  Spent: spent,
  'Add to cart': both('appCart', 'webCart'),
  Checkouts: both('appCheckouts', 'webCheckouts'),
  Purchases: both('appPurchases', 'webPurchases'),
  'Purchase value': both('appValue', 'webValue'),
  'App activations': both('activations'),
};
const RATIOS: Record<string, [Read, Read]> = {
  'Cost per delivered': [spent, delivered],
  'Cost per click': [spent, ({ numbers }) => numbers.clicks],
  'Cost per reply': [spent, ({ numbers }) => numbers.replied],
  ROAS: [both('appValue', 'webValue'), spent],
};
const RATES: Record<string, [Read, Read]> = {
  'Delivery rate': [delivered, ({ numbers }) => numbers.sent],
  'Read rate': [({ numbers }) => numbers.read, delivered],
  'Reply rate': [({ numbers }) => numbers.replied, delivered],
  'Click rate': [({ numbers }) => numbers.clicks, delivered],
};
export const TOTAL_NAMES = Object.keys(TOTALS);
export const RATE_NAMES = Object.keys(RATES);
export const NUMBER_NAMES = [...TOTAL_NAMES, ...Object.keys(RATIOS), ...RATE_NAMES];

export interface WantedTemplate {
  template: JudgeTemplate;
  /** Every cell by its header, but status, quality, text and buttons. */
  cells: Map<string, Cell>;
  /** Verdicts so close to the border that the last digits of z decide. */
  unsure: Set<string>;
}

/**
 * @param points what the ledger knows; those without any number above 0 are no rows and say nothing
 * @param compared null where nothing is compared, or the ledger does not have those days
 */
export function expectTemplates(
  points: readonly ExpectedPoint[],
  chosen: Period,
  compared: Period | null,
): WantedTemplate[] {
  const rows = points.filter(({ numbers, conversions }) =>
    [...Object.values(numbers), ...Object.values(conversions)].some(isCount),
  );
  const within = (own: readonly ExpectedPoint[], period: Period | null) =>
    own.filter(({ day }) => period !== null && period.from <= day && day <= period.to);
  const byTemplate = new Map<JudgeTemplate, ExpectedPoint[]>();
  for (const row of within(rows, chosen)) {
    byTemplate.set(row.template, [...(byTemplate.get(row.template) ?? []), row]);
  }
  return [...byTemplate].map(([template, now]) => {
    const before = within(
      rows.filter((row) => row.template === template),
      compared,
    );
    const { account } = now[0] as ExpectedPoint;
    const cells = new Map<string, Cell>([
      ['From', serialOf(chosen.from)],
      ['To', serialOf(chosen.to)],
      ['Account', account.name],
      ['Account ID', account.id],
      ['Template', template.name],
      ['Template ID', template.id],
      ['Language', template.language],
      ['Category', template.category],
      ['Currency', account.currency ?? ''],
      ['Compared from', compared ? serialOf(compared.from) : ''],
      ['Compared to', compared ? serialOf(compared.to) : ''],
    ]);
    const unsure = new Set<string>();
    for (const name of NUMBER_NAMES) {
      const [is, was] = [numberOf(name, now), numberOf(name, before)];
      cells.set(name, shown(is));
      cells.set(`${name} change`, changeOf(is, was));
    }
    for (const [name, pair] of Object.entries(RATES)) {
      const [is, was] = [partsOf(now, pair), partsOf(before, pair)];
      const interval = wilson(is.k, is.n);
      cells.set(`${name} low`, interval?.low ?? '');
      cells.set(`${name} high`, interval?.high ?? '');
      const difference = newcombe(is, was);
      cells.set(`${name} verdict`, wordOf(difference));
      if (difference && Math.min(Math.abs(difference.low), Math.abs(difference.high)) < 1e-6) {
        unsure.add(`${name} verdict`);
      }
    }
    return { template, cells, unsure };
  });
}

function numberOf(name: string, rows: readonly ExpectedPoint[]): number | null {
  const read = TOTALS[name];
  if (read) return sum(rows.map(read));
  const { k, n } = partsOf(rows, RATIOS[name] ?? (RATES[name] as [Read, Read]));
  return n === 0 ? null : k / n;
}

/** Both parts of a ratio, over the rows that report both. */
function partsOf(rows: readonly ExpectedPoint[], [part, whole]: [Read, Read]) {
  const reported = rows.filter((row) => part(row) !== null && whole(row) !== null);
  return { k: sum(reported.map(part)) ?? 0, n: sum(reported.map(whole)) ?? 0 };
}

function changeOf(is: number | null, was: number | null): Cell {
  const times = over(is, was);
  return typeof times === 'number' ? times - 1 : '';
}

function wordOf(difference: Interval | null): Cell {
  if (!difference) return '';
  if (difference.low > 0) return 'up';
  return difference.high < 0 ? 'down' : 'no clear change';
}
