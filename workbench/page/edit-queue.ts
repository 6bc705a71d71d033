// Sends what a person does to the host, one thing after the other, and holds the grid while its shape is changing.
import type { ColumnWidth, client, TypedCell } from './client';
import type { DressedCells } from './looks';
import type { Wish } from './structure';

export interface QueueListeners {
  /** Begins or ends to wait until a changed shape is drawn. */
  onChanging(changing: boolean): void;
  /** The grid shows a change of lines or tabs. */
  onChanged(): void;
  /** The host did not take something, with its sentence for people. */
  onRefused(message: string): void;
}

export interface EditQueue {
  type(sheet: string, cells: TypedCell[]): void;
  dress(sheet: string, looks: DressedCells[]): void;
  widen(sheet: string, columns: ColumnWidth[]): void;
  /** Says what is selected. Only the last of several selections in a row is sent. */
  select(sheet: string, a1: string): void;
  /** Changes lines or tabs. What comes in while an earlier change is not drawn yet is dropped. */
  change(wish: Wish): void;
  /** The change under way: the grid still shows the old shape, so nothing may be typed into it. */
  readonly underWay: Wish | null;
  /** Says up to which batch of events the grid shows the host's state. */
  drawn(sequence: number): void;
}

type Host = Pick<typeof client, 'type' | 'dress' | 'widen' | 'edit'>;

export function createEditQueue(host: Host, listeners: QueueListeners): EditQueue {
  let line: Promise<unknown> = Promise.resolve();
  let underWay: Wish | null = null;
  let shown = 0;
  let selected: { sheet: string; a1: string } | null = null;
  let waiting: { sequence: number; resolve: () => void } | null = null;

  const whenDrawn = (sequence: number): Promise<void> =>
    new Promise((resolve) => {
      if (shown >= sequence) resolve();
      else waiting = { sequence, resolve };
    });

  function send(action: () => Promise<unknown>): void {
    line = line.then(action).catch((error) => listeners.onRefused((error as Error).message));
  }

  async function tellSelected(): Promise<void> {
    const told = selected;
    selected = null;
    // A tab that was renamed or hidden meanwhile is nothing to complain about: the next selection counts.
    if (told) await host.edit({ op: 'select', ...told }).catch(() => {});
  }

  async function carryOut(wish: Wish): Promise<void> {
    try {
      for (const edit of wish.edits) {
        await whenDrawn(await host.edit(edit));
        listeners.onChanged();
      }
    } catch (error) {
      listeners.onRefused((error as Error).message);
    } finally {
      underWay = null;
      listeners.onChanging(false);
    }
  }

  return {
    get underWay() {
      return underWay;
    },
    type: (sheet, cells) => send(() => host.type(sheet, cells)),
    widen: (sheet, columns) => send(() => host.widen(sheet, columns)),
    dress: (sheet, looks) => send(() => host.dress(sheet, looks)),
    select(sheet, a1) {
      if (!selected) send(tellSelected);
      selected = { sheet, a1 };
    },
    change(wish) {
      if (underWay || wish.edits.length === 0) return;
      underWay = wish;
      listeners.onChanging(true);
      line = line.then(() => carryOut(wish));
    },
    drawn(sequence) {
      shown = sequence;
      if (!waiting || shown < waiting.sequence) return;
      waiting.resolve();
      waiting = null;
    },
  };
}
