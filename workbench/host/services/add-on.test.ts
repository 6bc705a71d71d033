import type { HostEvent } from '../api';
import { hostDoing, hostWith, MANIFEST, outcome, run } from '../testing';

describe('triggers', () => {
  const code = `
    function start() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function daily() { return ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(6).inTimezone('America/Sao_Paulo').create().getHandlerFunction(); }
    function often() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create(); }
    function soon() { ScriptApp.newTrigger('tick').timeBased().after(60000).create(); }
    function missing() { ScriptApp.newTrigger('nothing').timeBased().everyHours(1).create(); }
    function stop() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }
    function list() { return ScriptApp.getProjectTriggers().map((one) => [one.getHandlerFunction(), String(one.getEventType())]); }
    function tick(e) { PropertiesService.getUserProperties().setProperty('ticks', (PropertiesService.getUserProperties().getProperty('ticks') || '') + e.hour + ';');
      if (e.authMode !== ScriptApp.AuthMode.FULL) throw new Error('mode'); if (e.hour === 16) throw new Error('tired'); }
    function ticks() { return PropertiesService.getUserProperties().getProperty('ticks'); }
    function ui() { SpreadsheetApp.getUi(); }
    function startUi() { ScriptApp.newTrigger('ui').timeBased().everyHours(1).create(); }
  `;
  const host = () => {
    const made = hostWith(code);
    made.setClock('2026-11-22T12:30:00Z');
    return made;
  };
  test('an hourly trigger fires once it is due, and again an hour later', () => {
    const one = host();
    one.run('start', []);
    expect(one.fireTriggers()).toEqual([]);
    one.setClock('2026-11-22T13:30:00Z');
    expect(one.fireTriggers()).toEqual([{ function: 'tick', ok: true }]);
    expect(one.fireTriggers()).toEqual([]);
    one.setClock('2026-11-22T16:40:00Z');
    expect(one.fireTriggers()).toEqual([{ function: 'tick', ok: false, error: 'tired' }]);
    expect(one.run('ticks', [])).toEqual({ ok: true, value: '13;16;' });
  });
  test('a daily trigger fires in its hour of its zone', () => {
    const one = host();
    expect(one.run('daily', [])).toEqual({ ok: true, value: 'tick' });
    one.setClock('2026-11-23T08:59:00Z');
    expect(one.fireTriggers()).toEqual([]);
    one.setClock('2026-11-23T09:00:00Z');
    expect(one.fireTriggers()).toEqual([{ function: 'tick', ok: true }]);
  });
  test('an add-on has one clock trigger in a document, at most hourly, of a function that exists', () => {
    const one = host();
    const message = (name: string) => {
      const answer = one.run(name, []);
      return answer.ok ? '' : answer.error.message;
    };
    expect(message('often')).toContain('at most once an hour');
    expect(message('soon')).toContain('within the hour');
    expect(message('missing')).toBe('The function "nothing" does not exist.');
    expect(message('start')).toBe('');
    expect(message('start')).toContain('too many time-based triggers in this document');
    expect(one.run('list', [])).toEqual({ ok: true, value: [['tick', 'CLOCK']] });
    one.run('stop', []);
    expect(one.run('list', [])).toEqual({ ok: true, value: [] });
  });
  test('a trigger has no user interface', () => {
    const one = host();
    one.run('startUi', []);
    one.setClock('2026-11-22T14:00:00Z');
    expect(one.fireTriggers()).toEqual([
      { function: 'ui', ok: false, error: 'Cannot call SpreadsheetApp.getUi() from this context.' },
    ]);
  });
});

describe('menu and sidebar', () => {
  const open = (body: string) =>
    hostWith(`function onOpen(e) { ${body} } function show() {} function more() {}`);
  test('menu() is what onOpen builds, separators and sub-menus included', () => {
    const host = open(`const ui = SpreadsheetApp.getUi();
      ui.createAddonMenu().addItem('Open', 'show').addSeparator()
        .addSubMenu(ui.createMenu('Tools').addItem('Check', 'more')).addToUi();`);
    expect(host.menu()).toEqual([
      { label: 'Open', function: 'show' },
      { label: '', function: '' },
      { label: 'Tools › Check', function: 'more' },
    ]);
  });
  test('a menu item must name a function that exists', () => {
    expect(() =>
      open(`SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'gone').addToUi();`).menu(),
    ).toThrow('names a function that does not exist: gone');
  });
  test('onOpen gets its mode and may not fetch, open a sidebar or make triggers', () => {
    const attempts = [
      `UrlFetchApp.fetch('https://graph.facebook.com/')`,
      `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))`,
      `ScriptApp.newTrigger('show')`,
      `ScriptApp.getProjectTriggers()`,
    ];
    for (const attempt of attempts) {
      expect(() => open(attempt).menu()).toThrow('You do not have permission to call');
    }
    const host = open(`if (e.authMode !== ScriptApp.AuthMode.LIMITED) throw new Error('mode');
      SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(Session.getActiveUserLocale());`);
    host.menu();
    expect(host.range('Sheet1', 'A1').values).toEqual([['en']]);
  });
  test('before the file’s first use onOpen may only make its menu', () => {
    const host = open(
      `SpreadsheetApp.getUi().createAddonMenu().addItem(String(e.authMode), 'show').addToUi();`,
    );
    expect(host.menu('NONE')).toEqual([{ label: 'NONE', function: 'show' }]);
    for (const attempt of ['SpreadsheetApp.getActive()', 'PropertiesService.getUserProperties()']) {
      expect(() => open(attempt).menu('NONE')).toThrow('You do not have permission to call');
    }
  });
  test('showSidebar sends the page with its title', () => {
    const host = hostDoing(
      `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Ledger').setWidth(300));`,
      { sidebarHtml: '<b>here</b>' },
    );
    const seen: HostEvent[] = [];
    host.onEvent((events) => seen.push(...events));
    outcome(host);
    expect(seen).toEqual([{ kind: 'sidebar', title: 'Ledger', html: '<b>here</b>' }]);
  });
  test('the project has one HTML file', () => {
    expect(() => run(`HtmlService.createHtmlOutputFromFile('other')`)).toThrow(
      'No HTML file named other was found.',
    );
  });
  test('an alert is shown and answered with OK', () => {
    const host = hostDoing(`const ui = SpreadsheetApp.getUi();
      return [ui.alert('Title', 'Text', ui.ButtonSet.OK_CANCEL) === ui.Button.OK, String(ui.alert('Text', ui.ButtonSet.YES_NO))];`);
    const seen: HostEvent[] = [];
    host.onEvent((events) => seen.push(...events));
    expect(outcome(host)).toEqual([true, 'YES']);
    expect(seen[0]).toEqual({ kind: 'toast', message: 'Text', title: 'Title' });
  });
});

describe('formulas', () => {
  const inFormula = (body: string, prepare = '') => {
    const host = hostWith(`
      function prepare() { const sheet = SpreadsheetApp.getActive().getSheets()[0]; ${prepare} }
      /** @customfunction */
      function WA_TRY() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0]; ${body} }`);
    host.run('prepare', []);
    const answer = host.formula('WA_TRY', []);
    return answer.ok ? answer.value : answer.error.message;
  };
  test('read the spreadsheet, the caches and the owner’s properties', () => {
    expect(
      inFormula(
        `return [[sheet.getRange('A1').getValue(), PropertiesService.getUserProperties().getProperty('k'), CacheService.getDocumentCache().get('k')]];`,
        `sheet.getRange('A1').setValue(5); PropertiesService.getUserProperties().setProperty('k', 'owner'); CacheService.getDocumentCache().put('k', 'c');`,
      ),
    ).toEqual([[5, 'owner', 'c']]);
  });
  test.each([
    ['sheet.getRange("A1").setValue(1)', 'You do not have permission to call setValue'],
    [
      'sheet.getRange("A1").setNumberFormat("0")',
      'You do not have permission to call setNumberFormat',
    ],
    ['sheet.appendRow([1])', 'You do not have permission to call appendRow'],
    ['ss.insertSheet("x")', 'You do not have permission to call insertSheet'],
    [
      'ss.setNamedRange("x", sheet.getRange("A1"))',
      'You do not have permission to call setNamedRange',
    ],
    ['ss.toast("x")', 'You do not have permission to call toast'],
    [
      'PropertiesService.getUserProperties().setProperty("a", "b")',
      'You do not have permission to call setProperty',
    ],
    ['SpreadsheetApp.getUi()', 'Cannot call SpreadsheetApp.getUi() from this context.'],
    ['ScriptApp.newTrigger("prepare")', 'You do not have permission to call ScriptApp.newTrigger'],
    ['Session.getActiveUser()', 'You do not have permission to call Session.getActiveUser'],
  ])('may not call %s', (call, message) => {
    expect(inFormula(call)).toBe(message);
  });
  test('end after 30 seconds of the clock', () => {
    expect(inFormula('Utilities.sleep(31000); Utilities.sleep(1); return 1;')).toBe(
      'Exceeded maximum execution time',
    );
  });
});

test('a scope that the manifest lacks is missed by name', () => {
  const manifest = MANIFEST.replace('script.scriptapp', 'script.other').replace(
    'script.container.ui',
    'x',
  );
  expect(() => run('ScriptApp.getProjectTriggers()', { manifest })).toThrow(
    'Specified permissions are not sufficient to call ScriptApp.getProjectTriggers.',
  );
  expect(() =>
    run(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))`, { manifest }),
  ).toThrow('script.container.ui');
  expect(() => run(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['x:y'])`)).toThrow(
    'The manifest does not ask for the scope x:y.',
  );
});
