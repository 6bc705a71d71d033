// Whatever comes from Meta, the form that is compared is the form that a cell gives back.
import fc from 'fast-check';
import { storableText } from './cell-text';

test('a text that was brought into this form stays as it is', () => {
  const any = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(any, fc.constantFrom('', '\u0000', '\uD83D', '\uDE00'), (text, odd) => {
      const once = storableText(`${text}${odd}${text}`);
      expect(storableText(once)).toBe(once);
      expect(once).not.toContain('\u0000');
      expect(once.isWellFormed()).toBe(true);
    }),
    { numRuns: 300, seed: 20260101 },
  );
});

test('a long text is cut with a mark, never inside a character', () => {
  for (const text of ['x'.repeat(60_000), `x${'🎉'.repeat(30_000)}`]) {
    const cut = storableText(text);
    expect(cut.length).toBeLessThan(50_000);
    expect(cut.endsWith('…')).toBe(true);
    expect(cut.isWellFormed()).toBe(true);
    expect(storableText(cut)).toBe(cut);
  }
});
