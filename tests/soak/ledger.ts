// An independent ledger: what the sheet must hold after each sync, worked out from the design's rules alone.
import { daysBetween, plusDays } from '../judge/days';
import { type ExpectedRow, type Numbers, readNumbers } from '../judge/expected';
import type { JudgeAccount } from '../judge/world';

const LOOK_BACK_DAYS = 8;
/** What Meta drops to zero after seven days. */
const EXPIRING: (keyof Numbers)[] = ['read', 'replied', 'clicks', 'unique', 'quick'];

export interface SoakLedger {
  rows: Map<string, ExpectedRow>;
  /** A sync of everything that came to its end on a day. */
  sync(today: string): void;
}

export function createLedger(account: JudgeAccount, firstAsked: string): SoakLedger {
  const rows = new Map<string, ExpectedRow>();
  /** Days that had ended when they were last fetched, and were believed. */
  const complete = new Set<string>();
  const fetched = new Set<string>();

  function sync(today: string): void {
    const lookBack = plusDays(today, 1 - LOOK_BACK_DAYS);
    const reach = plusDays(today, -89);
    const wanted = daysBetween(firstAsked > reach ? firstAsked : reach, today).filter(
      (day) => day >= lookBack || !complete.has(day),
    );
    const from = wanted[0] ?? today;
    const answer = account.templates.flatMap((template) =>
      [...template.points]
        .filter(([day]) => from <= day && day <= today)
        .map(([day, point]) => ({ template, day, numbers: readNumbers(point) })),
    );
    const dead = deadDays(answer, from, today);
    const resets = resetMetrics(answer, lookBack);
    for (const { template, day, numbers } of answer) {
      if (dead.has(day)) continue;
      const key = `${template.id}|${day}`;
      const old = rows.get(key);
      if (day >= lookBack) {
        if (old || hasTraffic(numbers)) {
          rows.set(key, { account, template: { ...template }, day, numbers });
        }
      } else if (old) {
        for (const name of Object.keys(numbers) as (keyof Numbers)[]) {
          const [was, is] = [old.numbers[name], numbers[name]];
          if (is === null) continue;
          if (EXPIRING.includes(name) && (is < (was ?? 0) || (was === null && is === 0))) continue;
          old.numbers[name] = is;
        }
      } else {
        for (const name of resets) if (numbers[name] === 0) numbers[name] = null;
        if (hasTraffic(numbers))
          rows.set(key, { account, template: { ...template }, day, numbers });
      }
    }
    for (const day of daysBetween(from, today)) {
      fetched.add(day);
      if (day < today && !dead.has(day)) complete.add(day);
      if (dead.has(day)) complete.delete(day);
    }
  }

  /** Days on which the ledger has traffic and the answer has none at all. */
  function deadDays(answer: Answer, from: string, today: string): Set<string> {
    const listed = new Set(account.templates.map((template) => template.id));
    const dead = new Set<string>();
    for (const { day, template, numbers } of rows.values()) {
      if (day < from || day > today || !listed.has(template.id)) continue;
      if ((numbers.sent ?? 0) > 0) dead.add(day);
    }
    for (const { day, numbers } of answer) if (hasTraffic(numbers)) dead.delete(day);
    return dead;
  }

  /** Counts that are zero on every old day fetched for the first time, and not on a younger one. */
  function resetMetrics(answer: Answer, lookBack: string): (keyof Numbers)[] {
    const old = answer.filter(({ day }) => day < lookBack && !fetched.has(day));
    const young = answer.filter(({ day }) => day >= lookBack);
    if (!old.some(({ numbers }) => (numbers.delivered ?? 0) > 0)) return [];
    return EXPIRING.filter(
      (name) =>
        !old.some(({ numbers }) => (numbers[name] ?? 0) > 0) &&
        young.some(({ numbers }) => (numbers[name] ?? 0) > 0),
    );
  }

  return { rows, sync };
}
type Answer = Pick<ExpectedRow, 'template' | 'day' | 'numbers'>[];

const hasTraffic = (numbers: Numbers): boolean =>
  Object.values(numbers).some((n) => (n ?? 0) !== 0);
