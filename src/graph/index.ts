// The Meta Graph client: reads accounts, templates and daily analytics over an HTTP port.
import { findAccounts, readAccount } from './accounts';
import { type Learned, readAnalytics } from './analytics';
import { openDoor } from './door';
import { createAsk } from './retry';
import { listTemplates } from './templates';
import type { ClockPort, GraphClient, HttpPort } from './types';

export type {
  AccountHabits,
  AccountNode,
  AccountState,
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
}): GraphClient {
  const door = openDoor(options.http, options.token);
  const ask = createAsk(door, options.clock, options.random ?? Math.random, options.began ?? null);
  const learned: Learned = { futureEndRefused: false };
  return {
    findAccounts: () => findAccounts(ask, options.zones),
    readAccount: (id) => readAccount(ask, options.zones, id),
    listTemplates: (accountId) => listTemplates(ask, accountId),
    readAnalytics: (wave) => readAnalytics(ask, learned, wave),
    requestCount: () => door.count(),
  };
}
