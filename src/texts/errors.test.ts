// Every error sentence, in both languages, with and without its facts.
import type { ErrorCode, ErrorFacts } from '../core/errors';
import { errors as en } from './en/errors';
import { errors as ptBR } from './pt-BR/errors';

const languages = { en, 'pt-BR': ptBR };
const codes = Object.keys(en) as ErrorCode[];
const full: ErrorFacts = {
  account: '123456789012345678',
  minutes: 1440,
  endpoint: 'assigned_whatsapp_business_accounts',
  code: 2494100,
  subcode: 4182004,
  template: 'a_very_long_template_name_that_goes_on_and_on_for_ever_and_ever',
  what: 'templates',
  reach: '2026-08-25',
  id: '12345678901234567',
  tab: 'A renamed tab with a name of quite some length to read',
  who: 'someone.with.a.long.address@a-company.example.com',
};
const cases = Object.entries(languages).flatMap(([language, errors]) =>
  codes.flatMap((code) => [
    [language, code, errors, {}] as const,
    [language, code, errors, { account: '', what: 'cursor', id: '12345678901234567' }] as const,
    [language, code, errors, { ...full, kept: 'part' }] as const,
  ]),
);

test('both languages have the same codes', () => {
  expect(codes.length).toBeGreaterThan(20);
  expect(Object.keys(ptBR).sort()).toEqual([...codes].sort());
});

test.each(cases)('in %s, %s is short and whole', (language, code, errors, facts: ErrorFacts) => {
  const { message, hint } = errors[code](facts);
  expect(`${message} ${hint}`.length).toBeLessThanOrEqual(240);
  for (const text of [message, hint]) {
    expect(text).toMatch(/^\S.*[.]$/);
    expect(text).not.toMatch(/undefined|null|NaN|\{|%|""|\(\)|\s\s|\.\.|\s[.,;:]/);
  }
  const kept = {
    en: ['Nothing in the sheet was changed.', 'What was already written stays.'],
    'pt-BR': ['Nada mudou na planilha.', 'O que já foi gravado continua lá.'],
  }[language];
  expect(message.endsWith(kept?.[facts.kept === 'part' ? 1 : 0] ?? '?')).toBe(true);
});

test('facts stand in the sentences', () => {
  expect(en['no-permission'](full).message).toContain('account 123456789012345678');
  expect(en['rate-limited']({ minutes: 19 }).hint).toContain('Wait 19 minutes');
  expect(ptBR['rate-limited']({ minutes: 120 }).hint).toContain('Espere 2 horas');
  expect(ptBR['out-of-reach'](full).hint).toContain('25/08/2026');
  expect(en['request-refused']({ code: 0 }).message).toContain('(code 0)');
  expect(en['unknown-template']({ template: '$& $1' }).message).toContain('"$& $1"');
});

test.each(['token', 'account', 'accounts', 'dates', 'future', 'preset', 'templates', 'cursor'])(
  'a wrong input of %s is named in both languages',
  (what) => {
    for (const errors of [en, ptBR]) {
      const { message, hint } = errors['bad-input']({ what });
      expect(message).not.toBe(errors['bad-input']({}).message);
      expect(`${message} ${hint}`.length).toBeLessThanOrEqual(240);
    }
  },
);

test('the languages say different things', () => {
  for (const code of codes) expect(en[code]({}).message).not.toBe(ptBR[code]({}).message);
});
