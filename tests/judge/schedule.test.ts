// Checks from outside that the daily update keeps the history by itself, once a day, and says when it cannot.
import { plusDays, serialOf } from './days';
import type { Fault } from './graph-server';
import { Stage, TOKEN } from './stage';
import type { Loose } from './workbench';

const SECOND = 'EAAJudgeTokenOfTheSecond0123456789';
const stage = new Stage({ seed: 51, templates: 5, days: 30 });
beforeAll(() => stage.build(), 60_000);
beforeEach(async () => {
  stage.graph.options.token = TOKEN;
  await stage.open();
}, 20_000);
afterEach(() => stage.bench.stop());
afterAll(() => stage.close());

const value = async (name: string, payload = {}): Promise<Loose> => {
  const answer = await stage.bench.rpc(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
};
const turnOn = (): Promise<Loose> => value('schedule', { on: true });
/** The hour of the account's day. */
const hour = (): number => new Date(stage.now - 3 * 3_600_000).getUTCHours();
const asked = (): number => stage.graph.analyticsRequests().length;
const logLines = async (): Promise<number> => (await stage.bench.range('WA Log')).values.length;

/** Fires the triggers once; whether Meta was asked for numbers. */
async function fire(): Promise<boolean> {
  stage.graph.seen.length = 0;
  for (const { ok, error } of await stage.bench.fireTriggers()) {
    expect({ ok, error }).toEqual({ ok: true, error: undefined });
  }
  return asked() > 0;
}
/** Hours in which the update was at work, as `day hour`. */
async function passHourly(hours: number): Promise<string[]> {
  const worked: string[] = [];
  for (let n = 0; n < hours; n += 1) {
    await stage.passHours(1);
    if (await fire()) worked.push(`${stage.today} ${hour()}`);
  }
  return worked;
}
const refusal = (code: number, status = 400): Fault => ({
  status,
  body: JSON.stringify({ error: { message: 'no', type: 'OAuthException', code } }),
});

test('switched on after a sync, it works once a day, when it says, and changes nobody’s choice', async () => {
  const { selection } = await value('status');
  const view = await turnOn();
  const next = { day: plusDays(stage.today, 1), hour: 5 };
  expect(view).toEqual({ on: true, mine: true, next });
  expect((await value('status')).schedule).toEqual(view);
  const lines = await logLines();
  const worked = await passHourly(72);
  expect(worked).toEqual(
    [1, 2, 3].map((n) => `${plusDays(next.day, n - 1)} 5`).slice(0, worked.length),
  );
  expect(worked).toHaveLength(3);
  expect(await logLines()).toBe(lines + 3);
  const status = await value('status');
  expect(status.selection).toEqual(selection);
  expect(status.lastFailure).toBeNull();
  expect(status.schedule.next).toEqual({ day: plusDays(stage.today, 1), hour: 5 });
}, 30_000);

test('forty days without the sidebar, and the ledger is what Meta said', async () => {
  await turnOn();
  for (let day = 0; day < 40; day += 1) {
    await stage.passDays();
    expect(await fire()).toBe(true);
    expect(await fire()).toBe(false);
  }
  expect(await stage.faults()).toEqual([]);
  expect(await stage.formulaFaults()).toEqual([]);
  expect((await value('status')).coverage).toHaveLength(1);
}, 40_000);

test('after a month away the gap is closed', async () => {
  await turnOn();
  await stage.passDays(30);
  expect(await fire()).toBe(true);
  expect(await stage.faults()).toEqual([]);
  expect(await stage.formulaFaults()).toEqual([]);
}, 20_000);

test('after a hundred days away, what is out of reach is a gap that formulas name, and rows stay', async () => {
  const last = stage.today;
  await turnOn();
  await stage.passDays(100);
  expect(await fire()).toBe(true);
  const reach = plusDays(stage.today, -89);
  const rows = stage.expected().filter(({ day }) => day <= last || day >= reach);
  expect(await stage.faults(rows)).toEqual([]);
  const answer = await stage.bench.formula('WA_SENT', '*', stage.from, stage.today, { live: true });
  expect(answer.ok).toBe(false);
  expect(answer.error.message).toContain(plusDays(last, 1));
  const { value: lines } = await stage.bench.formula('WA_COVERAGE', stage.from, stage.today);
  expect(lines).toContainEqual([
    serialOf(plusDays(last, 1)),
    serialOf(plusDays(reach, -1)),
    'never fetched',
  ]);
}, 20_000);

test('dates chosen by name move along with the days', async () => {
  await stage.bench.sync({ preset: 'last_7_days', templates: 'all' });
  await turnOn();
  await stage.passDays(3);
  await fire();
  expect((await value('status')).selection).toMatchObject({
    preset: 'last_7_days',
    from: plusDays(stage.today, -7),
    to: plusDays(stage.today, -1),
  });
}, 20_000);

/** A day on which nothing is fetched: what Meta corrects on it may be out of the look-back afterwards. */
const missDay = (): Promise<void> => stage.passDays(1, false);

describe('failures', () => {
  test('one that passes is tried again in the next hour', async () => {
    await turnOn();
    stage.graph.fault = () => ({ status: 500, body: '<html>busy</html>' });
    await missDay();
    await stage.bench.fireTriggers();
    expect((await value('status')).lastFailure).toMatchObject({ code: 'meta-busy' });
    const { next } = (await value('status')).schedule;
    expect(next).toEqual({ day: stage.today, hour: hour() + 1 });
    stage.graph.fault = null;
    expect(await passHourly(3)).toHaveLength(1);
    expect((await value('status')).lastFailure).toBeNull();
    expect(await stage.faults()).toEqual([]);
  }, 20_000);

  test.each([
    ['no-permission', 200],
    ['token-invalid', 190],
  ])(
    '%s waits for the next day, or for a new connection',
    async (code, number) => {
      await turnOn();
      await missDay();
      stage.graph.fault = () => refusal(number, 401);
      await stage.bench.fireTriggers();
      const { lastFailure } = await value('status');
      expect(lastFailure.code).toMatch(number === 190 ? /^token-/ : code);
      expect(lastFailure.message.length + lastFailure.hint.length).toBeGreaterThan(20);
      expect(lastFailure.at).toBe(new Date(stage.now).toISOString());
      stage.graph.fault = null;
      // Two hours on it is still the same day.
      stage.graph.seen.length = 0;
      expect(await passHourly(2)).toEqual([]);
      expect(stage.graph.seen).toEqual([]);
      await value('connect', { token: TOKEN });
      expect(await passHourly(1)).toHaveLength(1);
      expect(await stage.faults()).toEqual([]);
      stage.graph.fault = () => refusal(number, 401);
      await missDay();
      await stage.bench.fireTriggers();
      stage.graph.fault = null;
      await missDay();
      expect(await fire()).toBe(true);
      expect((await value('status')).lastFailure).toBeNull();
      expect(await stage.faults()).toEqual([]);
    },
    20_000,
  );

  test('the daily quota of requests', async () => {
    await turnOn();
    await missDay();
    await stage.bench.fault({ fetchesLeft: 2 });
    await stage.bench.fireTriggers();
    expect((await value('status')).lastFailure).toMatchObject({ code: 'google-limit' });
    await stage.bench.fault({ fetchesLeft: null });
    await missDay();
    expect(await fire()).toBe(true);
    expect(await stage.faults()).toEqual([]);
  }, 20_000);

  test('authorization withdrawn: said in the sidebar, which still opens; then it goes on', async () => {
    await turnOn();
    await missDay();
    await stage.bench.fault({ authorization: 'withdrawn' });
    await stage.bench.fireTriggers();
    expect(await stage.bench.rpc('status')).toMatchObject({
      ok: true,
      value: { lastFailure: { code: 'authorization-needed' } },
    });
    await stage.bench.fault({ authorization: 'granted' });
    await missDay();
    expect(await fire()).toBe(true);
    expect(await stage.faults()).toEqual([]);
    expect((await value('status')).schedule.mine).toBe(true);
  }, 20_000);
});

describe('two people', () => {
  test('one works a day; the second turned off leaves the first on', async () => {
    await turnOn();
    const second = stage.bench.user('second');
    await second.connect(TOKEN);
    expect(await second.rpc('schedule', { on: true })).toMatchObject({ value: { mine: true } });
    const lines = await logLines();
    expect(await passHourly(24)).toHaveLength(1);
    expect(await logLines()).toBe(lines + 1);
    expect(await second.rpc('schedule', { on: false })).toMatchObject({
      value: { on: true, mine: false },
    });
    expect((await value('status')).schedule).toMatchObject({ on: true, mine: true });
    await second.rpc('disconnect');
    await stage.passDays();
    expect(await fire()).toBe(true);
    expect((await value('status')).lastFailure).toBeNull();
    expect(await stage.faults()).toEqual([]);
  }, 20_000);

  test('when the token of one no longer works, the other one does the day', async () => {
    await turnOn();
    const second = stage.bench.user('second');
    stage.graph.options.token = SECOND;
    await second.connect(SECOND);
    await second.rpc('schedule', { on: true });
    for (let day = 0; day < 2; day += 1) {
      await stage.passDays();
      await stage.bench.fireTriggers();
      expect(await stage.faults()).toEqual([]);
    }
    // The failed one is not tried every hour.
    stage.graph.seen.length = 0;
    await passHourly(3);
    expect(stage.graph.seen).toEqual([]);
  }, 20_000);

  test('never more than one trigger a person; disconnecting leaves none, nor token, nor schedule', async () => {
    for (const on of [true, true, false, true, true]) await value('schedule', { on });
    const second = stage.bench.user('second');
    await second.connect(TOKEN);
    await second.rpc('schedule', { on: true });
    let saved = await stage.stop();
    expect(saved.triggers.map((one: Loose) => [one.user, one.handler]).sort()).toEqual([
      ['owner', 'runSchedule'],
      ['second', 'runSchedule'],
    ]);
    await stage.start();
    await second.rpc('disconnect').catch(() => undefined);
    await stage.bench.user('second').rpc('disconnect');
    await value('disconnect');
    saved = await stage.stop();
    expect(saved.triggers).toEqual([]);
    expect(Object.keys(saved.properties.document)).not.toContain('schedule');
    expect(JSON.stringify(saved)).not.toContain(TOKEN);
    await stage.start();
    await stage.passDays(2);
    expect(await fire()).toBe(false);
  }, 20_000);
});
