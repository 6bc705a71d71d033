// The situations the stand-in can play, by name, each with the line that the help and the README show.

export const SCENARIOS = {
  'small-pages': 'Lists and analytics come 25 at a time, with a next link.',
  'tiny-pages':
    'Lists and analytics come 7 at a time, and some pages are empty yet have a next link.',
  'newest-first': 'Analytics points run from the newest day to the oldest.',
  shuffled: 'Analytics points come in no order.',
  'exclusive-end': 'The day that holds `end` is left out (otherwise it is included).',
  'reset-reads':
    'Reads, clicks and conversions of days more than 7 days ago are 0, as Meta documents.',
  'wrong-token': 'Every token is refused as not valid (190/467).',
  'expired-token': 'Every token has expired (190/463).',
  'missing-permission': 'The token may not see WhatsApp accounts at all (200).',
  throttled: 'Analytics answer that the account reached its limit (80007), with minutes to wait.',
  'throttled-later': 'Five analytics calls an hour work, then the app has reached its limit (4).',
  'insights-off':
    'Template insights are off (200007, the documented form) until they are switched on; days before that stay empty.',
  'insights-off-observed':
    'Template insights are refused in the form seen in practice (1/4182004) for good, while the account says they are on.',
  'insights-off-subcode': 'As insights-off, but only a subcode says so (100/200007).',
  'insights-off-user-msg':
    'As insights-off, but refused as a missing permission (10); only the text meant for the person says why.',
  'insights-off-json-data':
    'As insights-off, but refused as an unknown error (1) with the reason as JSON in a text.',
  'insights-unavailable': 'Template insights cannot be used with these accounts (200005/4182002).',
  coexistence: 'Analytics are refused because the number is used in the Business app (10).',
  'one-account-insights-off': 'As insights-off, for the second shop only.',
  'one-account-region': 'As insights-unavailable, for the second shop only.',
  'one-account-coexistence': 'As coexistence, for the second shop only.',
  'no-account-state':
    'Accounts do not tell whether insights (10) and Marketing Messages (100) are set up.',
  'marketing-other-word':
    'Marketing Messages answer to MARKETING_MESSAGES_API_FOR_WHATSAPP only; the usual word is refused (100).',
  'no-marketing': 'Marketing Messages are refused under both words (100).',
  'marketing-not-permitted': 'Marketing Messages are refused for want of a permission (10).',
  'no-replies': 'The metric REPLIED is refused (100) and never comes.',
  'no-conversions': 'Every conversion metric is refused (100) and never comes.',
  'some-conversions':
    'APP_ACTIVATIONS, APP_PURCHASES_CONVERSION_VALUE and WEBSITE_CHECKOUTS_INITIATED are refused (100) and never come.',
  'odd-conversions':
    'Conversions come as numbers, as text, as {value}, as lists of {type, value or count}, or not at all.',
  'no-cost': 'A partner pays Meta: the metric COST is accepted and never comes.',
  html: 'Analytics answer an HTML page with status 502.',
  flaky: 'Every fifth request fails once (code 2) and works when asked again.',
  'odd-names': 'The first account has templates named like formulas, numbers, markup and worse.',
  quirks:
    'Points lack values, labels or metrics, repeat labels, carry numeric ids and keys nobody knows.',
  'unsafe-ids': 'Analytics give template ids as bare numbers, the long ones above 2^53 too.',
  'many-templates': 'The first account has 250 templates, each with traffic every day.',
  'deleted-templates':
    'On 2026-12-01 two templates of the first shop vanish from the list and from analytics, history included.',
  'archived-templates':
    'On 2026-12-01 two templates of the first shop stop and are ARCHIVED; on 2026-12-29 they are deleted.',
  'renamed-templates':
    'On 2026-12-01 a template of the first shop gets another name, and another one another category.',
  'three-accounts':
    'A third shop in EUR and in Istanbul, on the second page of the list nested in a business and in no other list.',
  'no-businesses': '/me/businesses is refused (200); the assigned accounts still answer.',
  'id-only': 'No list names an account; the accounts answer when asked by id.',
} as const;

export type Scenario = keyof typeof SCENARIOS;

/** Scenario names as a set; a name that does not exist throws, with those that do. */
export function readScenarios(names: readonly string[]): ReadonlySet<Scenario> {
  for (const name of names) {
    if (!Object.hasOwn(SCENARIOS, name)) {
      throw new Error(`No scenario "${name}". There are: ${Object.keys(SCENARIOS).join(', ')}.`);
    }
  }
  return new Set(names as Scenario[]);
}
