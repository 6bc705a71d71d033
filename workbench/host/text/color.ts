// Colours as scripts name them (CSS names, `#rgb`, `#rrggbb`), and what lies between two of them.
import names from 'color-name';

/**
 * @returns `#rrggbb` in lower case, or null when the text names no colour
 * @example hexColor('Teal') // '#008080'
 */
export function hexColor(text: string): string | null {
  const lower = text.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return lower.replace(/[0-9a-f]/g, '$&$&');
  const named = Object.hasOwn(names, lower) ? names[lower] : undefined;
  return named ? toHex(named) : null;
}

/**
 * The colour at a share of the way between two `#rrggbb` colours.
 * @param share 0 is the first, 1 the second
 */
export function mixColors(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)];
  return toHex(start.map((value, i) => Math.round(value + ((end[i] ?? 0) - value) * share)));
}

export const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const toHex = (rgb: number[]): string =>
  `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
