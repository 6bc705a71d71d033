// What every call accepts and refuses, and that a cursor is taken back only as it was given.
import fc from 'fast-check';
import { AddonError } from '../core/errors';
import { type CallName, COMPARISONS, PRESETS } from './contract';
import { readCall, readSyncState, type SyncState } from './schemas';

function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof AddonError) return [error.code, error.facts];
    throw error;
  }
  return 'accepted';
}
const badInput = (what: string) => ['bad-input', { what }];
/** As it arrives: through JSON, so that `__proto__` is a field like any other. */
const json = (text: string): unknown => JSON.parse(text);
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

const TOKEN = 'EAAsample~!"{}0123456789';
const good: [CallName, unknown][] = [
  ['connect', { token: TOKEN }],
  ['connect', { token: 'x'.repeat(4_000), accountId: '100020003000401' }],
  ['chooseAccounts', { ids: ['1'] }],
  ['chooseAccounts', { ids: ids(50) }],
  ['templates', {}],
  ['sync', { from: '2026-11-01', templates: 'all' }],
  ['sync', { from: '2026-11-01', to: '2026-11-01', templates: ['24018837501922746'] }],
  ['sync', { from: '2024-02-29', to: '2026-11-20', templates: ids(10_000), cursor: null }],
  ['sync', { preset: 'last_30_days', templates: [] }],
  ['sync', { templates: 'all', cursor: 'x'.repeat(2_000_000) }],
  ['sync', { from: '2026-11-09', to: '2026-11-01', templates: 'all', cursor: 'on it goes' }],
  ['sync', { preset: 'today', templates: 'all', compareTo: 'year' }],
  ['library', {}],
  ['report', { accountId: '1', templateId: '24018837501922746' }],
  ['enableInsights', { accountId: '1', understood: true }],
  ['previewFormula', { formula: { name: 'WA_LAST_SYNC', values: {} } }],
  [
    'insertFormula',
    {
      formula: {
        name: 'WA_BUTTON_CLICKS',
        values: { template: ' "; =x ', button: '', from: '2026-11-01', to: 'x'.repeat(1_000) },
      },
    },
  ],
  ['status', {}],
  ['formulas', {}],
  ['addLive', {}],
  ['addLive', { forget: true }],
  ['undoLive', {}],
  ['showTab', { tab: 'WA Daily' }],
  ['showTab', { tab: 'x'.repeat(200) }],
  ['disconnect', {}],
];

test.each(good)('%s takes a good payload as it is', (name, payload) => {
  expect(readCall(name, payload)).toEqual({ name, input: payload });
});

test.each(PRESETS)('sync takes the preset %s', (preset) => {
  const input = { preset, templates: 'all' };
  expect(readCall('sync', input)).toEqual({ name: 'sync', input });
});

test.each(COMPARISONS)('sync takes the comparison %s', (compareTo) => {
  const input = { preset: 'today', templates: 'all', compareTo };
  expect(readCall('sync', input)).toEqual({ name: 'sync', input });
});

test.each(['templates', 'library', 'status', 'formulas', 'addLive', 'undoLive', 'disconnect'])(
  '%s needs no payload at all',
  (name) => {
    expect(readCall(name, undefined)).toEqual({ name, input: {} });
    expect(readCall(name, null)).toEqual({ name, input: {} });
  },
);

test('text a person pasted is trimmed, a cursor is not touched', () => {
  expect(readCall('connect', { token: ` ${TOKEN}\n`, accountId: '\t12 ' })).toEqual({
    name: 'connect',
    input: { token: TOKEN, accountId: '12' },
  });
  expect(readCall('sync', { templates: ' all ', cursor: ' {} ' })).toEqual({
    name: 'sync',
    input: { templates: 'all', cursor: ' {} ' },
  });
});

test.each([
  'nothing',
  '',
  'Sync',
  'toString',
  'constructor',
  '__proto__',
  null,
  undefined,
  1,
  {},
  ['sync'],
])('%p is no call', (name) => {
  expect(refusalOf(() => readCall(name, {}))).toEqual(badInput('call'));
});

const bad: [what: string, name: CallName, payload: unknown][] = [
  ['token', 'connect', {}],
  ['token', 'connect', { token: '' }],
  ['token', 'connect', { token: '   ' }],
  ['token', 'connect', { token: 'two words' }],
  ['token', 'connect', { token: 'line\nbreak' }],
  ['token', 'connect', { token: 'naïve' }],
  ['token', 'connect', { token: 'x'.repeat(4_001) }],
  ['token', 'connect', { token: 12 }],
  ['token', 'connect', { token: null }],
  ['token', 'connect', { token: [TOKEN] }],
  ['accountId', 'connect', { token: TOKEN, accountId: '' }],
  ['accountId', 'connect', { token: TOKEN, accountId: '12a' }],
  ['accountId', 'connect', { token: TOKEN, accountId: '１２' }],
  ['accountId', 'connect', { token: TOKEN, accountId: '1'.repeat(26) }],
  ['accountId', 'connect', { token: TOKEN, accountId: 12 }],
  ['accountId', 'connect', { token: TOKEN, accountId: null }],
  ['connect', 'connect', { token: TOKEN, more: 1 }],
  ['token', 'connect', null],
  ['connect', 'connect', 'token'],
  ['connect', 'connect', [TOKEN]],
  ['ids', 'chooseAccounts', {}],
  ['ids', 'chooseAccounts', { ids: [] }],
  ['ids', 'chooseAccounts', { ids: ids(51) }],
  ['ids', 'chooseAccounts', { ids: [12] }],
  ['ids', 'chooseAccounts', { ids: ['1', null] }],
  ['ids', 'chooseAccounts', { ids: '1' }],
  ['ids', 'chooseAccounts', { ids: { 0: '1', length: 1 } }],
  ['templates', 'templates', { all: true }],
  ['templates', 'sync', { from: '2026-11-01' }],
  ['templates', 'sync', { from: '2026-11-01', templates: 'some' }],
  ['templates', 'sync', { from: '2026-11-01', templates: null }],
  ['templates', 'sync', { from: '2026-11-01', templates: ids(10_001) }],
  ['templates', 'sync', { from: '2026-11-01', templates: ['promo'] }],
  ['templates', 'sync', { from: '2026-11-01', templates: [' 1'] }],
  ['from', 'sync', { from: '2026-02-30', templates: 'all' }],
  ['from', 'sync', { from: '01/11/2026', templates: 'all' }],
  ['from', 'sync', { from: '2026-11-01T00:00:00Z', templates: 'all' }],
  ['from', 'sync', { from: 46_000, templates: 'all' }],
  ['from', 'sync', { from: null, templates: 'all' }],
  ['from', 'sync', { from: ['2026-11-01'], templates: 'all' }],
  ['to', 'sync', { from: '2026-11-01', to: '2026-13-01', templates: 'all' }],
  ['to', 'sync', { from: '2026-11-01', to: '', templates: 'all' }],
  ['preset', 'sync', { preset: 'last_31_days', templates: 'all' }],
  ['preset', 'sync', { preset: '', templates: 'all' }],
  ['preset', 'sync', { preset: 'constructor', templates: 'all' }],
  ['preset', 'sync', { preset: 0, templates: 'all' }],
  ['preset', 'sync', { preset: ['today'], templates: 'all' }],
  ['cursor', 'sync', { templates: 'all', cursor: 1 }],
  ['cursor', 'sync', { templates: 'all', cursor: {} }],
  ['cursor', 'sync', { templates: 'all', cursor: 'x'.repeat(2_000_001) }],
  ['dates', 'sync', { templates: 'all' }],
  ['dates', 'sync', { to: '2026-11-01', templates: 'all', cursor: '' }],
  ['dates', 'sync', { from: '2026-11-02', to: '2026-11-01', templates: 'all', cursor: null }],
  ['sync', 'sync', { preset: 'today', templates: 'all', token: 'x' }],
  ['compareTo', 'sync', { preset: 'today', templates: 'all', compareTo: 'month' }],
  ['compareTo', 'sync', { preset: 'today', templates: 'all', compareTo: null }],
  ['compareTo', 'sync', { preset: 'today', templates: 'all', compareTo: 'length' }],
  ['library', 'library', { all: true }],
  ['accountId', 'report', { templateId: '1' }],
  ['accountId', 'report', { accountId: 12, templateId: '1' }],
  ['templateId', 'report', { accountId: '1' }],
  ['templateId', 'report', { accountId: '1', templateId: 'promo' }],
  ['templateId', 'report', { accountId: '1', templateId: ['1'] }],
  ['report', 'report', { accountId: '1', templateId: '1', tab: 'x' }],
  ['accountId', 'enableInsights', { understood: true }],
  ['understood', 'enableInsights', { accountId: '1' }],
  ['understood', 'enableInsights', { accountId: '1', understood: false }],
  ['understood', 'enableInsights', { accountId: '1', understood: 'true' }],
  ['understood', 'enableInsights', { accountId: '1', understood: 1 }],
  ['status', 'status', { more: null }],
  ['status', 'status', 7],
  ['tab', 'showTab', {}],
  ['tab', 'showTab', { tab: 'x'.repeat(201) }],
  ['tab', 'showTab', { tab: 5 }],
  ['disconnect', 'disconnect', []],
  ['disconnect', 'disconnect', { now: true }],
];

test.each(bad)('a wrong %s of %s is named', (what, name, payload) => {
  expect(refusalOf(() => readCall(name, payload))).toEqual(badInput(what));
});

test.each([
  ['templates', 'templates', '{"__proto__":{}}'],
  ['connect', 'connect', `{"token":"x","__proto__":{"accountId":"1"}}`],
  ['token', 'connect', `{"__proto__":{"token":"x"}}`],
  ['sync', 'sync', '{"preset":"today","templates":"all","__proto__":null}'],
  ['ids', 'chooseAccounts', '{"ids":{"__proto__":["1"]}}'],
  ['templates', 'sync', '{"preset":"today","templates":{"__proto__":["1"]}}'],
])('a prototype in the payload is a wrong %s of %s', (what, name, text) => {
  expect(refusalOf(() => readCall(name, json(text)))).toEqual(badInput(what));
  expect(({} as Record<string, unknown>).token).toBeUndefined();
});

test('the refusal of a token does not repeat it', () => {
  const told = refusalOf(() => readCall('connect', { token: 'secret words' }));
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('any payload at all is either taken as it was given or refused by name', () => {
  const names = ['connect', 'chooseAccounts', 'templates', 'sync', 'status', 'showTab'];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, payload) => {
      const told = refusalOf(() => readCall(name, payload));
      if (told !== 'accepted') expect(told).toEqual(badInput(expect.any(String) as string));
    }),
    { numRuns: 300 },
  );
});

const range = { from: '2026-08-23', to: '2026-11-21' };
const state: SyncState = {
  run: '8c2f',
  startedAt: 1_795_312_800_000,
  selection: { ...range, templates: ['731904466281530'] },
  accounts: [
    {
      id: '1',
      today: '2026-11-22',
      asked: range,
      span: range,
      ids: ['731904466281530'],
      refused: false,
      doubted: ['2026-11-20'],
      seen: { delivered: false, old: ['read'], young: ['replied'] },
      paid: true,
    },
    {
      id: '2',
      today: '2026-11-21',
      asked: range,
      span: null,
      ids: [],
      refused: false,
      doubted: [],
      seen: { delivered: false, old: [], young: [] },
      paid: null,
    },
  ],
  next: 25,
  counts: { added: 2_000, changed: 0, restated: 0, held: 1, requests: 27 },
  notices: [{ code: 'clipped', facts: { from: '2026-08-23', days: 3, name: '' } }],
};

test('a cursor comes back as it went out', () => {
  expect(readSyncState(JSON.stringify(state))).toEqual(state);
  const all = { ...state, selection: { ...range, templates: 'all' as const }, notices: [] };
  expect(readSyncState(JSON.stringify(all))).toEqual(all);
});

test('a cursor may hold more ids than a person can choose', () => {
  const many = { ...state, accounts: [{ ...state.accounts[0], ids: ids(12_000) }] };
  expect(readSyncState(JSON.stringify(many))).toEqual(many);
});

test('a field nobody knows does not come back', () => {
  expect(readSyncState(JSON.stringify({ ...state, token: 'x' }))).toEqual(state);
});

const account = state.accounts[0] as SyncState['accounts'][number];
test.each<[string, unknown]>([
  ['no object', null],
  ['a list', [state]],
  ['empty', {}],
  ['without accounts', { ...state, accounts: undefined }],
  ['with accounts that are no list', { ...state, accounts: { 0: account } }],
  ['with an account that is none', { ...state, accounts: [account, null] }],
  ['with an account in a list', { ...state, accounts: [[account]] }],
  ['with an account without id', { ...state, accounts: [{ ...account, id: undefined }] }],
  ['with a path for an id', { ...state, accounts: [{ ...account, id: '../me' }] }],
  ['with a number for an id', { ...state, accounts: [{ ...account, id: 1 }] }],
  ['with a template that has no id', { ...state, accounts: [{ ...account, ids: ['x'] }] }],
  ['with a day that is none', { ...state, accounts: [{ ...account, today: '2026-11-31' }] }],
  ['without a span', { ...state, accounts: [{ ...account, span: undefined }] }],
  ['with half a span', { ...state, accounts: [{ ...account, span: { from: '2026-11-01' } }] }],
  ['with a span in words', { ...state, accounts: [{ ...account, span: 'all' }] }],
  ['with dates that are none', { ...state, selection: { ...state.selection, from: '' } }],
  ['with too many templates', { ...state, selection: { ...range, templates: ids(10_001) } }],
  ['with a negative place', { ...state, next: -1 }],
  ['with half a place', { ...state, next: 0.5 }],
  ['with a place in words', { ...state, next: '25' }],
  ['with a count beyond all', { ...state, counts: { ...state.counts, added: 2 ** 53 } }],
  ['without a count', { ...state, counts: { ...state.counts, held: undefined } }],
  ['with a start in words', { ...state, startedAt: '2026' }],
  ['without a start', { ...state, startedAt: null }],
  ['with a notice that is a text', { ...state, notices: ['clipped'] }],
  ['with a notice without a code', { ...state, notices: [{ facts: {} }] }],
  ['with facts in a list', { ...state, notices: [{ code: 'x', facts: ['y'] }] }],
  ['without facts', { ...state, notices: [{ code: 'x', facts: null }] }],
  ['with a fact that is an object', { ...state, notices: [{ code: 'x', facts: { y: {} } }] }],
  ['with a fact that is null', { ...state, notices: [{ code: 'x', facts: { y: null } }] }],
])('a cursor %s is refused', (_name, given) => {
  expect(refusalOf(() => readSyncState(JSON.stringify(given)))).toEqual(badInput('cursor'));
});

test.each(['', '{', 'null', '<html>', '"x"'])('the text %p is no cursor', (text) => {
  expect(refusalOf(() => readSyncState(text))).toEqual(badInput('cursor'));
});

test('numbers JSON can write but not hold are refused', () => {
  const endless = JSON.stringify(state).replace(String(state.startedAt), '1e400');
  expect(refusalOf(() => readSyncState(endless))).toEqual(badInput('cursor'));
});

test('a cursor cut anywhere is refused', () => {
  const whole = JSON.stringify(state);
  for (let length = 0; length < whole.length; length += 1) {
    expect(refusalOf(() => readSyncState(whole.slice(0, length)))).toEqual(badInput('cursor'));
  }
});

test.each<[string, unknown]>([
  ['free text', '=WA_SPENT()'],
  ['nothing', null],
  ['no name', { values: {} }],
  ['no values', { name: 'WA_SPENT' }],
  ['a function that is not ours', { name: 'IMPORTDATA', values: {} }],
  ['a name of every object', { name: 'constructor', values: {} }],
  ['a list in place of a name', { name: ['WA_SPENT'], values: {} }],
  ['a parameter of another function', { name: 'WA_SPENT', values: { button: 'Buy' } }],
  ['a named cell', { name: 'WA_SPENT', values: { live: '1' } }],
  ['the other named cell', { name: 'WA_LAST_SYNC', values: { synced: '1' } }],
  ['a parameter nobody knows', { name: 'WA_SPENT', values: { toString: 'x' } }],
  ['a number', { name: 'WA_SPENT', values: { template: 1 } }],
  ['a list of values', { name: 'WA_SPENT', values: ['promo'] }],
  ['a long text', { name: 'WA_SPENT', values: { template: 'x'.repeat(1_001) } }],
  ['more beside it', { name: 'WA_SPENT', values: {}, text: '=1' }],
])('a formula as %s is refused', (_what, formula) => {
  for (const call of ['previewFormula', 'insertFormula']) {
    expect(refusalOf(() => readCall(call, { formula }))).toEqual(badInput('formula'));
  }
});
