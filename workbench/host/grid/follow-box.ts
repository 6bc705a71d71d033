// Lets a box of cells follow the lines it lies on.
import type { Follow } from '../text/formula-text';
import type { Box } from './a1';
import type { Axis } from './following';

/** @returns whether any of the box is left */
export function followBox(box: Box, axis: Axis, follow: Follow): boolean {
  const [from, size] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns];
  const moved = follow(from, from + size - 1);
  if (!moved) return false;
  const count = moved[1] - moved[0] + 1;
  Object.assign(
    box,
    axis === 'row' ? { row: moved[0], rows: count } : { column: moved[0], columns: count },
  );
  return true;
}
