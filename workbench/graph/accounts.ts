// The shops, the businesses that own them and their phone numbers. All invented.
import type { Category, Template } from './template';

export interface Account {
  /** What `GET /{id}?fields=…` can show. */
  node: Record<string, unknown> & { id: string; name: string };
  /** IANA name behind `timezone_id`. */
  zone: string;
  /** Price of one delivered message in the account's currency. */
  prices: Record<Category, number>;
  phones: (Record<string, unknown> & { id: string })[];
  templates: Template[];
  /** Unix seconds from which on there are records because insights were switched on then; null = always. */
  recordedFrom: number | null;
}

export interface Business {
  id: string;
  name: string;
  owned: string[];
  client: string[];
}

export const BRAZIL = '100020003000401';
export const STATES = '100020003000402';
/** The shop of `three-accounts`. */
export const ISTANBUL = '100020003000403';

/** What the token's businesses have; `more` are shared with the first one too. */
export const businesses = (more: string[]): Business[] => [
  { id: '500060007000801', name: 'Grupo Aurora', owned: [BRAZIL], client: [STATES, ...more] },
  { id: '500060007000802', name: 'Aurora Agency', owned: [], client: [] },
];

const shared = {
  account_review_status: 'APPROVED',
  business_verification_status: 'verified',
  is_enabled_for_insights: true,
  marketing_messages_onboarding_status: 'ONBOARDED',
  marketing_messages_lite_api_status: 'ONBOARDED',
  status: 'ACTIVE',
};

export function brazilianShop(templates: Template[]): Account {
  return {
    node: {
      id: BRAZIL,
      name: 'Loja Aurora',
      currency: 'BRL',
      timezone_id: '25',
      country: 'BR',
      ...shared,
      ownership_type: 'SELF',
      owner_business_info: { name: 'Grupo Aurora', id: '500060007000801' },
      message_template_namespace: 'a1b2c3d4_0401_4e5f_8a9b_0c1d2e3f4a5b',
    },
    zone: 'America/Sao_Paulo',
    prices: { MARKETING: 0.35, UTILITY: 0.04, AUTHENTICATION: 0.04 },
    phones: [
      phone('200300400500601', 'Loja Aurora', '+55 11 5055-0140', 'GREEN'),
      phone('200300400500602', 'Loja Aurora Sul', '+55 51 5055-0141', 'YELLOW'),
    ],
    templates,
    recordedFrom: null,
  };
}

export function americanShop(templates: Template[]): Account {
  return {
    node: {
      id: STATES,
      name: 'Harbor Street Goods',
      currency: 'USD',
      timezone_id: '7',
      country: 'US',
      ...shared,
      ownership_type: 'CLIENT_OWNED',
      owner_business_info: { name: 'Harbor Street Goods', id: '500060007000803' },
      message_template_namespace: 'a1b2c3d4_0402_4e5f_8a9b_0c1d2e3f4a5b',
    },
    zone: 'America/New_York',
    prices: { MARKETING: 0.025, UTILITY: 0.004, AUTHENTICATION: 0.004 },
    phones: [phone('200300400500603', 'Harbor Street Goods', '+1 212-555-0140', 'GREEN')],
    templates,
    recordedFrom: null,
  };
}

/** It never set Marketing Messages up. Its day begins before that of the other two. */
export function turkishShop(templates: Template[]): Account {
  return {
    node: {
      id: ISTANBUL,
      name: 'Bosphorus Textiles',
      currency: 'EUR',
      timezone_id: '135',
      country: 'TR',
      ...shared,
      marketing_messages_onboarding_status: 'ELIGIBLE',
      marketing_messages_lite_api_status: 'ELIGIBLE',
      ownership_type: 'CLIENT_OWNED',
      owner_business_info: { name: 'Bosphorus Textiles', id: '500060007000804' },
      message_template_namespace: 'a1b2c3d4_0403_4e5f_8a9b_0c1d2e3f4a5b',
    },
    zone: 'Europe/Istanbul',
    prices: { MARKETING: 0.0102, UTILITY: 0.0008, AUTHENTICATION: 0.0008 },
    phones: [phone('200300400500604', 'Bosphorus Textiles', '+90 212 555 01 40', 'GREEN')],
    templates,
    recordedFrom: null,
  };
}

function phone(id: string, name: string, number: string, quality: string) {
  return {
    verified_name: name,
    code_verification_status: 'VERIFIED',
    display_phone_number: number,
    quality_rating: quality,
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    name_status: 'APPROVED',
    status: 'CONNECTED',
    is_on_biz_app: false,
    id,
  };
}
