// What the browser page alone needs: the workbook to draw, events, typed edits, computed results, help.
import * as z from 'zod/mini';
import type { ComputedCell, EditRequest } from '../host/api';
import type { HostBridge } from './bridge';
import type { Feed } from './feed';
import { check, type Routes, readBody, sendJson } from './http';
import { rectangleA1, toRectangles } from './rectangles';

export interface PageApiOptions {
  host: HostBridge;
  feed: Feed;
  /** Shown in the top bar; null when another Graph server is used. */
  sampleToken: string | null;
  documentName: string;
  sidebarOrigin: () => string;
  changed: () => void;
}

const scalar = z.union([z.null(), z.boolean(), z.number(), z.string()]);
const place = z.number().check(z.int(), z.minimum(1));

const editsShape = z.object({
  sheet: z.string(),
  cells: z.array(z.object({ row: place, column: place, value: scalar })),
});
/** Names the edit; whether it can be done is the host's to say. */
const editShape = z.looseObject({ op: z.string(), sheet: z.string() });
const resultsShape = z.object({
  revision: z.number(),
  cells: z.array(
    z.object({
      sheetId: z.number(),
      row: place,
      column: place,
      value: scalar,
      error: z.optional(z.string()),
    }),
  ),
});

export function createPageApi(options: PageApiOptions): Routes {
  const { host, feed, changed } = options;
  return {
    'GET /api/page/info': async ({ response }) => {
      const sidebar = feed.sidebar();
      sendJson(response, 200, {
        documentName: options.documentName,
        menu: await host.call('menu'),
        functions: await host.call('functions'),
        sampleToken: options.sampleToken,
        sidebarOrigin: options.sidebarOrigin(),
        sidebar: sidebar === null ? null : { title: sidebar.title, version: sidebar.version },
      });
    },
    'GET /api/page/snapshot': async ({ response }) => {
      const { value, sequence } = await host.callWithSequence('snapshot');
      sendJson(response, 200, { sequence, workbook: value });
    },
    'GET /api/page/events': ({ response }) => feed.subscribe(response),
    'POST /api/page/type': async ({ request, response }) => {
      const { sheet, cells } = check(editsShape, await readBody(request));
      for (const rectangle of toRectangles(cells)) {
        await host.call('type', sheet, rectangleA1(rectangle), rectangle.values);
      }
      changed();
      sendJson(response, 200, { ok: true });
    },
    'POST /api/page/edit': async ({ request, response }) => {
      const edit = check(editShape, await readBody(request));
      const { sequence } = await host.callWithSequence('edit', edit as unknown as EditRequest);
      changed();
      sendJson(response, 200, { sequence });
    },
    'POST /api/page/results': async ({ request, response }) => {
      const { revision, cells } = check(resultsShape, await readBody(request));
      await host.call('acceptResults', cells as ComputedCell[], revision);
      changed();
      sendJson(response, 200, { ok: true });
    },
  };
}
