// Conversions in a raw point: Meta's words for them, and changes that keep whatever shape they came in.
import type { RawPoint } from './points';

/** Meta's words for what people did in shops and apps afterwards. */
export const CONVERSION_METRICS = [
  'APP_ADD_TO_CART',
  'WEBSITE_ADD_TO_CART',
  'APP_CHECKOUTS_INITIATED',
  'WEBSITE_CHECKOUTS_INITIATED',
  'APP_PURCHASES',
  'WEBSITE_PURCHASES',
  'APP_PURCHASES_CONVERSION_VALUE',
  'WEBSITE_PURCHASES_CONVERSION_VALUE',
  'APP_ACTIVATIONS',
] as const;
type Entry = { type: string; value?: unknown; count?: unknown };

/** What Meta does to a point's conversions after seven days, whatever their shape. */
export function dropConversions(point: RawPoint): void {
  for (const metric of CONVERSION_METRICS) mapConversion(point, metric, () => 0);
}

/** Changes a conversion of a point in its own shape; an absent one stays absent. */
export function mapConversion(point: RawPoint, metric: string, to: (n: number) => number): void {
  const key = metric.toLowerCase();
  const old = point[key];
  const apply = (value: unknown): unknown =>
    typeof value === 'string' ? String(to(Number(value))) : to(Number(value));
  const inEntry = (entry: Entry): Entry => {
    if (entry.value !== undefined) return { ...entry, value: apply(entry.value) };
    return entry.count === undefined ? entry : { ...entry, count: apply(entry.count) };
  };
  if (old === undefined || old === null) return;
  if (Array.isArray(old)) point[key] = old.map(inEntry);
  else if (typeof old === 'object') {
    point[key] = { ...old, value: apply((old as { value: unknown }).value) };
  } else point[key] = apply(old);
}
