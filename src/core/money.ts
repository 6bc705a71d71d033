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
