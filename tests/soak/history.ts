// What Meta would hold on each of many days: traffic that is counted again, counts that expire, templates that come and go.
import { civilDayOf, daysApart, daysBetween, plusDays } from '../judge/days';
import { createRandom, type Random } from '../judge/random';
import {
  dropExpired,
  type JudgeAccount,
  type JudgeTemplate,
  makePoint,
  type RawPoint,
  type World,
} from '../judge/world';

export const ZONE = 'America/Sao_Paulo';
const DENSITY = 0.6;
const KINDS: JudgeTemplate['kind'][] = ['none', 'both', 'only-unique', 'quick', 'mixed'];

export interface History {
  world: World;
  account: JudgeAccount;
  /** Goes on to the next civil day: new traffic, younger days counted again, older counts dropped. */
  nextDay(day: string): void;
  /** Meta answers zeros for all of a day, until the day is made again. */
  blank(day: string): void;
  remove(): void;
  rename(): void;
  recategorize(): void;
  /** A template of a deleted one's name, under an id of its own. */
  remake(): void;
}

export function startHistory(seed: number, templates: number, firstDay: string): History {
  const random = createRandom(seed);
  const account: JudgeAccount = {
    id: '104857600000001',
    name: 'Loja Ágata',
    currency: 'BRL',
    timezoneId: '25',
    zone: ZONE,
    seenBy: 'assigned',
    templates: [],
  };
  let count = 0;
  let deleted: JudgeTemplate | null = null;
  const add = (name: string): JudgeTemplate => {
    count += 1;
    const template: JudgeTemplate = {
      id: String(700_000_000_000_000 + count * 7),
      numericId: false,
      name,
      language: count % 3 === 0 ? 'es' : 'pt_BR',
      category: random.pick(['MARKETING', 'UTILITY']),
      status: 'APPROVED',
      kind: KINDS[count % KINDS.length] ?? 'both',
      points: new Map(),
    };
    account.templates.push(template);
    return template;
  };
  for (let n = 0; n < templates; n++) add(n === 0 ? '=1+1' : `campanha_${n}`);

  /** Days blanked, with what they hold in truth. */
  const blanked = new Map<JudgeTemplate, Map<string, RawPoint>>();
  const unblank = (): void => {
    for (const [template, points] of blanked) {
      for (const [day, point] of points) template.points.set(day, point);
    }
    blanked.clear();
  };

  const nextDay = (today: string): void => {
    unblank();
    for (const template of account.templates) {
      if (random.chance(DENSITY))
        template.points.set(today, alive(template, account, today, random));
      for (const [day, point] of template.points) {
        const age = daysApart(day, today);
        if (age > 91) template.points.delete(day);
        else if (age > 7) dropExpired(point);
        else if (age > 0 && random.chance(0.3)) {
          template.points.set(day, alive(template, account, day, random));
        }
      }
    }
  };

  const history: History = {
    world: { now: Date.parse(`${firstDay}T15:00:00Z`), accounts: [account] },
    account,
    nextDay,
    blank(day) {
      for (const template of account.templates) {
        const point = template.points.get(day);
        if (!point) continue;
        const { template_id, start, end } = point;
        blanked.set(template, new Map([[day, point]]));
        template.points.set(day, { template_id, start, end, sent: 0, delivered: 0, read: 0 });
      }
    },
    remove() {
      unblank();
      const at = random.int(0, account.templates.length - 1);
      deleted = account.templates.splice(at, 1)[0] ?? deleted;
    },
    rename() {
      random.pick(account.templates).name = `renomeada_${random.int(100, 999)}`;
    },
    recategorize() {
      const template = random.pick(account.templates);
      template.category = template.category === 'UTILITY' ? 'MARKETING' : 'UTILITY';
    },
    remake() {
      add(deleted?.name ?? 'nova');
    },
  };
  // A month of traffic stands before the first sync.
  for (const day of daysBetween(plusDays(firstDay, -30), firstDay)) nextDay(day);
  return history;
}

/** A point with traffic: days without any are left out. */
function alive(
  template: JudgeTemplate,
  account: JudgeAccount,
  day: string,
  random: Random,
): RawPoint {
  let point = makePoint(template, account, day, random);
  while (point.sent === 0) point = makePoint(template, account, day, random);
  return point;
}

export const todayOf = (now: number): string => civilDayOf(now, ZONE);
