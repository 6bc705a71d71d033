// What the data tabs say, read over HTTP: the rows that every expected answer of a formula is added up from.
import { plusDays } from './days';
import { CONVERSION_NAMES, type ConversionName, type Numbers } from './numbers';
import type { Workbench } from './workbench';

export interface LedgerRow {
  day: string;
  account: string;
  accountId: string;
  name: string;
  id: string;
  language: string;
  category: string;
  product: string;
  currency: string;
  /** Whether `WA Daily` has the row; some exist for their conversions alone. */
  isDaily: boolean;
  numbers: Record<keyof Numbers | ConversionName, number | null>;
}

const DAILY: readonly (keyof Numbers)[] = [
  'sent',
  'delivered',
  'read',
  'replied',
  'clicks',
  'unique',
  'quick',
  'spent',
];
const NONE = Object.fromEntries(
  [...DAILY, ...CONVERSION_NAMES].map((name) => [name, null]),
) as LedgerRow['numbers'];

type Line = readonly (string | number)[];
export const dayOfSerial = (serial: number): string => plusDays('1899-12-30', serial);
const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);

/** The first nine columns of `WA Daily`, `WA Buttons` and `WA Conversions`. */
const firstOf = (line: Line): Omit<LedgerRow, 'numbers' | 'product' | 'currency' | 'isDaily'> => ({
  day: dayOfSerial(Number(line[0])),
  account: String(line[3]),
  accountId: String(line[4]),
  name: String(line[5]),
  id: String(line[6]),
  language: String(line[7]),
  category: String(line[8]),
});

type Reader = Pick<Workbench, 'range'>;
const linesOf = async (bench: Reader, tab: string): Promise<Line[]> =>
  (await bench.range(tab)).values.slice(1).filter((line) => line[6] !== '');

/** Rows of `WA Daily`, each with the conversions that `WA Conversions` has of the same template and day. */
export async function readLedger(bench: Reader): Promise<LedgerRow[]> {
  const rows = (await linesOf(bench, 'WA Daily')).map((line): LedgerRow => {
    const numbers = { ...NONE };
    DAILY.forEach((name, i) => {
      numbers[name] = numberOf(line[11 + i]);
    });
    const [product, currency] = [String(line[9]), String(line[10])];
    return { ...firstOf(line), product, currency, isDaily: true, numbers };
  });
  const product = 'Marketing Messages';
  const keyOf = (row: Pick<LedgerRow, 'accountId' | 'day' | 'id'>): string =>
    [row.accountId, row.day, row.id].join(' ');
  const known = new Map(
    rows.filter((row) => row.product === product).map((row) => [keyOf(row), row]),
  );
  for (const line of await linesOf(bench, 'WA Conversions').catch(() => [])) {
    const first = firstOf(line);
    let row = known.get(keyOf(first));
    if (!row) {
      const numbers = { ...NONE, delivered: numberOf(line[10]), spent: numberOf(line[11]) };
      row = { ...first, product, currency: String(line[9]), isDaily: false, numbers };
      rows.push(row);
    }
    for (const [i, name] of CONVERSION_NAMES.entries()) row.numbers[name] = numberOf(line[12 + i]);
  }
  return rows;
}

export interface ButtonRow {
  day: string;
  accountId: string;
  name: string;
  id: string;
  label: string;
  clicks: number | null;
}

/** Rows of `WA Buttons`. */
export const readButtonRows = async (bench: Reader): Promise<ButtonRow[]> =>
  (await linesOf(bench, 'WA Buttons')).map((line) => {
    const { day, accountId, name, id } = firstOf(line);
    return { day, accountId, name, id, label: String(line[11]), clicks: numberOf(line[12]) };
  });
