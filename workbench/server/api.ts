// The HTTP interface for tests and outside checks: running functions, reading and typing cells, looks, edits, clock,
// triggers.
import * as z from 'zod/mini';
import type { FormulaArg, Json } from '../host/api';
import type { HostBridge } from './bridge';
import { readEdit } from './edit-request';
import { readFaults } from './faults';
import { check, RequestError, type Routes, readBody, sendJson } from './http';

export interface ApiOptions {
  host: HostBridge;
  /** Tells the built-in Graph server what time it is. */
  setGraphClock: (now: number) => void;
  /** Called after whatever may have changed the workbook. */
  changed: () => void;
}

const bodyWords = 'The request body must be a JSON object.';
const anything = z.custom<Json>(() => true);
const functionName = z.string('"function" must be the name of a function.');

const userWords = '"user" must be the name of a user.';
export const runShape = z.object(
  {
    function: functionName,
    args: z.optional(z.array(anything, '"args" must be a list.')),
    user: z.optional(z.string(userWords).check(z.minLength(1, userWords))),
  },
  bodyWords,
);

const scalarWords =
  'Each argument must be text, a number, true or false, null, {"date": "2026-11-01"}, {"live": true} or a list of rows.';
const scalar = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  z.string(),
  z.strictObject({ date: z.string() }),
  z.strictObject({ live: z.literal(true) }),
]);
const formulaShape = z.object(
  {
    function: functionName,
    args: z.optional(
      z.array(z.union([scalar, z.array(z.array(scalar))], scalarWords), '"args" must be a list.'),
    ),
  },
  bodyWords,
);

const cellWords = 'Each value must be text, a number, true or false, or null.';
const typedShape = z.object(
  {
    sheet: z.string('"sheet" must be the name of a tab.'),
    a1: z.string('"a1" must be a range such as A1:B2.'),
    values: z.array(
      z.array(
        z.union([z.null(), z.boolean(), z.number(), z.string()], cellWords),
        '"values" must be a list of rows, each a list of cells.',
      ),
      '"values" must be a list of rows, each a list of cells.',
    ),
  },
  bodyWords,
);

const clockWords = '"now" must be a time such as "2026-11-01T12:00:00Z" or milliseconds.';
const clockShape = z.object({ now: z.union([z.string(), z.number()], clockWords) }, bodyWords);

function readClock(now: string | number): string | number {
  const time = typeof now === 'number' ? now : Date.parse(now);
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) throw new RequestError(clockWords);
  return now;
}

export function createApi({ host, setGraphClock, changed }: ApiOptions): Routes {
  return {
    'POST /api/run': async ({ request, response }) => {
      const body = check(runShape, await readBody(request));
      const answer = await host.call(
        'run',
        body.function,
        body.args ?? [],
        ...(body.user === undefined ? [] : [body.user]),
      );
      changed();
      sendJson(response, 200, answer);
    },
    'POST /api/formula': async ({ request, response }) => {
      const body = check(formulaShape, await readBody(request));
      const args = (body.args ?? []) as FormulaArg[];
      sendJson(response, 200, await host.call('formula', body.function, args));
    },
    'GET /api/sheets': async ({ response }) => sendJson(response, 200, await host.call('sheets')),
    'GET /api/range': async ({ response, query }) => {
      const sheet = query.get('sheet');
      if (sheet === null) throw new RequestError('Say which tab: ?sheet=NAME.');
      const a1 = query.get('a1');
      const range =
        a1 === null || a1 === '' ? host.call('range', sheet) : host.call('range', sheet, a1);
      sendJson(response, 200, await range);
    },
    'GET /api/look': async ({ response, query }) => {
      const sheet = query.get('sheet');
      if (sheet === null) throw new RequestError('Say which tab: ?sheet=NAME.');
      sendJson(response, 200, await host.call('look', sheet));
    },
    'PUT /api/range': async ({ request, response }) => {
      const body = check(typedShape, await readBody(request));
      await host.call('type', body.sheet, body.a1, body.values);
      changed();
      sendJson(response, 200, { ok: true });
    },
    'POST /api/edit': async ({ request, response }) => {
      const edit = await readEdit(await readBody(request), async (sheet) => {
        const { values } = await host.call('range', sheet, '1:1');
        return (values[0] ?? []).map(String);
      });
      await host.call('edit', edit);
      changed();
      sendJson(response, 200, { ok: true, edit });
    },
    'POST /api/faults': async ({ request, response }) => {
      const { fault, withdrawn, fetchesLeft } = readFaults(await readBody(request));
      if (fault !== undefined) await host.call('planFault', fault);
      if (withdrawn !== undefined) await host.call('withdrawAuthorization', withdrawn);
      if (fetchesLeft !== undefined) await host.call('limitFetches', fetchesLeft);
      sendJson(response, 200, { ok: true });
    },
    'GET /api/calls': async ({ response }) => sendJson(response, 200, await host.call('calls')),
    'DELETE /api/calls': async ({ response }) => {
      await host.call('resetCalls');
      sendJson(response, 200, { ok: true });
    },
    'POST /api/clock': async ({ request, response }) => {
      const now = readClock(check(clockShape, await readBody(request)).now);
      await host.call('setClock', now);
      const time = await host.call('now');
      setGraphClock(time);
      changed();
      sendJson(response, 200, { ok: true, now: new Date(time).toISOString() });
    },
    'POST /api/triggers/fire': async ({ response }) => {
      const fired = await host.call('fireTriggers');
      changed();
      sendJson(response, 200, fired);
    },
  };
}
