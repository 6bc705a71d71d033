// A scripted HTTP port for tests: records every request, answers from a function, and counts time.
import type { ClockPort, HttpAnswer, HttpPort, HttpRequest } from '../types';

/** A token no test text holds by chance: it may stand in the Authorization header and nowhere else. */
export const CANARY = 'EAAcanaryTOKEN0123456789';
export const ACCOUNT = '100020003000401';

export interface Asked {
  /** Path after the version. */
  path: string;
  values: Record<string, string>;
}
export interface Script {
  http: HttpPort;
  clock: ClockPort;
  /** Every request in order, taken apart. */
  asked: Asked[];
  raw: HttpRequest[];
  /** How many went in each round. */
  rounds: number[];
  slept: number[];
}

/** A port that answers each request by `answer`, given what was asked and how many came before. */
export function script(answer: (asked: Asked, index: number) => HttpAnswer): Script {
  const made: Script = {
    asked: [],
    raw: [],
    rounds: [],
    slept: [],
    http: {
      fetchAll: (requests) => {
        made.rounds.push(requests.length);
        return requests.map((request) => {
          made.raw.push(request);
          const asked = takeApart(request.url);
          made.asked.push(asked);
          return answer(asked, made.asked.length - 1);
        });
      },
    },
    clock: { now: () => 0, sleep: (ms) => made.slept.push(ms) },
  };
  return made;
}

function takeApart(url: string): Asked {
  const [, path, query] =
    /^https:\/\/graph\.facebook\.com\/v26\.0\/([^?]*)(?:\?(.*))?$/.exec(url) ?? [];
  if (path === undefined) throw new Error(`A foreign request: ${url}`);
  const values: Record<string, string> = {};
  for (const pair of (query ?? '').split('&')) {
    const [name = '', value = ''] = pair.split('=');
    if (!/^[\w.~!*'()%-]*$/.test(value)) throw new Error(`Not percent-encoded: ${pair}`);
    values[name] = decodeURIComponent(value);
  }
  return { path, values };
}

export const ok = (json: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status: 200,
  headers,
  body: JSON.stringify(json),
});

/** An error as Meta sends it: code, subcode and words in an envelope. */
export const refused = (
  code: number,
  more: Record<string, unknown> = {},
  status = 400,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  status,
  headers,
  body: JSON.stringify({
    error: { message: 'Sample words', type: 'OAuthException', code, fbtrace_id: 'x', ...more },
  }),
});
