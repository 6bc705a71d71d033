// Days, ranges, moments and numbers as an American, a Briton and a Brazilian read them.

import { formatCount, formatDay, formatMoment, formatRange, languageName } from './format';

/** Intl puts thin and no-break spaces where a test is easier to read with plain ones. */
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

test('a day is written in the order of the region', () => {
  expect(formatDay('2026-11-22', 'en-US')).toBe('Nov 22, 2026');
  expect(formatDay('2026-11-22', 'en-GB')).toBe('22 Nov 2026');
  expect(formatDay('2026-11-22', 'pt-BR')).toBe('22 de nov. de 2026');
});

test('a range says month and year once where they are the same', () => {
  const november = { from: '2026-11-01', to: '2026-11-22' };
  expect(plain(formatRange(november, 'en-US'))).toBe('Nov 1 – 22, 2026');
  expect(plain(formatRange(november, 'pt-BR'))).toBe('1 – 22 de nov. de 2026');
});

test('a range across two years says both', () => {
  const winter = { from: '2026-12-30', to: '2027-01-02' };
  expect(plain(formatRange(winter, 'en-US'))).toBe('Dec 30, 2026 – Jan 2, 2027');
});

test('a range of one day is that day', () => {
  const day = { from: '2026-11-22', to: '2026-11-22' };
  expect(formatRange(day, 'en-US')).toBe('Nov 22, 2026');
});

test('numbers are grouped as the language groups them', () => {
  expect(formatCount(1648, 'en-US')).toBe('1,648');
  expect(formatCount(1648, 'pt-BR')).toBe('1.648');
});

test('a moment carries its year only when that is not this year', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(formatMoment('2026-11-20T12:00:00Z', 'en-US', now)).not.toContain('2026');
  expect(formatMoment('2025-11-20T12:00:00Z', 'en-US', now)).toContain('2025');
});

test('what is no instant is shown as it came', () => {
  expect(formatMoment('soon', 'en-US')).toBe('soon');
});

test('a language is named in the language of the sidebar, an unknown one by its code', () => {
  expect(languageName('pt_BR', 'en')).toBe('Brazilian Portuguese');
  expect(languageName('es', 'pt-BR')).toBe('espanhol');
  expect(languageName('not a language', 'en')).toBe('not a language');
});
