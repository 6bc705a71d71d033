// The one question that changes something at Meta: switching template insights on.
import { AddonError } from '../core/errors';
import { assertAccountId } from './accounts';
import { isId } from './answers';
import { isFields, toError } from './classify';
import type { Ask } from './retry';

/** Meta answers with the account's id, as number or text, or with `success`. */
export function enableInsights(ask: Ask, id: string): void {
  assertAccountId(id);
  const facts = { endpoint: 'insights', account: id };
  const [result] = ask([
    { method: 'post', path: [id], values: { is_enabled_for_insights: 'true' } },
  ]);
  if (result && 'refusal' in result) throw toError(result.refusal, facts);
  const json = isFields(result?.json) ? result.json : {};
  const isOurs = isId(String(json.id)) && Number(json.id) === Number(id);
  if (!isOurs && json.success !== true) throw new AddonError('bad-response', facts);
}
