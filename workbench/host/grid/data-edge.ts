// Where Ctrl and an arrow key lead from a cell: the edge of the data, the next data, or the edge of the grid.
import { boxInside } from './a1';
import type { Tab } from './tab';

export interface Place {
  row: number;
  column: number;
}

/** @param down, right the direction: 1, 0 or -1 */
export function nextDataCell(tab: Tab, start: Place, down: number, right: number): Place {
  const filled = (place: Place): boolean => tab.cell(place.row, place.column)?.filled ?? false;
  const step = ({ row, column }: Place): Place => ({ row: row + down, column: column + right });
  const inside = (place: Place): boolean => boxInside({ ...place, rows: 1, columns: 1 }, tab);
  let here = start;
  let next = step(here);
  // From inside data its edge; from its edge, or from an empty cell, over the gap to the next data.
  const within = inside(next) && filled(here) && filled(next);
  while (inside(next) && (within ? filled(next) : true)) {
    here = next;
    if (!within && filled(here)) break;
    next = step(here);
  }
  return here;
}
