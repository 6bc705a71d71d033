// A sealed text comes back as it was, and any change of it, its seal or its version is noticed.
import fc from 'fast-check';
import { encodeChunk } from './chunk';
import { chunkPlace, seal, unseal } from './seal';

const runs = { numRuns: 500, seed: 20260101 };
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', ' ', '\n', '0', '7.abc', encodeChunk(new Map()), '3f:2s,8w:1c9t,9r;2c', '🛍'),
);
const anyVersion = fc.oneof(fc.nat({ max: 40 }), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));

test('a text comes back as it was, for its version and for any', () => {
  fc.assert(
    fc.property(anyText, anyVersion, (text, version) => {
      expect(unseal(seal(text, version), version)).toBe(text);
      expect(unseal(seal(text, version), null)).toBe(text);
    }),
    runs,
  );
});

test('another version is refused', () => {
  fc.assert(
    fc.property(anyText, anyVersion, anyVersion, (text, version, other) => {
      fc.pre(version !== other);
      expect(unseal(seal(text, version), other)).toBeNull();
    }),
    runs,
  );
});

test('any character changed, cut or put in is noticed, in the text and in the seal', () => {
  fc.assert(
    fc.property(
      anyText,
      anyVersion,
      fc.nat(),
      fc.nat({ max: 1 }),
      fc.string({ unit: 'binary', maxLength: 2 }),
      (text, version, at, cut, put) => {
        const sealed = seal(text, version);
        const place = at % (sealed.length + 1);
        const edited = sealed.slice(0, place) + put + sealed.slice(place + cut);
        // The space after the seal of an empty text says nothing.
        fc.pre(edited !== sealed && edited.trimEnd() !== sealed);
        expect(unseal(edited, null)).toBeNull();
      },
    ),
    { numRuns: 3_000, seed: 20260101 },
  );
});

test('every digit of a number matters', () => {
  const sealed = seal('3f:2s,8w:1c9t,9r,8e', 12);
  for (let i = 0; i < sealed.length; i += 1) {
    for (const digit of '0123456789abcdefghijklmnopqrstuvwxyz') {
      if (digit === sealed[i]) continue;
      expect(unseal(sealed.slice(0, i) + digit + sealed.slice(i + 1), null)).toBeNull();
    }
  }
});

test('an empty text is sealed, so that a deleted cell is not an empty bucket', () => {
  expect(seal('', 7)).not.toBe('');
  expect(unseal(seal('', 7), 7)).toBe('');
  // Whether or not the cell kept a space at its end.
  expect(unseal(`${seal('', 7)} `, 7)).toBe('');
  expect(unseal('', 7)).toBeNull();
});

test('a text that stands in another place is refused, also where the version is the same', () => {
  const places = [0, 1, 7].flatMap((bucket) =>
    [24_321, 24_322].flatMap((month) =>
      [8, 16].map((buckets) => chunkPlace({ month, bucket }, buckets)),
    ),
  );
  for (const place of places) {
    for (const text of ['', '3f:2s:1c9t']) {
      const fits = places.filter((other) => unseal(seal(text, 5, place), 5, other) === text);
      expect(fits).toEqual([place]);
      expect(unseal(seal(text, 5, place), 5)).toBeNull();
    }
  }
});

test.each(['WA_LIVE 3', 'hello', '7', '7.', '7. abc', '.abc text', '-1.abc text', '07.abc x'])(
  '%p has no seal',
  (text) => {
    expect(unseal(text, null)).toBeNull();
  },
);
