// Finds the WhatsApp Business accounts a token can see, and reads one by its id.
import { AddonError } from '../core/errors';
import { accountShape, businessShape, isId, type RawAccount, readShape } from './answers';
import { findWorst, toError } from './classify';
import type { Query } from './door';
import { cursorOf, type Walked, walkPages } from './paging';
import type { Ask } from './retry';
import type { AccountNode } from './types';
import { zoneOfId } from './zone-of-id';

const FIELDS = 'id,name,currency,timezone_id';
const EDGES = ['owned_whatsapp_business_accounts', 'client_whatsapp_business_accounts'] as const;

/** Which lists to read, how; `after` only to begin beyond the first page. */
const listOf = (owner: string, edge: string, fields = FIELDS, after?: string): Query => ({
  path: [owner, edge],
  values: { fields, limit: '100', ...(after === undefined ? {} : { after }) },
});
const ASSIGNED = 'assigned_whatsapp_business_accounts';
const BUSINESSES = 'businesses';
const BUSINESS_FIELDS = `id,name,${EDGES.map((edge) => `${edge}{${FIELDS}}`).join(',')}`;

/**
 * Asks both ways of finding accounts and merges them by id. One way may be closed to a token while the
 * other works, so a refusal of one is no error as long as the other answers.
 */
export function findAccounts(ask: Ask, zones: () => readonly string[]): AccountNode[] {
  const tops = walkPages(ask, [listOf('me', ASSIGNED), listOf('me', BUSINESSES, BUSINESS_FIELDS)]);
  throwTokenError(tops);
  throwIfNothingAnswered(tops);
  const [assigned, businesses] = tops as [Walked, Walked];
  const found = new Map<string, AccountNode>();
  const add = (raw: RawAccount) => {
    const id = String(raw.id);
    found.set(id, toAccount(raw, zones, found.get(id)));
  };
  for (const item of assigned.items) add(readShape(accountShape, item, ASSIGNED));
  const further: Query[] = [];
  for (const item of businesses.items) {
    const business = readShape(businessShape, item, BUSINESSES);
    for (const edge of EDGES) {
      const { data, paging } = business[edge] ?? {};
      data?.forEach(add);
      // Where the list goes on beyond what came nested in the business.
      const after = paging?.next ? cursorOf(paging) : null;
      if (after !== null) further.push(listOf(String(business.id), edge, FIELDS, after));
    }
  }
  const rest = walkPages(ask, further);
  throwTokenError(rest);
  for (const { items } of rest) {
    for (const item of items) add(readShape(accountShape, item, EDGES[0]));
  }
  return [...found.values()];
}

function throwTokenError(walked: readonly Walked[]): void {
  const refusal = walked.map((walk) => walk.refusal).find((r) => r?.kind === 'token');
  if (refusal) throw toError(refusal, { endpoint: ASSIGNED });
}

function throwIfNothingAnswered(walked: readonly Walked[]): void {
  if (walked.some((walk) => walk.pages > 0)) return;
  const refusals = walked.map((walk) => walk.refusal).filter((refusal) => refusal !== null);
  const told =
    // What may pass: the other way may still turn out to be open.
    findWorst(refusals, ({ kind, retry }) => retry === 'soon' || kind === 'shape') ??
    (refusals.every(({ kind }) => kind === 'permission') ? refusals[0] : undefined);
  if (told) throw toError(told, { endpoint: BUSINESSES });
}

/** Keeps what either list knows: one may lack the currency the other has. */
function toAccount(
  raw: RawAccount,
  zones: () => readonly string[],
  known?: AccountNode,
): AccountNode {
  const id = String(raw.id);
  return {
    id,
    name: known && known.name !== id ? known.name : raw.name || id,
    currency: known?.currency ?? (raw.currency || null),
    timeZone: known?.timeZone ?? zoneOfId(raw.timezone_id, zones()),
  };
}

/** Reads one account. An id that is not one, or not this token's, is 'account-not-found'. */
export function readAccount(ask: Ask, zones: () => readonly string[], id: string): AccountNode {
  assertAccountId(id);
  const [result] = ask([{ path: [id], values: { fields: FIELDS } }]);
  const facts = { endpoint: 'account', account: id };
  if (result && 'refusal' in result) {
    const { refusal } = result;
    // Asked for an account's fields, any other object answers "no such field": 100 without a subcode.
    const wrongObject = refusal.kind === 'parameter' || refusal.kind === 'missing';
    throw toError(wrongObject ? { ...refusal, error: 'account-not-found' } : refusal, facts);
  }
  const account = toAccount(readShape(accountShape, result?.json, facts.endpoint), zones);
  if (account.id !== id) throw new AddonError('bad-response', { endpoint: facts.endpoint });
  return account;
}

/** Refuses what cannot be an id before it is sent; the text is not repeated, it may be a pasted token. */
export function assertAccountId(id: string): void {
  if (!isId(id)) throw new AddonError('account-not-found');
}
