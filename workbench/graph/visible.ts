// What a token can see: its assigned accounts, its businesses, and itself.
import type { Business } from './accounts';
import type { Call } from './call';
import { type Field, type NodeType, project } from './fields';
import { names, projectAccount, readFields, USUAL_PAGE } from './nodes';
import { cutPage } from './paging';
import { requireText } from './query';
import { Refusal } from './refusals';
import { findAccount } from './world';

const BUSINESS: NodeType = { name: 'Business', known: names('id name'), usual: ['id', 'name'] };

export function answerAssignedAccounts(call: Call): unknown {
  const accounts = call.scenarios.has('id-only') ? [] : call.world.assigned;
  const fields = readFields(call) ?? [named('id'), named('name')];
  const page = cutPage(accounts, call, USUAL_PAGE);
  const data = page.items.map((account) => projectAccount(call, account, fields));
  return accounts.length === 0 ? { data } : { data, paging: page.paging };
}

export function answerBusinesses(call: Call): unknown {
  if (call.scenarios.has('no-businesses')) throw new Refusal('missing-permission');
  if (call.scenarios.has('id-only')) return { data: [] };
  const fields = readFields(call);
  const page = cutPage(call.world.businesses, call, USUAL_PAGE);
  return {
    data: page.items.map((business) => showBusiness(call, business, fields)),
    paging: page.paging,
  };
}

/** A business by its id, or one of its two lists of accounts: how a nested list is followed further. */
export function answerBusiness(call: Call, business: Business, edge: string | undefined): unknown {
  if (call.scenarios.has('no-businesses')) throw new Refusal('missing-permission');
  const fields = readFields(call);
  if (edge === undefined) return showBusiness(call, business, fields);
  const ids = call.scenarios.has('id-only') ? [] : edgesOf(business)[edge];
  if (ids === undefined) throw new Refusal('unknown-path', { path: edge });
  return listAccounts(call, ids, fields);
}

const edgesOf = (business: Business): Record<string, string[] | undefined> => ({
  owned_whatsapp_business_accounts: business.owned,
  client_whatsapp_business_accounts: business.client,
});

function listAccounts(call: Call, ids: string[], fields: Field[] | null) {
  const page = cutPage(ids, call, USUAL_PAGE);
  const data = page.items.map((id) => {
    const account = findAccount(call.world, id);
    if (account === undefined) throw new Refusal('missing-object', { id });
    return projectAccount(call, account, fields ?? [named('id'), named('name')]);
  });
  return ids.length === 0 ? { data } : { data, paging: page.paging };
}

function showBusiness(call: Call, business: Business, fields: Field[] | null) {
  const edges = edgesOf(business);
  const plain = fields?.filter(({ name }) => edges[name] === undefined) ?? null;
  const shown = project({ id: business.id, name: business.name }, BUSINESS, plain);
  for (const { name, fields: nested, modifiers } of fields ?? []) {
    const ids = edges[name];
    // An edge without anything is left out.
    if (ids === undefined || ids.length === 0) continue;
    const query = new URLSearchParams(modifiers);
    // A limit is an upper bound; this way the third account stands on a page of its own.
    if (call.scenarios.has('three-accounts')) query.set('limit', '1');
    const inner: Call = { ...call, path: `${business.id}/${name}`, query };
    shown[name] = listAccounts(inner, ids, nested);
  }
  return shown;
}

const named = (name: string): Field => ({ name, modifiers: {}, fields: null });

const ISSUED = 1790845200;

/** What a token is. Asked about any other token than the good one, it says why that one is not valid. */
export function answerDebugToken(call: Call, sampleToken: string): unknown {
  const isGood = requireText(call, 'input_token') === sampleToken;
  const app = { app_id: '900800700600501', type: 'SYSTEM_USER', application: 'Ledger workbench' };
  if (!isGood) {
    const error = { code: 190, message: 'The access token could not be read.', subcode: 467 };
    return { data: { error, is_valid: false, scopes: [] } };
  }
  const mayRead = !call.scenarios.has('missing-permission');
  const scopes = ['business_management', 'public_profile'];
  if (mayRead) scopes.splice(1, 0, 'whatsapp_business_management');
  // Without targets the token may see all there are, whichever these be.
  const isSilent = call.scenarios.has('id-only') || call.scenarios.has('three-accounts');
  const targets = isSilent ? {} : { target_ids: call.world.accounts.map(({ node }) => node.id) };
  return {
    data: {
      ...app,
      data_access_expires_at: 0,
      expires_at: 0,
      is_valid: true,
      issued_at: ISSUED,
      scopes,
      granular_scopes: [
        { scope: 'business_management', target_ids: call.world.businesses.map(({ id }) => id) },
        ...(mayRead ? [{ scope: 'whatsapp_business_management', ...targets }] : []),
      ],
      user_id: '122100009000801',
    },
  };
}
