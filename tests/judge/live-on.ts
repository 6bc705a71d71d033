// Lets days go by at Meta: new traffic of both products, corrections of the look-back, and counts that expire.
import { CONVERSION_METRICS, mapConversion } from './conversions';
import { civilDayOf, daysBetween, plusDays } from './days';
import type { JudgeGraph } from './graph-server';
import { makeMarketingPoint } from './marketing';
import { dropExpired, makePoint, type RawPoint } from './points';
import { createRandom, type Random } from './random';
import type { Workbench } from './workbench';
import type { JudgeAccount, World } from './world';

export interface Later {
  world: World;
  graph: JudgeGraph;
  bench: Workbench;
}
const DAY_MS = 86_400_000;

/** Sets every clock; nothing else happens. */
export async function passTime({ world, graph, bench }: Later, ms: number): Promise<void> {
  world.now += ms;
  graph.setNow(world.now);
  await bench.setClock(world.now);
}

/** @param expires whether Meta drops what it counted more than seven days ago */
export async function liveOn(stage: Later, days: number, expires = false): Promise<void> {
  const { world } = stage;
  const before = new Map(
    world.accounts.map((account) => [account, civilDayOf(world.now, account.zone)]),
  );
  await passTime(stage, days * DAY_MS);
  const random = createRandom(Math.floor(world.now / DAY_MS) + days);
  for (const account of world.accounts) {
    const today = civilDayOf(world.now, account.zone);
    const first = plusDays(before.get(account) as string, 1);
    for (const { points, day } of mapsOf(account)) {
      if (day > plusDays(today, -8)) {
        if (random.chance(0.4)) correct(points, day, random);
      } else if (expires) {
        const point = structuredClone(points.get(day) as RawPoint);
        dropExpired(point);
        points.set(day, point);
      }
    }
    for (const template of account.templates) {
      for (const day of daysBetween(first, today)) {
        if (random.chance(0.6)) template.points.set(day, makePoint(template, account, day, random));
        if (!template.marketing || random.chance(0.4)) continue;
        template.marketing.set(day, makeMarketingPoint(template, account, day, random));
      }
    }
    if (!expires) continue;
    for (const { points, day } of mapsOf(account)) {
      if (day >= first && day <= plusDays(today, -8)) dropExpired(points.get(day) as RawPoint);
    }
  }
}

const mapsOf = ({ templates }: JudgeAccount): { points: Map<string, RawPoint>; day: string }[] =>
  templates
    .flatMap(({ points, marketing }) => (marketing ? [points, marketing] : [points]))
    .flatMap((points) => [...points.keys()].map((day) => ({ points, day })));

/** Meta counted again: more sent, and of clicks and conversions sometimes less than before. */
function correct(points: Map<string, RawPoint>, day: string, random: Random): void {
  const point = structuredClone(points.get(day) as RawPoint);
  if (Number(point.sent ?? 0) === 0) return;
  point.sent = Number(point.sent) + random.int(1, 9);
  for (const row of (point.clicked ?? []) as { count: number }[]) {
    row.count = Math.max(0, row.count + random.int(-4, 5));
  }
  for (const metric of CONVERSION_METRICS) {
    mapConversion(point, metric, (n) => Math.max(0, n + random.int(-4, 4)));
  }
  points.set(day, point);
}
