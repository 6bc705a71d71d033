// Says in a column's header note where Meta refuses its number, so that nobody takes an empty cell for 0.
import { type ColumnKey, metricOfColumn } from '../core/columns';
import { type BaseMetric, isRatio, ratioParts, sumParts } from '../core/metrics';
import { TABLE_IDS, TABLES, type Table, type TableId } from '../core/tables';
import type { AccountHabits, AccountNode } from '../graph';
import { readStored } from './connection';
import type { Ports } from './ports';

const WRITTEN = 'column-notes';

/** What was last written: by tab and column, the accounts that lack the number. */
type Written = Partial<Record<TableId, Partial<Record<ColumnKey, string>>>>;

/** Which numbers each of Meta's metrics carries; conversions carry themselves. */
export const CARRIED: Record<string, readonly BaseMetric[]> = {
  SENT: ['sent'],
  DELIVERED: ['delivered'],
  READ: ['read'],
  REPLIED: ['replied'],
  CLICKED: ['clicks', 'uniqueClicks', 'quickReplies'],
  COST: ['spent'],
  APP_ADD_TO_CART: ['appAddToCart'],
  WEBSITE_ADD_TO_CART: ['websiteAddToCart'],
  APP_CHECKOUTS_INITIATED: ['appCheckouts'],
  WEBSITE_CHECKOUTS_INITIATED: ['websiteCheckouts'],
  APP_PURCHASES: ['appPurchases'],
  WEBSITE_PURCHASES: ['websitePurchases'],
  APP_PURCHASES_CONVERSION_VALUE: ['appPurchaseValue'],
  WEBSITE_PURCHASES_CONVERSION_VALUE: ['websitePurchaseValue'],
  APP_ACTIVATIONS: ['appActivations'],
};

/**
 * Brings the header notes of the open tabs up to date. Writes only notes that change.
 *
 * @param unpaid ids of accounts whose answers had deliveries and never a cost
 */
export function updateColumnNotes(
  ports: Ports,
  accounts: readonly AccountNode[],
  habits: Readonly<Record<string, AccountHabits>>,
  unpaid: ReadonlySet<string>,
): void {
  const before = (readStored(ports.document, WRITTEN) as Written | null) ?? {};
  const now: Written = { ...before };
  for (const id of TABLE_IDS) {
    const wanted = lackingIn(TABLES[id], accounts, habits, unpaid);
    const changed = TABLES[id].keys.filter((key) => wanted[key] !== before[id]?.[key]);
    if (changed.length === 0 || !ports.tables[id].open()) continue;
    ports.tables[id].annotate(new Map(changed.map((key) => [key, wanted[key] ?? null])));
    now[id] = wanted;
  }
  const text = JSON.stringify(now);
  if (text !== JSON.stringify(before)) ports.document.set(WRITTEN, text);
}

function lackingIn(
  table: Table,
  accounts: readonly AccountNode[],
  habits: Readonly<Record<string, AccountHabits>>,
  unpaid: ReadonlySet<string>,
): Partial<Record<ColumnKey, string>> {
  const lacking: Partial<Record<ColumnKey, string>> = {};
  for (const key of table.keys) {
    const parts = partsOf(key);
    const names = accounts
      .filter(({ id }) => parts.some((part) => isLacking(table, part, habits[id], unpaid.has(id))))
      .map(({ id, name }) => name || id);
    if (parts.length > 0 && names.length > 0) lacking[key] = names.join(', ');
  }
  return lacking;
}

/** The numbers a column is made of. */
function partsOf(key: ColumnKey): BaseMetric[] {
  const metric = metricOfColumn(key);
  if (!metric) return [];
  const parts = isRatio(metric) ? ratioParts(metric) : [metric];
  const carried = new Set<string>(Object.values(CARRIED).flat());
  return parts.flatMap(sumParts).filter((part) => carried.has(part));
}

/** Whether every way of sending that the tab shows refuses a number. */
function isLacking(
  table: Table,
  part: BaseMetric,
  habits: AccountHabits | undefined,
  unpaid: boolean,
): boolean {
  if (unpaid && part === 'spent') return true;
  const products = table.product ? [table.product] : (['cloud_api', 'marketing_messages'] as const);
  return products.every((product) => {
    if (product === 'marketing_messages' && habits?.noMarketing) return true;
    const refused = (habits?.refused ?? [])
      .filter((word) => word.startsWith(`${product}:`))
      .flatMap((word) => CARRIED[word.slice(product.length + 1)] ?? []);
    return refused.includes(part);
  });
}
