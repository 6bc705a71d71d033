// The refusals that come from who asks and when: tokens, limits, bad luck.
import type { GraphRequest } from './api';
import { Refusal } from './refusals';
import type { Scenario } from './scenarios';

export interface Troubles {
  checkToken(request: GraphRequest, goodToken: string, now: number): void;
  checkLuck(url: string): void;
  checkLimit(now: number): void;
}

const FREE_CALLS = 5;
const HOUR_SECONDS = 3600;

/** Counts requests for the scenarios that depend on how many there were. */
export function createTroubles(scenarios: ReadonlySet<Scenario>): Troubles {
  let requests = 0;
  const unlucky = new Set<string>();
  let analytics = { since: Number.NEGATIVE_INFINITY, calls: 0 };
  return {
    checkToken(request, goodToken, now) {
      const token = bearerOf(request);
      if (token === null) throw new Refusal('no-token');
      if (token !== goodToken || scenarios.has('wrong-token')) throw new Refusal('wrong-token');
      if (scenarios.has('expired-token')) {
        const when = new Date((now - HOUR_SECONDS) * 1000).toUTCString();
        throw new Refusal('expired-token', { when });
      }
    },
    checkLuck(url) {
      requests += 1;
      if (!scenarios.has('flaky') || requests % 5 !== 0 || unlucky.has(url)) return;
      unlucky.add(url);
      throw new Refusal('flaky');
    },
    checkLimit(now) {
      if (scenarios.has('throttled')) throw new Refusal('throttled');
      if (!scenarios.has('throttled-later')) return;
      if (now - analytics.since >= HOUR_SECONDS) analytics = { since: now, calls: 0 };
      analytics.calls += 1;
      if (analytics.calls > FREE_CALLS) throw new Refusal('throttled-later');
    },
  };
}

function bearerOf({ headers }: GraphRequest): string | null {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  return /^Bearer (\S+)$/.exec(entry?.[1]?.trim() ?? '')?.[1] ?? null;
}
