// Builds what Meta would hold: accounts, awkward templates, and a raw data point for each day with traffic.
import { civilDayOf, daysBetween, plusDays } from './days';
import { makeContent, type TemplateContent } from './library';
import { makeMarketingPoint } from './marketing';
import { type ButtonKind, dropExpired, makePoint, type RawPoint } from './points';
import { createRandom, type Random } from './random';

export { dropExpired, makePoint, type RawPoint } from './points';

export interface JudgeTemplate {
  id: string;
  /** Meta sends small ids as JSON numbers now and then. */
  numericId: boolean;
  name: string;
  language: string;
  category: string;
  status: string;
  kind: ButtonKind;
  /** Raw points of the Cloud API by civil day of the account. */
  points: Map<string, RawPoint>;
  /** The same of Marketing Messages; absent where none are sent. */
  marketing?: Map<string, RawPoint>;
  /** What it says and shows; absent where Meta does not tell. */
  content?: TemplateContent;
}
export interface JudgeAccount {
  id: string;
  name: string;
  currency: string | null;
  timezoneId: string | number | undefined;
  zone: string;
  /** How Meta finds its way to this account. */
  seenBy: 'assigned' | 'owned' | 'client' | 'id';
  /** Whether Meta counts per template at all; absent means yes. */
  insights?: boolean;
  /** Meta's word for how far Marketing Messages are set up; `ONBOARDED` where absent. */
  marketingStatus?: string;
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
  /** The same for Marketing Messages, of most templates; none where absent. */
  marketing?: number;
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
  addContent(accounts, options.seed);
  if (options.marketing !== undefined) addMarketing(accounts, now, days, options);
  return { now, accounts };
}

/** Drawn apart, so that the traffic of a seed stays what it was. */
function addContent(accounts: readonly JudgeAccount[], seed: number): void {
  const random = createRandom(seed + 50_021);
  for (const template of accounts.flatMap((account) => account.templates)) {
    const content = makeContent(template.kind, random);
    if (content) template.content = content;
  }
}

function addMarketing(
  accounts: readonly JudgeAccount[],
  now: number,
  days: number,
  options: WorldOptions,
): void {
  const random = createRandom(options.seed + 90_001);
  for (const account of accounts) {
    const today = civilDayOf(now, account.zone);
    account.templates.forEach((template, index) => {
      if (index > 0 && random.chance(0.3)) return;
      template.marketing = new Map();
      for (const day of daysBetween(plusDays(today, 1 - days), today)) {
        if (!random.chance(options.marketing ?? 0)) continue;
        const point = makeMarketingPoint(template, account, day, random);
        if (options.resets && day <= plusDays(today, -8)) dropExpired(point);
        template.marketing.set(day, point);
      }
    });
  }
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
