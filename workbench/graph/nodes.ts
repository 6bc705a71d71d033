// Accounts, phone numbers and templates as objects and lists with chosen fields.
import type { Account } from './accounts';
import type { Call } from './call';
import { type Field, type NodeType, parseFields, project } from './fields';
import { cutPage } from './paging';
import { readList } from './query';
import { addTemplateQuirk } from './quirks';
import { Refusal } from './refusals';
import type { Template } from './template';
import { templatesOf } from './world';

/** Field names, as one text. */
export const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const ACCOUNT: NodeType = {
  name: 'WhatsAppBusinessAccount',
  known: names(`id name currency timezone_id country is_enabled_for_insights account_review_status
    business_verification_status ownership_type owner_business_info status creation_time health_status
    marketing_messages_onboarding_status marketing_messages_lite_api_status message_template_namespace
    primary_business_location template_auto_archival_enabled primary_funding_id purchase_order_number
    disable_marketing_messages_on_cloud_api whatsapp_business_manager_messaging_limit
    marketing_messages_ad_account`),
  usual: ['id', 'name', 'timezone_id', 'message_template_namespace'],
};
/** Fields of an account that Meta computes, and that are not played here. */
const NOT_PLAYED = names(`analytics pricing_analytics conversation_analytics call_analytics
  group_analytics template_analytics template_group_analytics message_templates phone_numbers
  assigned_users subscribed_apps template_groups`);

const PHONE: NodeType = {
  name: 'WhatsAppBusinessPhoneNumber',
  known: names(`id display_phone_number verified_name quality_rating code_verification_status
    name_status status platform_type throughput is_on_biz_app country_code`),
  usual: [
    'verified_name',
    'code_verification_status',
    'display_phone_number',
    'quality_rating',
    'id',
  ],
};
const TEMPLATE: NodeType = {
  name: 'WhatsAppBusinessHSM',
  known: names(`id name language status category sub_category previous_category correct_category
    parameter_format components quality_score rejected_reason library_template_name
    message_send_ttl_seconds cta_url_link_tracking_opted_out ad_id ad_account_id ad_campaign_id
    ad_adset_id`),
  usual: [
    'name',
    'parameter_format',
    'components',
    'language',
    'status',
    'category',
    'sub_category',
    'id',
  ],
};

/** Graph's usual page when no limit is given. */
export const USUAL_PAGE = 25;

export const readFields = ({ query }: Call): Field[] | null => {
  const text = query.get('fields');
  return text === null || text.trim() === '' ? null : parseFields(text);
};

export function answerAccount(call: Call, account: Account): unknown {
  return projectAccount(call, account, readFields(call));
}

export function projectAccount({ scenarios }: Call, { node }: Account, fields: Field[] | null) {
  const absent = fields?.find(({ name }) => NOT_PLAYED.has(name));
  if (absent) throw new Refusal('not-played', { what: `the field ${absent.name}` });
  if (!scenarios.has('no-account-state')) return project(node, ACCOUNT, fields);
  // The newer field is unknown to the version, the older one closed to the token.
  const known = new Set(
    [...ACCOUNT.known].filter((name) => !/^marketing_messages_.*_status$/.test(name)),
  );
  const field = fields?.find(({ name }) => name === 'is_enabled_for_insights')?.name;
  if (field !== undefined) throw new Refusal('field-not-permitted', { field });
  return project(node, { ...ACCOUNT, known }, fields);
}

export function answerTemplate(call: Call, template: Template): unknown {
  return project({ ...template }, TEMPLATE, readFields(call));
}

export function answerPhones(call: Call, account: Account): unknown {
  return list(call, account.phones, PHONE);
}

export function answerTemplates(call: Call, account: Account): unknown {
  const contains = (text: string, name: string) => text.includes(call.query.get(name) ?? '');
  const isIn = (value: string, name: string) => {
    const wanted = readList(call, name)?.map((item) => item.toLowerCase());
    return wanted === undefined || wanted.length === 0 || wanted.includes(value.toLowerCase());
  };
  for (const name of ['since', 'until', 'source', 'quality_score', 'summary']) {
    if (call.query.has(name)) throw new Refusal('not-played', { what: `the filter ${name}` });
  }
  const found = templatesOf(account, call.now).filter((template) => {
    const content = JSON.stringify(template.components);
    return (
      contains(template.name, 'name') &&
      contains(content, 'content') &&
      contains(`${template.name}\n${content}`, 'name_or_content') &&
      isIn(template.status, 'status') &&
      isIn(template.category, 'category') &&
      isIn(template.language, 'language')
    );
  });
  return list(call, found, TEMPLATE);
}

function list(call: Call, nodes: object[], type: NodeType): unknown {
  const fields = readFields(call);
  const page = cutPage(nodes, call, USUAL_PAGE);
  const isQuirky = call.scenarios.has('quirks') && type === TEMPLATE;
  const data = page.items.map((node) => {
    const shown = project(node as Record<string, unknown>, type, fields);
    if (!isQuirky) return shown;
    const quirky = addTemplateQuirk(shown, nodes.indexOf(node));
    // What was not asked for stays away, unknown keys excepted.
    for (const key of Object.keys(quirky)) {
      if (type.known.has(key) && !(key in shown)) delete quirky[key];
    }
    return quirky;
  });
  return nodes.length === 0 ? { data } : { data, paging: page.paging };
}
