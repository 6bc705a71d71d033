// The order of the comparison: currencies in blocks, what was spent most on first.
import { addRow, noSums } from '../index/sums';
import { NO_METRICS } from '../metrics';
import type { ComparedTemplate } from './comparison';
import { currencyBlocks, inOrder } from './order';

function line(
  template: string,
  currency: string,
  spent: number | null,
  more: Partial<ComparedTemplate['labels']> = {},
): ComparedTemplate {
  const now = noSums();
  addRow(now, { ...NO_METRICS, sent: 1, spent });
  const none = { account: '', status: '', quality: '', text: '', buttons: '', category: '' };
  const labels = { ...none, accountId: '1', templateId: '1', language: 'en', ...more };
  return {
    labels: { ...labels, template, currency },
    days: null,
    comparedDays: null,
    now,
    before: null,
  };
}
const LINES = [
  line('a', 'BRL', 5),
  line('unknown', 'USD', null),
  line('zero', 'USD', 0),
  line('most', 'USD', 3),
  line('same', 'USD', 1, { language: 'pt_BR' }),
  line('same', 'USD', 1, { language: 'en_US', templateId: '9' }),
  line('same', 'USD', 1, { language: 'en_US', templateId: '10' }),
  line('b', 'EUR', 9),
  line('also', 'USD', 1),
];

test('the larger currency first, then by spend, name, language, ID', () => {
  expect(
    inOrder(LINES).map(({ labels: { template, language, templateId } }) =>
      [template, language, templateId].join(' '),
    ),
  ).toEqual([
    'most en 1',
    'also en 1',
    'same en_US 10',
    'same en_US 9',
    'same pt_BR 1',
    'zero en 1',
    'unknown en 1',
    'a en 1',
    'b en 1',
  ]);
});

test('the order does not depend on how the lines came', () => {
  expect(inOrder([...LINES].reverse())).toEqual(inOrder(LINES));
});

test('each currency is one block', () => {
  expect(currencyBlocks(inOrder(LINES))).toEqual([
    { first: 0, last: 6 },
    { first: 7, last: 7 },
    { first: 8, last: 8 },
  ]);
  expect(currencyBlocks([])).toEqual([]);
});
