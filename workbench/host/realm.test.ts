import { hostDoing, outcome, run } from './testing';

test('the context holds the language and the services, and no web or Node global', () => {
  const missing = [
    'setTimeout',
    'setInterval',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'Buffer',
    'process',
    'require',
    'crypto',
    'atob',
    'structuredClone',
    'queueMicrotask',
    'performance',
    'window',
    'GmailApp',
  ];
  expect(run(`return ${JSON.stringify(missing)}.filter((name) => name in globalThis)`)).toEqual([]);
  const services = [
    'SpreadsheetApp',
    'UrlFetchApp',
    'PropertiesService',
    'CacheService',
    'LockService',
    'HtmlService',
    'ScriptApp',
    'Session',
    'Utilities',
    'Logger',
    'console',
  ];
  expect(run(`return ${JSON.stringify(services)}.filter((name) => name in globalThis)`)).toEqual(
    services,
  );
});

test('code from text is refused', () => {
  expect(() => run('return new Function("return 1")()')).toThrow('Code generation from strings');
});

test('values from services belong to the context', () => {
  const body = `
    sheet.getRange('A1').setValue(new Date(0));
    const values = sheet.getRange('A1:B2').getValues();
    const stored = PropertiesService.getUserProperties().getProperties();
    let error = null;
    try { sheet.getRange('ZZZ1'); } catch (caught) { error = caught; }
    return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date,
      Object.getPrototypeOf(stored) === Object.prototype, error instanceof Error, error.name];`;
  expect(run(body)).toEqual([true, true, true, true, true, 'Exception']);
});

test('a function of a service is of the context, so the host cannot be reached through it', () => {
  expect(run(`return SpreadsheetApp.getActive instanceof Function`)).toBe(true);
});

test('an unknown member of a service throws by name; looking at an object does not', () => {
  expect(() => run(`sheet.getRange('A1').foo()`)).toThrow('not emulated: Range.foo');
  expect(() => run('sheet.insertSlicer')).toThrow('not emulated: Sheet.insertSlicer');
  expect(() => run('SpreadsheetApp.newRichTextValue()')).toThrow(
    'not emulated: SpreadsheetApp.newRichTextValue',
  );
  expect(() => run('UrlFetchApp.getRequest("x")')).toThrow('not emulated: UrlFetchApp.getRequest');
  expect(() => run('SpreadsheetApp.WrapStrategy.TWIST')).toThrow('not emulated: Enum.TWIST');
  expect(() => run('sheet.note = 1')).toThrow('not emulated: Sheet.note');
  expect(run('return [String(sheet), ss + "", typeof sheet.then, typeof sheet.toJSON]')).toEqual([
    'Sheet',
    'Spreadsheet',
    'undefined',
    'undefined',
  ]);
});

test('too many arguments are refused as a wrong signature', () => {
  expect(() => run(`sheet.getRange('A1').setValue(1, 2)`)).toThrow(
    "The parameters (number,number) don't match the method signature for Range.setValue.",
  );
});

test('enumerations are equal to themselves and print their name', () => {
  expect(
    run(`return [SpreadsheetApp.WrapStrategy.CLIP === SpreadsheetApp.WrapStrategy.CLIP,
      String(ScriptApp.AuthMode.FULL), ScriptApp.AuthMode.FULL === ScriptApp.AuthMode.LIMITED]`),
  ).toEqual([true, 'FULL', false]);
});

test('every execution starts with fresh globals', () => {
  const host = hostDoing(
    'globalThis.count = (globalThis.count || 0) + 1; return globalThis.count;',
  );
  expect([outcome(host), outcome(host)]).toEqual([1, 1]);
});

test('the clock stands once set, and sleep moves it instead of waiting', () => {
  const host = hostDoing(`const from = Date.now(); Utilities.sleep(90000);
    return [new Date(from).toISOString(), new Date().toISOString(), new Date().getTime() - from];`);
  host.setClock('2026-11-22T12:00:00Z');
  expect(outcome(host)).toEqual(['2026-11-22T12:00:00.000Z', '2026-11-22T12:01:30.000Z', 90_000]);
  expect(host.now()).toBe(Date.parse('2026-11-22T12:01:30Z'));
  expect(() => host.setClock('soon')).toThrow('Not a time');
});

test('a running clock is ahead by what was slept', () => {
  const host = hostDoing('Utilities.sleep(60000);');
  const before = Date.now();
  outcome(host);
  expect(host.now() - before).toBeGreaterThanOrEqual(60_000);
  expect(Date.now() - before).toBeLessThan(10_000);
});

test('local time is UTC, the zone of the manifest, whatever the machine says', () => {
  const body = `
    const date = new Date(2026, 0, 2, 3, 4, 5);
    return [date.toISOString(), date.getHours(), date.getTimezoneOffset(), String(date),
      new Date('2026-01-02T03:04:05').toISOString(), new Date('2026-01-02').toISOString(),
      new Date('January 2, 2026 03:04').toISOString(), Date.parse('2026-01-02T03:04:05-03:00'),
      new Intl.DateTimeFormat('en-US').resolvedOptions().timeZone,
      date.toLocaleTimeString('en-US'), new Date(date).getTime() === date.getTime(),
      new Date(date.toString()).getTime() === date.getTime()];`;
  expect(run(body)).toEqual([
    '2026-01-02T03:04:05.000Z',
    3,
    0,
    'Fri Jan 02 2026 03:04:05 GMT+0000 (Coordinated Universal Time)',
    '2026-01-02T03:04:05.000Z',
    '2026-01-02T00:00:00.000Z',
    '2026-01-02T03:04:00.000Z',
    Date.parse('2026-01-02T06:04:05Z'),
    'UTC',
    expect.stringMatching(/^3:04:05\sAM$/),
    true,
    true,
  ]);
});

test('Date keeps the ways of a built-in class', () => {
  const body = `class Day extends Date { name() { return 'day'; } }
    const day = new Day(0);
    return [day instanceof Day, day instanceof Date, day.name(), Date.length, Date.name,
      typeof Date(), new Date(0).constructor === Date, Date.UTC(1970, 0, 1),
      Number.isNaN(new Date(NaN).getTime()), Object.prototype.toString.call(new Date())];`;
  expect(run(body)).toEqual([
    true,
    true,
    'day',
    7,
    'Date',
    'string',
    true,
    0,
    true,
    '[object Date]',
  ]);
});

test('console and Logger go to the host’s log', () => {
  const lines: string[] = [];
  run('console.log("a", 1); Logger.log({ b: 2 }); console.error(new Error("c"));', {
    log: (line) => lines.push(line),
  });
  expect(lines).toEqual(['a 1', '{"b":2}', 'Error: c']);
});

test('an endless script ends at its limit, and so does one that sleeps too long', () => {
  const host = hostDoing('for (let i = 0; i < 3; i++) Utilities.sleep(200000);');
  expect(() => outcome(host)).toThrow('Exceeded maximum execution time');
  expect(() =>
    run('for (;;) { try { Utilities.sleep(300000); } catch (e) { return "survived"; } }'),
  ).toThrow('Exceeded maximum execution time');
});

test('promises settle within the execution, and nothing runs on after it', async () => {
  const host = hostDoing(`
    const write = (row) => sheet.getRange(row, 1).setValue(row);
    Promise.resolve().then(() => write(1)).then(() => write(2));`);
  outcome(host);
  expect(host.range('Sheet1', 'A1:A2').values).toEqual([[1], [2]]);
});

test('a manifest in another zone than UTC is refused by name', () => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = own === 'Asia/Tokyo' ? 'Europe/Paris' : 'Asia/Tokyo';
  const manifest = JSON.stringify({ timeZone, runtimeVersion: 'V8' });
  expect(() => run('return 1', { manifest })).toThrow(
    `not emulated: a manifest timeZone of ${timeZone}`,
  );
});
