// Every form of a slot, with and without its fact.
import fc from 'fast-check';
import { fill } from './fill';

test.each<[string, string, Record<string, string | number>, string]>([
  ['no slot', 'Plain text.', { a: 1 }, 'Plain text.'],
  ['a fact', 'Wait {minutes} min.', { minutes: 5 }, 'Wait 5 min.'],
  ['a fact of 0', 'Wait {minutes} min.', { minutes: 0 }, 'Wait 0 min.'],
  ['a fact that is missing', 'Wait {minutes} min.', {}, 'Wait  min.'],
  ['a fact twice', '{a} and {a}', { a: 'x' }, 'x and x'],
  ['a text for a missing fact', 'page {endpoint|unknown}', {}, 'page unknown'],
  ['a text that is not needed', 'page {endpoint|unknown}', { endpoint: 'me' }, 'page me'],
  ['a text for an empty fact', 'page {endpoint|unknown}', { endpoint: '' }, 'page unknown'],
  [
    'a text around a fact',
    '{account?:account %|this account}',
    { account: 'Acme' },
    'account Acme',
  ],
  ['a text without its fact', '{account?:account %|this account}', {}, 'this account'],
  ['a text around, nothing without', 'refused{code?: (code %)|}.', {}, 'refused.'],
  [
    'a text around a number',
    'refused{code?: (code %)|}.',
    { code: 131_056 },
    'refused (code 131056).',
  ],
  ['no other text at all', 'x{a?: %}', {}, 'x'],
  ['a text for one value', '{kept?part:some|none}', { kept: 'part' }, 'some'],
  ['the other text for another value', '{kept?part:some|none}', { kept: 'all' }, 'none'],
  ['the other text without a value', '{kept?part:some|none}', {}, 'none'],
  [
    'a fact that looks like a slot',
    'Hi {name}.',
    { name: '{minutes}', minutes: 5 },
    'Hi {minutes}.',
  ],
  [
    'a fact that looks like a replacement',
    'Hi {name?:dear %|you}.',
    { name: '$& $1 %' },
    'Hi dear $& $1 %.',
  ],
  ['braces that are no slot', 'a {} {-} { x }', {}, 'a {} {-} { x }'],
])('%s', (_name, template, facts, text) => {
  expect(fill(template, facts)).toBe(text);
});

test('a long fact is cut inside a sentence, and whole where it stands alone', () => {
  const long = 'x'.repeat(512);
  expect(fill('{name?:the template %|a template}', { name: long })).toBe(
    `the template ${'x'.repeat(40)}`,
  );
  expect(fill('{formula}', { formula: long })).toBe(long);
});

test('any fact goes in as it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (fact) => {
      expect(fill('<{a}>', { a: fact })).toBe(`<${fact}>`);
      expect(fill('<{a?:[%]|none}>', { a: fact })).toBe(fact === '' ? '<none>' : `<[${fact}]>`);
    }),
    { numRuns: 200, seed: 20260101 },
  );
});
