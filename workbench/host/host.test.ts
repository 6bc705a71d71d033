import { hostDoing, hostWith, outcome, run } from './testing';

describe('run', () => {
  const host = hostWith(`
    var hidden = 5;
    var assigned = function () { return 1; };
    const arrow = () => 1;
    function hello(name) { return 'hello ' + name; }
    function secret_() { return 1; }
    function fails() { throw new Error('plain words'); }
    function throwsText() { throw 'just text'; }
    function outer() { function inner() {} return 1; }
    function echo(value) { return value; }
    function kind(value) { return [value instanceof Array, Object.getPrototypeOf(value) === Object.prototype]; }
  `);
  const message = (name: string, args: never[] = []) => {
    const answer = host.run(name, args);
    return answer.ok ? answer.value : answer.error.message;
  };

  test('calls a public top-level function', () => {
    expect(host.run('hello', ['you'])).toEqual({ ok: true, value: 'hello you' });
  });
  test.each(['secret_', 'hidden', 'assigned', 'arrow', 'inner', 'toString', 'Date', 'nothing'])(
    'does not find %s',
    (name) => {
      expect(message(name)).toBe(`Script function not found: ${name}`);
    },
  );
  test('answers with the message of what was thrown', () => {
    expect(message('fails')).toBe('plain words');
    expect(message('throwsText')).toBe('just text');
  });
  test('hands over copies made in the script’s context', () => {
    expect(host.run('kind', [[1]])).toEqual({ ok: true, value: [true, false] });
    expect(host.run('kind', [{ a: 1 }])).toEqual({ ok: true, value: [false, true] });
    const value = { a: [1, null, { b: 'c' }] };
    const answer = host.run('echo', [value]);
    expect(answer).toEqual({ ok: true, value });
  });
});

describe('what google.script.run refuses', () => {
  test.each([
    ['a date', 'return new Date()'],
    ['a nested date', 'return { a: [new Date()] }'],
    ['a function', 'return () => 1'],
    ['a cycle', 'const own = {}; own.own = own; return own'],
    ['a map', 'return new Map()'],
    ['a service object', 'return sheet'],
    ['a promise', 'return Promise.resolve(1)'],
    ['an instance', 'class A {} ; return new A()'],
    ['not a number', 'return NaN'],
  ])('%s as a result', (_label, body) => {
    expect(() => run(body)).toThrow('cannot be sent');
  });
  test('a date, a function and a cycle as an argument', () => {
    const host = hostDoing('return 1');
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const arg of [new Date(), () => 1, cycle, [{ a: new Date() }]]) {
      expect(() => outcome(host, arg as never)).toThrow('cannot be sent');
    }
  });
  test('undefined becomes null in arrays and vanishes from objects; the same object twice is fine', () => {
    expect(run('return [undefined, { a: undefined, b: 1 }]')).toEqual([null, { b: 1 }]);
    expect(run('return undefined')).toBeNull();
    expect(run('const one = [1]; return [one, one]')).toEqual([[1], [1]]);
  });
});

describe('formula', () => {
  const host = hostWith(`
    /** Adds. @customfunction */
    function WA_ADD(a, b) { return a + (b === undefined ? 100 : b); }
    /** Kinds of its arguments. @customfunction */
    function WA_KIND(value) {
      return value instanceof Date ? value.toISOString() : value === '' ? 'empty' : Array.isArray(value) ? 'rows of ' + value.map((row) => row.map((cell) => cell instanceof Date ? cell.toISOString() : typeof cell + cell).join('|')).join('/') : typeof value;
    }
    /** @customfunction */
    function WA_RETURN(what) {
      return { date: new Date('2026-11-01T03:00:00Z'), nothing: undefined, none: null, nan: NaN, grid: [['a', new Date('2026-11-01T03:00:00Z')], [null, true]], line: [1, 2], empty: [], object: { a: 1 } }[what];
    }
    /** @customfunction */
    function WA_FAILS() { throw new Error('Say what is wrong.'); }
    /** @customfunction */
    function WA_WRITE() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }
    /** Not a formula. */
    function helper() { return 1; }
    function start() {
      const ss = SpreadsheetApp.getActive();
      ss.setNamedRange('WA_LIVE', ss.getSheets()[0].getRange('C3'));
      ss.getRange('C3').setValue('live 7');
    }
  `);
  const call = (name: string, ...args: never[]) => {
    const answer = host.formula(name, args);
    return answer.ok ? answer.value : answer.error.message;
  };
  const kind = (arg: unknown) => call('WA_KIND', arg as never);

  test('finds custom functions in any case, and nothing else', () => {
    expect(host.formula('wa_add', [1, 2])).toEqual({ ok: true, value: 3 });
    expect(call('helper')).toBe("Unknown function: 'helper'.");
    expect(call('start')).toBe("Unknown function: 'start'.");
  });
  test('null is an omitted argument', () => {
    expect(host.formula('WA_ADD', [1, null])).toEqual({ ok: true, value: 101 });
    expect(kind(null)).toBe('undefined');
  });
  test('a date cell arrives as a Date of its civil time in the spreadsheet’s zone', () => {
    expect(kind({ date: '2026-11-01' })).toBe('2026-11-01T03:00:00.000Z');
    expect(kind({ date: '2026-11-01T10:30:00' })).toBe('2026-11-01T13:30:00.000Z');
    expect(kind({ date: '2026-11-31' })).toBe('Not a date: 2026-11-31');
  });
  test('an empty cell is empty text and a range is rows of cells', () => {
    expect(kind('')).toBe('empty');
    expect(
      kind([
        [1, { date: '2026-11-01' }],
        ['', true],
      ]),
    ).toBe('rows of number1|2026-11-01T03:00:00.000Z/string|booleantrue');
  });
  test('the live cell is the value of WA_LIVE, empty while there is none', () => {
    expect(kind({ live: true })).toBe('empty');
    host.run('start', []);
    expect(host.formula('WA_ADD', [{ live: true }, '!'])).toEqual({ ok: true, value: 'live 7!' });
  });
  test('dates come out as serials, nothing as empty text, rows as rows', () => {
    expect(call('WA_RETURN', 'date' as never)).toBe(46_327);
    expect(call('WA_RETURN', 'nothing' as never)).toBe('');
    expect(call('WA_RETURN', 'none' as never)).toBe('');
    expect(call('WA_RETURN', 'grid' as never)).toEqual([
      ['a', 46_327],
      ['', true],
    ]);
  });
  test.each(['nan', 'line', 'empty', 'object'])('%s is no result a cell can show', (what) => {
    expect(host.formula('WA_RETURN', [what]).ok).toBe(false);
  });
  test('an error is its message', () => {
    expect(call('WA_FAILS')).toBe('Say what is wrong.');
  });
  test('cannot write', () => {
    expect(call('WA_WRITE')).toBe('You do not have permission to call setValue');
  });
});

test('functions() tells what the comments of custom functions say', () => {
  const host = hostWith(`(()=>{/** no */function a(){}})();
/**
 * Cost of one click on
 * a template's buttons.
 *
 * @param {string} template Template name,
 *   optional.
 * @param {Date} from First day.
 * @return {number} Cost.
 * @customfunction
 */
function WA_COST(template, from) { return 1; }
/** Plain. */
function other() {}`);
  expect(host.functions()).toEqual([
    {
      name: 'WA_COST',
      description: "Cost of one click on a template's buttons.",
      params: [
        { name: 'template', type: 'string', description: 'Template name, optional.' },
        { name: 'from', type: 'Date', description: 'First day.' },
      ],
    },
  ]);
});

test('type() reads what a person types, by locale, and nothing is written outside of the grid', () => {
  const host = hostWith('', { locale: 'pt_BR' });
  const tab = 'Página1';
  host.type(tab, 'B2', [
    ['1,5', '02/11/2026', '=SOMA(A1;A2)'],
    ["'007", null, true],
  ]);
  expect(host.range(tab, 'B2:D3')).toEqual({
    values: [
      [1.5, 46_328, ''],
      ['007', '', true],
    ],
    formulas: [
      ['', '', '=SOMA(A1;A2)'],
      ['', '', ''],
    ],
    formats: [
      ['', 'dd/MM/yyyy', ''],
      ['', '', ''],
    ],
    errors: [
      ['', '', ''],
      ['', '', ''],
    ],
    pending: 1,
  });
  expect(() => host.type(tab, 'Z1000', [[1, 2]])).toThrow('leave the grid');
  expect(() => host.type('nowhere', 'A1', [[1]])).toThrow('No sheet is named "nowhere".');
  expect(() => host.range(tab, 'A1001')).toThrow('is no range');
});

test('range() without an address is the data range', () => {
  const host = hostWith('');
  expect(host.range('Sheet1').values).toEqual([['']]);
  host.type('Sheet1', 'B3', [['x']]);
  expect(host.range('Sheet1').values).toEqual([
    ['', ''],
    ['', ''],
    ['', 'x'],
  ]);
});

test('sheets() lists the tabs with their grid and what is filled', () => {
  const host = hostDoing(`ss.insertSheet('Two').hideSheet();`);
  host.type('Sheet1', 'C4', [['x']]);
  outcome(host);
  host.edit({ op: 'addSheet', sheet: 'Three' });
  expect(host.sheets()).toEqual([
    { name: 'Sheet1', hidden: false, rows: 1000, columns: 26, lastRow: 4, lastColumn: 3 },
    { name: 'Two', hidden: true, rows: 1000, columns: 26, lastRow: 0, lastColumn: 0 },
    { name: 'Three', hidden: false, rows: 1000, columns: 26, lastRow: 0, lastColumn: 0 },
  ]);
});
