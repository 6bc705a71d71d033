// The one table of the columns of `WA Templates`: key, what it is called, kind of cell, and its value.
import type { CellValue } from '../daily';
import {
  boundsIn,
  type ComparedTemplate,
  changeIn,
  type TemplateLabels,
  valueIn,
  verdictIn,
} from './comparison';
import {
  COSTS,
  COUNTS,
  isRate,
  kindOf,
  MEASURES,
  type Measure,
  RATES,
  type ValueKind,
} from './measures';

/** Tab names are fixed (design §3). */
export const TEMPLATES_TAB = 'WA Templates';

const FIRST_LABELS = [
  'account',
  'accountId',
  'template',
  'templateId',
  'language',
  'category',
  'status',
  'quality',
  'text',
  'buttons',
  'currency',
] as const satisfies readonly (keyof TemplateLabels)[];

export type CompareName =
  | 'from'
  | 'to'
  | keyof TemplateLabels
  | Measure
  | 'comparedFrom'
  | 'comparedTo';
/** A measure has several columns: itself, the bounds of a rate, its change, the word about it. */
export type ComparePart = 'value' | 'low' | 'high' | 'change' | 'verdict';

export interface CompareColumn {
  /** `read`, `readRateLow`, `readChange`, `readRateVerdict`. */
  key: string;
  name: CompareName;
  part: ComparePart;
  kind: ValueKind;
  of: (row: ComparedTemplate) => CellValue;
}

const column = (
  name: CompareName,
  kind: ValueKind,
  of: CompareColumn['of'],
  part: ComparePart = 'value',
): CompareColumn => ({
  key: part === 'value' ? name : `${name}${part.charAt(0).toUpperCase()}${part.slice(1)}`,
  name,
  part,
  kind,
  of,
});
const measure = (name: Measure): CompareColumn =>
  column(name, kindOf(name), (row) => valueIn(row, name));

/** In the order of the tab. Days stay text here; the google room writes them as dates. */
export const COMPARE_COLUMNS: readonly CompareColumn[] = [
  column('from', 'day', ({ days }) => days?.from ?? null),
  column('to', 'day', ({ days }) => days?.to ?? null),
  ...FIRST_LABELS.map((name) => column(name, 'text', ({ labels }) => labels[name])),
  ...[...COUNTS, ...COSTS].map(measure),
  ...RATES.flatMap((name) => [
    measure(name),
    column(name, 'rate', (row) => boundsIn(row, name)?.low ?? null, 'low'),
    column(name, 'rate', (row) => boundsIn(row, name)?.high ?? null, 'high'),
  ]),
  column('comparedFrom', 'day', ({ comparedDays }) => comparedDays?.from ?? null),
  column('comparedTo', 'day', ({ comparedDays }) => comparedDays?.to ?? null),
  ...MEASURES.flatMap((name) => [
    column(name, 'change', (row) => changeIn(row, name), 'change'),
    ...(isRate(name) ? [column(name, 'verdict', (row) => verdictIn(row, name), 'verdict')] : []),
  ]),
];

/** Place of a column in the tab, from 1. @example placeOf('templateId') // 6 */
export const placeOf = (key: string): number =>
  COMPARE_COLUMNS.findIndex((one) => one.key === key) + 1;
