// What a person may have made of a cell is read as what it is, or as nothing.
import { runInNewContext } from 'node:vm';
import { isDate, readDay, readNumber, readText } from './read-cells';

const at = (iso: string): Date => new Date(iso);

test.each<[string, unknown, string, string | null]>([
  [
    'midnight in the zone of the spreadsheet',
    at('2026-11-22T03:00:00Z'),
    'America/Sao_Paulo',
    '2026-11-22',
  ],
  ['midnight far ahead', at('2026-11-21T10:00:00Z'), 'Pacific/Kiritimati', '2026-11-22'],
  [
    'a day whose midnight does not exist',
    at('2018-11-04T03:00:00Z'),
    'America/Sao_Paulo',
    '2018-11-04',
  ],
  ['a date with a time of day', at('2026-11-22T23:59:59Z'), 'UTC', '2026-11-22'],
  ['a date that is none', new Date(Number.NaN), 'UTC', null],
  ['a serial', 46_348, 'America/Sao_Paulo', '2026-11-22'],
  ['a serial with a time of day', 46_348.99, 'America/Sao_Paulo', '2026-11-22'],
  ['0', 0, 'UTC', null],
  ['a negative number', -3, 'UTC', null],
  ['a number that is no day', 20_261_122, 'UTC', null],
  ['a number beyond all dates', 1e12, 'UTC', null],
  ['no number', Number.NaN, 'UTC', null],
  ['ISO text', '2026-11-22', 'UTC', '2026-11-22'],
  ['ISO text of no day', '2026-13-99', 'UTC', null],
  ['text of another form', '22/11/2026', 'UTC', null],
  ['an empty cell', '', 'UTC', null],
  ['a truth value', true, 'UTC', null],
  ['nothing', null, 'UTC', null],
])('a day is read from %s', (_name, value, zone, day) => {
  expect(readDay(value, zone)).toBe(day);
});

test('a date of another realm is a date', () => {
  const foreign: unknown = runInNewContext('new Date("2026-11-22T00:00:00Z")');
  expect(foreign instanceof Date).toBe(false);
  expect(isDate(foreign)).toBe(true);
  expect(readDay(foreign, 'UTC')).toBe('2026-11-22');
  expect([{}, 'x', 5, null, { getTime: () => 0 }].some(isDate)).toBe(false);
});

test.each<[unknown, number | null]>([
  [0, 0],
  [12.5, 12.5],
  ['', null],
  ['12', 12],
  ['#N/A', null],
  [true, null],
  [null, null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
])('the number in %p is %p', (value, number) => {
  expect(readNumber(value)).toBe(number);
});

test.each<[unknown, string]>([
  ['142198801208852411', '142198801208852411'],
  [142, '142'],
  [true, 'true'],
  ['', ''],
  [null, ''],
  [undefined, ''],
  [0, '0'],
])('the text in %p is %p', (value, text) => {
  expect(readText(value)).toBe(text);
});
