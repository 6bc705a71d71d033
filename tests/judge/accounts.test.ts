// Checks from outside syncs that take several steps or several accounts: what one step or account must not do to another.
import { type Bench, openBench } from '../crash/bench';
import { civilDayOf, plusDays } from './days';
import { createRandom } from './random';
import type { Loose, Rpc } from './workbench';
import { buildWorld, dropExpired, type JudgeAccount, makePoint, type World } from './world';

const START = Date.parse('2026-11-22T15:00:00Z');
const DAY = 86_400_000;
const TODAY = '2026-11-22';
/** So slow that each wave of 25 requests is a step of its own. */
const SLOW = 11_000;

const worldOf = (some: Partial<Parameters<typeof buildWorld>[0]>): World =>
  buildWorld({
    seed: 5,
    now: new Date(START).toISOString(),
    zones: ['America/Sao_Paulo'],
    templates: 4,
    days: 40,
    density: 0.8,
    currencies: ['BRL'],
    plainNames: true,
    ...some,
  });
const open = (world: World, fetchMs = 0): Bench => {
  const bench = openBench({ world, fetchMs });
  bench.connect();
  return bench;
};
const accountOf = (world: World, index = 0): JudgeAccount => world.accounts[index] as JudgeAccount;
const refusal = (code: number, status = 400) => ({
  status,
  headers: {},
  body: JSON.stringify({ error: { code, message: 'no', type: 'OAuthException' } }),
});
const november = (to = TODAY) => ({ from: '2026-11-01', to, templates: 'all' as const });

/** The rows as records by header. */
function rowsOf(bench: Bench): Record<string, Loose>[] {
  const [header = [], ...lines] = bench.host.range('WA Daily').values;
  return lines.map((line) =>
    Object.fromEntries(header.map((title, i) => [String(title), line[i]])),
  );
}
const sumOf = (bench: Bench, column: string): number =>
  rowsOf(bench).reduce((sum, row) => sum + (Number(row[column]) || 0), 0);
const answerOf = (ending: ReturnType<Bench['call']>): Rpc => {
  if (ending.died !== null) throw new Error(ending.died);
  return ending.answer;
};
const valueIn = (answer: Rpc): Loose => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
/** Its notices, but for the words of the world that no version knows. */
const codesOf = (answer: Loose): string[] =>
  answer.notices
    .map((notice: { code: string }) => notice.code)
    .filter((code: string) => code !== 'new-fields');

describe('a sync that was put aside', () => {
  const putAside = () => {
    const world = worldOf({ templates: 220, days: 30, density: 0.2 });
    const bench = open(world, SLOW);
    bench.sync(november());
    bench.setNow(START + DAY);
    const { cursor } = valueIn(answerOf(bench.syncOnce(november('2026-11-23'), null)));
    return { world, bench, cursor };
  };

  test('for days is refused, so that what Meta dropped meanwhile is not taken for news', () => {
    const { world, bench, cursor } = putAside();
    bench.setNow(START + 12 * DAY);
    for (const { points } of accountOf(world).templates) {
      for (const [day, point] of points) if (day < '2026-11-27') dropExpired(point);
    }
    const read = sumOf(bench, 'Read');
    expect(read).toBeGreaterThan(0);
    expect(answerOf(bench.syncOnce(november('2026-11-23'), cursor))).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringContaining('can no longer be continued') },
    });
    bench.sync(november('2026-12-04'));
    expect(sumOf(bench, 'Read')).toBe(read);
  });

  test('over midnight goes on, but by the look-back of the new day', () => {
    const { world, bench, cursor } = putAside();
    // Eight days before the new day: the last day of the look-back only for the day before.
    const edge = plusDays('2026-11-24', -8);
    bench.setNow(START + 2 * DAY);
    for (const { points } of accountOf(world).templates) {
      const point = points.get(edge);
      if (point) dropExpired(point);
    }
    const read = sumOf(bench, 'Read');
    const step = valueIn(answerOf(bench.syncOnce(november('2026-11-23'), cursor)));
    expect(step.counts.held).toBeGreaterThan(0);
    expect(sumOf(bench, 'Read')).toBe(read);
  });
});

describe('an account Meta refuses', () => {
  const zones = ['America/Sao_Paulo', 'Europe/Lisbon'] as const;
  const permission = refusal(200, 403);
  const openTwo = (some: { templates?: number } = {}, fetchMs = 0) => {
    const world = worldOf({ zones: [...zones], ...some });
    const bench = open(world, fetchMs);
    const [healthy, broken] = [accountOf(world, 0), accountOf(world, 1)];
    const rowsIn = ({ id }: JudgeAccount) =>
      rowsOf(bench).filter((row) => row['Account ID'] === id).length;
    return { world, bench, healthy, broken, rowsIn };
  };

  test.each([
    ['at its own page', (path: string, id: string) => path.includes(id)],
    [
      'only at its numbers',
      (path: string, id: string) => path.endsWith(`${id}/template_analytics`),
    ],
  ])('%s is left out and named, the others are synced', (_, isRefused) => {
    const { bench, healthy, broken, rowsIn } = openTwo();
    bench.graph.fault = ({ path }) => (isRefused(path, broken.id) ? permission : null);
    const answer = bench.sync(november());
    expect(rowsIn(healthy)).toBeGreaterThan(40);
    expect(rowsIn(broken)).toBe(0);
    expect(codesOf(answer)).toEqual(['account-refused']);
    expect(
      answer.notices.find(({ code }: { code: string }) => code === 'account-refused').text,
    ).toMatch(
      `The account "${broken.name}" was left out, so its rows stay as they are; the others were synced. The token may not read account ${broken.name}. In Meta`,
    );
    const { lastFailure, coverage } = valueIn(bench.rpc('status'));
    expect(lastFailure).toBeNull();
    expect(coverage.map(({ accountId }: { accountId: string }) => accountId)).toEqual([healthy.id]);
    bench.graph.fault = null;
    expect(codesOf(bench.sync(november()))).toEqual([]);
    expect(rowsIn(broken)).toBeGreaterThan(40);
  });

  test('in the middle of its templates keeps what it answered, and no day of it counts as done', () => {
    const { bench, healthy, broken, rowsIn } = openTwo({ templates: 160 }, SLOW);
    let asked = 0;
    bench.graph.fault = ({ path }) => {
      if (!path.endsWith(`${broken.id}/template_analytics`)) return null;
      asked += 1;
      return asked > 8 ? permission : null;
    };
    expect(codesOf(bench.sync(november()))).toEqual(['account-refused']);
    expect(rowsIn(healthy)).toBeGreaterThan(1_000);
    expect(rowsIn(broken)).toBeGreaterThan(0);
    expect(bench.formula('WA_COVERAGE', '2026-11-02', '2026-11-20', broken.id)[0][2]).toBe(
      'never fetched',
    );
    bench.graph.fault = null;
    bench.sync(november());
    const keys = rowsOf(bench).map((row) => `${row.Date} ${row['Template ID']} ${row.Product}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('together with all others fails the sync', () => {
    const { bench } = openTwo();
    bench.graph.fault = ({ path }) => (path.endsWith('template_analytics') ? permission : null);
    expect(bench.trySync(november())).toMatchObject({ error: { code: 'no-permission' } });
    expect(valueIn(bench.rpc('status')).lastFailure.code).toBe('no-permission');
  });

  test('does not excuse a limit or a network that is down', () => {
    const { bench, broken } = openTwo();
    bench.graph.fault = ({ path }) => (path.includes(broken.id) ? refusal(80008) : null);
    expect(bench.trySync(november())).toMatchObject({ error: { code: 'rate-limited' } });
  });

  test('does not stop the daily update of the others', () => {
    const { world, bench, healthy, broken, rowsIn } = openTwo();
    bench.sync(november());
    bench.rpc('schedule', { on: true });
    const before = rowsIn(healthy);
    bench.graph.fault = ({ path }) => (path.includes(broken.id) ? permission : null);
    const random = createRandom(9);
    for (let n = 1; n <= 3; n += 1) {
      bench.setNow(START + n * DAY);
      const day = civilDayOf(bench.now(), healthy.zone);
      for (const template of accountOf(world).templates) {
        template.points.set(day, makePoint(template, healthy, day, random));
      }
      bench.host.fireTriggers();
    }
    expect(rowsIn(healthy)).toBeGreaterThan(before + 8);
    expect(valueIn(bench.rpc('status')).lastFailure).toBeNull();
  });
});

test('what changed about an account is told by the first sync that works', () => {
  const world = worldOf({});
  const bench = open(world);
  bench.sync(november());
  accountOf(world).currency = 'USD';
  bench.graph.fault = ({ path }) => (path.endsWith('template_analytics') ? refusal(4) : null);
  expect(bench.trySync(november()).ok).toBe(false);
  bench.graph.fault = null;
  expect(codesOf(bench.sync(november()))).toContain('currency-changed');
  expect(codesOf(bench.sync(november()))).not.toContain('currency-changed');
});

test('a zone that only the answers name is not forgotten by the next sync', () => {
  const world = worldOf({ zones: ['America/Los_Angeles'] });
  accountOf(world).timezoneId = undefined;
  const bench = openBench({ world, graph: { namesZone: true } });
  bench.connect();
  bench.sync(november());
  // Nine in the evening there, while the spreadsheet already writes the next day.
  bench.setNow(Date.parse('2026-11-24T05:00:00Z'));
  expect(valueIn(bench.rpc('status'))).toMatchObject({ today: '2026-11-23' });
  bench.sync(november('2026-11-23'));
  expect(bench.formula('WA_COVERAGE', '2026-11-22', '2026-11-23').slice(-2)).toMatchObject([
    [expect.anything(), expect.anything(), 'complete'],
    [expect.anything(), expect.anything(), 'partial'],
  ]);
});

describe('accounts a day apart', () => {
  // Noon of 22 November in Los Angeles is the morning of the 23rd in Auckland.
  const openFar = () => {
    const world = buildWorld({
      seed: 7,
      now: '2026-11-22T20:00:00Z',
      zones: ['Pacific/Auckland', 'America/Los_Angeles'],
      templates: 4,
      days: 40,
      density: 0.9,
      currencies: ['BRL'],
      plainNames: true,
    });
    return { world, bench: open(world) };
  };
  const serial = (day: string): number => Date.parse(day) / DAY + 25_569;

  test('a day that has begun in one of them is fetched there', () => {
    const { world, bench } = openFar();
    const day = valueIn(bench.rpc('status')).today;
    expect(day).toBe('2026-11-23');
    const answer = bench.sync({ from: day, to: day, templates: 'all' });
    expect(answer.range).toEqual({ from: day, to: day });
    const rows = rowsOf(bench);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.Date === serial(day))).toBe(true);
    expect(rows.every((row) => row['Account ID'] === accountOf(world).id)).toBe(true);
  });

  test('a day that has begun in none is refused', () => {
    const { bench } = openFar();
    const day = '2026-11-24';
    expect(bench.trySync({ from: day, to: day, templates: 'all' })).toMatchObject({
      error: { message: expect.stringContaining('future') },
    });
  });

  test('a formula of the same words as a first sync answers for each of them and for both', () => {
    const { world, bench } = openFar();
    bench.sync({ preset: 'last_7_days', templates: 'all' });
    // Where the date is behind, the 21st is the last complete day.
    const [from, to] = [serial('2026-11-15'), serial('2026-11-21')];
    const sent = (id?: string): number =>
      rowsOf(bench)
        .filter((row) => Number(row.Date) >= from && Number(row.Date) <= to)
        .filter((row) => id === undefined || row['Account ID'] === id)
        .reduce((sum, row) => sum + Number(row.Sent), 0);
    for (const id of [accountOf(world).id, accountOf(world, 1).id]) {
      expect(bench.formula('WA_SENT', '*', 'last_7_days', null, id)).toBe(sent(id));
      expect(sent(id)).toBeGreaterThan(0);
    }
    expect(bench.formula('WA_SENT', '*', 'last_7_days')).toBe(sent());
  });

  test('yesterday is the one of each, and formulas without dates can answer', () => {
    const { bench } = openFar();
    const answer = bench.sync({ preset: 'yesterday', templates: 'all' });
    const days = new Set(rowsOf(bench).map((row) => row.Date));
    expect([...days].sort()).toEqual([serial('2026-11-21'), serial('2026-11-22')]);
    // Only the later one lies within the history of both.
    expect(answer.range).toEqual({ from: '2026-11-22', to: '2026-11-22' });
    const latest = rowsOf(bench).filter((row) => row.Date === serial('2026-11-22'));
    expect(bench.formula('WA_SENT')).toBe(latest.reduce((sum, row) => sum + Number(row.Sent), 0));
  });
});

test('a chosen template that was deleted does not stop the daily update when the index is lost', () => {
  const world = worldOf({});
  const bench = open(world);
  const account = accountOf(world);
  const ids = account.templates.slice(0, 2).map(({ id }) => id);
  bench.sync({ ...november(), templates: ids });
  bench.rpc('schedule', { on: true });
  const before = rowsOf(bench).length;
  account.templates.splice(0, 1);
  bench.host.edit({ op: 'deleteSheet', sheet: 'WA Index' });
  bench.setNow(START + DAY);
  const [left] = account.templates;
  const point = makePoint(left as never, account, '2026-11-23', createRandom(3));
  left?.points.set('2026-11-23', { ...point, sent: 7 });
  bench.host.fireTriggers();
  expect(valueIn(bench.rpc('status')).lastFailure).toBeNull();
  expect(rowsOf(bench).length).toBe(before + 1);
});

test('templates deleted between two steps keep the numbers Meta still answers', () => {
  const world = worldOf({ templates: 220, density: 0.2 });
  const bench = open(world, SLOW);
  const account = accountOf(world);
  const { cursor } = valueIn(answerOf(bench.syncOnce(november(), null)));
  const everyone = account.templates;
  const gone = [...everyone].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(255, 265);
  // Meta lists them no more, but still answers for them.
  bench.graph.fault = ({ path }) => {
    account.templates = path.endsWith('message_templates')
      ? everyone.filter((template) => !gone.includes(template))
      : everyone;
    return null;
  };
  let step = valueIn(answerOf(bench.syncOnce(november(), cursor)));
  while (!step.done) step = valueIn(answerOf(bench.syncOnce(november(), step.cursor)));
  const held = new Set(rowsOf(bench).map((row) => row['Template ID']));
  expect(gone.every(({ id }) => held.has(id))).toBe(true);
  // The step before still saw their names.
  const [one] = gone;
  const row = rowsOf(bench).find((found) => found['Template ID'] === one?.id);
  expect(row).toMatchObject({ Template: one?.name, Language: one?.language });
});

test('a day that an early step did not believe stays open when the last one is done', () => {
  const world = worldOf({ templates: 220, density: 0.3, days: 30 });
  const bench = open(world, SLOW);
  bench.sync(november());
  const day = '2026-11-20';
  const early = [...accountOf(world).templates]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, 250);
  for (const { points } of early) {
    const point = points.get(day);
    if (point)
      Object.assign(point, { sent: 0, delivered: 0, read: 0, replied: 0, clicked: [], cost: [] });
  }
  bench.setNow(START + DAY);
  expect(codesOf(bench.sync(november('2026-11-23')))).toContain('doubted');
  const states = bench.formula('WA_COVERAGE', '2026-11-18', '2026-11-22');
  expect(
    states.map((row: Loose[]) => row[2]).filter((state: Loose) => /^[a-z]/.test(state)),
  ).toEqual(['complete', 'partial', 'complete']);
});

test('zeros that Meta dropped are told apart however the steps fall', () => {
  const emptyReads = (fetchMs: number): number => {
    const world = worldOf({ templates: 220, density: 0.3, resets: true });
    const sorted = [...accountOf(world).templates].sort((a, b) => (a.id < b.id ? -1 : 1));
    // Those of the second step have not been used of late.
    for (const { points } of sorted.slice(250)) {
      for (const day of [...points.keys()]) if (day > '2026-11-14') points.delete(day);
    }
    const bench = open(world, fetchMs);
    bench.sync({ from: '2026-10-20', to: TODAY, templates: 'all' });
    return rowsOf(bench).filter(({ Read }) => Read === '').length;
  };
  expect(emptyReads(SLOW)).toBe(emptyReads(0));
});
