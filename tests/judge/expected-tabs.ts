// What WA Buttons and WA Conversions must hold, straight from the expected points.
import { type Cell, compareTab, type TabAnswer } from './compare-tab';
import {
  compareDaily,
  dailyRows,
  FIRST_HEADERS,
  firstCells,
  isCount,
  over,
  shown,
  templateCells,
} from './expected';
import type { ExpectedPoint } from './expected-points';
import { CONVERSION_NAMES } from './numbers';
import type { Workbench } from './workbench';

const TEMPLATE_HEADERS = ['Template', 'Template ID', 'Language', 'Category'];
export const BUTTON_HEADERS = [
  ...FIRST_HEADERS,
  ...TEMPLATE_HEADERS,
  'Product',
  'Button type',
  'Button',
  'Clicks',
  'Unique clicks',
  'Template delivered',
  'Click rate',
];
export const CONVERSION_HEADERS = [
  ...FIRST_HEADERS,
  ...TEMPLATE_HEADERS,
  'Currency',
  'Delivered',
  'Spent',
  'App add to cart',
  'Website add to cart',
  'App checkouts',
  'Website checkouts',
  'App purchases',
  'Website purchases',
  'App purchase value',
  'Website purchase value',
  'App activations',
];

export const buttonCells = (points: readonly ExpectedPoint[]): Cell[][] =>
  points.flatMap((point) => {
    const { template, product, numbers, buttons } = point;
    return buttons
      .filter(({ clicks, unique }) => [clicks, unique, numbers.delivered].some(isCount))
      .map(({ type, label, clicks, unique }) => [
        ...firstCells(point),
        ...templateCells(template),
        product,
        type,
        label,
        shown(clicks),
        shown(unique),
        shown(numbers.delivered),
        over(clicks, numbers.delivered),
      ]);
  });

export const conversionCells = (points: readonly ExpectedPoint[]): Cell[][] =>
  points
    .filter(({ product }) => product === 'Marketing Messages')
    .filter(({ numbers, conversions }) =>
      [numbers.delivered, numbers.spent, ...Object.values(conversions)].some(isCount),
    )
    .map((point) => [
      ...firstCells(point),
      ...templateCells(point.template),
      point.account.currency ?? '',
      shown(point.numbers.delivered),
      shown(point.numbers.spent),
      ...CONVERSION_NAMES.map((name) => shown(point.conversions[name])),
    ]);

export const compareButtons = (
  answer: TabAnswer,
  points: readonly ExpectedPoint[],
  emptied = false,
): string[] =>
  compareTab(answer, {
    ...(emptied ? { emptiedFrom: 12 } : {}),
    headers: BUTTON_HEADERS,
    // Account, day, template, product, type and label.
    key: [4, 0, 6, 9, 10, 11],
    rows: buttonCells(points),
    named: (cells) => String(cells[5]),
  });

export const compareConversions = (answer: TabAnswer, points: readonly ExpectedPoint[]): string[] =>
  compareTab(answer, {
    headers: CONVERSION_HEADERS,
    key: [4, 0, 6],
    rows: conversionCells(points),
    named: (cells) => String(cells[5]),
  });

/**
 * The first differences in each of the three tabs, each with its tab's name.
 *
 * @param emptied whether buttons may have lost all they had since they were written
 */
export async function tabFaults(
  bench: Pick<Workbench, 'range'>,
  points: readonly ExpectedPoint[],
  most = 4,
  emptied = false,
): Promise<string[]> {
  const of = async (tab: string, compare: (answer: TabAnswer) => string[]): Promise<string[]> => {
    const faults = await bench.range(tab).then(compare, (error: Error) => [error.message]);
    return faults.slice(0, most).map((fault) => `${tab}: ${fault}`);
  };
  return [
    ...(await of('WA Daily', (answer) => compareDaily(answer, dailyRows(points)))),
    ...(await of('WA Buttons', (answer) => compareButtons(answer, points, emptied))),
    ...(await of('WA Conversions', (answer) => compareConversions(answer, points))),
  ];
}
