// The shapes in which conversions might come, as nobody has published the real one.
import { CONVERSIONS } from './conversions';
import type { Point } from './points';
import { seedOf } from './random';

/** The same number every time, said in another way. */
const SHAPES: readonly ((value: number, name: string) => unknown)[] = [
  (value) => value,
  (value) => String(value),
  (value) => ({ value }),
  (value) => ({ value: String(value) }),
  (value, name) => [{ type: name, value }],
  (value, name) => [{ type: name, count: value }],
  (value, name) => [{ type: name, value: String(value) }],
  // Split by where it was seen: both together are the number.
  (value) => [
    { type: 'pixel', value: Math.floor(value / 3) },
    { type: 'conversions_api', value: Math.round((value - Math.floor(value / 3)) * 100) / 100 },
  ],
  () => undefined,
];

/** Each number of a point in a shape of its own; some are missing. */
export function addOddConversions(point: Point): Point {
  const odd = { ...point };
  for (const name of CONVERSIONS) {
    const value = odd[name];
    if (typeof value !== 'number') continue;
    const seed = seedOf('odd conversion', String(point.template_id), point.start, name);
    odd[name] = SHAPES[seed % SHAPES.length]?.(value, name);
    if (odd[name] === undefined) delete odd[name];
  }
  return odd;
}
