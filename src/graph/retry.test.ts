// The end of an execution: what is asked, and asked again, when several clients share its time.
import { createGraphClient } from './index';
import { POLICY } from './retry';
import { ACCOUNT, CANARY, ok, script } from './testing/scripted-http';
import { TIME_ZONES } from './time-zones';
import type { HttpAnswer } from './types';

/** A client of an execution that began at 0, at this instant, each of whose requests takes so long. */
function clientAt(start: number, answer: HttpAnswer, requestMs = 0) {
  const scripted = script(() => {
    now += requestMs;
    return answer;
  });
  let now = start;
  const client = createGraphClient({
    http: scripted.http,
    clock: {
      now: () => now,
      sleep: (ms) => {
        now += ms;
      },
    },
    token: CANARY,
    zones: () => TIME_ZONES,
    random: () => 0.5,
    began: 0,
  });
  return { client, asked: scripted.asked, now: () => now };
}

test('a later client of the same execution asks nothing after its time', () => {
  const list = ok({ data: [] });
  expect(clientAt(POLICY.longestMs, list).client.listTemplates(ACCOUNT)).toEqual([]);
  const late = clientAt(POLICY.longestMs + 1, list);
  expect(() => late.client.listTemplates(ACCOUNT)).toThrow(
    expect.objectContaining({ code: 'meta-busy' }),
  );
  expect(late.asked).toEqual([]);
});

test('a slow question is not tried again after the end', () => {
  const slow = clientAt(POLICY.longestMs - 10_000, { failed: 'unreachable' }, 50_000);
  expect(() => slow.client.listTemplates(ACCOUNT)).toThrow();
  expect(slow.asked).toHaveLength(1);
  expect(slow.now()).toBeLessThan(6 * 60_000 - 60_000);
});
