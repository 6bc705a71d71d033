// Notes what an execution or edit changed, and turns it into as few events as it can.
import type { HostEvent } from '../api';
import { type Box, boxesMeet, joinBoxes } from './a1';

/** Above this many boxes on a tab, one box around them all is sent. */
const MANY = 100;

const area = (box: Box): number => box.rows * box.columns;

export interface Changes {
  /** Boxes whose look or value changed, by tab. */
  drawn: Map<number, Box[]>;
  /** Boxes whose value changed: formulas that read them are out of date. */
  valued: Map<number, Box[]>;
  /** Tabs whose conditional formats changed. */
  painted: Set<number>;
  reload: boolean;
  names: boolean;
  /** Sidebar, toast, activation, in order. */
  events: HostEvent[];
}

export class ChangeLog {
  #changes: Changes = empty();

  cells(tabId: number, box: Box, value: boolean): void {
    addBox(this.#changes.drawn, tabId, box);
    if (value) addBox(this.#changes.valued, tabId, box);
  }
  painted(tabId: number): void {
    this.#changes.painted.add(tabId);
  }
  reload(): void {
    this.#changes.reload = true;
  }
  names(): void {
    this.#changes.names = true;
  }
  event(event: HostEvent): void {
    this.#changes.events.push(event);
  }
  take(): Changes {
    const taken = this.#changes;
    this.#changes = empty();
    return taken;
  }
}

function empty(): Changes {
  return {
    drawn: new Map(),
    valued: new Map(),
    painted: new Set(),
    reload: false,
    names: false,
    events: [],
  };
}

function addBox(boxes: Map<number, Box[]>, tabId: number, box: Box): void {
  const list = boxes.get(tabId) ?? [];
  boxes.set(tabId, list);
  const last = list.at(-1);
  if (last) {
    const joined = joinBoxes(last, box);
    if (area(joined) <= area(last) + area(box)) {
      list[list.length - 1] = joined;
      return;
    }
  }
  list.push(box);
  if (list.length > MANY) list.splice(0, list.length, list.reduce(joinBoxes));
}

/** Boxes of a tab without overlap, so that no cell is sent twice. */
export function separateBoxes(boxes: Box[]): Box[] {
  const separate: Box[] = [];
  for (const box of boxes) {
    let next = box;
    for (let index = 0; index < separate.length; ) {
      const other = separate[index];
      if (other && boxesMeet(other, next)) {
        next = joinBoxes(other, next);
        separate.splice(index, 1);
        index = 0;
      } else index++;
    }
    separate.push(next);
  }
  return separate;
}
