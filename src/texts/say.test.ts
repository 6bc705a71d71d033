// Days and amounts inside the server's sentences, as each language writes them.
import { server as en } from './en/server';
import { server as pt } from './pt-BR/server';
import { say } from './say';

test.each([
  ['{day}', { day: '2026-11-01' }, '1 Nov 2026', '01/11/2026'],
  [
    '{from} {to}',
    { from: '2026-01-31', to: '2026-12-09' },
    '31 Jan 2026 9 Dec 2026',
    '31/01/2026 09/12/2026',
  ],
  ['{reach?:from %|later}', { reach: '2026-08-25' }, 'from 25 Aug 2026', 'from 25/08/2026'],
  ['{count}', { count: 1_234_567 }, '1,234,567', '1.234.567'],
  ['{count}', { count: 999 }, '999', '999'],
  ['{count?1:one|many}', { count: 1 }, 'one', 'one'],
  ['{row}', { row: 12_345 }, '12345', '12345'],
  ['{cells} {limit}', { cells: 10_200_000, limit: 10_000_000 }, '10.2 10', '10,2 10'],
  ['{cells}', { cells: 10_000_020 }, '10.1', '10,1'],
])('%s with %j', (template, facts, english, portuguese) => {
  expect(say(en, template, facts)).toBe(english);
  expect(say(pt, template, facts)).toBe(portuguese);
});

test('a name that looks like a day, and what is no day, stay as they are', () => {
  expect(say(pt, '{name} {tab}', { name: '2026-11-01', tab: '2026-11-02' })).toBe(
    '2026-11-01 2026-11-02',
  );
  expect(say(pt, '{day}', { day: 'soon' })).toBe('soon');
});
