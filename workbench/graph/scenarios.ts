// The situations the stand-in can play, by name, each with the line that the help and the README show.

export const SCENARIOS = {
  'small-pages': 'Lists and analytics come 25 at a time, with a next link.',
  'tiny-pages':
    'Lists and analytics come 7 at a time, and some pages are empty yet have a next link.',
  'newest-first': 'Analytics points run from the newest day to the oldest.',
  shuffled: 'Analytics points come in no order.',
  'exclusive-end': 'The day that holds `end` is left out (otherwise it is included).',
  'reset-reads': 'Reads and clicks of days more than 7 days ago are 0, as Meta documents.',
  'wrong-token': 'Every token is refused as not valid (190/467).',
  'expired-token': 'Every token has expired (190/463).',
  'missing-permission': 'The token may not see WhatsApp accounts at all (200).',
  throttled: 'Analytics answer that the account reached its limit (80007), with minutes to wait.',
  'throttled-later': 'Five analytics calls an hour work, then the app has reached its limit (4).',
  'insights-off': 'Template insights are not switched on (200007, the documented form).',
  'insights-off-observed':
    'Template insights are refused in the form seen in practice (1/4182004), while the account says they are on.',
  'insights-unavailable': 'Template insights cannot be used with these accounts (200005/4182002).',
  coexistence: 'Analytics are refused because the number is used in the Business app (10).',
  html: 'Analytics answer an HTML page with status 502.',
  flaky: 'Every fifth request fails once (code 2) and works when asked again.',
  'odd-names': 'The first account has templates named like formulas, numbers, markup and worse.',
  quirks:
    'Points lack values, labels or metrics, repeat labels, carry numeric ids and keys nobody knows.',
  'unsafe-ids': 'Analytics give template ids as bare numbers, the long ones above 2^53 too.',
  'many-templates': 'The first account has 250 templates, each with traffic every day.',
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
