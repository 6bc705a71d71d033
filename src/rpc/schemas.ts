// Checks what comes from the sidebar: every call's payload, and the cursor it hands back.
import * as z from 'zod/mini';
import { isDay } from '../core/day';
import { AddonError } from '../core/errors';
import { type CallName, type Contract, PRESETS } from './contract';

const id = z.string().check(z.regex(/^\d{1,25}$/));
const day = z.string().check(z.refine((text) => isDay(text)));
const token = z.string().check(z.minLength(1), z.maxLength(4_000), z.regex(/^[\x21-\x7e]+$/));
const templates = z.union([z.literal('all'), z.array(id).check(z.maxLength(10_000))]);

const inputs = {
  connect: z.strictObject({ token, accountId: z.optional(id) }),
  chooseAccounts: z.strictObject({ ids: z.array(id).check(z.minLength(1), z.maxLength(50)) }),
  templates: z.strictObject({}),
  sync: z.strictObject({
    from: z.optional(day),
    to: z.optional(day),
    preset: z.optional(z.enum(PRESETS)),
    templates,
    cursor: z.optional(z.nullable(z.string().check(z.maxLength(2_000_000)))),
  }),
  status: z.strictObject({}),
  showTab: z.strictObject({ tab: z.string().check(z.maxLength(200)) }),
  disconnect: z.strictObject({}),
};

/** Fields as people know them, for the sentence about a wrong one. */
export type Call = { [N in CallName]: { name: N; input: Contract[N]['input'] } }[CallName];

/**
 * Reads a call. Text is trimmed; an unknown name or field is refused.
 *
 * @throws AddonError 'bad-input' with the field that is wrong
 */
export function readCall(name: unknown, payload: unknown): Call {
  if (typeof name !== 'string' || !Object.hasOwn(inputs, name)) {
    throw new AddonError('bad-input', { what: 'call' });
  }
  const call = name as CallName;
  const given = payload === undefined || payload === null ? {} : trimmed(payload);
  const result = inputs[call].safeParse(given);
  if (!result.success) {
    const path = result.error.issues[0]?.path[0];
    throw new AddonError('bad-input', { what: typeof path === 'string' ? path : call });
  }
  const input = result.data as Call['input'];
  if (call === 'sync') checkDates(input as Contract['sync']['input']);
  return { name: call, input } as Call;
}

function checkDates({ from, to, preset, cursor }: Contract['sync']['input']): void {
  if (cursor) return;
  if (!preset && !from) throw new AddonError('bad-input', { what: 'dates' });
  if (from && to && from > to) throw new AddonError('bad-input', { what: 'dates' });
}

function trimmed(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === 'string' && key !== 'cursor' ? value.trim() : value,
    ]),
  );
}

const range = z.object({ from: day, to: day });
const count = z.int().check(z.nonnegative());
const syncState = z.object({
  startedAt: z.number(),
  selection: z.object({ from: day, to: day, templates }),
  accounts: z.array(
    z.object({
      id,
      today: day,
      asked: range,
      span: z.nullable(range),
      ids: z.array(id),
    }),
  ),
  next: count,
  counts: z.object({
    added: count,
    changed: count,
    restated: count,
    held: count,
    requests: count,
  }),
  notices: z.array(
    z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
/** Where a sync stands, as its cursor carries it. */
export type SyncState = z.infer<typeof syncState>;

/** Reads a cursor. @throws AddonError 'bad-input' when it is not one of ours */
export function readSyncState(cursor: string): SyncState {
  try {
    return syncState.parse(JSON.parse(cursor));
  } catch {
    throw new AddonError('bad-input', { what: 'cursor' });
  }
}
