// Turns the counts of a bucket into a data point in the shape that Meta documents.
import type { Account } from './accounts';
import { type Conversion, listConversions } from './conversions';
import { countedButtons, type Product, planFor, type Template } from './template';
import type { DayTotals } from './traffic';

export interface Click {
  type: string;
  button_content?: string;
  count: number;
}
export interface Cost {
  type: string;
  value?: number | string;
}
export interface Point {
  template_id: string | number;
  start: number;
  end: number;
  sent?: number;
  delivered?: number;
  read?: number;
  replied?: number;
  clicked?: Click[];
  cost?: Cost[];
  /** What the quirks add. */
  [unknown: `some_future_${string}`]: number;
  [conversion: `${'app' | 'website'}_${string}`]: unknown;
}

export interface Bucket {
  start: number;
  end: number;
}

/** Metric names, as keys of a point. */
export type Metric = 'sent' | 'delivered' | 'read' | 'replied' | 'clicked' | 'cost' | Conversion;

/** A point with the metrics asked for, or null when the template reports none of them. */
export function makePoint(
  template: Template,
  account: Account,
  product: Product,
  bucket: Bucket,
  counts: DayTotals,
  metrics: ReadonlySet<Metric>,
): Point | null {
  const point: Point = { template_id: template.id, ...bucket };
  if (metrics.has('sent')) point.sent = counts.sent;
  if (metrics.has('delivered')) point.delivered = counts.delivered;
  if (metrics.has('read')) point.read = counts.read;
  if (metrics.has('replied') && template.category !== 'AUTHENTICATION') {
    point.replied = counts.replied;
  }
  if (metrics.has('clicked') && counts.buttons.length > 0) {
    point.clicked = listClicks(counts, template.links);
  }
  if (metrics.has('cost')) point.cost = listCosts(template, account, product, counts);
  for (const [name, value] of Object.entries(counts.funnels ? listConversions(counts.funnels) : {}))
    if (metrics.has(name as Conversion)) point[name as Conversion] = value;
  return Object.keys(point).length > 3 ? point : null;
}

function listClicks({ buttons }: DayTotals, links: Template['links']): Click[] {
  return buttons.flatMap(({ type, text, clicks, unique }): Click[] => {
    if (type === 'QUICK_REPLY') {
      return [{ type: 'quick_reply_button', button_content: text, count: clicks }];
    }
    const once = { type: 'unique_url_button', button_content: text, count: unique };
    if (links === 'unique') return [once];
    return [{ type: 'url_button', button_content: text, count: clicks }, once];
  });
}

function listCosts(
  template: Template,
  account: Account,
  product: Product,
  counts: DayTotals,
): Cost[] {
  const charged = Math.round(counts.delivered * (planFor(template, product)?.paid ?? 1));
  const bid = product === 'marketing' ? (template.marketing?.price ?? 1) : 1;
  const spent = round(charged * account.prices[template.category] * bid);
  const costs = [
    { type: 'amount_spent', ...reported(spent) },
    { type: 'cost_per_delivered', ...reported(divide(spent, counts.delivered)) },
  ];
  if (!countedButtons(template).some(({ type }) => type === 'URL')) return costs;
  const clicks = counts.buttons
    .filter(({ type }) => type === 'URL')
    .reduce(
      (sum, { clicks: total, unique }) => sum + (template.links === 'both' ? total : unique),
      0,
    );
  return [...costs, { type: 'cost_per_url_button_click', ...reported(divide(spent, clicks)) }];
}

/** Meta leaves the value out where nothing was spent; the entry stays. */
const reported = (value: number) => (value > 0 ? { value } : {});

const divide = (spent: number, count: number) => (count > 0 ? round(spent / count) : 0);

const round = (value: number) => Math.round(value * 1e6) / 1e6;
