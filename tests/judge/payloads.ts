// Bad input by the hundred: what an attacker or a broken page might send to any public function.

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\r\nX-Evil: 1',
  '../../me',
  'https://evil.example/',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("https://evil.example")',
  '{{constructor.constructor("return this")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: meant as text
  '${process.env}',
  "'; DROP TABLE x; --",
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'null',
  'undefined',
  '1e999',
  '-1',
  '0x10',
  '٣٤٥',
  '99999999999999999999999999',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '*',
  'a'.repeat(70_000),
  '\ud800',
  '🎉'.repeat(500),
];
const PLAIN: unknown[] = [null, true, false, 0, -0, 1, -1, 1.5, 1e308, -1e308, 2 ** 53, [], {}];
const FIELDS = 'token accountId ids from to preset templates cursor on tab'.split(' ');

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: [nested(depth - 1)] });

/** At least 200 values, none of them what any function wants. */
export const BAD_VALUES: readonly unknown[] = [
  ...PLAIN,
  ...HOSTILE,
  ...HOSTILE.slice(0, 24).map((text) => [text]),
  ...HOSTILE.slice(0, 24).map((text) => [[text, 7], [null]]),
  ...HOSTILE.slice(0, 20).map((text, i) => ({ [FIELDS[i % FIELDS.length] ?? 'x']: { text } })),
  ...FIELDS.flatMap((field) => [
    { [field]: 7.5 },
    { [field]: [[]] },
    { [field]: { length: 2, 0: 'a', 1: 'b' } },
    { [field]: 'x'.repeat(90_000) },
    { [field]: nested(40) },
    { [field]: null, extra: field },
  ]),
  ...HOSTILE.slice(0, 20).map((text) => ({
    templates: 'all',
    cursor: `{"run":${JSON.stringify(text)}`,
  })),
  { templates: 'all', cursor: '{"__proto__":{"polluted":1},"next":-1}' },
  { templates: 'all', cursor: '[]' },
  { templates: 'all', cursor: 'null' },
  JSON.parse('{"__proto__":{"polluted":true},"token":1}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  Array.from({ length: 2_000 }, () => 'x'),
  Array.from({ length: 300 }, (_, i) => Array.from({ length: 30 }, () => i)),
  nested(200),
  [[], []],
  [[['x']]],
  [['a'], ['b', 'c']],
];
