// What an account is set up for, and the one question that changes it: switching template insights on.
import { AddonError } from '../core/errors';
import { assertAccountId } from './accounts';
import { isId } from './answers';
import { isFields, isStop, toError } from './classify';
import { type Ask, refusalOf } from './retry';
import type { AccountState } from './types';

const ENDPOINT = 'account';
const INSIGHTS = 'is_enabled_for_insights';
const ONBOARDING = 'marketing_messages_onboarding_status';
/** The older name of the same, with fewer words. */
const LITE_STATUS = 'marketing_messages_lite_api_status';

/** Each field is asked for by itself: some tokens may not read one of them, and Meta then refuses all. */
export function readAccountState(ask: Ask, id: string): AccountState {
  assertAccountId(id);
  const [insights, onboarding] = readFields(ask, id, [INSIGHTS, ONBOARDING]);
  return {
    insights: flagOf(insights),
    marketing: wordOf(onboarding) ?? wordOf(readFields(ask, id, [LITE_STATUS])[0]),
  };
}

function flagOf(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}
const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The values of an account's fields; undefined for one that is refused or absent. */
function readFields(ask: Ask, id: string, fields: readonly string[]): unknown[] {
  const results = ask(fields.map((field) => ({ path: [id], values: { fields: field } })));
  return fields.map((field, index) => {
    const result = results[index];
    const refusal = refusalOf(result);
    // No field would be told now, so null would be a lie.
    if (refusal && isStop(refusal)) throw toError(refusal, { endpoint: ENDPOINT, account: id });
    return result && 'json' in result ? (result.json as Record<string, unknown>)[field] : undefined;
  });
}

/** Meta answers with the account's id, as number or text, or with `success`. */
export function enableInsights(ask: Ask, id: string): void {
  assertAccountId(id);
  const facts = { endpoint: 'insights', account: id };
  const [result] = ask([{ method: 'post', path: [id], values: { [INSIGHTS]: 'true' } }]);
  if (result && 'refusal' in result) throw toError(result.refusal, facts);
  const json = isFields(result?.json) ? result.json : {};
  const isOurs = isId(String(json.id)) && Number(json.id) === Number(id);
  if (!isOurs && json.success !== true) throw new AddonError('bad-response', facts);
}
