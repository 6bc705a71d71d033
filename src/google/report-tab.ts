// Report tabs of single templates: each found by its mark, made once, and changed only where it differs.
import type { ReportTab } from '../app/ports';
import { storableText } from '../core/cell-text';
import { familyKey } from '../core/compare/families';
import type { TemplateReport } from '../core/compare/report';
import { AddonError } from '../core/errors';
import type { CompareWords } from '../texts/compare-words';
import type { HeaderLanguage } from '../texts/headers';
import { carryOut, marksOn } from './area';
import { lettersOf, planRows } from './area-plan';
import { isProtected } from './guard';
import { readDay, readText } from './read-cells';
import {
  CHART_COLUMNS,
  dayTitles,
  formatsOf,
  isMoved,
  keepLabels,
  layOut,
  REPORT_WIDTH,
  type ReportLayout,
  titleOf,
} from './report-layout';
import { makeTab } from './tabs';
import type { Sheet, Spreadsheet } from './types';
import { readWords } from './words';

/** Key of the mark on a report; its value is account and template. */
const MARK = 'wa-report';
/** Left on the last row that is ours: what stands below is not. It moves with its row. */
const END_MARK = 'wa-report-end';
/** Left once the chart was made: a person who deletes it shall not get it again. */
const CHART_MARK = 'wa-chart';
/** Longest name of a tab, less a number behind it. */
const LONGEST_NAME = 96;

export function createReportTab(
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): ReportTab {
  const words = (): CompareWords => readWords().compare[language()];
  const find = (accountId: string, templateId: string): Sheet | undefined =>
    reportsIn(spreadsheet()).get(familyKey(accountId, templateId));
  return {
    list: () =>
      [...reportsIn(spreadsheet())].map(([key, sheet]) => {
        const [accountId = '', templateId = ''] = key.split('|');
        return { tab: sheet.getName(), accountId, templateId };
      }),

    show(report) {
      const book = spreadsheet();
      const { accountId, templateId } = report.labels;
      const sheet = find(accountId, templateId) ?? make(book, report);
      const present = sheet
        .getRange(1, 1, Math.max(1, sheet.getLastRow()), REPORT_WIDTH)
        .getValues();
      const layout = layOut(keepLabels(report, present, words()), words());
      fill(sheet, layout, present, dayTitles(words()), book.getSpreadsheetTimeZone());
      showChart(sheet, layout, titleOf(report));
      return sheet.getName();
    },
  };
}

/** Every report by account and template. A copy of a tab may carry its mark: the older mark counts. */
function reportsIn(book: Spreadsheet): Map<string, Sheet> {
  const reports = new Map<string, Sheet>();
  for (const mark of book.createDeveloperMetadataFinder().withKey(MARK).find()) {
    const [sheet, key] = [mark.getLocation().getSheet(), mark.getValue() ?? ''];
    if (sheet && !reports.has(key)) reports.set(key, sheet);
  }
  return reports;
}

function make(book: Spreadsheet, report: TemplateReport): Sheet {
  const name = storableText(`WA Report ${titleOf(report)}`.slice(0, LONGEST_NAME));
  const { accountId, templateId } = report.labels;
  const made = makeTab(book, name);
  made.addDeveloperMetadata(MARK, familyKey(accountId, templateId));
  made.setColumnWidth(1, 170);
  made.getRange(1, 1).setFontSize(14);
  made.setFrozenRows(1);
  return made;
}

/** Brings our area to show the layout. Rows below it and columns beside it stay as they are. */
function fill(
  sheet: Sheet,
  layout: ReportLayout,
  present: readonly unknown[][],
  titles: readonly string[],
  zone: string,
): void {
  const { cells, bold, dayHeader } = layout;
  const marks = marksOn(sheet, END_MARK);
  const ends = marks.map((mark) => mark.getLocation().getRow()?.getRow() ?? 0);
  const end = ends.length > 0 ? Math.max(...ends) : lastDayRow(present, titles, zone);
  if (isMoved(present.slice(0, end), titles)) {
    throw new AddonError('sheet-changed', { tab: sheet.getName() });
  }
  const plan = planRows(cells, present, zone, 1, (_, i) => i < end);
  const isLaidOut =
    ends.length === 1 &&
    end === cells.length &&
    readText(present[dayHeader - 1]?.[0]) === titles[0] &&
    // A row still empty may lack its formats too, where a run died.
    cells.every((line, i) => line[0]?.value === null || readText(present[i]?.[0]) !== '');
  if (!plan && isLaidOut) return;
  carryOut(sheet, plan, REPORT_WIDTH, () => {
    if (isLaidOut) return;
    // The area is claimed before anything stands in it: a run that dies leaves nothing that looks foreign.
    sheet.getRange(cells.length, 1, 1, sheet.getMaxColumns()).addDeveloperMetadata(END_MARK);
    for (const mark of marks) mark.remove();
    SpreadsheetApp.flush();
    const area = sheet.getRange(1, 1, cells.length, REPORT_WIDTH);
    area.setNumberFormats(formatsOf(layout)).setFontWeight('normal');
    const last = lettersOf(REPORT_WIDTH);
    sheet.getRangeList(bold.map((row) => `A${row}:${last}${row}`)).setFontWeight('bold');
  });
}

/** Without its mark our area ends with the days below their headers. */
function lastDayRow(
  present: readonly (readonly unknown[])[],
  titles: readonly string[],
  zone: string,
): number {
  const firsts = present.map(([first]) => first);
  let end = firsts.map(readText).lastIndexOf(titles[0] ?? '') + 1;
  while (end > 0 && readDay(firsts[end], zone) !== null) end += 1;
  return end;
}

/** Delivered messages as columns, link clicks as a line. A chart that a person moved stays where it is. */
function showChart(sheet: Sheet, { cells, dayHeader }: ReportLayout, title: string): void {
  if (cells.length === dayHeader) return;
  const wanted = CHART_COLUMNS.map((column) => {
    const letters = lettersOf(column);
    return `${letters}${dayHeader}:${letters}${cells.length}`;
  });
  const charts = sheet.getCharts().map((chart) => ({ chart, ranges: chart.getRanges() }));
  const own = charts.find(
    ({ ranges }) => ranges.map((range) => range.getColumn()).join() === CHART_COLUMNS.join(),
  );
  const isRight = own?.ranges.map((range) => range.getA1Notation()).join() === wanted.join();
  if (isRight || (!own && marksOn(sheet, CHART_MARK).length > 0) || isProtected(sheet)) return;
  let builder =
    own?.chart.modify().clearRanges() ??
    sheet
      .newChart()
      .asComboChart()
      .setTitle(title)
      .setNumHeaders(1)
      .setOption('series', { 0: { type: 'bars' }, 1: { type: 'line', targetAxisIndex: 1 } })
      // Beside the totals, in sight when the tab opens.
      .setPosition(3, 7, 0, 0);
  for (const a1 of wanted) builder = builder.addRange(sheet.getRange(a1));
  if (own) {
    sheet.updateChart(builder.build());
    return;
  }
  sheet.insertChart(builder.build());
  sheet.addDeveloperMetadata(CHART_MARK);
}
