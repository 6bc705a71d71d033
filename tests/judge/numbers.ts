// Reads a raw point by the definitions: counts, spend, conversions in any shape, and clicks button by button.
import type { RawPoint } from './points';

export interface Numbers {
  sent: number | null;
  delivered: number | null;
  read: number | null;
  replied: number | null;
  clicks: number | null;
  unique: number | null;
  quick: number | null;
  spent: number | null;
}
/** Conversions in the order of their columns, with their key in a point. */
export const CONVERSIONS = {
  appCart: 'app_add_to_cart',
  webCart: 'website_add_to_cart',
  appCheckouts: 'app_checkouts_initiated',
  webCheckouts: 'website_checkouts_initiated',
  appPurchases: 'app_purchases',
  webPurchases: 'website_purchases',
  appValue: 'app_purchases_conversion_value',
  webValue: 'website_purchases_conversion_value',
  activations: 'app_activations',
} as const;
export type ConversionName = keyof typeof CONVERSIONS;
export const CONVERSION_NAMES = Object.keys(CONVERSIONS) as ConversionName[];
export type Conversions = Record<ConversionName, number | null>;

/** What a button did on a day: one row of the tab. */
export interface ButtonCounts {
  type: string;
  /** '' where Meta names none. */
  label: string;
  clicks: number | null;
  unique: number | null;
}
interface Clicked {
  type: string;
  button_content?: string;
  count: number;
}

const reported = (value: unknown): number | null =>
  value === undefined || value === null ? null : Number(value);
export const sum = (list: readonly (number | null)[]): number | null => {
  const counted = list.filter((n): n is number => n !== null);
  return counted.length === 0 ? null : counted.reduce((a, b) => a + b, 0);
};
const clickedIn = (point: RawPoint): Clicked[] => (point.clicked ?? []) as Clicked[];
const labelOf = (row: Clicked): string => row.button_content ?? '';

export function readNumbers(point: RawPoint): Numbers {
  const buttons = readButtons(point);
  const links = buttons.filter(({ type }) => type === 'url_button');
  const quick = buttons.filter(({ type }) => type === 'quick_reply_button');
  const cost = (point.cost ?? []) as { type: string; value?: number | string }[];
  return {
    sent: reported(point.sent),
    delivered: reported(point.delivered),
    read: reported(point.read),
    replied: reported(point.replied),
    clicks: sum(links.map(({ clicks }) => clicks)),
    unique: sum(links.map(({ unique }) => unique)),
    quick: sum(quick.map(({ clicks }) => clicks)),
    spent: reported(cost.find((row) => row.type === 'amount_spent')?.value),
  };
}

/** All clicks of a link where Meta tells them, else the people who clicked. */
export function readButtons(point: RawPoint): ButtonCounts[] {
  const found = new Map<string, Clicked[]>();
  for (const row of clickedIn(point)) {
    const type = (row.type || 'unknown').toLowerCase().replace(/^unique_(?=url_button$)/, '');
    const key = JSON.stringify([type, labelOf(row)]);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found].map(([key, rows]) => {
    const [type, label] = JSON.parse(key) as [string, string];
    const people = rows.filter((row) => row.type === 'unique_url_button').map((row) => row.count);
    const all = rows.filter((row) => row.type !== 'unique_url_button').map((row) => row.count);
    return { type, label, clicks: sum(all.length > 0 ? all : people), unique: sum(people) };
  });
}

/** A number, a number as text, `{value}`, or a list of `{type, value}` or `{type, count}`. */
export function readConversion(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return sum(value.map(readConversion));
  if (typeof value !== 'object') return Number(value);
  const { value: inside, count } = value as { value?: unknown; count?: unknown };
  return reported(inside ?? count);
}

export const readConversions = (point: RawPoint): Conversions =>
  Object.fromEntries(
    CONVERSION_NAMES.map((name) => [name, readConversion(point[CONVERSIONS[name]])]),
  ) as Conversions;
