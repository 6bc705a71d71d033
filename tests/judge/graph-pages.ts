// Cursors of the judge's Graph server: pages that end as Meta's do, with the awkward links the options ask for.
import type { GraphOptions, Seen } from './graph-options';
import { refuse } from './graph-refusal';

export interface Pager {
  /** One page of a plain list. */
  pageOf(items: readonly unknown[], one: Seen, cap: number): unknown;
  readLimit(one: Seen): number | null;
  /** Where a cursor of the list `key` stands; 0 without one. */
  readCursor(one: Seen, key: string): number;
  /** The `paging` of a page that ends before `to` of `length`. */
  pagingFor(one: Seen, key: string, from: number, to: number, length: number): object;
}

export function createPager(optionsNow: () => GraphOptions): Pager {
  const cursors = new Map<string, { key: string; at: number }>();
  let cursorCount = 0;
  let linkCount = 0;

  const pager: Pager = {
    pageOf(items, one, cap) {
      const key = `${one.path}?${one.query.fields}`;
      const at = pager.readCursor(one, key);
      const size = Math.min(pager.readLimit(one) ?? 25, cap);
      const from = optionsNow().templatesOverlap ? Math.max(0, at - 1) : at;
      return {
        data: items.slice(from, at + size),
        paging: pager.pagingFor(one, key, at, at + size, items.length),
      };
    },
    readLimit(one) {
      if (one.query.limit === undefined) return null;
      if (!/^[1-9]\d{0,5}$/.test(one.query.limit)) throw refuse(100, 'limit must be positive');
      return Number(one.query.limit);
    },
    readCursor(one, key) {
      if (one.query.after === undefined) return 0;
      const cursor = cursors.get(one.query.after);
      if (!cursor || cursor.key !== key) throw refuse(100, 'Invalid cursor');
      return cursor.at;
    },
    pagingFor(one, key, from, to, length) {
      const after = `QVFIU${(cursorCount++).toString(36)}+/=&${one.path.length}`;
      cursors.set(after, { key, at: to });
      const cursorsPart = { before: `before${from}`, after };
      // Cursors stand on the last page too; only `next` is left out there.
      if (to >= length) return { cursors: cursorsPart };
      const { nextLinks, foreignNext } = optionsNow();
      if (nextLinks && nextLinks.length > 0) {
        linkCount += 1;
        return { cursors: cursorsPart, next: nextLinks[(linkCount - 1) % nextLinks.length] };
      }
      const host = foreignNext
        ? 'https://evil.example/v1.0/steal?access_token=junk&after=WRONG#'
        : 'https://graph.facebook.com/v26.0';
      return {
        cursors: cursorsPart,
        next: `${host}${one.path}?after=${encodeURIComponent(after)}`,
      };
    },
  };
  return pager;
}
