// Cuts a list into pages with cursors and next links as Graph gives them.
import type { Call } from './call';
import { readLimit } from './query';
import { Refusal } from './refusals';

export interface Page<Item> {
  items: Item[];
  paging: { cursors: { before: string; after: string }; next?: string };
  /** A page without items that is not the end. */
  isGap: boolean;
}

/** The next link names Meta's host, whoever plays it: a client must build its own address. */
const HOST = 'https://graph.facebook.com';
const NEVER_ECHOED = ['access_token', 'appsecret_proof', 'after', 'before', 'limit'];

export function cutPage<Item>(items: Item[], call: Call, fallback: number): Page<Item> {
  if (call.query.has('before')) throw new Refusal('not-played', { what: 'paging backwards' });
  const limit = Math.min(readLimit(call, fallback), largestPage(call));
  const { index, gapDone } = readCursor(call, items.length);
  const from = index + 1;
  const isGap = hasGapBefore(call, from, limit) && !gapDone && from < items.length;
  const cut = isGap ? [] : items.slice(from, from + limit);
  const last = isGap ? index : from + cut.length - 1;
  const before = encode(String(Math.max(0, isGap ? index : from)));
  const after = encode(`${Math.max(0, last)}${isGap ? 'e' : ''}`);
  const isEnd = last + 1 >= items.length;
  return {
    items: cut,
    isGap,
    paging: {
      cursors: { before, after },
      ...(isEnd ? {} : { next: nextLink(call, limit, after) }),
    },
  };
}

function largestPage({ scenarios }: Call): number {
  if (scenarios.has('tiny-pages')) return 7;
  return scenarios.has('small-pages') ? 25 : Number.MAX_SAFE_INTEGER;
}

/** With tiny pages, an empty page stands before the second page and before every fourth after it. */
function hasGapBefore({ scenarios }: Call, from: number, limit: number): boolean {
  return scenarios.has('tiny-pages') && Math.floor(from / limit) % 4 === 1;
}

/** The cursor is the index of the last item seen, `e` when the empty page after it was seen too. */
function readCursor({ query }: Call, length: number): { index: number; gapDone: boolean } {
  const value = query.get('after');
  if (value === null || value === '') return { index: -1, gapDone: false };
  const text = Buffer.from(value.replaceAll('ZD', '='), 'base64').toString('latin1');
  const match = /^(\d{1,9})(e?)$/.exec(text);
  if (match === null || Number(match[1]) > Math.max(0, length - 1)) {
    throw new Refusal('bad-cursor', { value });
  }
  return { index: Number(match[1]), gapDone: match[2] === 'e' };
}

function encode(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64').replaceAll('=', 'ZD');
}

function nextLink(call: Call, limit: number, after: string): string {
  const query = new URLSearchParams(
    [...call.query].filter(([name]) => !NEVER_ECHOED.includes(name)),
  );
  if (limit < Number.MAX_SAFE_INTEGER) query.set('limit', String(limit));
  query.set('after', after);
  return `${HOST}/${call.version}/${call.path}?${query}`;
}
