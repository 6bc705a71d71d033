// The functions of the contract, with their parameters in order.
import { METRIC_NAMES, METRICS } from '../metrics';
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName, LIVE_FUNCTIONS } from './functions';

const SUM = 'template from to account live';
test.each<[FunctionName, string]>([
  ['WA_SENT', SUM],
  ['WA_ROAS', SUM],
  ['WA_BUTTON_CLICKS', 'template button from to account live'],
  ['WA_CHANGE', 'metric template from to account live'],
  ['WA_TABLE', 'metrics template from to by account live'],
  ['WA_SERIES', 'metric template from to by account live'],
  ['WA_TEMPLATES', 'pattern account live'],
  ['WA_LAST_SYNC', 'synced'],
  ['WA_COVERAGE', 'from to account live'],
])('%s takes %s', (name, parameters) => {
  expect(FUNCTIONS[name].parameters.join(' ')).toBe(parameters);
});

test('every metric but the halves of a sum has a function of its own', () => {
  const halves = METRIC_NAMES.flatMap((name) =>
    METRICS[name].of === 'sum' ? [...METRICS[name].parts] : [],
  );
  const without = METRIC_NAMES.filter((name) => METRICS[name].formula === null);
  expect([...without].sort()).toEqual([...halves].sort());
  const named = METRIC_NAMES.flatMap((name) => METRICS[name].formula ?? []);
  expect(new Set(named).size).toBe(named.length);
  expect(FUNCTION_NAMES).toEqual([...named, ...FUNCTION_NAMES.slice(named.length)]);
  for (const name of named) expect(FUNCTIONS[name].parameters.join(' ')).toBe(SUM);
});

test('the live cell stands last wherever it is taken', () => {
  for (const [name, count] of LIVE_FUNCTIONS) {
    const { parameters } = FUNCTIONS[name as FunctionName];
    expect([parameters.indexOf('live'), parameters.length]).toEqual([count - 1, count]);
  }
  expect(LIVE_FUNCTIONS.has('WA_LAST_SYNC')).toBe(false);
  expect(LIVE_FUNCTIONS.size).toBe(FUNCTION_NAMES.length - 1);
});
