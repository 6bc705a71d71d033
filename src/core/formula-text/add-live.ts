// Adds `WA_LIVE` to the calls of ours in a formula that lack it, and takes it back.
import { type Call, type Item, readFormula } from './read-formula';

/** What the reading of a formula needs to know of the spreadsheet. */
export interface LiveFacts {
  /** The spreadsheet's separator between arguments. */
  separator: string;
  /** Our functions that take the live cell, in upper case, with the number of their parameters. */
  functions: ReadonlyMap<string, number>;
  /**
   * Whether a cell holds the live text: the named cell, or one whose formula is just `=WA_LIVE`.
   *
   * @param tab null for the formula's own tab
   * @param cell without `$`, in upper case
   */
  isLiveCell?(tab: string | null, cell: string): boolean;
}

/** What a formula has and lacks. */
export interface LivePlan {
  /** Whether it has calls of ours and all of them follow every sync. */
  fresh: boolean;
  /** The text with what lacks; null where nothing does, or nothing can be added. */
  text: string | null;
  /** Where in that text the added pieces begin. */
  at: number[];
}

const LIVE = 'WA_LIVE';
const LONGEST = 50_000;
const CELL = /^(?:(.*)!)?\$?([A-Z]{1,3})\$?(\d+)$/is;

/** What the names of a formula stand for: the live cell surely, a LAMBDA's parameter perhaps, or anything. */
type Names = ReadonlyMap<string, 'live' | 'perhaps' | 'other'>;

/** @returns a plan that changes nothing for a text that cannot be read surely */
export function planLive(formula: string, facts: LiveFacts): LivePlan {
  const { functions } = facts;
  const root = readFormula(formula, facts.separator);
  /** Whether the live cell is handed to something that may give it to a LAMBDA. */
  let handed = false;
  let calls = 0;
  let alive = 0;
  let added: [at: number, text: string][] = [];

  const meaning = (item: Item | undefined, names: Names) =>
    typeof item === 'string' ? names.get(item.toUpperCase()) : undefined;

  const isLive = ([item, ...more]: readonly Item[], names: Names): boolean => {
    if (typeof item !== 'string' || more.length > 0) return false;
    const known = meaning(item, names);
    if (known) return known === 'live' || (known === 'perhaps' && handed);
    const [, tab, column, row] = CELL.exec(item) ?? [];
    if (!row) return false;
    const plain = tab?.startsWith("'") ? tab.slice(1, -1).replace(/''/g, "'") : tab;
    return facts.isLiveCell?.(plain ?? null, `${column}${row}`.toUpperCase()) ?? false;
  };

  const walk = (call: Call, names: Names, owner: { live: boolean } | null, style: string) => {
    const { name, args } = call;
    const own = name.startsWith('WA_') ? { live: false } : owner;
    const separator = call.separator || style;
    const final = args.length - 1;
    let known = names;
    const bind = (items: readonly Item[] | undefined, to: 'live' | 'perhaps' | 'other') => {
      known = new Map(known).set(String(items?.[0]).toUpperCase(), to);
    };
    for (const [i, items] of args.entries()) {
      const named = i < final && name === 'LET' && i % 2 === 1;
      const live = isLive(items, known);
      if (i < final && name === 'LAMBDA') bind(items, 'perhaps');
      else if (named && live) bind(args[i - 1], 'live');
      else if (i === final || name !== 'LET' || named) {
        for (const item of items) {
          if (typeof item !== 'string') walk(item, known, own, separator);
          else if (own && meaning(item, known) === 'live') own.live = true;
        }
        if (live && !own) handed = true;
        if (named) bind(args[i - 1], 'other');
      }
    }
    const most = functions.get(name);
    const last = args[final];
    if (most === undefined || !last || !own) return;
    calls += 1;
    if (own.live || isLive(last, known)) alive += 1;
    else if (last.length === 0 ? args.length <= most : args.length < most) {
      added.push([call.end, (last.length === 0 ? '' : separator) + LIVE]);
    }
  };

  const start: Names = new Map([[LIVE, 'live']]);
  if (root) walk(root, start, null, facts.separator);
  if (root && handed) {
    calls = alive = 0;
    added = [];
    walk(root, start, null, facts.separator);
  }
  added.sort(([a], [b]) => a - b);
  let text = '';
  let done = 0;
  const at = added.map(([place, piece]) => {
    text += formula.slice(done, place) + piece;
    done = place;
    return text.length - piece.length;
  });
  text += formula.slice(done);
  const changes = at.length > 0 && text.length <= LONGEST;
  return {
    fresh: calls > 0 && alive === calls,
    text: changes ? text : null,
    at: changes ? at : [],
  };
}

/**
 * The formula with `WA_LIVE` in every call of ours that lacks it.
 *
 * @returns null where nothing lacks it, or the text cannot be read surely
 * @example addLive('=WA_SENT(A1)', { separator: ';', functions: new Map([['WA_SENT', 5]]) }) // '=WA_SENT(A1;WA_LIVE)'
 */
export const addLive = (formula: string, facts: LiveFacts): string | null =>
  planLive(formula, facts).text;

/** The text before `planLive` added its pieces at these places. */
export const takeBack = (text: string, at: readonly number[]): string =>
  at.reduceRight(
    (rest, place) => rest.slice(0, place) + rest.slice(place).replace(/^[;,]? ?WA_LIVE/, ''),
    text,
  );
