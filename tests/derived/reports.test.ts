// What people do to a report tab stays theirs, and the report is right again after the next sync.
import { type Bench, openBench } from '../crash/bench';
import { plusDays } from '../judge/days';
import type { Loose } from '../judge/workbench';
import {
  MONTH,
  makeScene,
  reportOn,
  script,
  sheetsOf,
  TODAY,
  valuesOf,
  WEEK,
  worldOf,
} from './scene';

const world = worldOf(302);
const { saved, report } = makeScene(world);
const WIDTH = 11;
let bench: Bench;
let right: Loose[][];
beforeEach(() => {
  bench = openBench({ world, saved });
  right = oursIn();
});
const oursIn = (): Loose[][] => {
  const lines = valuesOf(bench, report).map((line) => line.slice(0, WIDTH));
  while (lines.length > 0 && lines[lines.length - 1]?.every((value) => value === '')) lines.pop();
  return lines;
};
const labelled = (label: string): Loose[] => oursIn().find(([first]) => first === label) ?? [];
/** Row with the headers of the table by day. */
const dayHeader = (): number =>
  oursIn().findIndex((line) => line[0] === 'Date' && line[1] === 'Sent') + 1;
const SHAPES = `return ss.getSheetByName(${JSON.stringify(report)}).getCharts().map((chart) =>
  chart.getRanges().map((range) => range.getA1Notation()));`;

test('each day of the period has its row, and the totals are those of the days', () => {
  const days = right.slice(dayHeader());
  expect(days).toHaveLength(7);
  const sum = (at: number): number => days.reduce((all, line) => all + Number(line[at] || 0), 0);
  expect(sum(1)).toBe(labelled('Sent')[1]);
  expect(sum(2)).toBe(labelled('Delivered')[1]);
  expect(sum(6)).toBeCloseTo(labelled('Spent')[1], 8);
  const { formats } = bench.host.range(report);
  expect(formats[dayHeader()]?.slice(0, 3)).toEqual(['yyyy-mm-dd', '#,##0', '#,##0']);
});

test('longer and shorter periods write and empty our rows only', () => {
  const below = right.length + 2;
  bench.host.type(report, `A${below}:B${below + 1}`, [
    ['My notes', 'for the boss'],
    ['2026-11-22', 5],
  ]);
  bench.host.type(
    report,
    `M2:M${right.length}`,
    right.slice(1).map((_, i) => [`beside ${i}`]),
  );
  bench.sync({ ...MONTH, compareTo: 'none' });
  const longer = oursIn();
  const place = longer.findIndex(([first]) => first === 'My notes');
  expect(place).toBeGreaterThan(right.length);
  expect(longer[place]?.slice(0, 2)).toEqual(['My notes', 'for the boss']);
  expect(longer[place + 1]?.[1]).toBe(5);
  expect(longer.slice(dayHeader(), place).filter(([day]) => typeof day === 'number')).toHaveLength(
    30,
  );
  bench.sync(WEEK);
  const after = oursIn();
  expect(after.slice(0, right.length)).toEqual(right);
  expect(after[place]?.slice(0, 2)).toEqual(['My notes', 'for the boss']);
  expect(after.slice(right.length, place).flat().join('')).toBe('');
  const beside = valuesOf(bench, report)
    .map((line) => line[12])
    .filter((value) => value);
  expect(beside).toEqual(right.slice(1).map((_, i) => `beside ${i}`));
});

test.each([
  [
    'with numbers overwritten',
    () =>
      bench.host.type(report, 'B13:C14', [
        [1, 'x'],
        ['=1+1', ''],
      ]),
  ],
  [
    'with a row inserted among its days',
    () => bench.host.edit({ op: 'insertRows', sheet: report, at: dayHeader() + 3, count: 1 }),
  ],
  [
    'with its last day deleted',
    () => bench.host.edit({ op: 'deleteRows', sheet: report, at: right.length, count: 1 }),
  ],
  [
    'with a day in the middle deleted',
    () => bench.host.edit({ op: 'deleteRows', sheet: report, at: dayHeader() + 2, count: 1 }),
  ],
  [
    'with the headers of its days deleted',
    () => bench.host.edit({ op: 'deleteRows', sheet: report, at: dayHeader(), count: 1 }),
  ],
])('a report %s is right again', (_name, edit) => {
  edit();
  bench.sync(WEEK);
  expect(oursIn()).toEqual(right);
  bench.sync(WEEK);
  expect(oursIn()).toEqual(right);
});

test('with its last day deleted and notes below, the notes stay', () => {
  bench.host.type(report, `A${right.length + 2}`, [['My notes']]);
  bench.host.edit({ op: 'deleteRows', sheet: report, at: right.length, count: 1 });
  bench.sync(WEEK);
  expect(oursIn().slice(0, right.length)).toEqual(right);
  expect(
    oursIn()
      .slice(right.length)
      .flat()
      .filter((value) => value !== ''),
  ).toEqual(['My notes']);
});

test.each([1, 2, 5])(
  'a column inserted at %d is told about, and nothing of the tab changes',
  (at) => {
    bench.host.edit({ op: 'insertColumns', sheet: report, at, count: 1 });
    const letter = String.fromCharCode(64 + at);
    bench.host.type(
      report,
      `${letter}1:${letter}50`,
      Array.from({ length: 50 }, () => ['mine']),
    );
    const before = valuesOf(bench, report);
    const { notices } = bench.sync(MONTH);
    expect(notices).toContainEqual(expect.objectContaining({ code: 'comparison-protected' }));
    expect(valuesOf(bench, report)).toEqual(before);
    bench.host.edit({ op: 'deleteColumns', sheet: report, at, count: 1 });
    bench.sync(WEEK);
    expect(oursIn()).toEqual(right);
  },
);

describe('the chart', () => {
  const last = (): number => oursIn().length;

  test('is one, and follows the days', () => {
    const ranges = ['A', 'C', 'F'].map((letter) => `${letter}${dayHeader()}:${letter}${last()}`);
    expect(script(bench, world, SHAPES).value).toEqual([ranges]);
    bench.sync(MONTH);
    const longer = ['A', 'C', 'F'].map((letter) => `${letter}${dayHeader()}:${letter}${last()}`);
    expect(longer).not.toEqual(ranges);
    expect(script(bench, world, SHAPES).value).toEqual([longer]);
  });

  test('that a person deleted does not come back, one of theirs stays', () => {
    const own = `const sheet = ss.getSheetByName(${JSON.stringify(report)});
      sheet.removeChart(sheet.getCharts()[0]);
      sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A40:B45')).setPosition(1, 1, 0, 0).build());`;
    bench = script(bench, world, own).bench;
    bench.sync(MONTH);
    expect(script(bench, world, SHAPES).value).toEqual([['A40:B45']]);
  });

  test('that a person moved stays where it is', () => {
    const move = `const sheet = ss.getSheetByName(${JSON.stringify(report)}); const [chart] = sheet.getCharts();
      sheet.updateChart(chart.modify().setPosition(9, 9, 0, 0).build());`;
    bench = script(bench, world, move).bench;
    bench.sync(MONTH);
    const where = `const [chart] = ss.getSheetByName(${JSON.stringify(report)}).getCharts();
      return [chart.getContainerInfo().getAnchorRow(), chart.getContainerInfo().getAnchorColumn()];`;
    expect(script(bench, world, where).value).toEqual([9, 9]);
  });
});

test('a report is found under another name, and is never made twice', () => {
  const names = sheetsOf(bench);
  expect(reportOn(bench, world)).toBe(report);
  bench.host.edit({ op: 'renameSheet', sheet: report, name: 'Mine' });
  expect(reportOn(bench, world)).toBe('Mine');
  expect(sheetsOf(bench)).toEqual(names.map((name) => (name === report ? 'Mine' : name)));
});

test('where a person has a tab of its name, a number follows', () => {
  bench.host.edit({ op: 'deleteSheet', sheet: report });
  bench.host.edit({ op: 'addSheet', sheet: report });
  bench.host.type(report, 'A1', [['mine']]);
  expect(reportOn(bench, world)).toBe(`${report} 2`);
  expect(valuesOf(bench, report)).toEqual([['mine']]);
});

test('of a deleted template the words stay, also where the comparison no longer has it', () => {
  const text = labelled('Text')[1];
  expect(text).not.toBe('');
  const [gone, other] = world.accounts[0]?.templates ?? [];
  if (!gone || !other) throw new Error('There are too few templates.');
  world.accounts[0]?.templates.splice(0, 1);
  try {
    bench.sync({ ...WEEK, templates: [other.id] });
    expect(valuesOf(bench, 'WA Templates')).toHaveLength(2);
    expect(labelled('Text')[1]).toBe(text);
    expect(labelled('Status')[1]).toBe('DELETED');
    bench.sync({ ...WEEK, to: plusDays(TODAY, -1), templates: [other.id] });
    expect(labelled('Text')[1]).toBe(text);
  } finally {
    world.accounts[0]?.templates.unshift(gone);
  }
});

test('a protected report is told about, the comparison is made', () => {
  bench.host.edit({ op: 'protect', sheet: report });
  const before = valuesOf(bench, report);
  const answer = bench.sync(MONTH);
  expect(answer.comparison).toBe('WA Templates');
  expect(answer.notices.map(({ code }: { code: string }) => code)).toContain(
    'comparison-protected',
  );
  expect(valuesOf(bench, report)).toEqual(before);
});

test('its first rows say what it is', () => {
  expect(right[0]?.[0]).toMatch(/^tpl_\d+ \(\w+\)$/);
  expect(right[1]?.[0]).toContain('Ledger for WhatsApp');
});
