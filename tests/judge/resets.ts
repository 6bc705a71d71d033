// Tells counts that Meta dropped from zeros: on a first load all old days say 0 or nothing, and a younger one counts.
import { plusDays } from './days';
import type { ExpectedPoint } from './expected-points';
import { CONVERSION_NAMES } from './numbers';

/** One count of a point that Meta keeps for seven days only: what it says, and how to empty it. */
interface Expiring {
  counts(point: ExpectedPoint): boolean;
  empty(point: ExpectedPoint): void;
}
const EXPIRING: Expiring[] = [
  ...(['read', 'replied', 'clicks', 'unique', 'quick'] as const).map((name) => ({
    counts: ({ numbers }: ExpectedPoint) => (numbers[name] ?? 0) > 0,
    empty: ({ numbers }: ExpectedPoint) => {
      numbers[name] = null;
    },
  })),
  ...CONVERSION_NAMES.map((name) => ({
    counts: ({ conversions }: ExpectedPoint) => (conversions[name] ?? 0) > 0,
    empty: ({ conversions }: ExpectedPoint) => {
      conversions[name] = null;
    },
  })),
  ...(['clicks', 'unique'] as const).map((name) => ({
    counts: ({ buttons }: ExpectedPoint) => buttons.some((button) => (button[name] ?? 0) > 0),
    empty: ({ buttons }: ExpectedPoint) => {
      for (const button of buttons) button[name] = null;
    },
  })),
];

/** @param points of one account; changed in place */
export function emptyResets(points: readonly ExpectedPoint[], today: string): void {
  const lastOld = plusDays(today, -8);
  const old = points.filter(({ day }) => day <= lastOld);
  const young = points.filter(({ day }) => day > lastOld);
  if (!old.some(({ numbers }) => (numbers.delivered ?? 0) > 0)) return;
  for (const { counts, empty } of EXPIRING) {
    if (old.some(counts) || !young.some(counts)) continue;
    for (const point of old) empty(point);
  }
}
