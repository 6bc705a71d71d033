// Raw points as Meta might send them, and what Meta does to them after seven days.
import { dropConversions } from './conversions';
import { plusDays, startOfDay } from './days';
import type { Random } from './random';
import type { JudgeAccount, JudgeTemplate } from './world';

export interface RawPoint {
  template_id: string | number;
  start: number;
  end: number;
  [key: string]: unknown;
}
export type ButtonKind =
  | 'none'
  | 'both'
  | 'only-unique'
  | 'only-total'
  | 'quick'
  | 'unlabelled'
  | 'mixed'
  | 'empty-list';

/** A point as Meta might send it: any part may be missing, text for numbers where prices stand. */
export function makePoint(
  template: JudgeTemplate,
  account: JudgeAccount,
  day: string,
  random: Random,
): RawPoint {
  const start = startOfDay(day, account.zone);
  const point: RawPoint = {
    template_id: template.numericId ? Number(template.id) : template.id,
    start,
    end: startOfDay(plusDays(day, 1), account.zone),
  };
  if (random.chance(0.05)) {
    Object.assign(point, { sent: 0, delivered: 0, read: 0, cost: [{ type: 'amount_spent' }] });
    return point;
  }
  const sent = random.int(1, 5000);
  const delivered = random.int(0, sent);
  const read = random.int(0, delivered);
  point.sent = sent;
  if (!random.chance(0.04)) point.delivered = delivered;
  if (!random.chance(0.08)) point.read = read;
  if (random.chance(0.2)) point.replied = random.int(0, 40);
  if (random.chance(0.1)) point.some_future_metric = 7;
  const clicked = makeClicks(template.kind, random);
  if (clicked) point.clicked = clicked;
  if (!random.chance(0.1)) point.cost = makeCost(delivered, random);
  return point;
}

function makeClicks(kind: ButtonKind, random: Random): object[] | undefined {
  const count = (): number => random.int(0, 90);
  const row = (type: string, label: string | undefined, n: number): object =>
    label === undefined ? { type, count: n } : { type, button_content: label, count: n };
  switch (kind) {
    case 'none':
      return undefined;
    case 'empty-list':
      return [];
    case 'both': {
      const [a, b] = [count(), count()];
      return random.shuffle([
        row('url_button', 'Ver ofertas', a + 5),
        row('unique_url_button', 'Ver ofertas', a),
        row('url_button', '=Site', b + 1),
        row('unique_url_button', '=Site', b),
      ]);
    }
    case 'only-unique':
      return [row('unique_url_button', 'See', count()), row('unique_url_button', 'Go', count())];
    case 'only-total':
      return [row('url_button', 'Same', count()), row('url_button', 'Same', count())];
    case 'quick':
      return [row('quick_reply_button', 'Stop', count()), row('quick_reply_button', 'OK', count())];
    case 'unlabelled':
      return [row('url_button', undefined, count()), row('unique_url_button', undefined, count())];
    case 'mixed':
      return random.shuffle([
        row('unique_url_button', 'Only unique', count()),
        row('url_button', 'Both', count()),
        row('unique_url_button', 'Both', count()),
        row('quick_reply_button', 'Stop', count()),
        row('some_future_button', 'Odd', 99),
      ]);
  }
}

function makeCost(delivered: number, random: Random): object[] {
  if (random.chance(0.1)) return [{ type: 'amount_spent' }, { type: 'cost_per_delivered' }];
  const value = Math.round(delivered * random.int(1, 900)) / 10_000;
  const written = random.chance(0.15) ? String(value) : value;
  return random.shuffle([
    { type: 'amount_spent', value: written },
    { type: 'cost_per_delivered', value: 0.123 },
    { type: 'some_future_cost', value: 1 },
  ]);
}

/** What Meta does to a day's reads, clicks and conversions after seven days. */
export function dropExpired(point: RawPoint): void {
  if (point.read !== undefined) point.read = 0;
  if (point.replied !== undefined) point.replied = 0;
  const clicked = point.clicked as { count: number }[] | undefined;
  for (const row of clicked ?? []) row.count = 0;
  dropConversions(point);
}
