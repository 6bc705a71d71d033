// What the browser page alone needs: the workbook to draw, events, typed edits, computed results, help.
import * as z from 'zod/mini';
import type { ComputedCell, Look } from '../host/api';
import { type HostBridge, HostError } from './bridge';
import { readEdit } from './edit-request';
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
const color = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
const look = z.object({
  pattern: z.optional(z.string()),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  background: z.optional(color),
  fontColor: z.optional(color),
  align: z.optional(z.enum(['left', 'center', 'right'])),
  valign: z.optional(z.enum(['top', 'middle', 'bottom'])),
  size: z.optional(place),
  wrap: z.optional(z.boolean()),
});
const looksShape = z.object({
  sheet: z.string(),
  looks: z.array(z.object({ look, cells: z.array(z.tuple([place, place])) })),
});
const widthsShape = z.object({
  sheet: z.string(),
  columns: z.array(z.object({ column: place, width: place })),
});
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
    'POST /api/page/looks': async ({ request, response }) => {
      const { sheet, looks } = check(looksShape, await readBody(request));
      for (const { look, cells } of looks) {
        const places = cells.map(([row, column]) => ({ row, column, value: null }));
        for (const rectangle of toRectangles(places)) {
          await host.call('dress', sheet, rectangleA1(rectangle), look as Look);
        }
      }
      changed();
      sendJson(response, 200, { ok: true });
    },
    'POST /api/page/widths': async ({ request, response }) => {
      const { sheet, columns } = check(widthsShape, await readBody(request));
      for (const { column, width } of columns) await host.call('widen', sheet, column, width);
      changed();
      sendJson(response, 200, { ok: true });
    },
    'POST /api/page/edit': async ({ request, response }) => {
      const edit = await readEdit(await readBody(request), async () => []);
      try {
        const { sequence } = await host.callWithSequence('edit', edit);
        changed();
        sendJson(response, 200, { sequence });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        // A refusal is an answer to the person, not a fault that the browser should report.
        sendJson(response, 200, { refused: error.message });
      }
    },
    'POST /api/page/results': async ({ request, response }) => {
      const { revision, cells } = check(resultsShape, await readBody(request));
      await host.call('acceptResults', cells as ComputedCell[], revision);
      changed();
      sendJson(response, 200, { ok: true });
    },
  };
}
