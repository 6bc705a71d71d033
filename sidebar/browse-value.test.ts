// How answers are written: units, days, currencies, in the person's language.

import { emptyForm } from './browse-form';
import { currencyOf, formatAnswer, kindsOf } from './browse-value';
import { aurora, home } from './sample';

/** Intl writes spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [1234.5, 'money', 'pt-BR', 'BRL', 'R$ 1.234,50'],
  [1234.5, 'money', 'en-US', 'USD', '$1,234.50'],
  [0.0432, 'unitPrice', 'pt-BR', 'BRL', 'R$ 0,0432'],
  [2, 'unitPrice', 'en-US', null, '2.00'],
  [3, 'money', 'en-US', 'no currency', '3.00'],
  [0.5, 'rate', 'pt-BR', null, '50,0%'],
  [0.25, 'change', 'en-US', null, '+25.0%'],
  [-0.25, 'change', 'en-US', null, '-25.0%'],
  [12345, 'count', 'pt-BR', null, '12.345'],
  [3.456, 'times', 'en-US', null, '3.46'],
  [46_348, 'day', 'en-US', null, 'Nov 22, 2026'],
  [46_327, 'month', 'en-US', null, 'Nov 2026'],
  [46_348.75, 'moment', 'en-US', null, 'Nov 22, 2026, 6:00 PM'],
  ['promo', 'count', 'en-US', null, 'promo'],
] as const)('%p as %s in %s', (value, kind, locale, currency, text) => {
  expect(plain(formatAnswer(value, kind, locale, currency))).toBe(text);
});

test('the columns of an answer follow what was chosen', () => {
  const form = { ...emptyForm, metrics: ['spent', 'readRate'] as const };
  const kinds = (name: Parameters<typeof kindsOf>[0], by: '' | 'week' | 'month' = '') =>
    kindsOf(name, { ...form, metrics: [...form.metrics], metric: 'costPerClick', by });
  expect(kinds('WA_TABLE')).toEqual(['text', 'money', 'rate']);
  expect(kinds('WA_TABLE', 'month')).toEqual(['month', 'money', 'rate']);
  expect(kinds('WA_SERIES')).toEqual(['day', 'unitPrice']);
  expect(kinds('WA_ROAS')).toEqual(['times']);
  expect(kinds('WA_BUTTON_CLICKS')).toEqual(['count']);
  expect(kinds('WA_CHANGE')).toEqual(['change']);
  expect(kinds('WA_COVERAGE')).toEqual(['day', 'day', 'text']);
});

test('a currency is shown only where all accounts meant have the same', () => {
  expect(currencyOf(emptyForm, [aurora])).toBe('BRL');
  expect(currencyOf(emptyForm, [aurora, home])).toBeNull();
  expect(currencyOf({ ...emptyForm, account: home.name }, [aurora, home])).toBe('USD');
  expect(currencyOf(emptyForm, [{ ...aurora, currency: null }])).toBeNull();
});
