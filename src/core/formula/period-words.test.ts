// Periods and keywords in the words people use for them.
import { PERIODS } from '../day';
import { PRESETS } from '../presets';
import { readPeriod, readPreset } from './period-words';

test.each<[string, string]>([
  ...PERIODS.map((word): [string, string] => [word, word]),
  ['Mês', 'month'],
  ['mes', 'month'],
  ['SEMANA', 'week'],
  ['día', 'day'],
  ['dia', 'day'],
  ['trimestre', 'quarter'],
  ['ano', 'year'],
  ['año', 'year'],
])('"%s" is the period %s', (word, period) => {
  expect(readPeriod(word)).toBe(period);
});

test.each<[string, string]>([
  ...PRESETS.map((word): [string, string] => [word, word]),
  ['Last 30 days', 'last_30_days'],
  ['últimos 30 dias', 'last_30_days'],
  ['ultimos_7_dias', 'last_7_days'],
  ['Últimos 12 meses', 'last_12_months'],
  ['este mês', 'this_month'],
  ['mês passado', 'last_month'],
  ['mes pasado', 'last_month'],
  ['ontem', 'yesterday'],
  ['ayer', 'yesterday'],
  ['año pasado', 'last_year'],
])('"%s" is the keyword %s', (word, preset) => {
  expect(readPreset(word)).toBe(preset);
});

test.each([
  '',
  'fortnight',
  'últimos 31 dias',
  'últimos 12 dias',
  'constructor',
  '__proto__',
  '2026-11',
])('"%s" is neither', (word) => {
  expect([readPeriod(word), readPreset(word)]).toEqual([null, null]);
});
