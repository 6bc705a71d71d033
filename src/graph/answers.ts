// The shapes of Meta's answers: tolerant of what is missing or new, strict where a wrong id or number could slip in.
import * as z from 'zod/mini';
import { AddonError } from '../core/errors';

/** Ids are digits. As a JSON number they are taken only while JavaScript still holds every digit. */
const id = z.pipe(
  z.union([
    z.string().check(z.regex(/^\d{1,40}$/)),
    z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= 0)),
  ]),
  z.transform(String),
);

/** A number, or a text that is exactly a number, not below 0; absent and null stay null. */
const amount = z.pipe(
  z.nullish(
    z.union([
      z.number().check(z.gte(0)),
      z.string().check(
        z.regex(/^\d{1,20}(\.\d{1,20})?$/),
        z.refine((text) => Number.isFinite(Number(text))),
      ),
    ]),
  ),
  z.transform((value) => (value == null ? null : Number(value))),
);
const count = amount.check(z.refine((value) => value === null || Number.isSafeInteger(value)));

/** A text; an empty one says no more than an absent one. */
const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value || null),
);
const list = <T extends z.ZodMiniType>(item: T) => z.nullish(z.array(item));

const paging = z.nullish(
  z.object({
    cursors: z.nullish(z.object({ after: z.nullish(z.string()) })),
    next: z.nullish(z.string()),
  }),
);

/** A page of any list. `data` must be there: its absence is not an empty list. */
export const pageShape = z.object({ data: z.array(z.unknown()), paging });
export type Page = z.infer<typeof pageShape>;

export const accountShape = z.object({
  id,
  name: text,
  currency: text,
  timezone_id: z.nullish(z.union([z.string(), z.number()])),
});
export type RawAccount = z.infer<typeof accountShape>;

const nested = z.nullish(z.object({ data: list(accountShape), paging }));
export const businessShape = z.object({
  id,
  owned_whatsapp_business_accounts: nested,
  client_whatsapp_business_accounts: nested,
});
export type RawBusiness = z.infer<typeof businessShape>;

export const templateShape = z.object({
  id,
  name: text,
  language: text,
  category: text,
  status: text,
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
  const result = z.safeParse(shape, value);
  if (!result.success) throw new AddonError('bad-response', { endpoint });
  return result.data;
}
