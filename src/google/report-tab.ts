// Report tabs of single templates: each found by its mark, made once, and changed only where it differs.
import type { ReportTab } from '../app/ports';
import { storableText } from '../core/cell-text';
import { familyKey } from '../core/compare/families';
import type { TemplateReport } from '../core/compare/report';
import { AddonError } from '../core/errors';
import type { HeaderLanguage } from '../texts/headers';
import { isProtected, refuseProtected, refuseRules } from './guard';
import { readDay, readText } from './read-cells';
import {
  CHART_COLUMNS,
  dayTitles,
  isMoved,
  kindsOf,
  layOut,
  REPORT_WIDTH,
  type ReportLayout,
  readReport,
  titleOf,
} from './report-layout';
import { changedRows, KIND_FORMATS, lettersOf, rawOf } from './typed-cells';
import type { Sheet, Spreadsheet } from './types';
import { readWords } from './words';

/** Key of the mark on a report; its value is account and template. */
const MARK = 'wa-report';
/** Left on the last row that is ours: what stands below is not. It moves with its row. */
const END_MARK = 'wa-report-end';
/** Left once the chart was made: a person who deletes it shall not get it again. */
const CHART_MARK = 'wa-chart';
/** Longest name of a tab. */
const LONGEST_NAME = 100;
/** Beside the totals, in sight when the tab opens. */
const CHART_PLACE = { row: 3, column: 7 } as const;

export function createReportTab(
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): ReportTab {
  return {
    list: () =>
      reportsIn(spreadsheet()).map(({ sheet, accountId, templateId }) => ({
        tab: sheet.getName(),
        accountId,
        templateId,
      })),

    read(accountId, templateId) {
      const sheet = findReport(spreadsheet(), accountId, templateId);
      if (!sheet) return null;
      const rows = Math.max(1, sheet.getLastRow());
      const present = sheet.getRange(1, 1, rows, REPORT_WIDTH).getValues();
      return { accountId, templateId, ...readReport(present, Object.values(readWords().compare)) };
    },

    show(report) {
      const book = spreadsheet();
      const { accountId, templateId } = report.labels;
      const sheet = findReport(book, accountId, templateId) ?? make(book, report);
      const layout = layOut(report, readWords().compare[language()]);
      fill(sheet, layout, book.getSpreadsheetTimeZone());
      showChart(sheet, layout, titleOf(report));
      return sheet.getName();
    },
  };
}

interface Report {
  sheet: Sheet;
  accountId: string;
  templateId: string;
}

/** Every report. Of copies of a tab, which may carry its mark, the one furthest left is it. */
function reportsIn(book: Spreadsheet, key?: string): Report[] {
  const marks = book.createDeveloperMetadataFinder().withKey(MARK);
  const reports = new Map<string, Report>();
  for (const mark of (key === undefined ? marks : marks.withValue(key)).find()) {
    const sheet = mark.getLocation().getSheet();
    const value = mark.getValue() ?? '';
    const [accountId = '', templateId = ''] = value.split('|');
    const other = reports.get(value);
    if (sheet && !(other && other.sheet.getIndex() < sheet.getIndex())) {
      reports.set(value, { sheet, accountId, templateId });
    }
  }
  return [...reports.values()];
}

const findReport = (book: Spreadsheet, accountId: string, templateId: string): Sheet | null =>
  reportsIn(book, familyKey(accountId, templateId))[0]?.sheet ?? null;

/** Takes an empty tab of its name, which a run that died left; where a person's tab has it, a number follows. */
function make(book: Spreadsheet, report: TemplateReport): Sheet {
  const { accountId, templateId } = report.labels;
  const name = storableText(`WA Report ${titleOf(report)}`.replace(/[[\]*?:/\\']/g, '_'));
  const mark = (sheet: Sheet): Sheet =>
    sheet.addDeveloperMetadata(MARK, familyKey(accountId, templateId));
  const nameWith = (ending: string): string =>
    `${name.slice(0, LONGEST_NAME - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
  const begun = book.getSheetByName(nameWith(''));
  if (begun?.getLastRow() === 0) return mark(begun);
  let free = nameWith('');
  for (let n = 2; book.getSheetByName(free); n += 1) free = nameWith(` ${n}`);
  const shown = book.getActiveSheet();
  const made = mark(book.insertSheet(free));
  made.setColumnWidth(1, 170);
  shown.activate();
  return made;
}

/** Brings our area to show the layout. Rows below it and columns beside it stay as they are. */
function fill(sheet: Sheet, layout: ReportLayout, zone: string): void {
  const { cells } = layout;
  const words = Object.values(readWords().compare);
  const rows = Math.max(
    1,
    Math.min(sheet.getMaxRows(), Math.max(sheet.getLastRow(), cells.length)),
  );
  const present = sheet.getRange(1, 1, rows, REPORT_WIDTH).getValues();
  const marks = sheet.createDeveloperMetadataFinder().withKey(END_MARK).find();
  const ends = marks.map((mark) => mark.getLocation().getRow()?.getRow() ?? 0);
  const end = ends.length > 0 ? Math.max(...ends) : lastDayRow(present, words.map(dayTitles), zone);
  if (isMoved(present.slice(0, end), words)) {
    throw new AddonError('sheet-changed', { tab: sheet.getName() });
  }
  const isFilled = (line: readonly unknown[]): boolean =>
    line.some((value) => readText(value) !== '');
  // Below our area: whatever stands there is not ours and moves down before we grow into it.
  const lacking = present.slice(end, cells.length).some(isFilled) ? cells.length - end : 0;
  if (lacking > 0) {
    present.splice(
      end,
      0,
      ...Array.from({ length: lacking }, () => Array<unknown>(REPORT_WIDTH).fill('')),
    );
  }
  const changed = changedRows(cells, present, zone);
  const surplus = present.slice(cells.length, end).some(isFilled);
  const isLaidOut =
    ends.length > 0 &&
    end === cells.length &&
    words.some(({ report }) => readText(present[layout.dayHeader - 1]?.[0]) === report.date) &&
    // A row still empty may lack its formats too, where a run died.
    cells.every((line, i) => line[0]?.value === null || readText(present[i]?.[0]) !== '');
  if (!changed && !surplus && isLaidOut) return;

  const height = Math.min(Math.max(end, cells.length), sheet.getMaxRows());
  refuseProtected(sheet, [sheet.getRange(1, 1, height, REPORT_WIDTH)]);
  refuseRules(sheet, sheet.getRange(1, 1, height, REPORT_WIDTH));
  if (lacking > 0) {
    if (end > 0) sheet.insertRowsAfter(end, lacking);
    else sheet.insertRowsBefore(1, lacking);
  }
  const short = cells.length - sheet.getMaxRows();
  if (short > 0) sheet.insertRowsAfter(sheet.getMaxRows(), short);
  if (surplus) {
    sheet.getRange(cells.length + 1, 1, end - cells.length, REPORT_WIDTH).clearContent();
  }
  if (!isLaidOut) {
    // The area is claimed before anything stands in it: a run that dies leaves nothing that looks foreign.
    if (ends.length !== 1 || end !== cells.length) {
      sheet.getRange(cells.length, 1, 1, sheet.getMaxColumns()).addDeveloperMetadata(END_MARK);
      for (const mark of marks) mark.remove();
      SpreadsheetApp.flush();
    }
    const area = sheet.getRange(1, 1, cells.length, REPORT_WIDTH);
    area.setNumberFormats(kindsOf(layout).map((line) => line.map((kind) => KIND_FORMATS[kind])));
    area.setFontWeight('normal');
    const last = lettersOf(REPORT_WIDTH);
    sheet.getRangeList(layout.bold.map((row) => `A${row}:${last}${row}`)).setFontWeight('bold');
  }
  if (changed) {
    const values = cells.slice(changed.first, changed.last + 1).map((line) => line.map(rawOf));
    sheet.getRange(changed.first + 1, 1, values.length, REPORT_WIDTH).setValues(values);
  }
}

/** Without its mark our area ends with the days below their headers. */
function lastDayRow(
  present: readonly (readonly unknown[])[],
  titles: readonly string[][],
  zone: string,
): number {
  const header = present.findIndex((line) =>
    titles.some((own) => own.every((title, i) => readText(line[i]) === title)),
  );
  if (header < 0) return 0;
  let end = header + 1;
  while (end < present.length && readDay(present[end]?.[0], zone) !== null) end += 1;
  return end;
}

/** Delivered messages as columns, link clicks as a line. A chart a person moved or changed stays as it is. */
function showChart(sheet: Sheet, { cells, dayHeader }: ReportLayout, title: string): void {
  if (cells.length === dayHeader) return;
  const wanted = CHART_COLUMNS.map((column) => {
    const letters = lettersOf(column);
    return `${letters}${dayHeader}:${letters}${cells.length}`;
  });
  const charts = sheet.getCharts().map((chart) => ({ chart, ranges: chart.getRanges() }));
  const own = charts.find(
    ({ ranges }) =>
      ranges.length === CHART_COLUMNS.length &&
      ranges.every((range, i) => range.getColumn() === CHART_COLUMNS[i]),
  );
  if (own) {
    if (own.ranges.every((range, i) => range.getA1Notation() === wanted[i])) return;
    if (isProtected(sheet)) return;
    let changed = own.chart.modify().clearRanges();
    for (const a1 of wanted) changed = changed.addRange(sheet.getRange(a1));
    sheet.updateChart(changed.build());
    return;
  }
  if (sheet.createDeveloperMetadataFinder().withKey(CHART_MARK).find().length > 0) return;
  if (isProtected(sheet)) return;
  let made = sheet
    .newChart()
    .asComboChart()
    .setTitle(title)
    .setNumHeaders(1)
    .setOption('series', { 0: { type: 'bars' }, 1: { type: 'line', targetAxisIndex: 1 } })
    .setPosition(CHART_PLACE.row, CHART_PLACE.column, 0, 0);
  for (const a1 of wanted) made = made.addRange(sheet.getRange(a1));
  sheet.insertChart(made.build());
  sheet.addDeveloperMetadata(CHART_MARK);
}
