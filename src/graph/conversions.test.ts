// Every shape a conversion number may come in, since no page of Meta's shows one.
import { CONVERSION_METRICS } from '../core/metrics';
import { CONVERSION_NAMES, isOddConversion, NO_CONVERSIONS, readConversions } from './conversions';

const shapes: [string, unknown, number | null][] = [
  ['a number', 33, 33],
  ['zero', 0, 0],
  ['a fraction', 0.5, 0.5],
  ['a text', '33', 33],
  ['an amount as text', '1984.25', 1984.25],
  ['an object with value', { value: 33 }, 33],
  ['an object with value as text', { type: 'website', value: '33.5' }, 33.5],
  ['an object with count', { type: 'website', count: 33 }, 33],
  ['an object with both', { value: 12.5, count: 3 }, 12.5],
  ['an object with a zero', { value: 0, count: 3 }, 0],
  ['a list of one', [{ type: 'website_purchases', value: 33 }], 33],
  [
    'a list of counts',
    [
      { type: 'a', count: 3 },
      { type: 'b', count: '4' },
    ],
    7,
  ],
  [
    'a list of values and counts',
    [
      { type: 'a', value: 1.25 },
      { type: 'b', count: 2 },
    ],
    3.25,
  ],
  [
    'a list with a repeated type',
    [
      { type: 'a', value: 1 },
      { type: 'a', value: 2 },
    ],
    3,
  ],
  ['a list of plain numbers', [1, '2'], 3],
  ['a list with an entry that reports nothing', [{ type: 'a' }, { type: 'b', value: 4 }], 4],
  ['a list with zeros', [{ type: 'a', value: 0 }], 0],
  ['null', null, null],
  ['an empty list', [], null],
  ['an empty object', {}, null],
  ['an object without a number', { type: 'website', value: null }, null],
  ['a list that reports nothing', [{ type: 'a' }, null], null],
];
test.each(shapes)('%s is read', (_name, value, number) => {
  const key = 'website_purchases';
  expect(readConversions({ [key]: value })).toEqual({
    ...NO_CONVERSIONS,
    websitePurchases: number,
  });
  expect(isOddConversion(key, value)).toBe(false);
});

test.each<[string, unknown]>([
  ['below 0', -1],
  ['below 0 as text', '-1'],
  ['words', 'many'],
  ['an empty text', ''],
  ['a number with thousands', '1,234'],
  ['an exponent', '1e3'],
  ['true', true],
  ['no number', Number.NaN],
  ['without end', Number.POSITIVE_INFINITY],
  ['an object in an object', { value: { value: 3 } }],
  ['a list in a list', [[3]]],
  ['a list in an object', { value: [3] }],
  ['one bad entry of two', [{ value: 3 }, { value: -3 }]],
])('%s is not reported, and loses no other number', (_name, value) => {
  expect(readConversions({ app_purchases: value, app_activations: 2 })).toEqual({
    ...NO_CONVERSIONS,
    appActivations: 2,
  });
  expect(isOddConversion('app_purchases', value)).toBe(true);
});

test('each metric is read from its own key, in any case, and no other', () => {
  CONVERSION_METRICS.forEach((metric, index) => {
    const name = CONVERSION_NAMES[metric];
    const mixed = name.charAt(0) + name.slice(1).toLowerCase();
    for (const key of [name, name.toLowerCase(), mixed]) {
      expect(readConversions({ [key]: index })).toEqual({ ...NO_CONVERSIONS, [metric]: index });
    }
  });
  expect(new Set(Object.values(CONVERSION_NAMES)).size).toBe(9);
  const others = { website_lead: 3, purchases: 4, sent: 5, constructor: 6 };
  expect(readConversions(others)).toEqual(NO_CONVERSIONS);
  expect(isOddConversion('website_lead', 'x')).toBe(false);
});
