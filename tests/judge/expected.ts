// Works out by itself what WA Daily must hold for a world, straight from the raw points and the definitions.
import { civilDayOf, mondayOf, monthOf, plusDays, serialOf } from './days';
import type { JudgeAccount, JudgeTemplate, RawPoint, World } from './world';

export type Cell = string | number;
export interface Numbers {
  sent: number | null;
  delivered: number | null;
  read: number | null;
  replied: number | null;
  clicks: number | null;
  unique: number | null;
  quick: number | null;
  spent: number | null;
}
export interface ExpectedRow {
  account: JudgeAccount;
  template: JudgeTemplate;
  day: string;
  numbers: Numbers;
}

export const HEADERS = [
  'Date',
  'Week (Mon)',
  'Month',
  'Account',
  'Account ID',
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

const reported = (value: unknown): number | null =>
  value === undefined || value === null ? null : Number(value);
const sum = (list: number[]): number | null =>
  list.length === 0 ? null : list.reduce((a, b) => a + b, 0);

export function readNumbers(point: RawPoint): Numbers {
  const clicked = (point.clicked ?? []) as {
    type: string;
    button_content?: string;
    count: number;
  }[];
  const ofType = (type: string) => clicked.filter((row) => row.type === type);
  const labels = new Set(
    [...ofType('url_button'), ...ofType('unique_url_button')].map(
      (row) => row.button_content ?? '',
    ),
  );
  const perLabel = [...labels].map((label) => {
    const here = (row: { button_content?: string }) => (row.button_content ?? '') === label;
    const totals = ofType('url_button').filter(here);
    return (
      sum(
        (totals.length > 0 ? totals : ofType('unique_url_button').filter(here)).map(
          (row) => row.count,
        ),
      ) ?? 0
    );
  });
  const cost = (point.cost ?? []) as { type: string; value?: number | string }[];
  return {
    sent: reported(point.sent),
    delivered: reported(point.delivered),
    read: reported(point.read),
    replied: reported(point.replied),
    clicks: sum(perLabel),
    unique: sum(ofType('unique_url_button').map((row) => row.count)),
    quick: sum(ofType('quick_reply_button').map((row) => row.count)),
    spent: reported(cost.find((row) => row.type === 'amount_spent')?.value),
  };
}

const EXPIRING = ['read', 'replied', 'clicks', 'unique', 'quick'] as const;

/** The rows after a first sync of `from` … `to` of everything. */
export function expectRows(world: World, from: string, to: string): ExpectedRow[] {
  return world.accounts.flatMap((account) => {
    const today = civilDayOf(world.now, account.zone);
    const rows: ExpectedRow[] = [];
    for (const template of account.templates) {
      for (const [day, point] of template.points) {
        if (day < from || day > to || day > today) continue;
        rows.push({ account, template, day, numbers: readNumbers(point) });
      }
    }
    emptyResets(rows, today);
    return rows.filter(({ numbers }) => Object.values(numbers).some((n) => (n ?? 0) !== 0));
  });
}

/** Old zeros of a metric are resets where all old days say 0 or nothing and a younger day counts. */
function emptyResets(rows: ExpectedRow[], today: string): void {
  const lastOld = plusDays(today, -8);
  const old = rows.filter((row) => row.day <= lastOld);
  const young = rows.filter((row) => row.day > lastOld);
  if (!old.some((row) => (row.numbers.delivered ?? 0) > 0)) return;
  for (const name of EXPIRING) {
    const counts = (row: ExpectedRow): boolean => (row.numbers[name] ?? 0) > 0;
    if (old.some(counts) || !young.some(counts)) continue;
    for (const row of old) row.numbers[name] = null;
  }
}

const over = (part: number | null, whole: number | null): Cell =>
  part === null || whole === null || whole === 0 ? '' : part / whole;
const shown = (n: number | null): Cell => n ?? '';

export function cellsOf({ account, template, day, numbers }: ExpectedRow): Cell[] {
  return [
    serialOf(day),
    serialOf(mondayOf(day)),
    serialOf(monthOf(day)),
    account.name,
    account.id,
    template.name,
    template.id,
    template.language,
    template.category,
    'Cloud API',
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
export function compareDaily(
  answer: { values: Cell[][]; formulas: string[][]; formats: string[][] },
  rows: readonly ExpectedRow[],
): string[] {
  const faults: string[] = [];
  const found = new Map<string, Cell[]>();
  answer.values.slice(1).forEach((line, index) => {
    const key = `${line[4]}|${line[0]}|${line[6]}`;
    if (found.has(key)) faults.push(`double row ${key}`);
    found.set(key, line);
    if (answer.formulas[index + 1]?.some((text) => text !== '')) faults.push(`formula in ${key}`);
    for (const column of [0, 1, 2]) {
      const format = answer.formats[index + 1]?.[column] ?? '';
      const isDate = /y/i.test(format) && /m/i.test(format);
      if (!isDate) faults.push(`${key} column ${column}: format "${format}" is no date`);
    }
  });
  for (const row of rows) {
    const cells = cellsOf(row);
    const key = `${cells[4]}|${cells[0]}|${cells[6]}`;
    const line = found.get(key);
    found.delete(key);
    if (!line) {
      faults.push(`missing ${key} (${row.template.name}, ${row.day})`);
      continue;
    }
    cells.forEach((cell, column) => {
      if (!same(line[column] ?? '', cell)) {
        faults.push(
          `${key} ${row.day} ${HEADERS[column]}: is ${JSON.stringify(line[column])}, not ${JSON.stringify(cell)}`,
        );
      }
    });
  }
  for (const key of found.keys()) faults.push(`extra ${key}`);
  return faults;
}

export function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  return a === b;
}
