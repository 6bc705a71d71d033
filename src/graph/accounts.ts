// Finds the WhatsApp Business accounts a token can see, and reads one by its id.
import { AddonError } from '../core/errors';
import {
  accountShape,
  businessShape,
  type RawAccount,
  type RawBusiness,
  readShape,
} from './answers';
import { type Refusal, toError } from './classify';
import { endpointOf, type Query } from './door';
import { cursorOf, type Walked, walkPages } from './paging';
import type { Ask } from './retry';
import { zoneOfId } from './time-zones';
import type { AccountNode } from './types';

const FIELDS = 'id,name,currency,timezone_id';
const EDGES = ['owned_whatsapp_business_accounts', 'client_whatsapp_business_accounts'] as const;

const ASSIGNED: Query = {
  path: ['me', 'assigned_whatsapp_business_accounts'],
  values: { fields: FIELDS, limit: '100' },
};
const BUSINESSES: Query = {
  path: ['me', 'businesses'],
  values: {
    fields: `id,name,${EDGES.map((edge) => `${edge}{${FIELDS}}`).join(',')}`,
    limit: '100',
  },
};

/**
 * Asks both ways of finding accounts and merges them by id. One way may be closed to a token while the
 * other works, so a refusal of one is no error as long as the other answers.
 */
export function findAccounts(ask: Ask): AccountNode[] {
  const tops = walkPages(ask, [ASSIGNED, BUSINESSES]);
  throwTokenError(tops);
  throwIfNothingAnswered(tops);
  const [assigned, businesses] = tops as [Walked, Walked];
  const found = new Map<string, AccountNode>();
  for (const item of assigned.items) {
    addAccount(found, readShape(accountShape, item, endpointOf(ASSIGNED)));
  }
  const further: Query[] = [];
  for (const item of businesses.items) {
    const business = readShape(businessShape, item, endpointOf(BUSINESSES));
    for (const edge of EDGES) {
      for (const account of business[edge]?.data ?? []) addAccount(found, account);
      const query = queryBeyond(business, edge);
      if (query) further.push(query);
    }
  }
  const rest = walkPages(ask, further);
  throwTokenError(rest);
  for (const { items } of rest) {
    for (const item of items) addAccount(found, readShape(accountShape, item, EDGES[0]));
  }
  return [...found.values()];
}

/** Where a business's list of accounts goes on beyond what came nested in it. */
function queryBeyond(business: RawBusiness, edge: (typeof EDGES)[number]): Query | null {
  const paging = business[edge]?.paging;
  const after = paging?.next ? cursorOf(paging) : null;
  if (after === null) return null;
  return { path: [business.id, edge], values: { fields: FIELDS, limit: '100', after } };
}

const isRefusal = (refusal: Refusal | null): refusal is Refusal => refusal !== null;

function throwTokenError(walked: readonly Walked[]): void {
  const refusal = walked.map((walk) => walk.refusal).find((r) => r?.kind === 'token');
  if (refusal) throw toError(refusal, { endpoint: endpointOf(ASSIGNED) });
}

function throwIfNothingAnswered(walked: readonly Walked[]): void {
  if (walked.some((walk) => walk.pages > 0)) return;
  const refusals = walked.map((walk) => walk.refusal).filter(isRefusal);
  const passing =
    refusals.find((refusal) => refusal.kind === 'throttle') ??
    refusals.find(({ kind }) => kind === 'busy' || kind === 'network' || kind === 'shape');
  if (passing) throw toError(passing, { endpoint: endpointOf(BUSINESSES) });
  const denied = refusals.find((refusal) => refusal.kind === 'permission');
  if (denied && refusals.every((refusal) => refusal.kind === 'permission')) {
    throw toError(denied, { endpoint: endpointOf(BUSINESSES) });
  }
}

/** Keeps what either list knows: one may lack the currency the other has. */
function addAccount(found: Map<string, AccountNode>, raw: RawAccount): void {
  const known = found.get(raw.id);
  found.set(raw.id, {
    id: raw.id,
    name: known && known.name !== known.id ? known.name : (raw.name ?? raw.id),
    currency: known?.currency ?? raw.currency,
    timeZone: known?.timeZone ?? zoneOfId(raw.timezone_id),
  });
}

/** Reads one account. An id that is not one, or not this token's, is 'account-not-found'. */
export function readAccount(ask: Ask, id: string): AccountNode {
  assertAccountId(id);
  const [result] = ask([{ path: [id], values: { fields: FIELDS } }]);
  const facts = { endpoint: 'account', account: id };
  if (result && 'refusal' in result) {
    const { kind } = result.refusal;
    // Asked for an account's fields, any other object answers "no such field": 100 without a subcode.
    const wrongObject = kind === 'parameter' || kind === 'missing';
    const error = wrongObject ? 'account-not-found' : result.refusal.error;
    throw toError({ ...result.refusal, error }, facts);
  }
  const raw = readShape(accountShape, result?.json, facts.endpoint);
  if (raw.id !== id) throw new AddonError('bad-response', { endpoint: facts.endpoint });
  const found = new Map<string, AccountNode>();
  addAccount(found, raw);
  return found.get(id) as AccountNode;
}

/** Refuses what cannot be an id before it is sent; the text is not repeated, it may be a pasted token. */
export function assertAccountId(id: string): void {
  if (!/^\d{1,40}$/.test(id)) throw new AddonError('account-not-found');
}
