// Counts service calls and the cells they read and write, in all and by tab.
import type { CallCounts } from './api';

export class CallCounter {
  #counts: CallCounts = empty();

  call(name: string, times = 1): void {
    this.#counts.calls[name] = (this.#counts.calls[name] ?? 0) + times;
  }
  /** A call that reads, writes or formats cells of a tab. */
  touch(tab: string, name: string, read: number, written: number): void {
    let own = this.#counts.tabs[tab];
    if (!own) {
      own = { calls: {}, cellsRead: 0, cellsWritten: 0 };
      this.#counts.tabs[tab] = own;
    }
    own.calls[name] = (own.calls[name] ?? 0) + 1;
    own.cellsRead += read;
    own.cellsWritten += written;
    this.#counts.cellsRead += read;
    this.#counts.cellsWritten += written;
  }
  read(): CallCounts {
    return structuredClone(this.#counts);
  }
  reset(): void {
    this.#counts = empty();
  }
}

const empty = (): CallCounts => ({ calls: {}, cellsRead: 0, cellsWritten: 0, tabs: {} });
