// Template insights of an account: what keeps its analytics closed, and the switch that opens them.
import { type Account, STATES } from './accounts';
import { dayAt, startOfDay } from './calendar';
import type { Call } from './call';
import { Refusal, type RefusalName } from './refusals';
import type { Scenario } from './scenarios';

type Obstacle = Scenario & RefusalName;

/** Insights are off and can be switched on. */
const OFF: readonly Obstacle[] = [
  'insights-off',
  'insights-off-subcode',
  'insights-off-user-msg',
  'insights-off-json-data',
];
/** Insights cannot be had, and the switch is refused alike. */
const NEVER: readonly Obstacle[] = ['insights-unavailable', 'coexistence'];

/** Scenarios that do to the second shop alone what others do to all. */
const SECOND_ONLY: readonly (readonly [Scenario, Obstacle])[] = [
  ['one-account-insights-off', 'insights-off'],
  ['one-account-region', 'insights-unavailable'],
  ['one-account-coexistence', 'coexistence'],
];

function meets({ node }: Account, obstacle: Obstacle, scenarios: ReadonlySet<Scenario>): boolean {
  const own = SECOND_ONLY.find(([, name]) => name === obstacle)?.[0];
  return scenarios.has(obstacle) || (node.id === STATES && own !== undefined && scenarios.has(own));
}

/** Shows on an account what its scenarios mean for it, before anything is switched. */
export function presentInsights(account: Account, scenarios: ReadonlySet<Scenario>): void {
  const isOff = [...OFF, 'insights-unavailable' as const].some((name) =>
    meets(account, name, scenarios),
  );
  if (isOff) account.node.is_enabled_for_insights = false;
  if (!meets(account, 'coexistence', scenarios)) return;
  account.node.marketing_messages_onboarding_status = 'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP';
  for (const phone of account.phones) phone.is_on_biz_app = true;
}

/** Lets analytics pass or throws what they meet. The observed refusal does not care for the switch. */
export function checkInsights(account: Account, scenarios: ReadonlySet<Scenario>): void {
  const isSwitchedOn = account.recordedFrom !== null;
  const obstacles = [...NEVER, 'insights-off-observed' as const, ...(isSwitchedOn ? [] : OFF)];
  for (const name of obstacles) if (meets(account, name, scenarios)) throw new Refusal(name);
}

const SWITCH = 'is_enabled_for_insights';

/** A POST on an account: insights go on for good, and only what comes from that day on is recorded. */
export function answerSwitch(call: Call, account: Account, body: string | null): unknown {
  const value = readPosted(call.query, body);
  if (value === null) throw new Refusal('missing-parameter', { name: SWITCH });
  if (value !== 'true' && value !== 'false') throw new Refusal('bad-flag', { name: SWITCH, value });
  if (value === 'false') throw new Refusal('insights-stay-on');
  for (const name of NEVER) if (meets(account, name, call.scenarios)) throw new Refusal(name);
  if (account.node.is_enabled_for_insights !== true) {
    account.node.is_enabled_for_insights = true;
    account.recordedFrom = startOfDay(account.zone, dayAt(account.zone, call.now));
  }
  // Meta's own example shows a number here, and a text everywhere else.
  return { id: Number(account.node.id) };
}

/** From the address, a form or JSON. */
function readPosted(query: URLSearchParams, body: string | null): string | null {
  const posted = query.get(SWITCH) ?? new URLSearchParams(body ?? '').get(SWITCH);
  if (posted !== null || body === null) return posted;
  try {
    const value: unknown = JSON.parse(body)?.[SWITCH];
    return value === undefined ? null : String(value);
  } catch {
    return null;
  }
}
