// Compares a tab with the rows it must hold, cell by cell, whatever order its rows are in.

export type Cell = string | number;
export interface TabAnswer {
  values: Cell[][];
  formulas: string[][];
  formats: string[][];
}
export interface WantedTab {
  /** Names of the columns in their order, for the sentences. */
  headers: readonly string[];
  /** Columns that make a row's key, from 0. */
  key: readonly number[];
  rows: readonly Cell[][];
  /** Said of a missing row beside its key. */
  named?: (row: readonly Cell[]) => string;
  /**
   * First column of numbers, where rows may have lost them: a row is never deleted, so one whose numbers Meta
   * took back stands there with nothing but zeros and blanks.
   */
  emptiedFrom?: number;
}

/** Differences as short sentences; none = equal. The first three columns must be dates. */
export function compareTab(answer: TabAnswer, wanted: WantedTab): string[] {
  const { headers, rows, named } = wanted;
  const faults: string[] = [];
  const found = new Map<string, Cell[]>();
  const keyOf = (line: readonly Cell[]): string =>
    wanted.key.map((column) => line[column] ?? '').join('|');
  answer.values.slice(1).forEach((line, index) => {
    const key = keyOf(line);
    if (found.has(key)) faults.push(`double row ${key}`);
    found.set(key, line);
    if (answer.formulas[index + 1]?.some((text) => text !== '')) faults.push(`formula in ${key}`);
    for (const column of [0, 1, 2]) {
      const format = answer.formats[index + 1]?.[column] ?? '';
      const isDate = /y/i.test(format) && /m/i.test(format);
      if (!isDate) faults.push(`${key} column ${column}: format "${format}" is no date`);
    }
  });
  const done = new Set<string>();
  for (const cells of rows) {
    const key = keyOf(cells);
    if (done.has(key)) throw new Error(`The expected rows hold ${key} twice.`);
    done.add(key);
    const line = found.get(key);
    found.delete(key);
    if (!line) {
      faults.push(`missing ${key}${named ? ` (${named(cells)})` : ''}`);
      continue;
    }
    cells.forEach((cell, column) => {
      if (!same(line[column] ?? '', cell)) {
        const [is, not] = [JSON.stringify(line[column]), JSON.stringify(cell)];
        faults.push(`${key} ${headers[column]}: is ${is}, not ${not}`);
      }
    });
  }
  for (const [key, line] of found) {
    const from = wanted.emptiedFrom ?? line.length;
    const isEmptied = from < line.length && line.slice(from).every((cell) => !cell);
    if (!isEmptied) faults.push(`extra ${key}`);
  }
  return faults;
}

export function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  return a === b;
}
