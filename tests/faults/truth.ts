// What Meta holds, and how a fault file changes it: the truth itself, not an answer on its way.
import { plusDays } from '../judge/days';
import { dropExpired, type JudgeAccount, type RawPoint, type World } from '../judge/world';
import { addAll, deleteAll, setAll } from './changes';
import type { MetaChange } from './form';

type Points = NonNullable<MetaChange['points']>;

/** A template made anew has traffic of these last days only. */
const REMADE_DAYS = 3;

/** Days counted from today as a range of days. */
export const daysFrom = (today: string, [from, to]: readonly [number, number]) => ({
  from: plusDays(today, from),
  to: plusDays(today, to),
});

export function accountAt(world: World, at = 0): JudgeAccount {
  const account = world.accounts[at];
  if (!account) throw new Error(`The world has no account ${at}.`);
  return account;
}
function templateAt(account: JudgeAccount, at: number): JudgeAccount['templates'][number] {
  const template = account.templates[at];
  if (!template) throw new Error(`The account has no template ${at}.`);
  return template;
}

export function changeTruth(world: World, change: MetaChange, today: string): void {
  if (change.points) changePoints(world, change.points, today);
  if (change.expire) {
    for (const template of world.accounts.flatMap((account) => account.templates)) {
      for (const [day, point] of template.points) {
        if (day <= plusDays(today, -8)) dropExpired(point);
      }
    }
  }
  if (change.account) {
    const { at, ...fields } = change.account;
    Object.assign(accountAt(world, at), fields);
  }
  if (change.template) {
    const { account, at, ...fields } = change.template;
    Object.assign(templateAt(accountAt(world, account), at), fields);
  }
  const { templates } = accountAt(world);
  if (change.deleteTemplate !== undefined) {
    templateAt(accountAt(world), change.deleteTemplate);
    templates.splice(change.deleteTemplate, 1);
  }
  if (change.remakeTemplate !== undefined) {
    const old = templateAt(accountAt(world), change.remakeTemplate);
    const id = `9${old.id.slice(1, -1)}${(Number(old.id.slice(-1)) + 1) % 10}`;
    const points = [...old.points]
      .filter(([day]) => day >= plusDays(today, -REMADE_DAYS))
      .map(([day, point]) => [day, { ...point, template_id: id }] as const);
    templates[change.remakeTemplate] = { ...old, id, numericId: false, points: new Map(points) };
  }
}

function changePoints(world: World, asked: Points, today: string): void {
  const account = accountAt(world, asked.account);
  const chosen = asked.templates
    ? asked.templates.map((at) => templateAt(account, at))
    : account.templates;
  const range = asked.days ? daysFrom(today, asked.days) : null;
  let touched = 0;
  for (const template of chosen) {
    for (const [day, point] of [...template.points]) {
      if (range && (day < range.from || day > range.to)) continue;
      touched += 1;
      if (asked.remove) template.points.delete(day);
      else changePoint(point, asked);
    }
  }
  if (touched === 0) throw new Error('A change of points that touches no point.');
}

function changePoint(point: RawPoint, { set, add, delete: gone }: Points): void {
  setAll(point, set ?? {});
  addAll(point, add ?? {});
  deleteAll(point, gone ?? []);
}
