// Accounts and templates as the judge's Graph server shows them, field by field as they are asked for.
import type { GraphOptions, Seen } from './graph-options';
import type { Pager } from './graph-pages';
import { refuse } from './graph-refusal';
import { nodeParts } from './library';
import type { JudgeAccount, JudgeTemplate, World } from './world';

const ACCOUNT_FIELDS = new Set(
  'id name currency timezone_id country account_review_status business_verification_status ownership_type is_enabled_for_insights marketing_messages_onboarding_status owner_business_info status message_template_namespace'.split(
    ' ',
  ),
);
const TEMPLATE_FIELDS = new Set(
  'id name language status category previous_category correct_category sub_category parameter_format components quality_score rejected_reason library_template_name message_send_ttl_seconds cta_url_link_tracking_opted_out'.split(
    ' ',
  ),
);
const BUSINESS = '555000000000001';

export interface Nodes {
  readAccount(account: JudgeAccount, one: Seen): unknown;
  listTemplates(account: JudgeAccount, one: Seen): unknown;
  /** Whatever hangs on the token's own person. */
  readMe(edge: string, one: Seen): unknown;
  /** Accounts of a business, or null where the business is unknown. */
  ofBusiness(id: string, edge: string, one: Seen): unknown;
}

export function createNodes(world: World, pager: Pager, optionsNow: () => GraphOptions): Nodes {
  const accountsBy = (way: JudgeAccount['seenBy']): Record<string, unknown>[] =>
    world.accounts.filter((account) => account.seenBy === way).map(accountNode);

  return {
    readAccount: (account, one) => pickFields(accountNode(account), one, ACCOUNT_FIELDS),
    listTemplates(account, one) {
      const nodes = account.templates.map((template) =>
        pickFields(templateNode(template), one, TEMPLATE_FIELDS),
      );
      return pager.pageOf(nodes, one, optionsNow().templatesPerPage ?? 100);
    },
    ofBusiness(id, edge, one) {
      if (id !== BUSINESS || !edge.endsWith('_whatsapp_business_accounts')) return null;
      return pager.pageOf(accountsBy(edge.startsWith('owned') ? 'owned' : 'client'), one, 25);
    },
    readMe(edge, one) {
      if (edge === 'assigned_whatsapp_business_accounts') {
        return pager.pageOf(accountsBy('assigned'), one, 25);
      }
      if (edge === 'businesses') {
        return {
          data: [
            {
              id: BUSINESS,
              name: 'Judge Group',
              owned_whatsapp_business_accounts: { data: accountsBy('owned'), paging: {} },
              client_whatsapp_business_accounts: { data: accountsBy('client') },
            },
            { id: '555000000000002', name: 'Nothing here' },
          ],
          paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } },
        };
      }
      if (edge === '') return { id: '122100009000801', name: 'System user' };
      throw refuse(2500, `Unknown path components: /${edge}`);
    },
  };
}

const accountNode = (account: JudgeAccount): Record<string, unknown> => ({
  id: account.id,
  name: account.name,
  ...(account.currency === null ? {} : { currency: account.currency }),
  ...(account.timezoneId === undefined ? {} : { timezone_id: account.timezoneId }),
  is_enabled_for_insights: account.insights ?? true,
  marketing_messages_onboarding_status: account.marketingStatus ?? 'ONBOARDED',
});

const templateNode = (template: JudgeTemplate): Record<string, unknown> => ({
  id: template.numericId ? Number(template.id) : template.id,
  name: template.name,
  language: template.language,
  category: template.category,
  status: template.status,
  ...(template.content ? nodeParts(template.content) : {}),
});

function pickFields(
  node: Record<string, unknown>,
  one: Seen,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const picked: Record<string, unknown> = { id: node.id };
  for (const field of (one.query.fields ?? 'id,name').split(',')) {
    if (!known.has(field)) throw refuse(100, `Tried accessing nonexisting field (${field})`);
    if (field in node) picked[field] = node[field];
  }
  return picked;
}
