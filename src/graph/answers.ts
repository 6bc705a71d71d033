// The shapes of Meta's answers: tolerant of what is missing or new, strict where a wrong id or number could slip in.
import * as z from 'zod/mini';
import { AddonError } from '../core/errors';

/**
 * A value that passes a test. zod has kinds for all that is built from this below (array, nullable, union,
 * regex, int …), but each kind adds one to three kilobytes to the script.
 */
const valueThat = <T>(passes: (value: unknown) => boolean) =>
  z.unknown().check(({ value, issues }) => {
    if (!passes(value)) issues.push({ code: 'custom', input: value });
  }) as z.ZodMiniType<T>;
/** The same, or null, or absent. */
const maybe = <T>(passes: (value: unknown) => boolean) =>
  z.optional(valueThat<T | null | undefined>((value) => value === null || passes(value)));
const fits = (shape: z.ZodMiniType, value: unknown): boolean => shape.safeParse(value).success;

/** Whether a text is an id. */
export const isId = (value: string): boolean => /^\d{1,40}$/.test(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
/** A number, or a text that is exactly a number, not below 0. */
export const isAmount = (value: unknown): boolean =>
  isText(value)
    ? /^\d{1,20}(\.\d{1,20})?$/.test(value)
    : Number.isFinite(value) && Number(value) >= 0;

/** Ids are digits. As a JSON number they are taken only while JavaScript still holds every digit. */
const id = valueThat<string | number>((value) => (isText(value) ? isId(value) : isCount(value)));
const amount = maybe<string | number>(isAmount);
const count = maybe<string | number>((value) => isAmount(value) && isCount(Number(value)));
const text = maybe<string>(isText);
/** Taken as it comes; whoever reads it finds its way. */
const anything = maybe<unknown>(() => true);
const list = <T>(item: z.ZodMiniType<T>) =>
  maybe<T[]>((value) => Array.isArray(value) && value.every((entry) => fits(item, entry)));
const object = <T>(shape: z.ZodMiniType<T>) => maybe<T>((value) => fits(shape, value));

/** What an amount or a count says; absent and null are both null. */
export const numberOf = (value: string | number | null | undefined): number | null =>
  value == null ? null : Number(value);

const paging = object(z.object({ cursors: object(z.object({ after: text })), next: text }));

/** A page of any list. `data` must be there: its absence is not an empty list. */
export const pageShape = z.object({ data: valueThat<unknown[]>(Array.isArray), paging });
export type Page = z.infer<typeof pageShape>;

export const accountShape = z.object({
  id,
  name: text,
  currency: text,
  timezone_id: maybe<unknown>((value) => isText(value) || Number.isFinite(value)),
});
export type RawAccount = z.infer<typeof accountShape>;

const nested = object(z.object({ data: list(accountShape), paging }));
export const businessShape = z.object({
  id,
  owned_whatsapp_business_accounts: nested,
  client_whatsapp_business_accounts: nested,
});

export const templateShape = z.object({
  id,
  name: text,
  language: text,
  category: text,
  status: text,
  quality_score: anything,
  components: anything,
});

const pointShape = z.object({
  template_id: id,
  start: count,
  end: count,
  sent: count,
  delivered: count,
  read: count,
  replied: count,
  clicked: list(z.object({ type: text, button_content: text, count })),
  cost: list(z.object({ type: text, value: amount })),
});
export type RawPoint = z.infer<typeof pointShape>;

export const groupShape = z.object({
  product_type: text,
  waba_timezone: text,
  data_points: list(pointShape),
});
export type RawGroup = z.infer<typeof groupShape>;

/** Reads a value by its shape. @throws AddonError 'bad-response' that names the endpoint and nothing else */
export function readShape<T extends z.ZodMiniType>(
  shape: T,
  value: unknown,
  endpoint: string,
): z.infer<T> {
  const result = shape.safeParse(value);
  if (!result.success) throw new AddonError('bad-response', { endpoint });
  return result.data;
}
