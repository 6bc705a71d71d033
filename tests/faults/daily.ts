// Reads WA Daily by its headers, in any order and language, and says what it must hold after a sync.
import { civilDayOf, plusDays, serialOf } from '../judge/days';
import { type Cell, cellsOf, type ExpectedRow, expectRows, HEADERS, same } from '../judge/expected';
import type { RangeAnswer } from '../judge/workbench';
import type { World } from '../judge/world';

const PORTUGUESE: Record<string, string> = {
  Data: 'Date',
  'Semana (seg)': 'Week (Mon)',
  Mês: 'Month',
  Conta: 'Account',
  'ID da conta': 'Account ID',
  Modelo: 'Template',
  'ID do modelo': 'Template ID',
  Idioma: 'Language',
  Categoria: 'Category',
  Produto: 'Product',
  Moeda: 'Currency',
  Enviadas: 'Sent',
  Entregues: 'Delivered',
  Lidas: 'Read',
  Respondidas: 'Replied',
  'Cliques no link': 'Link clicks',
  'Cliques únicos no link': 'Unique link clicks',
  'Respostas rápidas': 'Quick replies',
  Gasto: 'Spent',
  'Custo por entregue': 'Cost per delivered',
  'Custo por clique': 'Cost per click',
};
/** Counts that Meta drops seven days after sending: those of an older row may stay above Meta's. */
const EXPIRING = new Set([
  'Read',
  'Replied',
  'Link clicks',
  'Unique link clicks',
  'Quick replies',
  'Cost per click',
]);

/** A row of the ledger: its cells by our English header, and the cells of a person's own columns. */
export interface LedgerRow {
  account: string;
  template: string;
  serial: number;
  cells: Record<string, Cell>;
  own: Record<string, Cell>;
}
export interface ReadLedger {
  rows: Map<string, LedgerRow>;
  /** Keys that stand in more than one row. */
  doubles: string[];
}
const keyOf = (account: Cell, serial: Cell, template: Cell, product: Cell): string =>
  `${account}|${serial}|${template}|${product}`;

export function readLedger(range: RangeAnswer | undefined): ReadLedger {
  const rows = new Map<string, LedgerRow>();
  const doubles: string[] = [];
  const [headers = [], ...lines] = range?.values ?? [];
  lines.forEach((line, index) => {
    const row: LedgerRow = { account: '', template: '', serial: 0, cells: {}, own: {} };
    headers.forEach((header, column) => {
      const name = PORTUGUESE[String(header)] ?? String(header);
      const value = line[column] ?? '';
      if (HEADERS.includes(name)) row.cells[name] = value;
      else if (name !== '') row.own[name] = range?.formulas[index + 1]?.[column] || value;
    });
    const { cells } = row;
    if (cells['Template ID'] === undefined || cells['Template ID'] === '') return;
    row.account = String(cells['Account ID']);
    row.template = String(cells['Template ID']);
    row.serial = Number(cells.Date);
    const key = keyOf(row.account, row.serial, row.template, cells.Product ?? '');
    if (rows.has(key)) doubles.push(key);
    rows.set(key, row);
  });
  return { rows, doubles };
}

/** A row as it must be: each cell has one value, or one of several that are all right. */
export type Wanted = Map<
  string,
  { row: Record<string, Cell[]>; account: string; template: string; serial: number }
>;

/** Rows that Meta would have put into an empty ledger. */
export function metaRows(world: World, from: string, to: string): Map<string, ExpectedRow> {
  return new Map(
    expectRows(world, from, to).map((row) => {
      const cells = cellsOf(row);
      return [keyOf(cells[4] ?? '', cells[0] ?? '', cells[6] ?? '', cells[9] ?? ''), row];
    }),
  );
}

/**
 * What the ledger must hold after a sync that worked: in the look-back what Meta says, new days what Meta
 * says, older rows as they were; a row Meta is silent about stays.
 */
export function wantLedger(before: ReadLedger, world: World, from: string, to: string): Wanted {
  const wanted: Wanted = new Map();
  for (const [key, row] of before.rows) {
    const cells = Object.fromEntries(
      Object.entries(row.cells).map(([name, value]) => [name, [value]]),
    );
    wanted.set(key, { ...row, row: cells });
  }
  for (const [key, expected] of metaRows(world, from, to)) {
    const { account, template, day } = expected;
    const old = wanted.get(key);
    const young = day > plusDays(civilDayOf(world.now, account.zone), -8);
    const cells = cellsOf(expected);
    const row: Record<string, Cell[]> = {};
    HEADERS.forEach((name, column) => {
      const says = cells[column] ?? '';
      const was = old?.row[name]?.[0];
      if (was === undefined || young) row[name] = [says];
      // Older days are asked again only when a day before them is new; labels and dropped counts stay.
      else row[name] = EXPIRING.has(name) || column < 11 ? [was] : [was, says];
    });
    wanted.set(key, { row, account: account.id, template: template.id, serial: serialOf(day) });
  }
  return wanted;
}

/** Differences between the tab and what it must hold, as short sentences. */
export function compareLedger(found: ReadLedger, wanted: Wanted): string[] {
  const wrong = found.doubles.map((key) => `double row ${key}`);
  for (const [key, { row }] of wanted) {
    const there = found.rows.get(key);
    if (!there) wrong.push(`missing row ${key}`);
    else wrong.push(...compareCells(key, there, row));
  }
  for (const key of found.rows.keys())
    if (!wanted.has(key)) wrong.push(`row nobody asked for: ${key}`);
  return wrong;
}

function compareCells(key: string, there: LedgerRow, row: Record<string, Cell[]>): string[] {
  return Object.entries(row).flatMap(([name, values]) => {
    const is = there.cells[name] ?? '';
    return values.some((value) => same(is, value))
      ? []
      : [
          `${key} ${name}: is ${JSON.stringify(is)}, not ${values.map((v) => JSON.stringify(v)).join(' or ')}`,
        ];
  });
}

/** After a sync that ended half-way: every old row stands, and every other is whole and as it must be. */
export function comparePart(found: ReadLedger, before: ReadLedger, wanted: Wanted): string[] {
  const part: Wanted = new Map();
  for (const [key, one] of wanted) {
    const was = before.rows.get(key);
    if (!was && !found.rows.has(key)) continue;
    const cells = Object.entries(one.row).map(([name, values]): [string, Cell[]] => [
      name,
      was ? [...values, was.cells[name] ?? ''] : values,
    ]);
    part.set(key, { ...one, row: Object.fromEntries(cells) });
  }
  return compareLedger(found, part);
}

/** A person's own columns: each row that is still there has them as before. */
export function compareOwn(found: ReadLedger, before: ReadLedger): string[] {
  return [...before.rows].flatMap(([key, { own }]) => {
    const there = found.rows.get(key);
    if (!there) return [];
    return Object.entries(own)
      .filter(([name, value]) => !same(there.own[name] ?? '', value))
      .map(
        ([name, value]) =>
          `${key}: the person's "${name}" was ${JSON.stringify(value)}, is ${JSON.stringify(there.own[name])}`,
      );
  });
}
