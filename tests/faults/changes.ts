// Changes a right answer the way a fault file says, by paths such as `data.*.data_points.0.sent`.
import type { Change } from './form';

interface Around {
  /** How many answers this fault has changed before. */
  turn: number;
  /** Puts the token and the like where a text asks for them. */
  place(words: string): string;
  /** Notes a cursor that the Graph server never gave out. */
  invent(cursor: string): void;
}
type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** JSON text; `{"$number": "240188…"}` is written as that very number, digits JavaScript cannot hold included. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/\{"\$number":"(-?[\d.eE+]+)"\}/g, '$1');
}

/** The places a path means: the holder and the key of each. `*` is every entry there is. */
function placesOf(root: Node, path: string): { holder: Node; key: string }[] {
  let holders: Node[] = [root];
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const entriesOf = (holder: Node, key: string): string[] =>
    key === '*' ? Object.keys(holder) : [key];
  for (const key of keys) {
    holders = holders.flatMap((holder) =>
      entriesOf(holder, key)
        .map((name) => holder[name])
        .filter(isNode),
    );
  }
  return holders.flatMap((holder) => entriesOf(holder, last).map((key) => ({ holder, key })));
}

/** Puts values at paths, in any object. */
export function setAll(root: object, values: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(values)) {
    for (const { holder, key } of placesOf(root as Node, path))
      holder[key] = structuredClone(value);
  }
}
/** Adds to the numbers at paths; what is no number stays. */
export function addAll(root: object, values: Record<string, number>): void {
  for (const [path, value] of Object.entries(values)) {
    for (const { holder, key } of placesOf(root as Node, path)) {
      if (typeof holder[key] === 'number') holder[key] += value;
    }
  }
}
export function deleteAll(root: object, paths: readonly string[]): void {
  for (const path of paths) {
    // From the back, so that the places of a list stay true while some go.
    for (const { holder, key } of placesOf(root as Node, path).reverse()) {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    }
  }
}

/** Puts the entry at each path in its list once more. */
function repeatAll(root: object, paths: readonly string[]): void {
  for (const path of paths) {
    for (const { holder, key } of placesOf(root as Node, path)) {
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    }
  }
}

export function applyChange(change: Change, body: string, around: Around): string {
  const json: Node = JSON.parse(body);
  repeatAll(json, change.repeat ?? []);
  setAll(json, change.set ?? {});
  addAll(json, change.add ?? {});
  deleteAll(json, change.delete ?? []);
  changePaging(change.paging ?? {}, json, around);
  return around.place(toJson(change.wrap === undefined ? json : { [change.wrap]: json }));
}

function changePaging(asked: NonNullable<Change['paging']>, json: Node, around: Around): void {
  const paging = (isNode(json.paging) ? json.paging : {}) as Node;
  const cursors = (isNode(paging.cursors) ? paging.cursors : {}) as Node;
  if (Object.keys(asked).length === 0) return;
  const goesOn = typeof paging.next === 'string';
  const real = typeof cursors.after === 'string' ? cursors.after : '';
  const { after, next } = asked;
  if (after === null) delete cursors.after;
  else if (after !== undefined) {
    const cursor =
      after === 'fresh' ? `fresh${around.turn}` : (after[around.turn % after.length] ?? '');
    around.invent(cursor);
    cursors.after = cursor;
  }
  const invented = after !== undefined && after !== null;
  const link = `https://graph.facebook.com/v26.0/next?after=${encodeURIComponent(String(cursors.after ?? real).replace(/[\ud800-\udfff]/g, '?'))}`;
  if (next === false) delete paging.next;
  else if (next === true || (next === undefined && invented)) paging.next = link;
  else if (typeof next === 'string' && (goesOn || invented)) {
    paging.next = next.replaceAll('{after}', encodeURIComponent(real));
  }
  paging.cursors = cursors;
  json.paging = paging;
}
