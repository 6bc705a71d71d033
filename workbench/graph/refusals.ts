// What the stand-in refuses, and the code, subcode and words with which it does.

export interface RefusalRow {
  /** The situation, for people. */
  when: string;
  code: number;
  subcode?: number;
  /** `{name}` is filled in from the facts of the case. */
  message: string;
  /** Goes into `error_data.details`. */
  details?: string;
  /** Stands as `error_data` itself, as a bare text. */
  data?: string;
  /** Title and text meant for the person. */
  user?: { title: string; text: string };
  status: number;
  type?: 'GraphMethodException';
  transient?: true;
}

const INVALID = '(#100) Invalid parameter';
const NOT_ENABLED = 'Template Insights have not been enabled for this WhatsApp Business Account';

/** An invalid parameter of an analytics or list request: always 100, the reason in the details. */
const invalid = (when: string, details: string): RefusalRow => ({
  when,
  code: 100,
  message: INVALID,
  details,
  status: 400,
});

export const REFUSALS = {
  'no-token': {
    when: 'No `Authorization: Bearer …` header; a token in the query does not count.',
    code: 200,
    message: 'An access token is required: none was sent in the Authorization header.',
    status: 403,
  },
  'wrong-token': {
    when: 'A token that is not the sample token.',
    code: 190,
    subcode: 467,
    message: 'Error validating access token: The access token is invalid.',
    status: 400,
  },
  'expired-token': {
    when: 'Scenario expired-token.',
    code: 190,
    subcode: 463,
    message: 'Error validating access token: Session has expired on {when}.',
    status: 400,
  },
  'missing-permission': {
    when: 'Scenario missing-permission; /me/businesses with no-businesses.',
    code: 200,
    message: '(#200) You do not have permission to access this field',
    status: 403,
  },
  'wrong-method': {
    when: 'Any method but GET, except a POST on an account, which can switch insights on.',
    code: 100,
    message: 'Unsupported {method} request.',
    status: 400,
    type: 'GraphMethodException',
  },
  'missing-object': {
    when: 'An id or name at the root that does not exist.',
    code: 100,
    subcode: 33,
    message:
      "Unsupported get request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.",
    status: 400,
    type: 'GraphMethodException',
  },
  'unknown-path': {
    when: 'An edge that the object does not have, or a version that does not exist.',
    code: 2500,
    message: 'Unknown path components: /{path}',
    status: 400,
  },
  'bad-fields': {
    when: '`fields` that cannot be read.',
    code: 2500,
    message: 'Syntax error in fields at character {at}: {text}',
    status: 400,
  },
  'unknown-field': {
    when: 'A field that the object does not have; with no-account-state, how Marketing Messages are set up.',
    code: 100,
    message: '(#100) Tried accessing nonexisting field ({field}) on node type ({type})',
    status: 400,
  },
  'not-played': {
    when: 'Something Meta has and this stand-in does not play (said by name, never silently).',
    code: 1,
    message: 'The local stand-in does not play {what}.',
    status: 501,
  },
  'missing-parameter': {
    when: 'A required parameter is missing or empty.',
    code: 100,
    message: '(#100) The parameter {name} is required',
    status: 400,
  },
  'bad-template-ids': invalid(
    '`template_ids` that is not a list of digits.',
    'template_ids must be a list of template ids, not {value}.',
  ),
  'too-many-templates': invalid(
    'More than 10 template ids.',
    'template_ids holds {count} ids; 10 are allowed.',
  ),
  'unknown-template': invalid(
    'A template id that the account does not have. What Meta does is not known; this is the strict reading.',
    'No template {id} belongs to this WhatsApp Business Account.',
  ),
  'bad-granularity': invalid(
    'Any granularity but DAILY or daily, DAY included.',
    'granularity must be DAILY, not {value}.',
  ),
  'bad-day': invalid(
    '`start` or `end` that is neither unix seconds nor YYYY-MM-DD.',
    '{name} must be unix seconds or YYYY-MM-DD, not {value}.',
  ),
  'unix-with-zone': invalid(
    "Unix seconds together with the account's zone.",
    '{name} must be YYYY-MM-DD when use_waba_timezone is true.',
  ),
  'before-reach': invalid(
    '`start` more than 90 times 24 hours before now.',
    'start lies more than 90 days back.',
  ),
  'end-before-start': invalid('`end` before `start`.', 'end lies before start.'),
  'end-in-future': invalid('`end` later than tomorrow.', 'end lies too far in the future.'),
  'unknown-metric': invalid(
    'A metric name nobody has published; those that no-replies, no-conversions or some-conversions take away.',
    'metric_types does not know {value}.',
  ),
  'unknown-product': invalid(
    'A product type other than the Cloud API and the two words for Marketing Messages, of which no-marketing knows none and marketing-other-word one.',
    'product_type does not know {value}.',
  ),
  'bad-flag': invalid(
    '`use_waba_timezone` or `is_enabled_for_insights` that is neither true nor false.',
    '{name} must be true or false, not {value}.',
  ),
  'bad-limit': invalid(
    '`limit` that is not a whole number above 0.',
    'limit must be a whole number above 0, not {value}.',
  ),
  'bad-cursor': invalid('A cursor that was not handed out.', 'The cursor {value} is not valid.'),
  throttled: {
    when: 'Scenario throttled, on analytics.',
    code: 80007,
    message: '(#80007) Rate limit hit',
    details: 'The WhatsApp Business Account has reached its rate limit.',
    status: 400,
  },
  'throttled-later': {
    when: 'Scenario throttled-later, from the sixth analytics call of an hour on.',
    code: 4,
    message: '(#4) Application request limit reached',
    status: 400,
    transient: true,
  },
  'insights-off': {
    when: 'Scenarios insights-off and one-account-insights-off, on analytics, until switched on.',
    code: 200007,
    message: 'Template Insights not enabled',
    details: NOT_ENABLED,
    status: 400,
  },
  'insights-off-observed': {
    when: 'Scenario insights-off-observed, on analytics.',
    code: 1,
    subcode: 4182004,
    message: 'An unknown error occurred',
    data: `${NOT_ENABLED}.`,
    status: 500,
  },
  'insights-off-subcode': {
    when: 'Scenario insights-off-subcode, on analytics, until switched on.',
    code: 100,
    subcode: 200007,
    message: INVALID,
    status: 400,
  },
  'insights-off-user-msg': {
    when: 'Scenario insights-off-user-msg, on analytics, until switched on.',
    code: 10,
    message: '(#10) Application does not have permission for this action',
    user: { title: 'Not available', text: `${NOT_ENABLED}.` },
    status: 403,
  },
  'insights-off-json-data': {
    when: 'Scenario insights-off-json-data, on analytics, until switched on.',
    code: 1,
    message: 'An unknown error occurred',
    data: JSON.stringify({ messaging_product: 'whatsapp', details: NOT_ENABLED }),
    status: 500,
  },
  'insights-stay-on': {
    when: 'A POST that would switch insights off.',
    code: 200006,
    message: 'Template Insights cannot be disabled',
    details: 'Template Insights cannot be disabled once they have been enabled.',
    status: 400,
  },
  'insights-unavailable': {
    when: 'Scenarios insights-unavailable and one-account-region, on analytics and when switching insights on.',
    code: 200005,
    subcode: 4182002,
    message: 'Template Insights are not available yet for this WhatsApp Business account',
    status: 400,
  },
  coexistence: {
    when: 'Scenarios coexistence and one-account-coexistence, on analytics and when switching insights on.',
    code: 10,
    message: 'This operation can not be performed on SMB business type',
    status: 403,
  },
  'marketing-not-permitted': {
    when: 'Scenario marketing-not-permitted, on analytics of Marketing Messages.',
    code: 10,
    message: '(#10) Application does not have permission for this action',
    status: 403,
  },
  'field-not-permitted': {
    when: 'Scenario no-account-state, for the field `is_enabled_for_insights`.',
    code: 10,
    message: '(#10) Application does not have permission to read the field {field}',
    status: 403,
  },
  flaky: {
    when: 'Scenario flaky, every fifth request, once.',
    code: 2,
    message: '(#2) Service temporarily unavailable',
    status: 500,
    transient: true,
  },
} as const satisfies Record<string, RefusalRow>;

export type RefusalName = keyof typeof REFUSALS;
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** Thrown where a request is found wanting, turned into an answer at the door. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly refusal: RefusalName;
  readonly facts: RefusalFacts;
  constructor(refusal: RefusalName, facts: RefusalFacts = {}) {
    super(refusal);
    this.refusal = refusal;
    this.facts = facts;
  }
}

/** The row with its facts filled in. */
export function describeRefusal({ refusal, facts }: Refusal): RefusalRow {
  const row: RefusalRow = REFUSALS[refusal];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => String(facts[key] ?? ''));
  return {
    ...row,
    message: fill(row.message),
    ...(row.details === undefined ? {} : { details: fill(row.details) }),
  };
}
