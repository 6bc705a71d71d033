// The metric and product names that Meta has published, and which of them this stand-in counts.
import type { Metric } from './points';
import { Refusal } from './refusals';

const COUNTED: readonly Metric[] = ['sent', 'delivered', 'read', 'replied', 'clicked', 'cost'];

/** Conversions: known by name, never reported for the Cloud API. */
const CONVERSIONS = new Set(
  [
    ...['activations', 'add_payment_info', 'add_to_cart', 'add_to_wishlist', 'checkouts_initiated'],
    ...['complete_registration', 'level_achieved', 'other', 'purchases', 'rate', 'search'],
    ...['purchases_conversion_value', 'tutorial_completion', 'view_content'],
  ]
    .map((name) => `app_${name}`)
    .concat(
      [
        ...['add_payment_info', 'add_to_cart', 'add_to_wishlist', 'checkouts_initiated'],
        ...['complete_registration', 'custom', 'lead', 'purchases', 'purchases_conversion_value'],
        ...['search', 'view_content'],
      ].map((name) => `website_${name}`),
    ),
);

/** None asked for means all. Upper and lower case are taken, mixed case is not. */
export function readMetrics(names: readonly string[] | null): ReadonlySet<Metric> {
  if (names === null || names.length === 0) return new Set(COUNTED);
  const metrics = new Set<Metric>();
  for (const name of names) {
    const lower = name.toLowerCase();
    const metric = COUNTED.find((counted) => counted === lower);
    const isPlain = name === lower || name === name.toUpperCase();
    if (!isPlain || (metric === undefined && !CONVERSIONS.has(lower))) {
      throw new Refusal('unknown-metric', { value: name });
    }
    if (metric !== undefined) metrics.add(metric);
  }
  return metrics;
}

const CLOUD = new Set(['CLOUD_API', 'cloud_api']);
const MARKETING = new Set(['MARKETING_MESSAGES_LITE_API', 'MARKETING_MESSAGES_API_FOR_WHATSAPP']);

export function readProduct(value: string | null): 'cloud' | 'marketing' {
  if (value === null || CLOUD.has(value)) return 'cloud';
  if (MARKETING.has(value)) return 'marketing';
  throw new Refusal('unknown-product', { value });
}
