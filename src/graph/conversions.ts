// Reads the conversion numbers of a point, whose shape no page of Meta's shows.
import { CONVERSION_METRICS, type ConversionMetric } from '../core/metrics';
import { isAmount } from './answers';

/** Meta's name of each: upper case in a question, lower case as the key of an answer (reference §1.3). */
export const CONVERSION_NAMES: Record<ConversionMetric, string> = {
  appAddToCart: 'APP_ADD_TO_CART',
  websiteAddToCart: 'WEBSITE_ADD_TO_CART',
  appCheckouts: 'APP_CHECKOUTS_INITIATED',
  websiteCheckouts: 'WEBSITE_CHECKOUTS_INITIATED',
  appPurchases: 'APP_PURCHASES',
  websitePurchases: 'WEBSITE_PURCHASES',
  appPurchaseValue: 'APP_PURCHASES_CONVERSION_VALUE',
  websitePurchaseValue: 'WEBSITE_PURCHASES_CONVERSION_VALUE',
  appActivations: 'APP_ACTIVATIONS',
};
const BY_NAME = new Map(CONVERSION_METRICS.map((metric) => [CONVERSION_NAMES[metric], metric]));
const metricOf = (key: string): ConversionMetric | undefined => BY_NAME.get(key.toUpperCase());

/** No conversion is reported. */
export const NO_CONVERSIONS = Object.fromEntries(
  CONVERSION_METRICS.map((metric) => [metric, null]),
) as Record<ConversionMetric, null>;

/** The conversions of a point as Meta sent it. Cheap where there are none: most points have none. */
export function readConversions(point: object): Record<ConversionMetric, number | null> {
  const read: Record<ConversionMetric, number | null> = { ...NO_CONVERSIONS };
  for (const [key, value] of Object.entries(point)) {
    const metric = metricOf(key);
    if (metric) read[metric] ??= numberIn(value) ?? null;
  }
  return read;
}

/** Whether a key is a conversion's whose value is no number in any shape we read. */
export const isOddConversion = (key: string, value: unknown): boolean =>
  metricOf(key) !== undefined && numberIn(value) === undefined;

/**
 * A number as it is, as text, as `{value}` or `{count}`, or as a list of these. The entries of a list are
 * taken for parts of one number (as those of `cost` and `clicked` are told apart by their `type`), so they are
 * added up, whatever their types; an entry without a number reports nothing.
 *
 * @returns null where nothing is reported, undefined where something is that is no number, or is below 0
 */
function numberIn(value: unknown): number | null | undefined {
  if (!Array.isArray(value)) return plainNumber(value);
  let sum: number | null = null;
  for (const entry of value) {
    const part = plainNumber(entry);
    // A sum of the other parts would be a wrong number.
    if (part === undefined) return undefined;
    if (part !== null) sum = (sum ?? 0) + part;
  }
  return sum;
}

function plainNumber(value: unknown): number | null | undefined {
  let inner = value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { value: amount, count } = value as Record<string, unknown>;
    inner = amount ?? count;
  }
  if (inner === null || inner === undefined) return null;
  return isAmount(inner) ? Number(inner) : undefined;
}
