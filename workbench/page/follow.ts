// Keeps the page in step with the host: batches of events in their order, also while all is drawn anew.
import type { EventBatch, PageEvent } from './client';

/** What shows the host's events. */
export interface Surface {
  /** Draws the whole workbook as the host has it now; answers the last batch of events it holds. */
  redraw(): Promise<number>;
  show(event: PageEvent): void;
  /** Says that the page shows everything up to this batch. */
  onShown(sequence: number): void;
  /** Says which revision the host waits for, once a batch is shown that did not draw all anew. */
  onRevision(revision: number): void;
  onFailed(error: Error): void;
}

/** The workbook holds what these say; a sidebar, a toast or a tab to go to stand in no snapshot. */
const heldByWorkbook = new Set<PageEvent['kind']>(['reload', 'cells', 'paint', 'names']);

/**
 * Takes each batch once, in the order they come.
 *
 * @param sequence the last batch that the drawn workbook holds
 * @example
 * const follow = createFollower(first.sequence, surface);
 * client.listen(follow, onOpen, onLost);
 */
export function createFollower(sequence: number, surface: Surface): (batch: EventBatch) => void {
  let drawn = sequence;
  let redrawing = false;
  /** Something could not be drawn: the grid shows an older workbook, which later cells need not fit. */
  let isStale = false;
  let waiting: EventBatch[] = [];

  function show(events: PageEvent[]): void {
    for (const event of events) {
      try {
        surface.show(event);
      } catch (error) {
        // What comes after it is still to be shown: a tab that is gone must not keep the sidebar shut.
        surface.onFailed(error as Error);
        if (heldByWorkbook.has(event.kind)) isStale = true;
      }
    }
  }
  const rest = ({ events }: EventBatch): PageEvent[] =>
    events.filter(({ kind }) => !heldByWorkbook.has(kind));

  async function redraw(batch: EventBatch): Promise<void> {
    redrawing = true;
    try {
      drawn = await surface.redraw();
      isStale = false;
    } catch (error) {
      isStale = true;
      surface.onFailed(error as Error);
    }
    show(rest(batch));
    surface.onShown(Math.max(drawn, batch.sequence));
    redrawing = false;
    const later = waiting;
    waiting = [];
    for (const next of later) follow(next);
  }

  function follow(batch: EventBatch): void {
    if (redrawing) waiting.push(batch);
    // The workbook was read after this batch was sent, so it holds its cells already.
    else if (batch.sequence <= drawn) show(rest(batch));
    else if (isStale || batch.events.some(({ kind }) => kind === 'reload')) void redraw(batch);
    else {
      drawn = batch.sequence;
      show(batch.events);
      surface.onShown(drawn);
      surface.onRevision(batch.revision);
    }
  }
  return follow;
}
