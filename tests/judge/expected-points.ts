// What the ledger must know after a first sync: every point of both products, read by the definitions.
import { civilDayOf } from './days';
import {
  type ButtonCounts,
  type Conversions,
  type Numbers,
  readButtons,
  readConversions,
  readNumbers,
} from './numbers';
import type { RawPoint } from './points';
import { emptyResets } from './resets';
import type { JudgeAccount, JudgeTemplate, World } from './world';

export type Product = 'Cloud API' | 'Marketing Messages';
export interface ExpectedPoint {
  account: JudgeAccount;
  template: JudgeTemplate;
  day: string;
  product: Product;
  numbers: Numbers;
  conversions: Conversions;
  buttons: ButtonCounts[];
}
/** What of a point can be seen from outside; null where the point cannot. */
export type Sight = (point: RawPoint, product: Product, account: JudgeAccount) => RawPoint | null;

/** The points after a first sync of `from` … `to` of everything. */
export function expectPoints(
  world: World,
  from: string,
  to: string,
  sight: Sight = (point) => point,
): ExpectedPoint[] {
  return world.accounts.flatMap((account) => {
    const today = civilDayOf(world.now, account.zone);
    const points: ExpectedPoint[] = [];
    const take = (template: JudgeTemplate, product: Product, days?: Map<string, RawPoint>) => {
      for (const [day, raw] of days ?? []) {
        if (day < from || day > to || day > today) continue;
        const seen = sight(raw, product, account);
        if (seen) points.push({ account, template, day, product, ...readAll(seen) });
      }
    };
    for (const template of account.templates) {
      take(template, 'Cloud API', template.points);
      take(template, 'Marketing Messages', template.marketing);
    }
    emptyResets(points, today);
    return points;
  });
}

const readAll = (point: RawPoint): Pick<ExpectedPoint, 'numbers' | 'conversions' | 'buttons'> => ({
  numbers: readNumbers(point),
  conversions: readConversions(point),
  buttons: readButtons(point),
});

/** Hides metrics that Meta refuses, by their keys in a point. */
export const without =
  (keys: readonly string[], hides: (product: Product, account: JudgeAccount) => boolean): Sight =>
  (point, product, account) =>
    hides(product, account)
      ? (Object.fromEntries(
          Object.entries(point).filter(([key]) => !keys.includes(key)),
        ) as RawPoint)
      : point;
