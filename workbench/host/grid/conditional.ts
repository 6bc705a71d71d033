// Conditional format rules of a tab: what they ask of a cell, and the colours they give it.
import { mixColors } from '../text/color';
import { type Box, boxHolds } from './a1';
import type { Cell } from './cell';
import type { Tab } from './tab';

export type PointType = 'NUMBER' | 'PERCENT' | 'PERCENTILE' | 'MIN' | 'MAX';

/** One of up to three points on a gradient's scale of numbers. */
export interface GradientPoint {
  color: string;
  type: PointType;
  /** A number as text; empty for `MIN` and `MAX`. */
  value: string;
}
export interface Gradient {
  min: GradientPoint;
  mid?: GradientPoint;
  max: GradientPoint;
}
/** A question that a cell answers with yes or no. */
export interface Condition {
  criteria: string;
  values: (number | string)[];
}
/** What a rule with a condition does to a cell: colours as `#rrggbb`; not bold takes bold type away. */
export interface RuleLook {
  background?: string;
  fontColor?: string;
  bold?: boolean;
}
/** A rule has either a gradient, or a condition and a look. Never changed in place, but for its boxes. */
export type ConditionalRule = { boxes: Box[] } & (
  | { gradient: Gradient }
  | { condition: Condition; look: RuleLook }
);

/** `painted[row][column]`, both from 1: what the rules make of cells. */
export type Painted = Record<number, Record<number, RuleLook>>;

const TESTS: Record<string, (a: number, b: number, c: number) => boolean> = {
  NUMBER_EQUAL_TO: (value, number) => value === number,
  NUMBER_NOT_EQUAL_TO: (value, number) => value !== number,
  NUMBER_GREATER_THAN: (value, number) => value > number,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, number) => value >= number,
  NUMBER_LESS_THAN: (value, number) => value < number,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (value, number) => value <= number,
  NUMBER_BETWEEN: (value, start, end) => value >= start && value <= end,
  NUMBER_NOT_BETWEEN: (value, start, end) => value < start || value > end,
};

/** An error is no number and no text, but something. */
function holds({ criteria, values }: Condition, cell: Cell): boolean {
  if (criteria === 'CELL_NOT_EMPTY') return cell.v !== null || cell.e !== '';
  if (cell.e !== '' || cell.v === null) return false;
  if (criteria === 'TEXT_EQUAL_TO') return cell.v === values[0];
  const [number, end] = values as number[];
  return typeof cell.v === 'number' && (TESTS[criteria]?.(cell.v, number ?? 0, end ?? 0) ?? false);
}

/** Every cell that a rule paints. The first rule that holds for a cell decides; a gradient holds for numbers. */
export function paintTab(tab: Tab): Painted {
  const painted: Painted = {};
  for (const rule of tab.conditional) {
    const look = 'gradient' in rule ? gradientLook(tab, rule.boxes, rule.gradient) : lookWhen(rule);
    forEachCell(tab, rule.boxes, (cell, row, column) => {
      if (painted[row]?.[column]) return;
      const found = look(cell);
      if (!found) return;
      painted[row] ??= {};
      (painted[row] as Record<number, RuleLook>)[column] = found;
    });
  }
  return painted;
}

type LookOf = (cell: Cell) => RuleLook | null;

const lookWhen =
  ({ condition, look }: { condition: Condition; look: RuleLook }): LookOf =>
  (cell) =>
    holds(condition, cell) ? look : null;

/** Number, text and empty cells: only numbers are on the scale. */
const numberOf = (cell: Cell): number | null =>
  typeof cell.v === 'number' && cell.e === '' ? cell.v : null;

function gradientLook(tab: Tab, boxes: Box[], { min, mid, max }: Gradient): LookOf {
  const numbers: number[] = [];
  forEachCell(tab, boxes, (cell) => {
    const number = numberOf(cell);
    if (number !== null) numbers.push(number);
  });
  numbers.sort((a, b) => a - b);
  const stops = [min, mid, max]
    .filter((point) => point !== undefined)
    .map((point) => ({ color: point.color, at: placeOf(point, numbers) }));
  return (cell) => {
    const number = numberOf(cell);
    return number === null ? null : { background: colorAt(number, stops) };
  };
}

/** Where a point stands on the scale of the sorted numbers. */
function placeOf({ type, value }: GradientPoint, numbers: number[]): number {
  const [least, most] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const number = Number(value);
  switch (type) {
    case 'MIN':
      return least;
    case 'MAX':
      return most;
    case 'NUMBER':
      return number;
    case 'PERCENT':
      return least + ((most - least) * number) / 100;
    case 'PERCENTILE': {
      const place = ((numbers.length - 1) * Math.min(100, Math.max(0, number))) / 100;
      const below = numbers[Math.floor(place)] ?? least;
      return below + ((numbers[Math.ceil(place)] ?? most) - below) * (place % 1);
    }
  }
}

/** Numbers outside of the scale have the colour of its nearer end. */
function colorAt(number: number, stops: { color: string; at: number }[]): string {
  const next = stops.findIndex(({ at }) => number <= at);
  const before = stops[next - 1];
  if (!before) return stops.at(Math.min(next, 0))?.color ?? '#ffffff';
  const after = stops[next] ?? before;
  return mixColors(before.color, after.color, (number - before.at) / (after.at - before.at));
}

/** Visits the cells of some boxes that are there, each once. */
function forEachCell(
  tab: Tab,
  boxes: Box[],
  visit: (cell: Cell, row: number, column: number) => void,
): void {
  boxes.forEach((box, index) => {
    const earlier = boxes.slice(0, index);
    const lastRow = Math.min(box.row + box.rows, tab.rows.length);
    for (let row = box.row; row < lastRow; row++) {
      const cells = tab.rows[row];
      const end = Math.min(box.column + box.columns, cells?.length ?? 0);
      for (let column = box.column; column < end; column++) {
        const cell = cells?.[column];
        if (cell && !earlier.some((other) => boxHolds(other, row, column))) {
          visit(cell, row, column);
        }
      }
    }
  });
}
