// The metric and product names that Meta has published, and which of them this stand-in counts.
import { CONVERSIONS } from './conversions';
import type { Metric } from './points';
import { Refusal } from './refusals';
import type { Scenario } from './scenarios';
import type { Product } from './template';

const COUNTED: readonly Metric[] = [
  ...(['sent', 'delivered', 'read', 'replied', 'clicked', 'cost'] as const),
  ...CONVERSIONS,
];

/** More conversions: known by name, never reported. */
const MORE = new Set([
  ...[
    ...['add_payment_info', 'add_to_wishlist', 'complete_registration', 'level_achieved', 'other'],
    ...['rate', 'search', 'tutorial_completion', 'view_content'],
  ].map((name) => `app_${name}`),
  ...[
    ...['add_payment_info', 'add_to_wishlist', 'complete_registration', 'custom', 'lead'],
    ...['search', 'view_content'],
  ].map((name) => `website_${name}`),
]);

/** What `some-conversions` does not know. */
const UNKNOWN_TO_SOME: readonly Metric[] = [
  'app_activations',
  'app_purchases_conversion_value',
  'website_checkouts_initiated',
];

const isConversion = (name: string) => /^(app|website)_/.test(name);

/** Whether a published metric is one that this situation refuses, and never reports either. */
function isRefused(name: string, scenarios: ReadonlySet<Scenario>): boolean {
  if (name === 'replied') return scenarios.has('no-replies');
  if (isConversion(name) && scenarios.has('no-conversions')) return true;
  return scenarios.has('some-conversions') && UNKNOWN_TO_SOME.some((unknown) => unknown === name);
}

/** None asked for means all. Upper and lower case are taken, mixed case is not. */
export function readMetrics(
  names: readonly string[] | null,
  scenarios: ReadonlySet<Scenario>,
): ReadonlySet<Metric> {
  const isAll = names === null || names.length === 0;
  if (isAll)
    return reportable(
      COUNTED.filter((name) => !isRefused(name, scenarios)),
      scenarios,
    );
  const metrics: Metric[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    const metric = COUNTED.find((counted) => counted === lower);
    const isPlain = name === lower || name === name.toUpperCase();
    const isKnown = metric !== undefined || MORE.has(lower);
    if (!isPlain || !isKnown || isRefused(lower, scenarios)) {
      throw new Refusal('unknown-metric', { value: name });
    }
    if (metric !== undefined) metrics.push(metric);
  }
  return reportable(metrics, scenarios);
}

/** A partner's bill: the cost may be asked for and never comes. */
function reportable(metrics: Metric[], scenarios: ReadonlySet<Scenario>): ReadonlySet<Metric> {
  return new Set(metrics.filter((name) => name !== 'cost' || !scenarios.has('no-cost')));
}

const CLOUD = new Set(['CLOUD_API', 'cloud_api']);
const USUAL_WORD = 'MARKETING_MESSAGES_LITE_API';
const OTHER_WORD = 'MARKETING_MESSAGES_API_FOR_WHATSAPP';

/** The product asked for, and the word by which the answer calls it. */
export interface Asked {
  product: Product;
  word: string;
}

export function readProduct(value: string | null, scenarios: ReadonlySet<Scenario>): Asked {
  if (value === null || CLOUD.has(value)) return { product: 'cloud', word: 'cloud_api' };
  const isOther = scenarios.has('marketing-other-word');
  const words = isOther ? [OTHER_WORD] : [USUAL_WORD, OTHER_WORD];
  if (!words.includes(value) || scenarios.has('no-marketing')) {
    throw new Refusal('unknown-product', { value });
  }
  if (scenarios.has('marketing-not-permitted')) throw new Refusal('marketing-not-permitted');
  return { product: 'marketing', word: isOther ? OTHER_WORD : USUAL_WORD };
}

export const otherWord = ({ product }: Asked): string =>
  product === 'cloud' ? USUAL_WORD : 'cloud_api';
