// Checks what comes from the sidebar: every call's payload, and the cursor it hands back.
import * as z from 'zod/mini';
import { type Day, type DayRange, isDay } from '../core/day';
import { AddonError } from '../core/errors';
import { FUNCTION_NAMES, FUNCTIONS, type Parameter } from '../core/formula/functions';
import { EXPIRING, type Expiring } from '../core/restatement';
import { type FunctionCall, NAMED_CELLS } from '../core/written-formula';
import {
  type CallName,
  COMPARISONS,
  type Comparison,
  type Contract,
  PRESETS,
  type Preset,
  type TemplateChoice,
} from './contract';

/**
 * A value that passes a test. zod has kinds for all that is built from this below (array, nullable, union,
 * enum, regex, record …), but each kind adds one to three kilobytes to the script.
 */
const valueThat = <T>(passes: (value: unknown) => boolean) =>
  z.unknown().check(({ value, issues }) => {
    if (!passes(value)) issues.push({ code: 'custom', input: value });
  }) as z.ZodMiniType<T>;
const fits = (shape: z.ZodMiniType, value: unknown): boolean => shape.safeParse(value).success;
const listOf = <T>(item: z.ZodMiniType<T>) =>
  valueThat<T[]>((value) => Array.isArray(value) && value.every((entry) => fits(item, entry)));

const isText = (value: unknown, most = 2_000_000): value is string =>
  typeof value === 'string' && value.length <= most;
const isId = (value: unknown): boolean => isText(value) && /^\d{1,25}$/.test(value);
const areIds = (value: unknown, most = Number.POSITIVE_INFINITY): value is string[] =>
  Array.isArray(value) && value.length <= most && value.every(isId);

const id = valueThat<string>(isId);
const day = valueThat<Day>(isDay);
const flag = valueThat<boolean>((value) => typeof value === 'boolean');
const preset = valueThat<Preset>((value) => PRESETS.includes(value as Preset));
const token = valueThat<string>((value) => isText(value, 4_000) && /^[\x21-\x7e]+$/.test(value));
const templates = valueThat<TemplateChoice>((value) => value === 'all' || areIds(value, 10_000));

/** Texts for parameters of that very function; the named cells are not given. */
const isFunctionCall = (value: unknown): boolean => {
  const { name, values, ...more } = Object(value) as FunctionCall;
  return (
    FUNCTION_NAMES.includes(name) &&
    Object.keys(more).length === 0 &&
    isFacts(values) &&
    Object.entries(values).every(
      ([key, text]) =>
        FUNCTIONS[name].parameters.includes(key as Parameter) &&
        !NAMED_CELLS[key as Parameter] &&
        isText(text, 1_000),
    )
  );
};
const aboutFormula = z.strictObject({ formula: valueThat<FunctionCall>(isFunctionCall) });

const inputs = {
  connect: z.strictObject({ token, accountId: z.optional(id) }),
  chooseAccounts: z.strictObject({
    ids: valueThat<string[]>((value) => areIds(value, 50) && value.length > 0),
  }),
  templates: z.strictObject({}),
  library: z.strictObject({}),
  report: z.strictObject({ accountId: id, templateId: id }),
  enableInsights: z.strictObject({
    accountId: id,
    understood: valueThat<true>((value) => value === true),
  }),
  sync: z.strictObject({
    from: z.optional(day),
    to: z.optional(day),
    preset: z.optional(preset),
    templates,
    compareTo: z.optional(
      valueThat<Comparison>((value) => COMPARISONS.includes(value as Comparison)),
    ),
    cursor: z.optional(valueThat<string | null>((value) => value === null || isText(value))),
  }),
  previewFormula: aboutFormula,
  insertFormula: aboutFormula,
  status: z.strictObject({}),
  schedule: z.strictObject({ on: flag }),
  restore: z.strictObject({}),
  formulas: z.strictObject({}),
  addLive: z.strictObject({ forget: z.optional(flag) }),
  undoLive: z.strictObject({}),
  showTab: z.strictObject({ tab: valueThat<string>((value) => isText(value, 200)) }),
  disconnect: z.strictObject({}),
};

/** A call that was read: its name and the input that belongs to it. */
export type Call = { [N in CallName]: { name: N; input: Contract[N]['input'] } }[CallName];

/**
 * Reads a call. Text is trimmed; an unknown name or field is refused.
 *
 * @throws AddonError 'bad-input' with the field that is wrong
 */
export function readCall(name: unknown, payload: unknown): Call {
  if (typeof name !== 'string' || !Object.keys(inputs).includes(name)) {
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

const isFacts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((fact) => isText(fact) || Number.isFinite(fact));

const range = z.object({ from: day, to: day });
const expiring = listOf(valueThat<Expiring>((value) => EXPIRING.some((name) => name === value)));
const rangeOrNone = valueThat<DayRange | null>((value) => value === null || fits(range, value));
const count = valueThat<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const syncState = z.object({
  run: valueThat<string>((value) => isText(value, 100)),
  startedAt: valueThat<number>(Number.isFinite),
  selection: z.object({ from: day, to: day, templates, preset: z.optional(preset) }),
  accounts: listOf(
    z.object({
      id,
      today: day,
      asked: rangeOrNone,
      span: rangeOrNone,
      ids: valueThat<string[]>(areIds),
      refused: flag,
      doubted: listOf(day),
      seen: z.object({ delivered: flag, old: expiring, young: expiring }),
      paid: valueThat<boolean | null>((value) => value === null || typeof value === 'boolean'),
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
  notices: listOf(
    z.object({
      code: valueThat<string>(isText),
      facts: valueThat<Record<string, string | number>>(isFacts),
    }),
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
