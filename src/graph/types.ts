// What goes in and out of the Graph client: its ports, and the plain records it answers with.

import type { ConversionMetric } from '../core/metrics';

/** A request to Meta: a GET, but for the one question that switches insights on. */
export interface HttpRequest {
  url: string;
  /** 'get' when absent. */
  method?: 'get' | 'post';
  headers: Record<string, string>;
}
/** An answer of any status, or the fact that none came. The text of `failed` is never shown: it may hold the URL. */
export type HttpAnswer =
  | { status: number; headers: Record<string, string>; body: string }
  | { failed: string };
export interface HttpPort {
  /** Sends all at once and answers in the same order. Redirects are not followed. */
  fetchAll(requests: HttpRequest[]): HttpAnswer[];
}
export interface ClockPort {
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): void;
}

export interface AccountNode {
  id: string;
  name: string;
  /** ISO 4217, or null where Meta does not say. */
  currency: string | null;
  /** IANA zone, or null where Meta does not say or uses a number we do not know. */
  timeZone: string | null;
}
export interface TemplateNode {
  id: string;
  name: string;
  language: string;
  category: string;
  /** Meta's word, such as `APPROVED` or `PAUSED`. */
  status: string;
  /** `GREEN`, `YELLOW`, `RED`, `UNKNOWN`, or null where Meta does not say. */
  quality: string | null;
  /** What the message says; '' where Meta does not tell. */
  text: string;
  buttons: TemplateButton[];
}
/** A button of a template, cards of a carousel included, in order. */
export interface TemplateButton {
  /** Meta's word, such as `URL` or `QUICK_REPLY`. */
  type: string;
  text: string;
}
/** What an account taught us about Meta. Kept between syncs, so that a refusal is met once. Plain JSON. */
export interface AccountHabits {
  /** Which of Meta's two words for Marketing Messages works here. */
  marketingWord?: string;
  /** Marketing Messages cannot be asked about at all. */
  noMarketing?: boolean;
  /** Metrics refused, as `product:METRIC`, in Meta's words. */
  refused?: string[];
}

/** Which of Meta's two ways of sending a number belongs to. */
export type ProductName = 'cloud_api' | 'marketing_messages';

/** One row of Meta's `clicked` list; types we do not know pass through. */
export interface ButtonClicks {
  type: string;
  label: string | null;
  count: number;
}
/** One template on one day through one product. `null` means Meta did not report it, which is not 0. */
export interface Point {
  accountId: string;
  templateId: string;
  day: string;
  product: ProductName;
  sent: number | null;
  delivered: number | null;
  read: number | null;
  replied: number | null;
  buttons: ButtonClicks[] | null;
  spent: number | null;
  conversions: Record<ConversionMetric, number | null>;
}

/** At most ten templates of one account and product over a span of days, both ends included. */
export interface AnalyticsRequest {
  accountId: string;
  product: ProductName;
  templateIds: string[];
  from: string;
  to: string;
  /** The account's zone, where known. */
  timeZone: string | null;
  /** The zone to read days in when neither the answer nor the account names one. */
  fallbackZone: string;
  today: string;
}
export interface AnalyticsAnswer {
  points: Point[];
  /** Account id -> the zone Meta said it counts days in. */
  zones: Record<string, string>;
  /** Points not believed: off midnight, outside the days asked, of another template or product. */
  dropped: number;
  /** Ids Meta refused one by one, such as templates deleted since they were listed. */
  missingTemplates: string[];
  /** Names of metrics, buttons and costs this version does not know; their numbers are not kept. */
  unknown: string[];
}

export interface GraphClient {
  /** The accounts the token can see. Throws on token errors, or when nothing answered; may be empty. */
  findAccounts(): AccountNode[];
  readAccount(id: string): AccountNode;
  listTemplates(accountId: string): TemplateNode[];
  /**
   * Switches template insights on, for good. Sent once, never again by itself.
   *
   * @throws AddonError when Meta refuses
   */
  enableInsights(id: string): void;
  /** What the accounts have taught so far, by id; to be kept for the next client. */
  habits(): Record<string, AccountHabits>;
  /** One parallel wave, with its paging and retries. All or nothing: it throws rather than answer half. */
  readAnalytics(wave: AnalyticsRequest[]): AnalyticsAnswer;
  /** HTTP requests sent so far, retries included. */
  requestCount(): number;
}
