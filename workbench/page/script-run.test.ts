// Checks the stand-in for google.script.run against Google's documented behaviour.
import { createRunner, type Runner } from './script-run';

type Call = (...args: unknown[]) => void;
const callOn = (runner: Runner, name: string): Call => runner[name] as unknown as Call;
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('the success handler gets the value and the user object', async () => {
  const seen: unknown[][] = [];
  const runner = createRunner(async (name, args) => [name, ...args])
    .withSuccessHandler((...args) => seen.push(args))
    .withUserObject('button');
  callOn(runner, 'rpc')('connect', { token: 't' });
  await settle();
  expect(seen).toEqual([[['rpc', 'connect', { token: 't' }], 'button']]);
});

test('the failure handler gets an Error', async () => {
  const failures: unknown[] = [];
  const runner = createRunner(async () => {
    throw new Error('no such tab');
  }).withFailureHandler((error) => failures.push(error));
  callOn(runner, 'rpc')();
  await settle();
  expect(failures).toEqual([new Error('no such tab')]);
});

test('each with… makes a new runner and leaves the old one alone', async () => {
  const first: unknown[] = [];
  const second: unknown[] = [];
  const base = createRunner(async () => 1);
  const a = base.withSuccessHandler((value) => first.push(value));
  const b = a.withSuccessHandler((value) => second.push(value));
  callOn(a, 'f')();
  callOn(base, 'f')();
  await settle();
  expect([first, second]).toEqual([[1], []]);
  callOn(b, 'f')();
  await settle();
  expect([first, second]).toEqual([[1], [1]]);
});

test('a name ending in an underscore cannot be called and is never sent', async () => {
  const sent: string[] = [];
  const failures: string[] = [];
  const runner = createRunner(async (name) => {
    sent.push(name);
    return null;
  }).withFailureHandler((error) => failures.push(error.message));
  callOn(runner, 'secret_')();
  await settle();
  expect(sent).toEqual([]);
  expect(failures).toEqual(['Script function not found: secret_']);
});

test('an argument that cannot be sent throws at once and nothing is sent', () => {
  const sent: string[] = [];
  const runner = createRunner(async (name) => {
    sent.push(name);
    return null;
  });
  expect(() => callOn(runner, 'rpc')({ when: new Date() })).toThrow('illegal value');
  expect(sent).toEqual([]);
});

test('ten calls run at once, the eleventh waits for a free place', async () => {
  const open: (() => void)[] = [];
  const runner = createRunner(
    () =>
      new Promise((resolve) => {
        open.push(() => resolve(null));
      }),
  );
  for (let n = 0; n < 12; n++) callOn(runner, 'rpc')(n);
  await settle();
  expect(open).toHaveLength(10);
  open[3]?.();
  await settle();
  expect(open).toHaveLength(11);
});
