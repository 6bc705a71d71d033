// What WA Daily must hold for a world, straight from the raw points and the definitions.
import { type Cell, compareTab, type TabAnswer } from './compare-tab';
import { mondayOf, monthOf, serialOf } from './days';
import { type ExpectedPoint, expectPoints, type Product } from './expected-points';
import type { Numbers } from './numbers';
import type { JudgeAccount, JudgeTemplate, World } from './world';

export { type Cell, same } from './compare-tab';
export { type Numbers, readNumbers } from './numbers';

export interface ExpectedRow {
  account: JudgeAccount;
  template: JudgeTemplate;
  day: string;
  /** The Cloud API where absent. */
  product?: Product;
  numbers: Numbers;
}

export const FIRST_HEADERS = ['Date', 'Week (Mon)', 'Month', 'Account', 'Account ID'];
export const HEADERS = [
  ...FIRST_HEADERS,
  'Template',
  'Template ID',
  'Language',
  'Category',
  'Product',
  'Currency',
  'Sent',
  'Delivered',
  'Read',
  'Replied',
  'Link clicks',
  'Unique link clicks',
  'Quick replies',
  'Spent',
  'Cost per delivered',
  'Cost per click',
];

export const isCount = (n: number | null): boolean => (n ?? 0) !== 0;
export const over = (part: number | null, whole: number | null): Cell =>
  part === null || whole === null || whole === 0 ? '' : part / whole;
export const shown = (n: number | null): Cell => n ?? '';

/** The points that make a row of WA Daily. */
export const dailyRows = <T extends ExpectedRow>(points: readonly T[]): T[] =>
  points.filter(({ numbers }) => Object.values(numbers).some(isCount));

/** The rows after a first sync of `from` … `to` of everything. */
export const expectRows = (world: World, from: string, to: string): ExpectedPoint[] =>
  dailyRows(expectPoints(world, from, to));

/** The five cells every data tab begins with. */
export const firstCells = ({ account, day }: Pick<ExpectedRow, 'account' | 'day'>): Cell[] => [
  serialOf(day),
  serialOf(mondayOf(day)),
  serialOf(monthOf(day)),
  account.name,
  account.id,
];
export const templateCells = ({ name, id, language, category }: JudgeTemplate): Cell[] => [
  name,
  id,
  language,
  category,
];

export function cellsOf(row: ExpectedRow): Cell[] {
  const { account, template, product = 'Cloud API', numbers } = row;
  return [
    ...firstCells(row),
    ...templateCells(template),
    product,
    account.currency ?? '',
    shown(numbers.sent),
    shown(numbers.delivered),
    shown(numbers.read),
    shown(numbers.replied),
    shown(numbers.clicks),
    shown(numbers.unique),
    shown(numbers.quick),
    shown(numbers.spent),
    over(numbers.spent, numbers.delivered),
    over(numbers.spent, numbers.clicks),
  ];
}

/** A sum over rows as formulas give it: 0 without rows, empty where no row reports the number. */
export function total(rows: readonly ExpectedRow[], name: keyof Numbers): Cell {
  if (rows.length === 0) return 0;
  const values = rows.map((row) => row.numbers[name]).filter((n): n is number => n !== null);
  return values.length === 0 ? '' : values.reduce((a, b) => a + b, 0);
}

/** A ratio over rows: both parts summed where both are reported, then divided. */
export function ratio(
  rows: readonly ExpectedRow[],
  part: keyof Numbers,
  whole: keyof Numbers,
): Cell {
  const both = rows.filter((row) => row.numbers[part] !== null && row.numbers[whole] !== null);
  const parts = both.reduce((a, row) => a + (row.numbers[part] ?? 0), 0);
  const wholes = both.reduce((a, row) => a + (row.numbers[whole] ?? 0), 0);
  return wholes === 0 ? '' : parts / wholes;
}

/** Differences between the tab's data range and the expected rows, as short sentences; none = equal. */
export const compareDaily = (answer: TabAnswer, rows: readonly ExpectedRow[]): string[] =>
  compareTab(answer, {
    headers: HEADERS,
    // Account, day, template, product.
    key: [4, 0, 6, 9],
    rows: rows.map(cellsOf),
    named: (cells) => String(cells[5]),
  });
