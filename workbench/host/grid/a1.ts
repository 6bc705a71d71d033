// A1 notation: column letters, addresses, and boxes of cells within a grid.

/** A rectangle of cells, 1-based. */
export interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}
export interface GridSize {
  maxRows: number;
  maxColumns: number;
}

/** @example columnLetters(28) // 'AB' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** @example columnNumber('AB') // 28 */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

const HALF = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

/**
 * Reads `B2`, `B2:C5`, `A:C`, `2:5` and `A2:C`; an open end reaches the end of the grid.
 * @returns null when the text is no address; it may lie outside the grid.
 */
export function parseBox(a1: string, grid: GridSize): Box | null {
  const halves = a1.trim().split(':');
  if (halves.length > 2) return null;
  const [from, to] = halves.map((half) => HALF.exec(half));
  if (!from || to === null || (from[1] === undefined && from[2] === undefined)) return null;
  if (to === undefined) {
    if (from[1] === undefined || from[2] === undefined) return null;
    return { row: Number(from[2]), column: columnNumber(from[1]), rows: 1, columns: 1 };
  }
  if (to[1] === undefined && to[2] === undefined) return null;
  if ((from[1] === undefined) !== (to[1] === undefined)) return null;
  const row1 = from[2] === undefined ? 1 : Number(from[2]);
  const row2 = to[2] === undefined ? Math.max(grid.maxRows, row1) : Number(to[2]);
  const column1 = from[1] === undefined ? 1 : columnNumber(from[1]);
  const column2 = to[1] === undefined ? grid.maxColumns : columnNumber(to[1]);
  return spanBox(row1, column1, row2, column2);
}

/** The box between two corners, in any order. */
export function spanBox(row1: number, column1: number, row2: number, column2: number): Box {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  return {
    row,
    column,
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
}

/** Splits `'WA Daily'!A1:B2` into the tab's name and the address. */
export function splitSheet(a1: string): { sheet: string | null; a1: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(a1);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), a1: quoted[2] ?? '' };
  const bang = a1.lastIndexOf('!');
  return bang < 0 ? { sheet: null, a1 } : { sheet: a1.slice(0, bang), a1: a1.slice(bang + 1) };
}

/** @example boxA1({ row: 2, column: 1, rows: 3, columns: 2 }) // 'A2:B4' */
export function boxA1(box: Box): string {
  const first = `${columnLetters(box.column)}${box.row}`;
  if (box.rows === 1 && box.columns === 1) return first;
  return `${first}:${columnLetters(box.column + box.columns - 1)}${box.row + box.rows - 1}`;
}

export function boxInside(box: Box, grid: GridSize): boolean {
  return (
    box.row >= 1 &&
    box.column >= 1 &&
    box.rows >= 1 &&
    box.columns >= 1 &&
    box.row + box.rows - 1 <= grid.maxRows &&
    box.column + box.columns - 1 <= grid.maxColumns
  );
}

export const boxHolds = (box: Box, row: number, column: number): boolean =>
  row >= box.row &&
  row < box.row + box.rows &&
  column >= box.column &&
  column < box.column + box.columns;

/** Whether the second box lies wholly within the first. */
export const boxCovers = (outer: Box, inner: Box): boolean =>
  boxHolds(outer, inner.row, inner.column) &&
  boxHolds(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);

export function boxesMeet(a: Box, b: Box): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** The smallest box around both. */
export function joinBoxes(a: Box, b: Box): Box {
  return spanBox(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(a.row + a.rows, b.row + b.rows) - 1,
    Math.max(a.column + a.columns, b.column + b.columns) - 1,
  );
}
