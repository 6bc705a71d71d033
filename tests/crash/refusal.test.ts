// What Meta refuses for good is asked once: a missing permission or a dead token does not pass by waiting.
import type { Fault } from '../judge/graph-handler';
import { openPlan } from './reference';
import { dailyRefresh } from './stories';

const refusal = (status: number, code: number, error_subcode?: number): Fault => ({
  status,
  body: JSON.stringify({ error: { message: 'no', type: 'OAuthException', code, error_subcode } }),
});
const REFUSALS: [string, Fault][] = [
  ['permission missing (10)', refusal(403, 10)],
  ['permission missing (200)', refusal(403, 200)],
  ['token expired (190/463)', refusal(401, 190, 463)],
];

test.each(REFUSALS)(
  '%s: each question is sent at most once, and nothing is written',
  (_, fault) => {
    const plan = dailyRefresh({ seed: 541, templates: 25, days: 12, density: 0.4 });
    const bench = openPlan(plan);
    const began = bench.now();
    bench.graph.fault = ({ path }) => (path.endsWith('/template_analytics') ? fault : null);
    expect(bench.trySync(plan.payload).ok).toBe(false);
    const asked = bench.graph.analyticsRequests().map(({ url }) => url);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(bench.now()).toBe(began);
    expect(bench.host.calls().tabs['WA Daily']?.cellsWritten ?? 0).toBe(0);
  },
);
