// What can be chosen about the judge's Graph server.

/** Meta's two words for Marketing Messages. */
export const MARKETING_WORDS = [
  'MARKETING_MESSAGES_LITE_API',
  'MARKETING_MESSAGES_API_FOR_WHATSAPP',
] as const;
export type MarketingWord = (typeof MARKETING_WORDS)[number];

export interface GraphOptions {
  token: string;
  /** Tokens of other people who see the same accounts. */
  otherTokens?: string[];
  /** Points per page of template_analytics. */
  pageSize?: number;
  order?: 'oldest' | 'newest' | 'shuffled';
  endIsIncluded?: boolean;
  /** An `end` after the account's today is refused with code 100. */
  refusesFutureEnd?: boolean;
  emptyPages?: boolean;
  /** The last point of a page comes again on the next one. */
  overlap?: boolean;
  foreignNext?: boolean;
  /** What stands as `next` where there is a further page, one after the other. */
  nextLinks?: unknown[];
  productType?: 'lower' | 'upper' | 'absent';
  namesZone?: boolean;
  templatesPerPage?: number;
  /** An empty group of the other product beside the asked one. */
  emptySecondGroup?: boolean;
  /** Each page of templates begins with the last one of the page before. */
  templatesOverlap?: boolean;
  /** Sent with every good answer. */
  headers?: Record<string, string>;
  /** The only word for Marketing Messages that is understood; both where absent. */
  marketingWord?: MarketingWord;
  /** Answers name Marketing Messages by the word that was not asked. */
  answersOtherWord?: boolean;
  /** Metrics that are refused with code 100, for one product, of all accounts or of one. */
  refusedMetrics?: RefusedMetrics[];
  /** How a refusal of a metric speaks: by its name, by its place and a list of what is known, or not at all. */
  metricRefusal?: 'named' | 'numbered' | 'silent';
  /** Accounts that cannot be asked about Marketing Messages, and what Meta says then. */
  noMarketing?: { accountIds: string[]; code?: number; message?: string };
  /** Error of an account whose insights are off; the documented one where absent. */
  insightsError?: Record<string, unknown>;
}
export interface RefusedMetrics {
  product: 'cloud' | 'marketing';
  metrics: string[];
  accountId?: string;
}

export interface Seen {
  method: string;
  url: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  status: number;
}
