// What counts as a link click, a unique link click and a quick reply (design §3).

/** One row of Meta's `clicked` list. */
export interface ButtonClicks {
  type: string;
  label: string | null;
  count: number;
}
export interface ClickTotals {
  clicks: number | null;
  uniqueClicks: number | null;
  quickReplies: number | null;
}

/**
 * Sums a point's `clicked` list. The same button may stand there as `url_button` (all clicks) and as
 * `unique_url_button` (people): the total wins, the unique count stands in where the total is absent.
 * A missing label counts as one button. Rows of a type we do not know are left out.
 *
 * @example countClicks([{ type: 'url_button', label: 'Buy', count: 8 }, { type: 'unique_url_button', label: 'Buy', count: 6 }])
 * // { clicks: 8, uniqueClicks: 6, quickReplies: null }
 * @param buttons null where Meta sent no list: nothing is reported then
 */
export function countClicks(buttons: readonly ButtonClicks[] | null): ClickTotals {
  const totals = new Map<string, number>();
  const uniques = new Map<string, number>();
  let quickReplies: number | null = null;
  for (const { type, label, count } of buttons ?? []) {
    const key = label ?? '';
    const kind = type.toLowerCase();
    if (kind === 'url_button') totals.set(key, (totals.get(key) ?? 0) + count);
    else if (kind === 'unique_url_button') uniques.set(key, (uniques.get(key) ?? 0) + count);
    else if (kind === 'quick_reply_button') quickReplies = (quickReplies ?? 0) + count;
  }
  let clicks: number | null = null;
  for (const key of new Set([...totals.keys(), ...uniques.keys()])) {
    clicks = (clicks ?? 0) + (totals.get(key) ?? uniques.get(key) ?? 0);
  }
  let uniqueClicks: number | null = null;
  for (const count of uniques.values()) uniqueClicks = (uniqueClicks ?? 0) + count;
  return { clicks, uniqueClicks, quickReplies };
}
