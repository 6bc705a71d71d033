// Checks that odd shapes say the same numbers as plain ones.
import { CONVERSIONS } from './conversions';
import { addOddConversions } from './odd-conversions';
import type { Point } from './points';

const DAY = 86_400;
const points = Array.from({ length: 200 }, (_, index): Point => {
  const point: Point = {
    template_id: '731904466281530',
    start: index * DAY,
    end: index * DAY + DAY,
  };
  CONVERSIONS.forEach((name, place) => {
    point[name] = index + place + (name.endsWith('value') ? 0.45 : 0);
  });
  return point;
});

/** The number behind any of the shapes; null where there is none. */
function numberIn(shape: unknown): number | null {
  if (shape === undefined) return null;
  if (Array.isArray(shape)) return shape.reduce((sum, entry) => sum + Number(numberIn(entry)), 0);
  if (typeof shape !== 'object' || shape === null) return Number(shape);
  const { value, count } = shape as Record<string, unknown>;
  return Number(value ?? count);
}

test('what is said is the plain number, or nothing at all', () => {
  let [said, missing] = [0, 0];
  for (const point of points) {
    const odd = addOddConversions(point);
    for (const name of CONVERSIONS) {
      const number = numberIn(odd[name]);
      if (number === null) missing += 1;
      else expect(number).toBeCloseTo(Number(point[name]), 9);
      said += 1;
      expect(name in odd).toBe(number !== null);
    }
  }
  expect(missing).toBeGreaterThan(said / 20);
  expect(missing).toBeLessThan(said / 5);
});

test('every shape that is to be tolerated turns up', () => {
  const kinds = new Set(
    points
      .map(addOddConversions)
      .flatMap((odd) => CONVERSIONS.map((name) => odd[name]))
      .map((shape) => {
        if (!Array.isArray(shape))
          return shape && typeof shape === 'object' ? 'object' : typeof shape;
        return shape.length === 1 ? Object.keys(shape[0]).join() : `${shape.length} entries`;
      }),
  );
  expect([...kinds].sort()).toEqual(
    ['number', 'string', 'object', 'type,value', 'type,count', '2 entries', 'undefined'].sort(),
  );
});

test('a point without conversions stays as it is', () => {
  const plain: Point = { template_id: '1', start: 0, end: DAY, sent: 3 };
  expect(addOddConversions(plain)).toEqual(plain);
});
