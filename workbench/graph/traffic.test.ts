// Checks the plan of the traffic: rhythm, campaigns, quiet days, and numbers that agree with each other.
import * as fc from 'fast-check';
import { toDayNumber } from './calendar';
import { BRAZIL_TEMPLATES } from './catalogue-brazil';
import { STATES_TEMPLATES } from './catalogue-states';
import { dayTotals, FIRST_DAY } from './traffic';

const ALL = [...BRAZIL_TEMPLATES, ...STATES_TEMPLATES];
const day = (text: string) => Number(toDayNumber(text));
const find = (name: string, language: string) => {
  const template = ALL.find((one) => one.name === name && one.language === language);
  if (template === undefined) throw new Error(`No template ${name} in ${language}.`);
  return template;
};
const sentOn = (name: string, language: string, text: string) =>
  dayTotals(find(name, language), day(text))?.sent ?? 0;
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => day(first) + index);

test('on any day of any template the numbers agree with each other', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ALL),
      fc.integer({ min: day('2024-12-01'), max: day('2028-12-31') }),
      (template, number) => {
        const totals = dayTotals(template, number);
        if (totals === null) return;
        expect(totals.sent).toBeGreaterThan(0);
        expect(totals.delivered).toBeLessThanOrEqual(totals.sent);
        expect(totals.read).toBeLessThanOrEqual(totals.delivered);
        expect(totals.replied).toBeLessThanOrEqual(totals.read);
        const unique = totals.buttons.reduce((sum, button) => sum + button.unique, 0);
        expect(unique).toBeLessThanOrEqual(totals.read);
        for (const button of totals.buttons) {
          expect(button.unique).toBeLessThanOrEqual(button.clicks);
          expect(Number.isInteger(button.clicks)).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('Black Friday towers over its November, and there is none in August', () => {
  const peak = sentOn('black_friday', 'pt_BR', '2026-11-27');
  expect(peak).toBeGreaterThan(8000);
  expect(peak).toBeGreaterThan(1.8 * sentOn('black_friday', 'pt_BR', '2026-11-26'));
  expect(sentOn('black_friday', 'pt_BR', '2026-11-17')).toBeGreaterThan(1500);
  expect(sentOn('black_friday', 'pt_BR', '2026-08-14')).toBe(0);
});

test('the newsletter goes out on the first Tuesday of a month', () => {
  for (const text of ['2026-09-01', '2026-10-06', '2026-11-03'])
    expect(sentOn('newsletter_mensal', 'pt_BR', text)).toBeGreaterThan(5500);
  expect(sentOn('newsletter_mensal', 'pt_BR', '2026-11-10')).toBe(0);
});

test('the week has a rhythm: Fridays sell, Sundays rest', () => {
  const sum = (weekOffset: number) =>
    daysFrom('2026-07-27', 112)
      .filter((_, index) => index % 7 === weekOffset)
      .reduce(
        (all, one) => all + (dayTotals(find('carrinho_abandonado', 'pt_BR'), one)?.sent ?? 0),
        0,
      );
  expect(sum(4)).toBeGreaterThan(1.7 * sum(6));
});

test('some templates have days without traffic, some stopped, one never began', () => {
  const active = (name: string, language: string) =>
    daysFrom('2026-07-25', 120).filter((one) => dayTotals(find(name, language), one) !== null);
  expect(active('back_in_stock', 'en').length).toBeGreaterThan(15);
  expect(active('back_in_stock', 'en').length).toBeLessThan(80);
  expect(active('carrinho_abandonado', 'pt_BR')).toHaveLength(120);
  expect(Math.max(...active('reativacao_clientes', 'pt_BR'))).toBeLessThanOrEqual(
    day('2026-10-20'),
  );
  expect(active('promo_relampago', 'pt_BR')).toHaveLength(0);
});

test('nothing is on record before the first day', () => {
  const template = find('carrinho_abandonado', 'pt_BR');
  expect(dayTotals(template, day(FIRST_DAY) - 1)).toBeNull();
  expect(dayTotals(template, day(FIRST_DAY))).not.toBeNull();
});

test('a copy of a template has the same days: they depend on its id alone', () => {
  const template = find('order_update', 'en_US');
  const number = day('2026-10-10');
  expect(dayTotals({ ...template }, number)).toEqual(dayTotals(template, number));
  expect(dayTotals({ ...template, id: '402278119900564' }, number)).not.toEqual(
    dayTotals(template, number),
  );
});
