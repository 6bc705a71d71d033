// Checks from outside that a daily update too long for an hour goes on in the next one and asks nothing twice.
import { Stage } from './stage';

const stage = new Stage({ seed: 52, templates: 420, days: 4, density: 0.1 });
beforeAll(() => stage.build(), 60_000);
beforeEach(() => stage.open(), 20_000);
afterEach(() => stage.bench.stop());
afterAll(() => stage.close());

test('throttled after some requests, it goes on where it stopped', async () => {
  expect(stage.account.templates.length).toBeGreaterThan(500);
  await stage.bench.rpc('schedule', { on: true });
  await stage.passDays();
  const answered = new Map<string, number>();
  let hours = 0;
  for (; hours < 20; hours += 1) {
    let left = 30;
    stage.graph.fault = ({ path, query }) => {
      if (!path.endsWith('/template_analytics')) return null;
      if (left <= 0) {
        const error = { message: 'limit', type: 'OAuthException', code: 4 };
        return { status: 400, body: JSON.stringify({ error }) };
      }
      left -= 1;
      const question = `${query.product_type} ${query.template_ids}`;
      answered.set(question, (answered.get(question) ?? 0) + 1);
      return null;
    };
    await stage.bench.fireTriggers();
    const status = await stage.bench.rpc('status');
    if (!status.ok) throw new Error(status.error.code);
    if (status.value.lastFailure === null) break;
    expect(status.value.lastFailure.code).toBe('rate-limited');
    await stage.passHours(1);
  }
  stage.graph.fault = null;
  // Written waves are not asked again: at most what one hour fetched beyond its last whole wave.
  expect(answered.size).toBeGreaterThan(100);
  expect([...answered.values()].reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(
    answered.size + hours * 5,
  );
  expect(hours).toBeGreaterThan(0);
  expect(hours).toBeLessThan(12);
  expect(await stage.faults()).toEqual([]);
  expect(await stage.formulaFaults()).toEqual([]);
}, 40_000);
