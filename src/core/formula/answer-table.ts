// Answers tables and series: a row per template or per period, in one call.
import { compareText } from '../daily';
import { serialOf } from '../day';
import { chunksFor, monthsWithRows } from '../index/query';
import type { MetricName } from '../metrics';
import type { Argument } from './arguments';
import { type Answer, type AnswerCell, type Call, readTableArguments, type Values } from './call';
import type { Cut } from './functions';
import { readCut, totalsByPeriod } from './periods';
import { createUnderstanding, type Part, type Question } from './question';
import { loadRecords } from './records';
import { type Totals, totalsOf, valueIn } from './totals';

/**
 * Answers `WA_TABLE(metrics; template; from; to; by; account)`: a header row, then a row per template in the
 * order of their names (all languages and IDs of a name are one row), or per day, week or month. Templates
 * named one by one always have their row; of a pattern or `*` those have one that have any number in these
 * days, as in a pivot table. Days are serial numbers.
 *
 * @example answerTable(call, ['spent', '*', 'last_month']) // [['Template', 'Spent'], ['promo', 21]]
 * @throws FormulaError
 */
export function answerTable(call: Call, args: readonly Argument[]): Answer {
  const { values, lists } = readTableArguments(call.name, args, ['metrics', 'template']);
  const metrics = call.words.readList(lists.metrics ?? []);
  const cut = readCut(values.by);
  const questions = understandAll(call, values, lists.template);
  if (questions.length === 0) return '';
  const titles = call.words.titles;
  const first = cut === null ? titles.template : titles[TITLE_OF[cut]];
  const rows = cut
    ? rowsByPeriod(call, questions, cut, metrics)
    : rowsByTemplate(call, questions, metrics);
  // Wholly before the first day ever fetched there is nothing to say, not even a header.
  if (rows === null) return '';
  return [[first, ...metrics.map((metric) => titles[metric])], ...rows];
}

/**
 * Answers `WA_SERIES(metric; template; from; to; by; account)`: rows of a period's first day, as a serial
 * number, and the value, without a header, ready for a forecast. Days where nothing is said otherwise.
 *
 * @example answerSeries(call, ['spent', 'promo', '2026-11', '', 'week']) // [[46328, 12], [46335, 9]]
 * @throws FormulaError
 */
export function answerSeries(call: Call, args: readonly Argument[]): Answer {
  const { values, lists } = readTableArguments(call.name, args, ['template']);
  const metric = call.words.read(values.metric);
  const cut = readCut(values.by) ?? 'day';
  if (!metric) return '';
  const questions = understandAll(call, values, lists.template);
  return rowsByPeriod(call, questions, cut, [metric]) ?? '';
}

const TITLE_OF = { day: 'date', week: 'week', month: 'month' } as const;

function understandAll(
  call: Call,
  values: Values,
  templates: Values['template'][] = [],
): Question[] {
  const understand = createUnderstanding(call);
  return templates
    .map((template) => understand({ ...values, template }))
    .filter((question) => question !== null);
}

/** Every series once, though a range may name it twice. */
function partsOf(questions: readonly Question[]): Part[] {
  const parts = new Map<number, Part>();
  for (const part of questions.flatMap((question) => question.parts)) {
    if (!parts.has(part.series)) parts.set(part.series, part);
  }
  return [...parts.values()];
}

function rowsByPeriod(
  { head, load }: Call,
  questions: readonly Question[],
  cut: Cut,
  metrics: readonly MetricName[],
): AnswerCell[][] | null {
  const parts = partsOf(questions);
  if (parts.length === 0) return null;
  const places = parts.flatMap((part) => monthsWithRows(head, part.series, part));
  const read = loadRecords(places, load);
  return totalsByPeriod(parts, cut, head, read).map(({ start, totals }) => [
    serialOf(start),
    ...valuesOf(totals, metrics),
  ]);
}

function rowsByTemplate(
  { head, load }: Call,
  questions: readonly Question[],
  metrics: readonly MetricName[],
): AnswerCell[][] | null {
  const parts = partsOf(questions);
  if (parts.length === 0) return null;
  const nameOf = (series: number): string =>
    head.series[series]?.[1] || head.series[series]?.[0] || '';
  const named = new Set(
    questions.flatMap(({ match }) => (match.needsAll ? [] : match.series.map(nameOf))),
  );
  const byName = new Map<string, Part[]>([...named].map((name) => [name, []]));
  for (const part of parts) {
    const name = nameOf(part.series);
    const own = byName.get(name);
    if (own) own.push(part);
    else byName.set(name, [part]);
  }
  const read = loadRecords(
    parts.flatMap(({ series, from, to }) => chunksFor(head, series, from, to)),
    load,
  );
  return [...byName]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, own]) => ({ name, own, totals: totalsOf(own, head, read) }))
    .filter(({ name, totals }) => totals.size > 0 || named.has(name))
    .map(({ name, own, totals }) => [
      name,
      ...(own.length > 0 ? valuesOf(totals, metrics) : metrics.map(() => '')),
    ]);
}

const valuesOf = (totals: Totals, metrics: readonly MetricName[]): AnswerCell[] =>
  metrics.map((metric) => valueIn(totals, metric) ?? '');
