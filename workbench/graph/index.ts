// The local stand-in for Meta's Graph API: one function from a request and a clock to an answer.

/**
 * # What is played, and how sure it is
 *
 * Two invented shops with 29 message templates and daily traffic (a third shop in `three-accounts`), behind
 * the endpoints that the add-on uses: the account by id, `message_templates`, `phone_numbers`,
 * `template_analytics` of the Cloud API and of Marketing Messages, a template by id,
 * `/me/assigned_whatsapp_business_accounts`, `/me/businesses` with nested lists and their further pages,
 * `/debug_token`, and one POST: the switch of template insights.
 *
 * **After Meta's own pages**: paths, parameters, key names, the error envelope and codes, 10 templates a
 * request, DAILY only, 90 days, dates instead of unix seconds with the account's zone, unix seconds
 * pulled back to midnight UTC, the day that holds `end` included, cursors and next links, an empty page
 * that goes on, which metrics an AUTHENTICATION template lacks, the cost entries, usage headers, old
 * versions answered by the oldest one still in use; insights go on by POST, for good (200006), with a
 * number as id in the answer, and without the days before; both words for Marketing Messages.
 *
 * **Seen by others**: `replied`; the refusals of insights in other forms than the documented one; that an
 * account says insights are on while its analytics are refused; that conversions want
 * `use_waba_timezone=true` (without it they stay away here); `marketing_messages_onboarding_status`.
 *
 * **Guesses**, where the pages are silent or disagree (the strict reading is played):
 * - conversions are plain numbers under the metric in lower case, the value in the account's currency;
 *   nobody has published their shape, and `odd-conversions` plays others;
 * - they grow for 7 days as reads and clicks do, and fall to 0 with them in `reset-reads`;
 * - asked of the Cloud API they are accepted and never come; a shop without an app has no `app_…` keys;
 * - a group calls Marketing Messages `MARKETING_MESSAGES_LITE_API`, whichever word was asked, unless
 *   `marketing-other-word` knows the other one only;
 * - a shop that never used them answers `data: []`, and so do days before insights were switched on;
 * - insights record from the whole day on which they were switched on, in the account's zone;
 * - where insights cannot be had, and with a number of the Business app, the POST is refused alike;
 * - a start beyond 90 days, an unknown template id and an unknown metric fail the whole request;
 * - `limit` counts points, and without it one page holds everything;
 * - a template that was deleted, or belongs to another account, counts as unknown;
 * - rows of clicks with a count of 0 are listed; quiet days have no point at all;
 * - `replied` comes when asked for or when nothing is asked for, never for AUTHENTICATION;
 * - `cost_per_url_button_click` divides by all clicks where they are reported, else by the unique ones;
 * - a request without a Bearer header is code 200, and a token in the query counts as none;
 * - HTTP statuses: 403 for codes 10 and 200, 500 for 1 and 2, otherwise 400;
 * - after 7 days reads and clicks stay as they are; scenario `reset-reads` plays the literal reading.
 *
 * **Simplified**: the hour that is running is not counted before it ends, so two reads within an hour
 * agree; sent, delivered and cost are final at the day's end; Marketing Messages cost a fixed share of the
 * list price; the usage figures do not follow the calls.
 *
 * **Not played**: the conversions beyond Meta's nine core ones (known, never reported), the analytics
 * fields of an account, batches, several ids in one call, any other change. Asking for them is refused by
 * name, conversions excepted.
 *
 * Everything is a function of the request and the clock, except that `flaky` and `throttled-later`
 * count the requests they have seen, and that switched insights stay on until the scenarios are set anew.
 * `REFUSALS` and `SCENARIOS` list what is refused and what can be switched.
 */
import { answerHtml, answerJson, answerRefusal, type Envelope } from './answers';
import type { Graph, GraphAnswer, GraphOptions, GraphRequest } from './api';
import type { Call } from './call';
import { answerSwitch, checkInsights } from './insights';
import { answerAccount, answerPhones, answerTemplate, answerTemplates } from './nodes';
import { Refusal } from './refusals';
import { readScenarios, type Scenario } from './scenarios';
import { answerTemplateAnalytics } from './template-analytics';
import { createTroubles, type Troubles } from './troubles';
import { readPath } from './versions';
import {
  answerAssignedAccounts,
  answerBusiness,
  answerBusinesses,
  answerDebugToken,
} from './visible';
import { createWorld, findAccount, findTemplate, type World } from './world';

export type { Graph, GraphAnswer, GraphOptions, GraphRequest } from './api';
export { REFUSALS } from './refusals';
export { SCENARIOS, type Scenario } from './scenarios';

/** The token that connects. It opens nothing anywhere else. */
export const SAMPLE_TOKEN = 'sample-token-for-the-workbench-0000';

/**
 * Makes a stand-in. The clock is read once for each request.
 *
 * @example createGraph({ now: Date.now, scenarios: ['small-pages', 'shuffled'] })
 */
export function createGraph({ now, scenarios = [] }: GraphOptions): Graph {
  let state = setUp(scenarios);
  return {
    sampleToken: SAMPLE_TOKEN,
    setScenarios(names) {
      state = setUp(names);
    },
    handle(request) {
      return answer(request, now(), state);
    },
  };
}

interface State {
  scenarios: ReadonlySet<Scenario>;
  world: World;
  troubles: Troubles;
}

function setUp(names: readonly string[]): State {
  const scenarios = readScenarios(names);
  return { scenarios, world: createWorld(scenarios), troubles: createTroubles(scenarios) };
}

function answer(request: GraphRequest, milliseconds: number, state: State): GraphAnswer {
  const { version, unknownVersion, path, query } = readPath(request.url);
  const [root = '', edge] = path.split('/');
  const account = findAccount(state.world, root);
  const envelope: Envelope = {
    version,
    account: account === undefined ? null : root,
    trace: `${milliseconds} ${request.method} ${request.url}`,
  };
  const { scenarios, world, troubles } = state;
  const call: Call = {
    path,
    version,
    query,
    now: Math.floor(milliseconds / 1000),
    scenarios,
    world,
  };
  try {
    troubles.checkToken(request, SAMPLE_TOKEN, call.now);
    if (unknownVersion !== null) throw new Refusal('unknown-path', { path: unknownVersion });
    const isSwitching = request.method === 'POST' && account !== undefined && edge === undefined;
    if (request.method !== 'GET' && !isSwitching) {
      throw new Refusal('wrong-method', { method: request.method });
    }
    troubles.checkLuck(request.url);
    if (scenarios.has('missing-permission') && root !== 'debug_token') {
      throw new Refusal('missing-permission');
    }
    const isReading = edge === 'template_analytics' && account !== undefined;
    if (isReading && scenarios.has('html')) return answerHtml(envelope);
    if (isReading) {
      troubles.checkLimit(call.now);
      checkInsights(account, scenarios);
    }
    const value = isSwitching ? answerSwitch(call, account, request.body) : route(call);
    return unsafeIds(answerJson(envelope, value), isReading && scenarios.has('unsafe-ids'));
  } catch (error) {
    if (error instanceof Refusal) return answerRefusal(envelope, error);
    throw error;
  }
}

function route(call: Call): unknown {
  const [root = '', edge, ...more] = call.path.split('/');
  const unknown = () => new Refusal('unknown-path', { path: [edge, ...more].join('/') });
  if (more.length > 0) throw unknown();
  if (root === '' && call.query.has('ids')) {
    throw new Refusal('not-played', { what: 'several ids in one call' });
  }
  if (root === 'debug_token' && edge === undefined) return answerDebugToken(call, SAMPLE_TOKEN);
  if (root === 'me') {
    if (edge === 'assigned_whatsapp_business_accounts') return answerAssignedAccounts(call);
    if (edge === 'businesses') return answerBusinesses(call);
    throw edge === undefined ? new Refusal('not-played', { what: 'the person /me' }) : unknown();
  }
  const account = findAccount(call.world, root);
  if (account !== undefined) {
    if (edge === undefined) return answerAccount(call, account);
    if (edge === 'message_templates') return answerTemplates(call, account);
    if (edge === 'phone_numbers') return answerPhones(call, account);
    if (edge === 'template_analytics') return answerTemplateAnalytics(call, account);
    throw unknown();
  }
  const business = call.world.businesses.find(({ id }) => id === root);
  if (business !== undefined) return answerBusiness(call, business, edge);
  const template = findTemplate(call.world, root, call.now);
  if (template === undefined) throw new Refusal('missing-object', { id: root });
  if (edge !== undefined) throw unknown();
  return answerTemplate(call, template);
}

/** The ids as bare numbers: readable as text only by a client that reads the body with care. */
function unsafeIds(answered: GraphAnswer, isOn: boolean): GraphAnswer {
  if (!isOn) return answered;
  return { ...answered, body: answered.body.replace(/"template_id":"(\d+)"/g, '"template_id":$1') };
}
