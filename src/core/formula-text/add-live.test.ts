// Adding WA_LIVE: known formulas, odd texts, and formulas grown from a grammar that says what must come out.
import fc from 'fast-check';
import { addLive, type LiveFacts, planLive, takeBack } from './add-live';

const functions = new Map([
  ['WA_SPENT', 5],
  ['WA_CLICKS', 5],
  ['WA_BUTTON_CLICKS', 6],
]);
/** `WA Index`!B1 is the live cell, Z9 of any tab holds `=WA_LIVE`. */
const isLiveCell = (tab: string | null, cell: string) =>
  cell === 'Z9' || (tab?.toUpperCase() === 'WA INDEX' && cell === 'B1');
const facts = (separator: ';' | ','): LiveFacts => ({ separator, functions, isLiveCell });
const inBrazil = (formula: string) => addLive(formula, facts(';'));
const inEnglish = (formula: string) => addLive(formula, facts(','));

test.each([
  ['=WA_SPENT()', '=WA_SPENT(WA_LIVE)'],
  ['=WA_SPENT("a")', '=WA_SPENT("a";WA_LIVE)'],
  ['=WA_SPENT("a";)', '=WA_SPENT("a";WA_LIVE)'],
  ['=WA_SPENT("a";; )', '=WA_SPENT("a";;WA_LIVE )'],
  ['=WA_SPENT("a"; A1)', '=WA_SPENT("a"; A1; WA_LIVE)'],
  ['=wa_spent(A1;B1)', '=wa_spent(A1;B1;WA_LIVE)'],
  ['=WA_SPENT (A1)', '=WA_SPENT (A1;WA_LIVE)'],
  ['=WA_SPENT(\n  A1;\n  B1\n)', '=WA_SPENT(\n  A1;\n  B1;WA_LIVE\n)'],
  ['=WA_SPENT("a";;;;)', '=WA_SPENT("a";;;;WA_LIVE)'],
  [
    '=IFERROR(WA_SPENT(A1;B1)/WA_CLICKS(A1;B1);0)',
    '=IFERROR(WA_SPENT(A1;B1;WA_LIVE)/WA_CLICKS(A1;B1;WA_LIVE);0)',
  ],
  ['=WA_SPENT(WA_CLICKS(A1))', '=WA_SPENT(WA_CLICKS(A1;WA_LIVE);WA_LIVE)'],
  ['=WA_SPENT(WA_CLICKS(A1;WA_LIVE))', '=WA_SPENT(WA_CLICKS(A1;WA_LIVE);WA_LIVE)'],
  ['=WA_SPENT({"a\\b";"c"})', '=WA_SPENT({"a\\b";"c"};WA_LIVE)'],
  ['={WA_SPENT(A1)\\WA_SPENT(A2)}', '={WA_SPENT(A1;WA_LIVE)\\WA_SPENT(A2;WA_LIVE)}'],
  [
    "=WA_SPENT('My (odd), sheet WA_SPENT('!A1)",
    "=WA_SPENT('My (odd), sheet WA_SPENT('!A1;WA_LIVE)",
  ],
  ["=WA_SPENT('It''s (a';b'!A:A;A2:A10)", null],
  ["=WA_SPENT('It''s (a;b'!A:A;A2:A10)", "=WA_SPENT('It''s (a;b'!A:A;A2:A10;WA_LIVE)"],
  ['=WA_SPENT("say ""hi;"" (");1', null],
  ['=WA_SPENT("say ""hi;"" (")', '=WA_SPENT("say ""hi;"" (";WA_LIVE)'],
  ['=WA_SPENT("a";1,5)', '=WA_SPENT("a";1,5;WA_LIVE)'],
  ['=WA_SPENT(1,5)', '=WA_SPENT(1,5;WA_LIVE)'],
  ['=WA_SPENT("a",A1)', '=WA_SPENT("a",A1,WA_LIVE)'],
  ['=ROUND(WA_SPENT("a"), 2)', '=ROUND(WA_SPENT("a", WA_LIVE), 2)'],
  ['=WA_SPENT(("a"))*(1+2)', '=WA_SPENT(("a");WA_LIVE)*(1+2)'],
  ['=IF(#REF!;#N/A;WA_SPENT(A1))', '=IF(#REF!;#N/A;WA_SPENT(A1;WA_LIVE))'],
  ['=WA_SPENT(Sales[Name (new]; x])', null],
  ['=WA_SPENT(Sales[[#ALL],[Name (new]])', '=WA_SPENT(Sales[[#ALL],[Name (new]];WA_LIVE)'],
  [
    '=ARRAYFORMULA(WA_SPENT($A$2:$A;Sheet1!B:B))',
    '=ARRAYFORMULA(WA_SPENT($A$2:$A;Sheet1!B:B;WA_LIVE))',
  ],
  ['=-WA_SPENT(A1)%', '=-WA_SPENT(A1;WA_LIVE)%'],
  ['=WA_SPENT(AÇÃO(A1))', '=WA_SPENT(AÇÃO(A1);WA_LIVE)'],
])('with semicolons %s becomes %s', (before, after) => {
  expect(inBrazil(before)).toBe(after);
});

test.each([
  ['=WA_SPENT("a",A1)', '=WA_SPENT("a",A1,WA_LIVE)'],
  ['=WA_SPENT("a",1,5)', '=WA_SPENT("a",1,5,WA_LIVE)'],
  ['=WA_SPENT("a";A1)', '=WA_SPENT("a";A1;WA_LIVE)'],
  ['=SUM(1;WA_SPENT(),2)', '=SUM(1;WA_SPENT(WA_LIVE),2)'],
  ['=WA_SPENT({"a","b";"c","d"})', '=WA_SPENT({"a","b";"c","d"},WA_LIVE)'],
  ['=IF(A1>=1,WA_SPENT(A1)&"x,(",0)', '=IF(A1>=1,WA_SPENT(A1,WA_LIVE)&"x,(",0)'],
])('with commas %s becomes %s', (before, after) => {
  expect(inEnglish(before)).toBe(after);
});

test.each([
  '=WA_SPENT(WA_LIVE)',
  '=WA_SPENT(A1;wa_live )',
  '=WA_SPENT(A1;WA_LIVE;)',
  '=WA_SPENT(A1;$Z$9)',
  "=WA_SPENT(A1;'WA Index'!$B$1)",
  "=WA_SPENT(A1;'wa index'!B1)",
  '=WA_SPENT(A1;WA_LIVE&"")',
  '=WA_SPENT(A1;IF(TRUE;WA_LIVE))',
  '=LET(l;WA_LIVE;WA_SPENT(A1;l))',
  '=LET(x;1;l;WA_LIVE;IF(x;WA_SPENT(A1;L);0))',
  '=LET(l;Z9;WA_SPENT(A1;l))',
  '=LAMBDA(t;l;WA_SPENT(t;l))("a";WA_LIVE)',
  '=LET(f;LAMBDA(t;l;WA_SPENT(t;l));k;WA_LIVE;f("a";k))',
  '=MAP(A1:A3;LAMBDA(t;WA_SPENT(t;WA_LIVE)))',
])('%s follows every sync already', (formula) => {
  expect(planLive(formula, facts(';'))).toEqual({ fresh: true, text: null, at: [] });
});

test.each([
  ['=LET(l;5;WA_SPENT(A1;l))', '=LET(l;5;WA_SPENT(A1;l;WA_LIVE))'],
  ['=LET(l;WA_LIVE;LET(l;5;WA_SPENT(l)))', '=LET(l;WA_LIVE;LET(l;5;WA_SPENT(l;WA_LIVE)))'],
  [
    '=LET(l;WA_LIVE;WA_SPENT(A1;l)+WA_CLICKS(A1))',
    '=LET(l;WA_LIVE;WA_SPENT(A1;l)+WA_CLICKS(A1;WA_LIVE))',
  ],
  [
    '=LET(l;WA_LIVE&"x";WA_SPENT(A1))+WA_SPENT(l)',
    '=LET(l;WA_LIVE&"x";WA_SPENT(A1;WA_LIVE))+WA_SPENT(l;WA_LIVE)',
  ],
  ['=MAP(A1:A3;LAMBDA(t;WA_SPENT(t)))', '=MAP(A1:A3;LAMBDA(t;WA_SPENT(t;WA_LIVE)))'],
  [
    '=IF(WA_LIVE="";0;MAP(A:A;LAMBDA(t;WA_SPENT(t))))',
    '=IF(WA_LIVE="";0;MAP(A:A;LAMBDA(t;WA_SPENT(t;WA_LIVE))))',
  ],
  ['=WA_SPENT(Z9:Z12)', '=WA_SPENT(Z9:Z12;WA_LIVE)'],
  ["=WA_SPENT('WA Index'!B10)", "=WA_SPENT('WA Index'!B10;WA_LIVE)"],
])('a name means what it was bound to: %s', (before, after) => {
  expect(inBrazil(before)).toBe(after);
});

test.each([
  '=MYWA_SPENT(A1)',
  '=WA_SPENT_X(A1)',
  '=WA_SPENT.X(A1)',
  '=1+1',
  '="=WA_SPENT(1)"',
  '="say ""WA_SPENT(1)"""',
  "='WA_SPENT(1)'!A1",
  '=WA_SPENT',
  '=MAP(A1:A3;WA_SPENT)',
  '=WA_LIVE',
  '=WA_LAST_SYNC(WA_SYNCED)',
  'WA_SPENT(A1)',
  '',
])('%s has no call that could take it', (formula) => {
  expect(planLive(formula, facts(';'))).toEqual({ fresh: false, text: null, at: [] });
});

test.each([
  '=WA_SPENT(A1',
  '=WA_SPENT(A1))',
  '=WA_SPENT({A1)}',
  '=WA_SPENT("a)',
  "=WA_SPENT('a)",
  '=WA_SPENT(T[a)',
  '=IF(A1,5;WA_SPENT("a",A2))+1,5',
  '=WA_SPENT(1;2;3;4;5)',
  '=WA_SPENT(1;2;3;4;5;)',
  `=WA_SPENT("${'x'.repeat(49_980)}")`,
])('leaves alone what it cannot read surely or has no place for', (formula) => {
  const { text, fresh } = planLive(formula, facts(';'));
  expect([text, fresh]).toEqual([null, false]);
});

/** A piece of a formula as it is and as it must become. */
type Pair = [before: string, after: string];
const same = (text: string): Pair => [text, text];
const join = (parts: Pair[], between = ''): Pair => [
  parts.map(([before]) => before).join(between),
  parts.map(([, after]) => after).join(between),
];
const space = fc.constantFrom('', '', '', ' ', '\n', '  ');

/** Formulas in one dialect, with what adding must make of them. */
function formulas(separator: ';' | ','): fc.Arbitrary<Pair> {
  const leaf = fc
    .oneof(
      fc.constantFrom('A1', '$B$2', 'A2:A10', 'Tab!A:A', "'My (odd), ;sheet WA_SPENT('!A1", 'TRUE'),
      fc.constantFrom(
        'WA_SYNCED',
        'total',
        '"WA_SPENT("',
        '#N/A',
        separator === ';' ? '1,5' : '1.5',
      ),
      fc.string({ maxLength: 6 }).map((text) => `"${text.replaceAll('"', '""')}"`),
      fc.constantFrom(separator === ';' ? '{1\\2;3}' : '{1,2;3}'),
    )
    .map(same);
  const { node } = fc.letrec<Record<'node' | 'ours' | 'other' | 'sum' | 'array', Pair>>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, leaf, tie('ours'), tie('other'), tie('sum'), tie('array')),
    ours: fc
      .record({
        name: fc.constantFrom('WA_SPENT', 'wa_clicks', 'WA_Button_Clicks'),
        args: fc.array(fc.tuple(space, tie('node'), space), { maxLength: 4 }),
        gap: space,
        live: fc.constantFrom('', '', 'WA_LIVE', 'wa_live', "'WA Index'!$B$1", 'Z9'),
        trailing: fc.boolean(),
      })
      .map(({ name, args, gap, live, trailing }): Pair => {
        const given = args.map(([left, arg, right]) => join([same(left), arg, same(right)]));
        if (live)
          return join([same(`${name}(`), join([...given, same(live)], separator), same(')')]);
        const inside = join(given, separator);
        const [before, after] =
          trailing && given.length > 0 ? join([inside, same(separator)]) : inside;
        // What ends in a space gets its addition before the space.
        const tail = /\s*$/.exec(after)?.[0] ?? '';
        const close = given.length === 0 ? gap : tail;
        const text = given.length === 0 ? '' : after.slice(0, after.length - tail.length);
        const piece = trailing || given.length === 0 ? 'WA_LIVE' : '§WA_LIVE';
        return [
          `${name}(${given.length === 0 ? gap : before})`,
          `${name}(${text}${piece}${close})`,
        ];
      }),
    other: fc
      .tuple(
        fc.constantFrom('IFERROR', 'MYWA_SPENT', 'WA_SPENT_X', 'sum', ''),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, args]) => join([same(`${name}(`), join(args, separator), same(')')])),
    sum: fc
      .tuple(tie('node'), fc.constantFrom('+', '&', ' / ', '\n-'), tie('node'))
      .map(([left, sign, right]) => join([left, same(sign), right])),
    array: fc
      .array(tie('node'), { minLength: 1, maxLength: 3 })
      .map((items) => join([same('{'), join(items, separator === ';' ? '\\' : ','), same('}')])),
  }));
  return node.map((pair) => join([same('='), pair]));
}

/** Additions as they are written, whatever the style of the separator before them. */
const plain = (text: string, separator: string) =>
  text.replace(/§/g, separator).replace(new RegExp(`${separator} ?(?=WA_LIVE)`, 'g'), separator);

describe.each([';', ','] as const)('formulas with %s', (separator) => {
  const runs = { numRuns: 1_500, seed: 20260101 };
  const add = (formula: string) => addLive(formula, facts(separator));

  test('every call of ours has it once, and everything else stays as it was', () => {
    let changed = 0;
    fc.assert(
      fc.property(formulas(separator), ([before, after]) => {
        const made = add(before);
        if (made !== null) changed += 1;
        expect(plain(made ?? before, separator)).toBe(plain(after, separator));
      }),
      runs,
    );
    expect(changed).toBeGreaterThan(300);
  });

  test('adding twice is adding once, and taking back gives the former text', () => {
    fc.assert(
      fc.property(formulas(separator), ([before]) => {
        const { text, at } = planLive(before, facts(separator));
        if (text === null) return;
        expect(add(text)).toBeNull();
        expect(takeBack(text, at)).toBe(before);
      }),
      runs,
    );
  });

  test('no text whatever is broken: it is left, or only grows by what can be taken back', () => {
    const bits = fc.constantFrom(
      'WA_SPENT(',
      ')',
      '(',
      '"',
      "'",
      ';',
      ',',
      '{',
      '}',
      'A1',
      '!',
      ' ',
      '[',
      ']',
      'LET(',
      'LAMBDA(',
      'l',
      'WA_LIVE',
      '1',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const before = `=${parts.join('')}`;
        const { text, at } = planLive(before, facts(separator));
        if (text === null) return;
        expect(takeBack(text, at)).toBe(before);
        expect(add(text)).toBeNull();
      }),
      { ...runs, numRuns: 5_000 },
    );
  });
});
