// What a report tab shows, cell by cell: pure. Blocks stand one below the other; only the last ones grow.

import { changeOf } from '../core/compare/change';
import { verdictIn } from '../core/compare/comparison';
import { isRate, kindOf, MEASURES, type Measure } from '../core/compare/measures';
import { reportedIn, type TemplateReport } from '../core/compare/report';
import type { CellValue } from '../core/daily';
import type { CompareWords } from '../texts/compare-words';
import { cell, KIND_FORMATS, type TypedCell } from './area-plan';
import { readText } from './read-cells';

/** Measures of the table by day, after its date. */
const BY_DAY = [
  'sent',
  'delivered',
  'read',
  'replied',
  'clicks',
  'spent',
  'costPerDelivered',
  'costPerClick',
  'purchases',
  'purchaseValue',
] as const satisfies readonly Measure[];
/** Columns of the area that is ours. */
export const REPORT_WIDTH = 1 + BY_DAY.length;
/** Columns of the table by day that the chart shows: date, delivered, link clicks. */
export const CHART_COLUMNS = [1, 2 + BY_DAY.indexOf('delivered'), 2 + BY_DAY.indexOf('clicks')];

export interface ReportLayout {
  /** One line a row from the first on, each as wide as the area. */
  cells: TypedCell[][];
  /** Rows in bold. */
  bold: number[];
  /** Row with the headers of the table by day. */
  dayHeader: number;
}

const LABELS = ['templateId', 'category', 'status', 'quality', 'currency'] as const;

/** @example titleOf(report) // 'promo (pt_BR)' */
export const titleOf = ({ labels }: Pick<TemplateReport, 'labels'>): string =>
  `${labels.template} (${labels.language})`;

export function layOut(report: TemplateReport, words: CompareWords): ReportLayout {
  const { labels, days, comparedDays, now, before, mixed } = report;
  const { columns, report: own } = words;
  const rows: TypedCell[][] = [];
  const bold: number[] = [];
  const add = (...cells: TypedCell[]): void => {
    rows.push(Array.from({ length: REPORT_WIDTH }, (_, i) => cells[i] ?? text(null)));
  };
  const addBold = (...titles: string[]): void => {
    add(...titles.map(text));
    bold.push(rows.length);
  };

  addBold(titleOf(report));
  add(text(own.about));
  add(text(own.dates), ...(days ? [day(days.from), day(days.to)] : [text(own.notHeld)]));
  add(text(own.compared), ...(comparedDays ? [day(comparedDays.from), day(comparedDays.to)] : []));
  add(text(columns.account), text(labels.account), text(labels.accountId));
  for (const name of LABELS) add(text(columns[name]), text(labels[name]));
  add(text(null), text(mixed ? own.mixed : null));

  addBold(own.metric, own.now, own.before, own.change, own.verdict);
  for (const name of MEASURES) {
    const [value, other] = [reportedIn(report, now, name), reportedIn(report, before, name)];
    const verdict = isRate(name) ? verdictIn(report, name) : null;
    add(
      text(columns[name]),
      cell(kindOf(name), value),
      cell(kindOf(name), other),
      cell('change', changeOf(value, other)),
      text(verdict && words.verdicts[verdict]),
    );
  }
  add();
  add(text(columns.text), text(labels.text));
  add(text(columns.buttons), text(labels.buttons));
  add();

  addBold(own.button, own.buttonType, own.clicks, own.uniqueClicks, own.delivered, own.clickRate);
  for (const { label, type, clicks, uniqueClicks, delivered, clickRate } of report.buttons) {
    const counts = [clicks, uniqueClicks, delivered].map((count) => cell('count', count));
    add(text(label), text(type), ...counts, cell('rate', clickRate));
  }
  add();

  addBold(...dayTitles(words));
  const dayHeader = rows.length;
  for (const { day: date, sums } of report.byDay) {
    add(day(date), ...BY_DAY.map((name) => cell(kindOf(name), reportedIn(report, sums, name))));
  }
  return { cells: rows, bold, dayHeader };
}

const text = (value: CellValue): TypedCell => cell('text', value === '' ? null : value);
const day = (value: string): TypedCell => cell('day', value);

/** Headers of the table by day. */
export const dayTitles = ({ columns, report }: CompareWords): string[] => [
  report.date,
  ...BY_DAY.map((name) => columns[name]),
];

/**
 * Whether somebody put a column among ours: the headers of the table by day tell. A row that was half
 * written is not taken for that.
 *
 * @param present the rows that are ours
 */
export function isMoved(
  present: readonly (readonly unknown[])[],
  titles: readonly string[],
): boolean {
  return present.some((line) => {
    const shown = line.map(readText);
    // A second header tells a row of headers from one that happens to hold the word.
    if (titles.filter((title) => shown.includes(title)).length < 2) return false;
    return (
      shown.includes(titles[0] ?? '') &&
      shown.some((title, i) => title !== '' && title !== titles[i])
    );
  });
}

/** The report, with what the tab says of its template where the report does not. */
export function keepLabels(
  report: TemplateReport,
  present: readonly (readonly unknown[])[],
  { columns }: CompareWords,
): TemplateReport {
  const labels = { ...report.labels };
  for (const key of ['status', 'quality', 'text', 'buttons'] as const) {
    labels[key] ||= readText(present.find(([label]) => readText(label) === columns[key])?.[1]);
  }
  return { ...report, labels };
}

/** Number formats of every cell. */
export const formatsOf = ({ cells }: ReportLayout): string[][] =>
  cells.map((line) => line.map(({ kind }) => KIND_FORMATS[kind]));
