// Builds what Meta would hold: accounts, awkward templates, and a raw data point for each day with traffic.
import { civilDayOf, daysBetween, plusDays, startOfDay } from './days';
import { createRandom, type Random } from './random';

export interface RawPoint {
  template_id: string | number;
  start: number;
  end: number;
  [key: string]: unknown;
}
export interface JudgeTemplate {
  id: string;
  /** Meta sends small ids as JSON numbers now and then. */
  numericId: boolean;
  name: string;
  language: string;
  category: string;
  status: string;
  kind: ButtonKind;
  /** Raw points by civil day of the account. */
  points: Map<string, RawPoint>;
}
export interface JudgeAccount {
  id: string;
  name: string;
  currency: string | null;
  timezoneId: string | number | undefined;
  zone: string;
  /** How Meta finds its way to this account. */
  seenBy: 'assigned' | 'owned' | 'client' | 'id';
  templates: JudgeTemplate[];
}
export interface World {
  /** Instant of the first sync. */
  now: number;
  accounts: JudgeAccount[];
}
export interface WorldOptions {
  seed: number;
  now: string;
  zones: ZoneName[];
  templates: number;
  days?: number;
  /** Reads and clicks of old days dropped to 0, as Meta does after seven days. */
  resets?: boolean;
  /** Share of days with traffic. */
  density?: number;
  currencies?: (string | null)[];
  plainNames?: boolean;
}

const ZONES = {
  'America/Sao_Paulo': '25',
  'America/Santiago': '41',
  'Europe/Lisbon': 110,
  'America/New_York': '7',
  'Asia/Kolkata': 71,
  'Pacific/Auckland': '100',
  'America/Los_Angeles': '1',
} as const;
export type ZoneName = keyof typeof ZONES;

const AWKWARD_NAMES = [
  '=1+1',
  '007',
  '+55',
  '1/2',
  'TRUE',
  "'x",
  '-3',
  '@sum',
  '50%',
  '1E5',
  '2026-11-01',
  '12:30',
  'R$ 3',
  'promo_a',
  'promo_b',
  'código_ção_🎉',
  'two words',
  '123456789012345678',
];
type ButtonKind =
  | 'none'
  | 'both'
  | 'only-unique'
  | 'only-total'
  | 'quick'
  | 'unlabelled'
  | 'mixed'
  | 'empty-list';
const KINDS: ButtonKind[] = [
  'none',
  'both',
  'only-unique',
  'only-total',
  'quick',
  'unlabelled',
  'mixed',
  'empty-list',
];

function makeId(random: Random, digits: number): string {
  let id = String(random.int(1, 9));
  while (id.length < digits) id += String(random.int(0, 9));
  return id;
}

export function buildWorld(options: WorldOptions): World {
  const random = createRandom(options.seed);
  const now = Date.parse(options.now);
  const used = new Set<string>();
  const freshId = (digits: number): string => {
    let id = makeId(random, digits);
    while (used.has(id)) id = makeId(random, digits);
    used.add(id);
    return id;
  };
  const seenBy = ['assigned', 'owned', 'client'] as const;
  const accounts = options.zones.map((zone, index): JudgeAccount => {
    const currencies = options.currencies ?? ['BRL', 'USD', 'EUR'];
    return {
      id: freshId(random.int(15, 17)),
      name: ['Loja Ágata', '=Shop "2"', '0042'][index] ?? `Account ${index}`,
      currency: currencies[index % currencies.length] ?? null,
      timezoneId: ZONES[zone],
      zone,
      seenBy: seenBy[index % seenBy.length] ?? 'assigned',
      templates: [],
    };
  });
  const days = options.days ?? 90;
  for (const account of accounts) {
    const names = options.plainNames ? [] : random.shuffle(AWKWARD_NAMES);
    for (let n = 0; n < options.templates; n++) {
      const name = names[n] ?? `tpl_${String(n).padStart(4, '0')}`;
      const base = {
        status: random.pick(['APPROVED', 'PAUSED', 'ARCHIVED', 'SOME_FUTURE_STATUS']),
        category: random.pick(['MARKETING', 'UTILITY', 'AUTHENTICATION', 'FUTURE_CATEGORY']),
      };
      // Every fourth name exists in a second language under an id of its own.
      const languages = n % 4 === 0 ? ['pt_BR', 'es'] : [random.pick(['en_US', 'pt_BR', 'en'])];
      for (const language of languages) {
        const template: JudgeTemplate = {
          ...base,
          id: freshId(random.int(15, 17)),
          numericId: false,
          name,
          language,
          kind: random.pick(KINDS),
          points: new Map(),
        };
        template.numericId = Number(template.id) <= Number.MAX_SAFE_INTEGER && random.chance(0.4);
        addTraffic(template, account, now, days, options, random);
        account.templates.push(template);
      }
    }
  }
  return { now, accounts };
}

function addTraffic(
  template: JudgeTemplate,
  account: JudgeAccount,
  now: number,
  days: number,
  options: WorldOptions,
  random: Random,
): void {
  const today = civilDayOf(now, account.zone);
  const old = plusDays(today, -8);
  for (const day of daysBetween(plusDays(today, 1 - days), today)) {
    if (!random.chance(options.density ?? 0.5)) continue;
    const point = makePoint(template, account, day, random);
    if (options.resets && day <= old) dropExpired(point);
    template.points.set(day, point);
  }
}

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

/** What Meta does to a day's reads and clicks after seven days. */
export function dropExpired(point: RawPoint): void {
  if (point.read !== undefined) point.read = 0;
  if (point.replied !== undefined) point.replied = 0;
  const clicked = point.clicked as { count: number }[] | undefined;
  for (const row of clicked ?? []) row.count = 0;
}
