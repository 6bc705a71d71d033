// The data tabs of the ledger as one table: their columns, what makes a row itself, and the rows of a point.
import {
  BUTTON_COLUMNS,
  type CellKind,
  CONVERSION_COLUMNS,
  type ColumnKey,
  DAILY_COLUMNS,
  metricOfColumn,
  TABS,
} from './columns';
import { type DailyRow, LABELS, type PointRow, type Product } from './daily';
import { type BaseMetric, isBase, isRatio, NO_METRICS } from './metrics';

export type TableId = 'daily' | 'buttons' | 'conversions';
type Label = (typeof LABELS)[number];

/** A data tab. Reading, writing, upsert and index treat all of them alike. */
export interface Table {
  id: TableId;
  /** The tab's fixed name. */
  name: string;
  columns: readonly (readonly [key: ColumnKey, kind: CellKind])[];
  keys: readonly ColumnKey[];
  /** How the cells of each column are written. */
  kinds: ReadonlyMap<ColumnKey, CellKind>;
  /** Without one of these a row cannot be told from another. */
  keyColumns: readonly ColumnKey[];
  /** Numbers it holds as Meta reports them. */
  metrics: readonly BaseMetric[];
  labels: readonly Label[];
  /** Columns worked out from the others. */
  computed: readonly ColumnKey[];
  /** The product of every row, where there is no column for it. */
  product: Product | null;
  /** What a template's day puts into this tab; rows without traffic are left out by the upsert. */
  rowsOf(point: PointRow): DailyRow[];
}

function isComputed(key: ColumnKey): boolean {
  const metric = metricOfColumn(key);
  return key === 'week' || key === 'month' || (metric !== null && isRatio(metric));
}

function defineTable(
  id: TableId,
  columns: Table['columns'],
  more: Pick<Table, 'rowsOf'> & { keys?: ColumnKey[]; product?: Product },
): Table {
  const keys = columns.map(([key]) => key);
  const product = more.product ?? null;
  return {
    id,
    name: TABS[id],
    columns,
    keys,
    kinds: new Map(columns),
    keyColumns: [
      ...(['date', 'accountId', 'templateId'] as const),
      ...(product ? [] : (['product'] as const)),
      ...(more.keys ?? []),
    ],
    metrics: keys
      .map(metricOfColumn)
      .filter((metric) => metric !== null)
      .filter(isBase),
    labels: LABELS.filter((label) => keys.includes(label)),
    computed: keys.filter(isComputed),
    product,
    rowsOf: more.rowsOf,
  };
}

const DAILY = defineTable('daily', DAILY_COLUMNS, { rowsOf: (point) => [point] });

const BUTTONS = defineTable('buttons', BUTTON_COLUMNS, {
  keys: ['buttonType', 'button'],
  rowsOf: ({ buttons, ...point }) =>
    buttons.map(({ type, label, clicks, uniqueClicks }) => ({
      ...point,
      buttonType: type,
      button: label,
      metrics: { ...NO_METRICS, clicks, uniqueClicks, delivered: point.metrics.delivered },
    })),
});

const CONVERSIONS = defineTable('conversions', CONVERSION_COLUMNS, {
  product: 'marketing_messages',
  rowsOf: (point) => (point.product === 'marketing_messages' ? [point] : []),
});

/** By id. `WA Daily` comes first wherever all are visited: what is believed is judged by its rows. */
export const TABLES: Readonly<Record<TableId, Table>> = {
  daily: DAILY,
  buttons: BUTTONS,
  conversions: CONVERSIONS,
};
export const TABLE_IDS = Object.keys(TABLES) as TableId[];

/** Something for each table. @example forTables((id) => TABLES[id].name).daily // 'WA Daily' */
export const forTables = <T>(make: (id: TableId) => T): Record<TableId, T> =>
  Object.fromEntries(TABLE_IDS.map((id) => [id, make(id)])) as Record<TableId, T>;
