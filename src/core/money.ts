// Money as a number in the account's currency, major units (reais, not centavos), and how sums stay tidy.

/** An amount in major units. Two amounts of different currencies are never added (design §5). */
export type Money = number;

/**
 * Takes the noise of binary addition out of a computed number, which is far below a cent.
 *
 * @example tidy(0.1 + 0.2) // 0.3
 */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(14));
}

/** Digits of a number that are sure: two fewer than it has, for what many additions lose. */
const SURE_DIGITS = 14;

/**
 * The difference of two running totals. Their last digits are noise that is small beside the totals but
 * not beside the difference, so the difference keeps no more decimals than the larger total is sure of.
 *
 * @example subtract(1234567.8925, 1234567.82) // 0.0725
 */
export function subtract(total: number, skipped: number): number {
  const difference = total - skipped;
  if (Number.isInteger(difference)) return difference;
  const size = Math.max(Math.abs(total), Math.abs(skipped), 1);
  const decimals = SURE_DIGITS - Math.ceil(Math.log10(size));
  // Adding 0 turns a -0 into 0.
  return Number(difference.toFixed(Math.max(0, decimals))) + 0;
}
