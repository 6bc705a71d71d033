// Sends the host's events to the open pages (server-sent events) and remembers the sidebar shown last.
import type { ServerResponse } from 'node:http';
import type { HostEvent } from '../host/api';
import type { EventBatch } from './messages';

/** The page learns of a new sidebar by number and loads its HTML from the sidebar's own origin. */
export type PageEvent =
  | Exclude<HostEvent, { kind: 'sidebar' }>
  | { kind: 'sidebar'; title: string; version: number };

export interface Feed {
  publish(batch: EventBatch): void;
  subscribe(response: ServerResponse): void;
  sidebar(): { title: string; html: string; version: number } | null;
  close(): void;
}

/** Above this many cells in one batch it is quicker for the page to load the workbook again. */
const reloadAbove = 150_000;

function countCells(events: HostEvent[]): number {
  let cells = 0;
  for (const event of events) {
    if (event.kind === 'cells') cells += event.cells.length * (event.cells[0]?.length ?? 0);
  }
  return cells;
}

export function createFeed(): Feed {
  const pages = new Set<ServerResponse>();
  let sidebar: { title: string; html: string; version: number } | null = null;

  function toPage(event: HostEvent): PageEvent {
    if (event.kind !== 'sidebar') return event;
    sidebar = { title: event.title, html: event.html, version: (sidebar?.version ?? 0) + 1 };
    return { kind: 'sidebar', title: event.title, version: sidebar.version };
  }

  return {
    publish({ sequence, revision, events }) {
      let toSend = events;
      if (countCells(events) > reloadAbove) {
        toSend = [{ kind: 'reload' }, ...events.filter((event) => event.kind !== 'cells')];
      }
      const text = JSON.stringify({ sequence, revision, events: toSend.map(toPage) });
      for (const page of pages) page.write(`data: ${text}\n\n`);
    },
    subscribe(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': hello\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    sidebar: () => sidebar,
    close() {
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
