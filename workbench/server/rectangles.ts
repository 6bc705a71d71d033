// Groups scattered cells into rectangles, so that a paste is typed with one call instead of thousands.

export interface PlacedValue<V> {
  row: number;
  column: number;
  value: V;
}
export interface Rectangle<V> {
  row: number;
  column: number;
  values: V[][];
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Range text of a rectangle, rows and columns counted from 1. */
export function rectangleA1<V>({ row, column, values }: Rectangle<V>): string {
  const width = values[0]?.length ?? 1;
  const first = `${columnLetters(column)}${row}`;
  const last = `${columnLetters(column + width - 1)}${row + values.length - 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** Runs of neighbouring cells in a row, joined downwards while they begin and end in the same columns. */
export function toRectangles<V>(cells: PlacedValue<V>[]): Rectangle<V>[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Rectangle<V>[] = [];
  for (const cell of sorted) {
    const run = runs[runs.length - 1];
    const values = run?.values[0];
    if (run && values && run.row === cell.row && run.column + values.length === cell.column) {
      values.push(cell.value);
    } else {
      runs.push({ row: cell.row, column: cell.column, values: [[cell.value]] });
    }
  }
  const open = new Map<string, Rectangle<V>>();
  const done: Rectangle<V>[] = [];
  for (const run of runs) {
    const values = run.values[0] ?? [];
    const key = `${run.column}:${values.length}`;
    const above = open.get(key);
    if (above && above.row + above.values.length === run.row) {
      above.values.push(values);
    } else {
      open.set(key, run);
      done.push(run);
    }
  }
  return done;
}
