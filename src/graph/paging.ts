// Walks through paged lists, several at once: one round asks for the next page of every list still open.
import { type Page, pageShape } from './answers';
import { type Refusal, shapeRefusal } from './classify';
import type { Query } from './door';
import type { Ask, IsFatal } from './retry';

/**
 * A list that goes on longer than this is a loop we failed to see. Ten templates over 90 days are 900 points,
 * and a page may hold a single one.
 */
export const MOST_PAGES = 1_000;

export interface Walked {
  /** The entries of all pages read, also of those before a refusal. */
  items: unknown[];
  /** Pages read. */
  pages: number;
  /** Why the walk ended early, or null for a whole list. */
  refusal: Refusal | null;
}
interface Walk extends Walked {
  query: Query;
  /** Every cursor used: a loop may go A, B, A, B. */
  seen: Set<string>;
  after: string | null;
  restarted: boolean;
  open: boolean;
}

/**
 * Reads whole lists. A query may hold an `after` of its own to begin further on. A cursor that Meta refuses
 * half-way restarts its list once.
 */
export function walkPages(
  ask: Ask,
  queries: readonly Query[],
  isFatal: IsFatal = () => false,
): Walked[] {
  const walks = queries.map((query): Walk => ({ query, restarted: false, ...beginning(query) }));
  for (;;) {
    const open = walks.filter((walk) => walk.open);
    if (open.length === 0) return walks;
    const results = ask(open.map(nextQuery), isFatal);
    open.forEach((walk, index) => {
      const result = results[index] ?? { refusal: shapeRefusal() };
      if ('json' in result) takePage(walk, result.json);
      else takeRefusal(walk, result.refusal);
    });
    if (walks.some((walk) => walk.refusal && isFatal(walk.refusal, walk.query))) return walks;
  }
}

const beginning = (query: Query) => ({
  items: [] as unknown[],
  pages: 0,
  refusal: null as Refusal | null,
  seen: new Set<string>(query.values.after === undefined ? [] : [query.values.after]),
  after: null as string | null,
  open: true,
});

function nextQuery(walk: Walk): Query {
  if (walk.after === null) return walk.query;
  return { path: walk.query.path, values: { ...walk.query.values, after: walk.after } };
}

function end(walk: Walk, refusal: Refusal | null): void {
  walk.open = false;
  walk.refusal = refusal;
}

function takePage(walk: Walk, json: unknown): void {
  const read = pageShape.safeParse(json);
  if (!read.success) {
    end(walk, shapeRefusal());
    return;
  }
  const { data, paging } = read.data;
  for (const item of data) walk.items.push(item);
  walk.pages += 1;
  // Meta sends cursors on the last page too: only a missing `next` ends a list.
  if (!paging?.next) {
    end(walk, null);
    return;
  }
  const after = cursorOf(paging);
  if (after === null || walk.seen.has(after) || walk.pages >= MOST_PAGES) {
    end(walk, shapeRefusal());
    return;
  }
  walk.seen.add(after);
  walk.after = after;
}

function takeRefusal(walk: Walk, refusal: Refusal): void {
  const midway = walk.after !== null && refusal.kind === 'parameter';
  if (midway && !walk.restarted) {
    Object.assign(walk, beginning(walk.query), { restarted: true });
  } else {
    // The same question was fine a page ago, so it is the cursor that is refused, not the question.
    end(walk, midway ? shapeRefusal() : refusal);
  }
}

/** Where to go on: the cursor, or else the one inside the link. The link itself is never followed. */
export function cursorOf(paging: NonNullable<Page['paging']>): string | null {
  if (paging.cursors?.after) return paging.cursors.after;
  const inLink = /[?&]after=([^&#]*)/.exec(paging.next ?? '')?.[1];
  if (!inLink) return null;
  try {
    return decodeURIComponent(inLink);
  } catch {
    return null;
  }
}
