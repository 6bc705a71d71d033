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

/** A button's clicks on a day. */
export interface ButtonCount {
  /** Meta's word in lower case; both kinds of rows of a link button are `url_button`. */
  type: string;
  /** '' where Meta gives none. */
  label: string;
  clicks: number | null;
  uniqueClicks: number | null;
}

const LINK = 'url_button';
const UNIQUE = 'unique_url_button';
const QUICK_REPLY = 'quick_reply_button';

/**
 * The buttons of a point's `clicked` list. The same link may stand there as `url_button` (all clicks) and
 * as `unique_url_button` (people): the total wins, the unique count stands in where the total is absent.
 * Labels that repeat cannot be told apart and are one button; so are those without a label.
 *
 * @example countButtons([{ type: 'url_button', label: 'Buy', count: 8 }, { type: 'unique_url_button', label: 'Buy', count: 6 }])
 * // [{ type: 'url_button', label: 'Buy', clicks: 8, uniqueClicks: 6 }]
 */
export function countButtons(rows: readonly ButtonClicks[] | null): ButtonCount[] {
  const buttons = new Map<string, ButtonCount>();
  const totalled = new Set<string>();
  for (const { type, label: given, count } of rows ?? []) {
    const word = type.toLowerCase();
    const kind = word === UNIQUE ? LINK : word;
    const label = given ?? '';
    const key = `${kind}|${label}`;
    const button = buttons.get(key) ?? { type: kind, label, clicks: null, uniqueClicks: null };
    buttons.set(key, button);
    if (word === UNIQUE) button.uniqueClicks = (button.uniqueClicks ?? 0) + count;
    else {
      button.clicks = (button.clicks ?? 0) + count;
      totalled.add(key);
    }
  }
  for (const [key, button] of buttons) if (!totalled.has(key)) button.clicks = button.uniqueClicks;
  return [...buttons.values()];
}

/**
 * Sums the buttons of a point. Rows of a type we do not know are left out.
 *
 * @param buttons none where Meta sent no list: nothing is reported then
 */
export function countClicks(buttons: readonly ButtonCount[]): ClickTotals {
  const sum = (type: string, name: 'clicks' | 'uniqueClicks'): number | null => {
    const counts = buttons.filter((button) => button.type === type).map((button) => button[name]);
    const reported = counts.filter((count) => count !== null);
    return reported.length === 0 ? null : reported.reduce((all, count) => all + count, 0);
  };
  return {
    clicks: sum(LINK, 'clicks'),
    uniqueClicks: sum(LINK, 'uniqueClicks'),
    quickReplies: sum(QUICK_REPLY, 'clicks'),
  };
}
