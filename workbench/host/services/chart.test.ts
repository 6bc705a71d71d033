// Embedded charts as Google documents them (Sheet.newChart, EmbeddedChartBuilder, EmbeddedChart).
import type { ServiceCall } from '../api';
import { hostDoing, hostWith, outcome, run } from '../testing';

const CHART = `sheet.newChart().addRange(sheet.getRange('A1:C5')).setPosition(2, 5, 10, 20)`;

test('a chart is on the sheet once it is inserted, under a number of its own', () => {
  const body = `
    const built = ${CHART}.setChartType(Charts.ChartType.LINE).setNumHeaders(1).setOption('title', 'Spent').build();
    const before = [sheet.getCharts().length, built.getChartId()];
    sheet.insertChart(built); sheet.insertChart(built);
    const ids = sheet.getCharts().map((chart) => chart.getChartId());
    return [before, built.getChartId(), ids.length, new Set(ids).size, ids.every((id) => Number.isInteger(id) && id > 0)];`;
  expect(run(body)).toEqual([[0, null], null, 2, 2, true]);
});

test('a chart says what it shows, where and how', () => {
  const body = `
    sheet.insertChart(${CHART}.setNumHeaders(1).setMergeStrategy(Charts.ChartMergeStrategy.MERGE_ROWS)
      .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH).setTransposeRowsAndColumns(true)
      .asComboChart().setTitle('T').setOption('vAxes', { 0: { title: 'Left' } }).setOption('vAxes.1.title', 'Right').build());
    const [chart] = sheet.getCharts();
    const place = chart.getContainerInfo();
    const options = chart.getOptions();
    return [chart.getRanges().map((range) => range.getA1Notation()), chart.getNumHeaders(), String(chart.getMergeStrategy()),
      String(chart.getHiddenDimensionStrategy()), chart.getTransposeRowsAndColumns(), String(chart.modify().getChartType()),
      [place.getAnchorRow(), place.getAnchorColumn(), place.getOffsetX(), place.getOffsetY()],
      options.get('title'), options.get('vAxes.0.title'), options.get('vAxes'), options.get('nothing.at.all')];`;
  expect(run(body)).toEqual([
    ['A1:C5'],
    1,
    'MERGE_ROWS',
    'SHOW_BOTH',
    true,
    'COMBO',
    [2, 5, 10, 20],
    'T',
    'Left',
    { 0: { title: 'Left' }, 1: { title: 'Right' } },
    null,
  ]);
});

test('a new chart has the defaults that Google names', () => {
  const body = `const chart = sheet.newChart().build();
    return [String(chart.getHiddenDimensionStrategy()), String(chart.getMergeStrategy()), chart.getTransposeRowsAndColumns(), chart.getRanges()];`;
  expect(run(body)).toEqual(['IGNORE_ROWS', 'MERGE_COLUMNS', false, []]);
});

test('a modified chart changes the sheet with updateChart only, and keeps its number', () => {
  const body = `
    sheet.insertChart(${CHART}.build());
    const [chart] = sheet.getCharts();
    const next = chart.modify().clearRanges().addRange(sheet.getRange('A1:A5')).addRange(sheet.getRange('A1:A5'))
      .addRange(sheet.getRange('C1:C5')).removeRange(sheet.getRange('C1:C4')).setOption('title', 'New').build();
    const before = sheet.getCharts()[0].getOptions().get('title');
    sheet.updateChart(next);
    const [now] = sheet.getCharts();
    const same = now.getChartId() === chart.getChartId();
    const texts = [now.getOptions().get('title'), now.getRanges().map((range) => range.getA1Notation()), chart.getRanges().length];
    sheet.removeChart(now);
    return [before, same, texts, sheet.getCharts().length];`;
  expect(run(body)).toEqual([null, true, ['New', ['A1:A5', 'C1:C5'], 1], 0]);
});

test('kinds of builder set options of their own', () => {
  const body = `
    const line = ${CHART}.asLineChart().setXAxisTitle('Day').setYAxisTitle('Sent').setColors(['red', '#00F'])
      .setLegendPosition(Charts.Position.BOTTOM).setCurveStyle(Charts.CurveStyle.SMOOTH).build().getOptions();
    const column = ${CHART}.asColumnChart().setStacked().build().getOptions();
    return [line.get('hAxis.title'), line.get('vAxis.title'), line.get('colors'), line.get('legend.position'), line.get('curveType'), column.get('isStacked')];`;
  expect(run(body)).toEqual(['Day', 'Sent', ['#ff0000', '#0000ff'], 'bottom', 'function', true]);
});

test('a setter of the general builder leaves the kind of builder, as Google’s types say', () => {
  expect(() => run(`sheet.newChart().asLineChart().setNumHeaders(1).setTitle('T')`)).toThrow(
    'not emulated: EmbeddedChartBuilder.setTitle',
  );
});

test('ranges and place follow inserted, deleted and moved lines, also of another tab', () => {
  const host = hostDoing(`
    const data = ss.insertSheet('Data');
    sheet.insertChart(${CHART}.addRange(data.getRange('B2:C9')).build());
    sheet.insertRowsBefore(1, 2); sheet.insertColumnsBefore(1, 1); data.deleteRows(1, 3);`);
  outcome(host);
  const chart = () => host.look('Sheet1').charts[0];
  expect(chart()).toMatchObject({
    ranges: ['B3:D7', 'Data!B1:C6'],
    anchor: { row: 4, column: 6, offsetX: 10, offsetY: 20 },
  });
  host.edit({ op: 'deleteRows', sheet: 'Sheet1', at: 3, count: 3 });
  expect(chart()).toMatchObject({ ranges: ['B3:D4', 'Data!B1:C6'], anchor: { row: 3, column: 6 } });
  host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 6, count: 1, to: 1 });
  expect(chart()).toMatchObject({ ranges: ['C3:E4', 'Data!B1:C6'], anchor: { row: 3, column: 1 } });
  host.edit({ op: 'deleteSheet', sheet: 'Data' });
  expect(chart()?.ranges).toEqual(['C3:E4']);
});

test('charts are told to the page and outlive the workbook’s file', () => {
  const host = hostDoing(
    `sheet.insertChart(${CHART}.setNumHeaders(1).asLineChart().setTitle('T').build());`,
  );
  const kinds: string[] = [];
  host.onEvent((events) => kinds.push(...events.map(({ kind }) => kind)));
  outcome(host);
  expect(kinds).toEqual(['reload']);
  const again = hostDoing('', { saved: host.save() });
  expect(again.snapshot().sheets[0]?.charts).toEqual([
    {
      id: expect.any(Number),
      kind: 'LINE',
      ranges: [{ sheetId: 0, row: 1, column: 1, rows: 5, columns: 3 }],
      headers: 1,
      stacked: false,
      transposed: false,
      showsHidden: false,
      anchor: { row: 2, column: 5, x: 10, y: 20 },
      options: { title: 'T' },
    },
  ]);
  expect(again.look('Sheet1').charts[0]?.id).toBe(host.look('Sheet1').charts[0]?.id);
});

test.each([
  ['sheet.newChart().setChartType(Charts.ChartType.PIE)', 'not emulated: charts of type PIE'],
  [`sheet.newChart().setChartType('LINE')`, 'Invalid argument: type'],
  [`sheet.newChart().addRange('A1')`, 'Invalid argument: range'],
  ['sheet.newChart().setPosition(0, 1, 0, 0)', 'anchorRowPos must be at least 1'],
  ['sheet.newChart().setPosition(1, 1)', 'offsetX must be a whole number'],
  ['sheet.newChart().setNumHeaders(1.5)', 'headers must be a whole number'],
  [`sheet.newChart().setOption('title', () => 1)`, 'cannot be sent'],
  [`sheet.newChart().setOption('title', sheet)`, 'cannot be sent'],
  ['sheet.insertChart(sheet.newChart())', 'Invalid argument: chart'],
  [
    'sheet.insertChart(sheet.newChart().setPosition(2000, 1, 0, 0).build())',
    'outside the dimensions',
  ],
  ['sheet.updateChart(sheet.newChart().build())', 'not on the sheet "Sheet1"'],
  ['sheet.removeChart(sheet.newChart().build())', 'not on the sheet "Sheet1"'],
  ['sheet.newChart().asPieChart()', 'not emulated'],
  ['Charts.newLineChart()', 'not emulated: Charts.newLineChart'],
])('%s is refused', (call, message) => {
  expect(() => run(call)).toThrow(message);
});

test('charts, filters and rules are built, not set, in formulas; each call is counted', () => {
  const calls: ServiceCall[] = [];
  const host = hostWith(
    `/** @customfunction */ function WA_TRY(what) {
      const sheet = SpreadsheetApp.getActive().getSheets()[0];
      const chart = sheet.newChart().setOption('title', 'T').build();
      const rule = SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setRanges([sheet.getRange('A1')]).build();
      if (what === 'chart') sheet.insertChart(chart);
      if (what === 'rule') sheet.setConditionalFormatRules([rule]);
      if (what === 'filter') sheet.getRange('A1').createFilter();
      return sheet.getCharts().length + sheet.getConditionalFormatRules().length;
    }`,
    { onCall: (call) => calls.push(call) },
  );
  expect(host.formula('WA_TRY', [''])).toEqual({ ok: true, value: 0 });
  for (const [what, method] of [
    ['chart', 'insertChart'],
    ['rule', 'setConditionalFormatRules'],
    ['filter', 'createFilter'],
  ]) {
    expect(host.formula('WA_TRY', [what ?? ''])).toMatchObject({
      ok: false,
      error: { message: `You do not have permission to call ${method}` },
    });
  }
  expect(host.calls().calls).toMatchObject({
    'Sheet.newChart': 4,
    'EmbeddedChartBuilder.setOption': 4,
    'SpreadsheetApp.newConditionalFormatRule': 4,
    'ConditionalFormatRuleBuilder.build': 4,
    'Sheet.insertChart': 1,
  });
});

test('what builds a chart is nothing to lose: half of the changes are whole charts', () => {
  const body = ['one', 'two']
    .map((title) => `sheet.insertChart(${CHART}.asLineChart().setTitle('${title}').build());`)
    .join('\n');
  let last = 0;
  const onCall = ({ number }: ServiceCall) => {
    last = number;
  };
  outcome(hostDoing(`${body} Utilities.getUuid();`, { onCall }));
  const host = hostDoing(`${body} Utilities.getUuid();`);
  host.planFault({ dieAt: last, pending: 'half' });
  expect(() => outcome(host)).toThrow('planned fault');
  expect(host.look('Sheet1').charts.map(({ options }) => options.title)).toEqual(['one']);
});
