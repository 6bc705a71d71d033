// The Meta Graph client: reads accounts, templates and daily analytics over an HTTP port.

import { findAccounts, readAccount } from './accounts';
import { readAnalytics } from './analytics';
import { openDoor } from './door';
import { enableInsights } from './insights';
import { createLessons } from './lessons';
import { createAsk } from './retry';
import { listTemplates } from './templates';
import type { AccountHabits, ClockPort, GraphClient, HttpPort } from './types';

export type {
  AccountHabits,
  AccountNode,
  AnalyticsAnswer,
  AnalyticsRequest,
  ButtonClicks,
  ClockPort,
  GraphClient,
  HttpAnswer,
  HttpPort,
  HttpRequest,
  Point,
  ProductName,
  TemplateButton,
  TemplateNode,
} from './types';

/**
 * A client for one token.
 *
 * @example createGraphClient({ http, clock, token, zones }).listTemplates('100020003000401')
 */
export function createGraphClient(options: {
  http: HttpPort;
  clock: ClockPort;
  token: string;
  /** Zone names by Meta's number: `TIME_ZONES`, wherever they are kept. */
  zones: () => readonly string[];
  /** 0 to 1, for the spread of pauses. */
  random?: () => number;
  /** When this execution began; the first question's instant when absent. */
  began?: number;
  /** What earlier clients learned, by account id; it is not changed. */
  habits?: Record<string, AccountHabits>;
}): GraphClient {
  const door = openDoor(options.http, options.token);
  const ask = createAsk(door, options.clock, options.random ?? Math.random, options.began ?? null);
  const lessons = createLessons(options.habits);
  return {
    findAccounts: () => findAccounts(ask, options.zones),
    readAccount: (id) => readAccount(ask, options.zones, id),
    listTemplates: (accountId) => listTemplates(ask, accountId),
    enableInsights: (id) => enableInsights(ask, id),
    habits: () => lessons.habits(),
    readAnalytics: (wave) => readAnalytics(ask, lessons, wave),
    requestCount: () => door.count(),
  };
}
