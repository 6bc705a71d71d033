// What happens between two service calls of an execution: other executions, people, locks.
import type { Json, ServiceCall } from './api';
import { hostWith } from './testing';

const START = 'const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0];';
/** A host with these functions, where `between` happens before the first call of `method` in the first execution. */
function interrupted(
  functions: Record<string, string>,
  method: string,
  between: (host: ReturnType<typeof hostWith>) => void,
) {
  const seen: ServiceCall[] = [];
  let armed = false;
  const code = Object.entries(functions)
    .map(([name, body]) => `function ${name}(a) { ${START} ${body} }`)
    .join('\n');
  const host = hostWith(code, {
    onCall: (call) => {
      seen.push(call);
      if (!armed || call.method !== method) return;
      armed = false;
      between(host);
    },
  });
  host.setClock('2026-11-22T12:00:00Z');
  const run = (name: string, user?: string): Json => {
    const answer = host.run(name, [], user);
    return answer.ok ? answer.value : answer.error.message;
  };
  const arm = () => {
    armed = true;
  };
  return { host, run, arm, seen };
}

describe('between two calls', () => {
  test('each call is announced with its number within its execution, also in the inner one', () => {
    const { run, arm, seen } = interrupted(
      { outer: `sheet.getRange('A1').setValue(1); return 'out';`, inner: `return ss.getId();` },
      'setValue',
      (host) => host.run('inner', []),
    );
    arm();
    expect(run('outer')).toBe('out');
    expect(seen.map(({ service, method, number }) => `${number} ${service}.${method}`)).toEqual([
      '1 SpreadsheetApp.getActive',
      '2 Spreadsheet.getSheets',
      '3 Sheet.getRange',
      '4 Range.setValue',
      '1 SpreadsheetApp.getActive',
      '2 Spreadsheet.getSheets',
      '3 Spreadsheet.getId',
    ]);
  });
  test('another execution and a person change the workbook at once, and the page hears of all', () => {
    const { host, run, arm } = interrupted(
      {
        outer: `sheet.getRange('A1').setValue('outer'); return sheet.getRange('A1:A3').getValues();`,
        inner: `sheet.getRange('A2').setValue('inner'); return 1;`,
      },
      'getValues',
      (host) => {
        expect(host.run('inner', [])).toEqual({ ok: true, value: 1 });
        host.type('Sheet1', 'A3', [['typed']]);
        host.edit({ op: 'addSheet', sheet: 'Mine' });
      },
    );
    let revision = 0;
    host.onEvent((_, now) => {
      expect(now).toBeGreaterThan(revision);
      revision = now;
    });
    arm();
    expect(run('outer')).toEqual([['outer'], ['inner'], ['typed']]);
    expect(host.sheets().map(({ name }) => name)).toEqual(['Sheet1', 'Mine']);
    expect(host.snapshot().revision).toBe(revision);
  });
  test('an inner execution that fails leaves the outer one alone', () => {
    const { run, arm } = interrupted(
      {
        outer: `sheet.getRange('A1').setValue('on'); return sheet.getRange('A1').getValue();`,
        inner: `throw new Error('inner');`,
      },
      'setValue',
      (host) => expect(host.run('inner', [])).toMatchObject({ ok: false }),
    );
    arm();
    expect(run('outer')).toBe('on');
  });
  test('time that passes in between counts', () => {
    const { run, arm } = interrupted(
      { outer: `sheet.getRange('A1').setValue('on');` },
      'setValue',
      (host) => host.setClock('2026-11-22T12:06:01Z'),
    );
    arm();
    expect(run('outer')).toBe('Exceeded maximum execution time');
  });
  test('an error of the test itself is not for the script to catch', () => {
    const { run, arm } = interrupted(
      { outer: `try { sheet.getName(); } catch (error) { return 'caught'; }` },
      'getName',
      () => {
        throw new Error('the test failed');
      },
    );
    arm();
    expect(run('outer')).toBe('the test failed');
  });
});

describe('an execution that dies after others changed the workbook', () => {
  const dying = (body: string, between: Parameters<typeof interrupted>[2], dieAt: number) => {
    const made = interrupted(
      {
        outer: `${body} ss.getId(); ss.getName();`,
        inner: `sheet.getRange('A9').setValue('inner'); SpreadsheetApp.flush();`,
      },
      'getId',
      between,
    );
    made.host.type('Sheet1', 'A1:A3', [['a'], ['b'], ['c']]);
    made.host.planFault({ dieAt, pending: 'lost' });
    made.arm();
    expect(made.run('outer')).toContain('planned fault');
    return made.host;
  };
  const WRITE = `sheet.getRange('A1:B3').setValues([[1, 2], [3, 4], [5, 6]]);`;
  test('loses its own writes although the inner execution flushed', () => {
    const host = dying(WRITE, (host) => host.run('inner', []), 6);
    expect(host.range('Sheet1', 'A1:B3').values).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', ''],
    ]);
    expect(host.range('Sheet1', 'A9').values).toEqual([['inner']]);
  });
  test('does not take away what a person typed over them, and undoes the rest of the cell', () => {
    const host = dying(
      `${WRITE} sheet.getRange('A1:A2').setNote('n');`,
      (host) => host.type('Sheet1', 'A2:B2', [['mine', 'mine too']]),
      8,
    );
    expect(host.range('Sheet1', 'A1:B3').values).toEqual([
      ['a', ''],
      ['mine', 'mine too'],
      ['c', ''],
    ]);
    expect(host.snapshot().sheets[0]?.cells[2]?.[1]).toEqual({ v: 'mine' });
  });
  test('keeps tabs and lines it made before, for a person may already work there', () => {
    const host = dying(
      `sheet.insertRowsBefore(1, 1); sheet.getRange('A1').setValue('head'); sheet.getRange('A1').setValue('title');`,
      (host) => host.type('Sheet1', 'B1', [['mine']]),
      9,
    );
    expect(host.range('Sheet1', 'A1:B4').values).toEqual([
      ['', 'mine'],
      ['a', ''],
      ['b', ''],
      ['c', ''],
    ]);
  });
  test('still undoes what it changes after the other', () => {
    const { host, run, arm } = interrupted(
      {
        outer: `ss.getId(); sheet.deleteRows(2, 1); sheet.getRange('A2').setValue('x'); ss.getName();`,
      },
      'getId',
      (host) => host.type('Sheet1', 'A4', [['d']]),
    );
    host.type('Sheet1', 'A1:A3', [['a'], ['b'], ['c']]);
    host.planFault({ dieAt: 7, pending: 'lost' });
    arm();
    expect(run('outer')).toContain('service call 7 (Spreadsheet.getName)');
    expect(host.range('Sheet1').values).toEqual([['a'], ['b'], ['c'], ['d']]);
  });
});

describe('locks', () => {
  const FUNCTIONS = {
    outer: `const lock = LockService.getDocumentLock(); lock.waitLock(10); sheet.getRange('A1').setValue(1); if (a) lock.releaseLock(); ss.getId(); return lock.hasLock();`,
    again: `const lock = LockService.getDocumentLock(); return [lock.tryLock(0), LockService.getDocumentLock().tryLock(0)];`,
    attempt: `const lock = LockService.getDocumentLock(); const before = Date.now(); return [lock.tryLock(5000), lock.hasLock(), Date.now() - before];`,
    wait: `LockService.getDocumentLock().waitLock(3000);`,
    others: `return [LockService.getScriptLock().tryLock(0), LockService.getUserLock().tryLock(0)];`,
    mine: `LockService.getUserLock().waitLock(0); ss.getId();`,
    release: `LockService.getDocumentLock().releaseLock(); return 1;`,
    dies: `LockService.getDocumentLock().waitLock(0); Utilities.sleep(60000); ss.getId();`,
    idle: `LockService.getDocumentLock().waitLock(0); ss.getId();`,
  };
  const attempt = (name: string, during = 'idle', user?: string) => {
    let inner: Json = null;
    const { run, arm, host } = interrupted(FUNCTIONS, 'getId', () => {
      inner = run(name, user);
    });
    arm();
    run(during);
    return { inner, run, host };
  };
  test('another execution waits in vain while one holds the lock, and gets it afterwards', () => {
    const { inner, run, host } = attempt('attempt');
    expect(inner).toEqual([false, false, 5000]);
    expect(host.now()).toBe(Date.UTC(2026, 10, 22, 12, 0, 5));
    expect(run('attempt')).toEqual([true, true, 0]);
  });
  test('waitLock throws when its time is over', () => {
    expect(attempt('wait').inner).toBe(
      'Lock timeout: another process was holding the lock for too long.',
    );
  });
  test('only its holder releases a lock', () => {
    const { host, run, arm } = interrupted(FUNCTIONS, 'getId', (host) => host.run('release', []));
    arm();
    expect(run('outer')).toBe(true);
    expect(host.run('again', [])).toEqual({ ok: true, value: [true, true] });
  });
  test('a released lock is free at once', () => {
    let inner: Json = null;
    const { host, run, arm } = interrupted(FUNCTIONS, 'getId', () => {
      inner = run('attempt');
    });
    arm();
    expect(host.run('outer', [true])).toEqual({ ok: true, value: false });
    expect(inner).toEqual([true, true, 0]);
  });
  test('the document’s, the script’s and each user’s lock are apart', () => {
    expect(attempt('others').inner).toEqual([true, true]);
    expect(attempt('others', 'mine').inner).toEqual([true, false]);
    expect(attempt('others', 'mine', 'ana').inner).toEqual([true, true]);
  });
  test('of a dead execution are free at once, or six minutes after its start', () => {
    for (const [lock, ms] of [
      ['freed', 0],
      ['held', 295_000],
    ] as const) {
      const { host, run } = interrupted(FUNCTIONS, '', () => {});
      host.planFault({ dieAt: 6, pending: 'lost', lock });
      expect(run('dies')).toContain('service call 6 (Spreadsheet.getId)');
      expect(run('attempt')).toEqual(lock === 'freed' ? [true, true, 0] : [false, false, 5000]);
      host.setClock(Date.UTC(2026, 10, 22, 12, 1, 0) + ms);
      expect(run('attempt')).toEqual([true, true, lock === 'freed' ? 0 : 5000]);
      expect(run('attempt')).toEqual([true, true, 0]);
    }
  });
});
