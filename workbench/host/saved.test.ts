import { hostDoing, hostWith, outcome } from './testing';

const FILL = `
  sheet.getRange('B2:D2').setValues([["'=text", 1.5, '=B2']]).setNumberFormats([['@', '0.0', '']])
    .setNote('n').setFontWeight('bold').setBackground('#ff0000');
  sheet.setFrozenRows(1); sheet.setColumnWidth(2, 200); sheet.protect().setDescription('p');
  sheet.getRange('C:C').addDeveloperMetadata('column', 'c');
  ss.setNamedRange('HERE', sheet.getRange('B2'));
  ss.insertSheet('Two').hideSheet();
  PropertiesService.getUserProperties().setProperty('k', 'v');
  CacheService.getUserCache().put('k', 'v');
  ScriptApp.newTrigger('go').timeBased().everyHours(2).create();`;

test('a saved workbook comes back whole, without its caches', () => {
  const first = hostDoing(FILL, { locale: 'pt_BR', timeZone: 'America/New_York' });
  first.setClock('2026-11-22T12:00:00Z');
  outcome(first);
  first.acceptResults([{ sheetId: 0, row: 2, column: 4, value: 'computed' }]);
  const saved = first.save();
  const second = hostDoing(
    `return [PropertiesService.getUserProperties().getProperty('k'), CacheService.getUserCache().get('k'),
      ss.createDeveloperMetadataFinder().find()[0].getLocation().getColumn().getColumn(),
      sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getDescription(),
      ScriptApp.getProjectTriggers().length];`,
    { saved },
  );
  const { revision: _, ...was } = first.snapshot();
  expect(second.snapshot()).toMatchObject(was);
  expect(second.range('Página1', 'B2:D2').values).toEqual([['=text', 1.5, 'computed']]);
  expect(second.save()).toBe(saved);
  expect(outcome(second)).toEqual(['v', null, 3, 'p', 1]);
  second.setClock('2026-11-22T14:00:00Z');
  expect(second.fireTriggers()).toEqual([{ function: 'go', ok: true }]);
});

test('empty rows that look alike are kept once, and come back each', () => {
  const first = hostDoing(`
    sheet.getRange('A2:C1000').setNumberFormat('0.0'); sheet.getRange('B500').setValue(7);
    sheet.getRange('A700').setBackground('#ff0000'); sheet.getRange('C800').setNote('n');`);
  outcome(first);
  const saved = first.save();
  expect(saved.length).toBeLessThan(3_000);
  const { revision: _, ...was } = first.snapshot();
  const second = hostWith('', { saved });
  expect(second.snapshot()).toMatchObject(was);
  const cells = second.snapshot().sheets[0]?.cells ?? {};
  expect(Object.keys(cells)).toHaveLength(999);
  expect(cells[500]?.[2]).toEqual({ v: 7, n: '0.0' });
  expect([cells[499], cells[501], cells[1000]]).toEqual([cells[2], cells[2], cells[2]]);
  expect(cells[700]?.[1]).toEqual({ v: null, n: '0.0', s: { bg: '#ff0000' } });
  expect(cells[800]?.[3]).toEqual({ v: null, n: '0.0', note: 'n' });
});

test('a text that is no saved workbook is refused', () => {
  expect(() => hostWith('', { saved: '{"version":0}' })).toThrow('not a saved workbook');
});

test('an unknown zone or locale is refused', () => {
  expect(() => hostWith('', { timeZone: 'Mars/Base' })).toThrow('Mars/Base');
  expect(() => hostWith('', { locale: 'klingon' })).toThrow('Unknown locale: klingon');
});
