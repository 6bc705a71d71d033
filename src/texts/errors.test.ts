// Every error and every refusal of a formula is a whole sentence in both languages, with and without facts.
import type { ErrorCode } from '../core/errors';
import type { FormulaErrorCode } from '../core/formula/formula-error';
import { sayError, sayWhy } from './errors';
import { type Facts, fill } from './fill';
import { say } from './say';
import type { ServerWords } from './server-words';
import { words } from './words';

// Records, so that a new code without a case here does not compile.
const ERROR_CODES = Object.keys({
  'not-connected': 0,
  'no-account': 0,
  'token-expired': 0,
  'token-invalid': 0,
  'no-permission': 0,
  'account-not-found': 0,
  'account-restricted': 0,
  'rate-limited': 0,
  'insights-off': 0,
  'insights-unavailable': 0,
  coexistence: 0,
  'meta-busy': 0,
  network: 0,
  'bad-response': 0,
  'request-refused': 0,
  'bad-input': 0,
  'unknown-template': 0,
  'out-of-reach': 0,
  'sheet-changed': 0,
  'tab-protected': 0,
  'sync-running': 0,
  'no-space': 0,
  'key-column-missing': 0,
  'tab-missing': 0,
  'cell-rule': 0,
  'sheet-busy': 0,
  'google-limit': 0,
  'too-many-templates': 0,
  'authorization-needed': 0,
  unexpected: 0,
} satisfies Record<ErrorCode, 0>) as ErrorCode[];

/** The facts each refusal of a formula is thrown with. */
const FORMULA_FACTS: Record<FormulaErrorCode, Facts> = {
  'nothing-synced': {},
  'index-damaged': {},
  'no-selection': {},
  'template-unknown': { name: 'promo' },
  'template-guess': { name: 'prmo', guess: 'promo' },
  'id-as-number': {},
  'template-bad': {},
  'account-unknown': { name: 'Loja', known: 'Acme, Loja Aurora' },
  'date-bad': { value: '22/11' },
  'date-guess': { value: 'last_30_day', guess: 'last_30_days' },
  'end-bad': { value: 'fortnight' },
  'date-missing': {},
  'no-complete-day': { keyword: 'last_7_days' },
  'dates-reversed': { from: '2026-11-22', to: '2026-11-01' },
  'keyword-with-end': { keyword: 'last_7_days' },
  'before-coverage': {
    day: '2026-10-01',
    first: '2026-10-20',
    formula: '=WA_SPENT("promo";"2026-10-20";"2026-11-10")',
  },
  gap: {
    day: '2026-11-11',
    first: '2026-10-20',
    formula: '=WA_SPENT("promo";"2026-11-13";"2026-11-22")',
  },
  'needs-all': {},
  'never-fetched': {},
  'two-currencies': { currencies: 'BRL, USD' },
  shapes: { a: '3', b: '2' },
  'too-many-arguments': {
    name: 'WA_SERIES',
    parameters: 'metric, template, first day, last day, rows per, account, WA_LIVE',
  },
  'button-guess': { name: 'Ver oferta', guess: 'Ver ofertas' },
  'button-bad': {},
  'one-value': { name: 'WA_COVERAGE', parameter: 'first day' },
  'live-place': {},
  'metric-missing': {},
  'metric-unknown': { name: 'happiness' },
  'metric-guess': { name: 'spnt', guess: 'Spent' },
  'by-bad': { value: 'fortnight' },
  'last-sync-argument': {},
};

const LANGUAGES = Object.entries(words.server) as ['en' | 'pt-BR', ServerWords][];
/** Facts as long as they come. */
const FACTS: Facts = {
  account: '12345678901234567890',
  minutes: 1_440,
  code: 2_147_483,
  subcode: 2_494_055,
  endpoint: 'template_analytics',
  id: '12345678901234567890',
  reach: '2026-08-25',
  tab: 'WA Conversions',
  column: 'Website purchase value',
  who: 'schedule',
  since: '09:12',
  range: 'AA1000000:AB1000000',
  cell: 'AB1000000',
  what: 'merged',
  cells: 10_234_567,
  limit: 10_000_000,
};
/** The other value of each fact that chooses words. */
const OTHER_FACTS: Facts = { ...FACTS, who: 'sidebar', what: 'validation' };
/** Every fact a notice is sent with, once for one row and once for many. */
const NOTICE_FACTS: Facts[] = [1, 12_345].map((count) => ({
  count,
  reach: '2026-08-25',
  day: '2026-11-20',
  tab: 'WA Daily',
  row: 12_345,
  names: 'reactions, forwards, saves',
  why: 'Ask its owner.',
  account: 'Loja Aurora',
  zone: 'America/Sao_Paulo',
  currency: 'BRL',
  cells: 5_340_000,
}));

function expectWhole(sentence: string): void {
  expect(sentence).not.toMatch(/[{}|]|undefined|null|NaN|\[object/);
  expect(sentence).not.toMatch(/ {2}|\s[.,:;!?]|\(\)|^\s|\s$/);
  expect(sentence).toMatch(/[.?!]$/);
  expect(sentence[0]).toBe(sentence[0]?.toUpperCase());
}

describe.each(LANGUAGES)('in %s', (_language, language) => {
  test.each(ERROR_CODES)(
    'the error %s says what happened, what was kept and what to do',
    (code) => {
      for (const facts of [{}, FACTS, { ...FACTS, kept: 'part' }, { kept: 'part' }, OTHER_FACTS]) {
        const { message, hint } = sayError(language, code, facts);
        for (const sentence of [message, hint]) expectWhole(sentence);
        expect(`${message} ${hint}`.length).toBeLessThanOrEqual(240);
        const kept = 'kept' in facts ? language.kept.part : language.kept.nothing;
        expect(message.endsWith(` ${kept}`)).toBe(true);
        expect(message.length).toBeGreaterThan(kept.length + 10);
      }
    },
  );

  test.each(Object.keys(language.unusable))('input %s that cannot be used says so', (what) => {
    const { message, hint } = sayError(language, 'bad-input', { what });
    for (const sentence of [message, hint]) expectWhole(sentence);
    expect(`${message} ${hint}`.length).toBeLessThanOrEqual(240);
    expect(message).not.toBe(sayError(language, 'bad-input', {}).message);
  });

  test('input nobody has a word for is still refused in words', () => {
    for (const what of ['call', 'constructor', '__proto__', '']) {
      expect(sayError(language, 'bad-input', { what })).toEqual(
        sayError(language, 'bad-input', {}),
      );
    }
  });

  test('a code nobody knows is said as unexpected', () => {
    expect(sayError(language, 'new-code' as ErrorCode, {})).toEqual(
      sayError(language, 'unexpected', {}),
    );
  });

  test.each(Object.entries(FORMULA_FACTS))(
    'the refusal %s of a formula is one sentence',
    (code, facts) => {
      const template = language.formulas[code as FormulaErrorCode];
      const sentence = fill(template, facts);
      // Suggested formulas and examples end the sentence without a full stop or hold quotes; nothing else may.
      expect(sentence).not.toMatch(/[{}|]|undefined|null| {2}/);
      expect(sentence.length).toBeLessThanOrEqual(240);
      for (const fact of Object.values(facts)) {
        if (template.includes(String(fact)) || fact === facts.first) continue;
        expect(sentence).toContain(String(fact));
      }
      const slots = [...template.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');
      expect(slots.filter((slot) => !(slot in facts))).toEqual([]);
      expect(fill(language.inCell, { row: 3, column: 2 })).toMatch(/3.*2.*: $/);
    },
  );

  test('codes and words are the same in every language', () => {
    expect(Object.keys(language.errors).sort()).toEqual([...ERROR_CODES].sort());
    expect(Object.keys(language.formulas).sort()).toEqual(Object.keys(FORMULA_FACTS).sort());
    expect(Object.keys(language.unusable)).toEqual(Object.keys(words.server.en.unusable));
    expect(Object.keys(language.notices)).toEqual(Object.keys(words.server.en.notices));
  });

  test.each(Object.entries(language.notices))('the notice %s is whole', (_code, template) => {
    const slots = [...template.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');
    for (const facts of NOTICE_FACTS) {
      const sentence = say(language, template, facts);
      expectWhole(sentence);
      expect(sentence.length).toBeLessThanOrEqual(240);
      expect(slots.filter((slot) => !(slot in facts))).toEqual([]);
    }
  });

  test('days and numbers inside a sentence are written as the language writes them', () => {
    const said = [
      sayError(language, 'out-of-reach', { reach: '2026-08-25' }).hint,
      sayError(language, 'no-space', { cells: 10_234_567, limit: 10_000_000 }).message,
      ...Object.values(language.notices).map((text) => say(language, text, NOTICE_FACTS[1] ?? {})),
    ].join(' ');
    expect(said).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{7}/);
  });
});

test('who syncs and since when is said in words', () => {
  const said = (facts: Facts) => sayError(words.server.en, 'sync-running', facts).message;
  expect(said({ who: 'schedule', since: '09:12', minutes: 3 })).toBe(
    'The daily update has been running in this spreadsheet since 09:12. Nothing in the sheet was changed.',
  );
  expect(sayError(words.server.en, 'sync-running', { minutes: 3 }).hint).toContain('in 3 min.');
  expect(said({ who: 'sidebar', since: '09:12' })).toContain('Another sync has been running');
  expect(said({})).toContain('Another sync of this spreadsheet is running right now.');
});

test('no sentence stands in both languages, but for the one that is the same word in both', () => {
  const [en, pt] = LANGUAGES.map(([, language]) => [
    ...Object.values(language.errors).flat(),
    ...Object.values(language.unusable).flat(),
    ...Object.values(language.formulas),
    ...Object.values(language.notices),
  ]);
  const same = (en ?? []).filter((sentence) => sentence !== '' && pt?.includes(sentence));
  expect(same).toEqual(['Use =WA_LAST_SYNC(WA_SYNCED).']);
});

test('a refusal inside a notice says what happened and what to do, not what was kept', () => {
  const why = sayWhy(words.server.en, 'insights-off', { account: 'Loja' });
  expect(why).toMatch(/^Template insights are switched off for account Loja\. An admin can .+\.$/);
  expect(why).not.toContain(words.server.en.kept.nothing);
});
