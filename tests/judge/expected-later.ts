// What the ledger must know after a further sync: the look-back follows Meta, older counts that expire never fall.
import { civilDayOf, plusDays } from './days';
import type { ExpectedPoint } from './expected-points';
import type { ButtonCounts } from './numbers';

const EXPIRING = new Set(['read', 'replied', 'clicks', 'unique', 'quick']);

export const pointKey = ({ account, template, day, product }: ExpectedPoint): string =>
  `${account.id}|${day}|${template.id}|${product}`;

/**
 * @param held what the ledger knew before
 * @param fresh what Meta says now, read by the definitions
 * @param now the instant of the sync; a point Meta is silent about stays as it was
 */
export function expectLater(
  held: readonly ExpectedPoint[],
  fresh: readonly ExpectedPoint[],
  now: number,
): ExpectedPoint[] {
  const points = new Map(held.map((point) => [pointKey(point), point]));
  for (const point of fresh) {
    const old = points.get(pointKey(point));
    const lastOld = plusDays(civilDayOf(now, point.account.zone), -8);
    points.set(
      pointKey(point),
      !old ? point : point.day <= lastOld ? merge(old, point) : follow(old, point),
    );
  }
  return [...points.values()];
}

const sameButton = (a: ButtonCounts, b: ButtonCounts) => a.type === b.type && a.label === b.label;

/** A young point: all follows Meta. The row of a button it lists no more stays, and says nothing. */
function follow(old: ExpectedPoint, fresh: ExpectedPoint): ExpectedPoint {
  const silent = old.buttons
    .filter((one) => !fresh.buttons.some((button) => sameButton(one, button)))
    .map((one) => ({ ...one, clicks: null, unique: null }));
  return { ...fresh, buttons: [...fresh.buttons, ...silent] };
}

/** An old point: what was sent, delivered and spent follows Meta; counts that expire never fall. */
function merge(old: ExpectedPoint, fresh: ExpectedPoint): ExpectedPoint {
  const numbers = mergeRecord({ ...old.numbers }, fresh.numbers, (name) => EXPIRING.has(name));
  const conversions = mergeRecord({ ...old.conversions }, fresh.conversions, () => true);
  const buttons = [
    ...old.buttons.map((button) => {
      const { clicks = null, unique = null } =
        fresh.buttons.find((one) => sameButton(one, button)) ?? {};
      const counts = { clicks: button.clicks, unique: button.unique };
      return { ...button, ...mergeRecord(counts, { clicks, unique }, () => true) };
    }),
    ...fresh.buttons.filter((one) => !old.buttons.some((button) => sameButton(one, button))),
  ];
  return { ...old, numbers, conversions, buttons };
}

function mergeRecord<T extends object>(old: T, fresh: T, expires: (name: string) => boolean): T {
  const merged = { ...old } as Record<string, number | null>;
  for (const [name, is] of Object.entries(fresh) as [string, number | null][]) {
    const was = merged[name] ?? null;
    if (is === null) continue;
    // A 0 that comes after Meta dropped the counts says nothing; empty stays empty.
    if (expires(name) && (was === null ? is === 0 : is < was)) continue;
    merged[name] = is;
  }
  return merged as T;
}
