// The fields of an edit's body, by any of the names people give them. See edit-request.ts for what is understood.
import type { EditRequest } from '../host/api';
import { columnNumber } from '../host/grid/a1';
import { RequestError } from './http';

type Axis = 'row' | 'column';
/** A block of lines, both ends included. */
interface Span {
  from: number;
  to: number;
}

const LINES = '"at" (the first line) and "count"';
/** What each edit takes, as the sentences about a missing or contradictory field say it. */
const CANONICAL: Record<EditRequest['op'], string> = {
  insertRows: `"sheet", ${LINES}: before which row, and how many`,
  insertColumns: `"sheet", ${LINES}: before which column, and how many`,
  deleteRows: `"sheet", ${LINES}`,
  deleteColumns: `"sheet", ${LINES}`,
  moveRows: `"sheet", ${LINES} and "to": the row before which they go, as counted before the move`,
  moveColumns: `"sheet", ${LINES} and "to": the column before which they go, as counted before the move`,
  sort: '"sheet", "column", "ascending", and "a1" for a part of the tab',
  filter: '"sheet", "column" and "show" (a list of texts), and "a1" for a part of the tab',
  clearFilter: '"sheet"',
  addSheet: '"sheet"',
  deleteSheet: '"sheet"',
  hideSheet: '"sheet"',
  showSheet: '"sheet"',
  moveSheet: '"sheet" and "to": its new place among the tabs, from 1',
  freeze: '"sheet", and "rows" or "columns": how many first ones stay in view',
  renameSheet: '"sheet" and "name"',
  protect: '"sheet", "a1" for a part of the tab, "warningOnly" and "description"',
  unprotect: '"sheet"',
  merge: '"sheet" and "a1"',
  unmerge: '"sheet" and "a1"',
  validate:
    '"sheet", "a1", "allow" ("checkbox", "list" or "anything"), "values" for a list, and "warn"',
  note: '"sheet", "a1" and "text"',
  select: '"sheet" and "a1"',
};

const PLACES = ['at', 'start', 'from', 'source', 'a1', 'range'];
const TARGETS = ['to', 'destination', 'before', 'target', 'index', 'position', 'newindex'];
const COUNTS = ['count', 'howmany', 'number', 'amount', 'n'];
export const KEYS = ['column', 'by', 'key', 'sortcolumn', 'columnposition'];

export class Fields {
  readonly op: EditRequest['op'];
  headers: string[] = [];
  readonly #values = new Map<string, unknown>();

  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new RequestError('The request body must be a JSON object.');
    }
    for (const [name, value] of Object.entries(body)) {
      if (value !== null && value !== '') this.#values.set(plainName(name), value);
    }
    // An empty text says something for a note: none.
    if ('text' in body && body.text === '') this.#values.set('text', '');
    this.op = readOp(this.#values.get('op'));
  }

  #fail(why: string): never {
    throw new RequestError(`${why} The edit "${this.op}" takes ${CANONICAL[this.op]}.`);
  }
  has(names: string[]): boolean {
    return names.some((name) => this.#values.has(name));
  }
  /** What the fields of these names say, if any of them is there; they must agree. */
  #agreed<T>(names: string[], read: (value: unknown, name: string) => T): T | undefined {
    const said = names
      .filter((name) => this.#values.has(name))
      .map((name) => ({ name, value: read(this.#values.get(name), name) }));
    const [first, ...others] = said;
    const other = others.find(
      ({ value }) => JSON.stringify(value) !== JSON.stringify(first?.value),
    );
    if (other) this.#fail(`"${first?.name}" and "${other.name}" contradict each other.`);
    return first?.value;
  }

  sheet(): string {
    const alone = /^(?:add|delete|hide|show)Sheet$/.test(this.op);
    const names = ['sheet', 'sheetname', 'tab', ...(alone ? ['name', 'title'] : [])];
    return this.text(names);
  }
  optionalText(names: string[]): string | undefined {
    return this.#agreed(names, (value, name) =>
      typeof value === 'string' ? value : this.#fail(`"${name}" must be text.`),
    );
  }
  text(names: string[]): string {
    return this.optionalText(names) ?? this.#fail(`"${names[0]}" is missing.`);
  }
  flag(names: string[]): boolean | undefined {
    return this.#agreed(names, (value, name) =>
      typeof value === 'boolean' ? value : this.#fail(`"${name}" must be true or false.`),
    );
  }
  list(names: string[]): string[] | undefined {
    return this.#agreed(names, (value) =>
      Array.isArray(value) ? value.map(String) : [String(value)],
    );
  }
  area(): string {
    return this.text(['a1', 'range']);
  }
  part(): { a1?: string } {
    const a1 = this.optionalText(['a1', 'range']);
    return a1 === undefined ? {} : { a1 };
  }

  get #axis(): Axis {
    return this.op.endsWith('Rows') ? 'row' : 'column';
  }
  /** The lines an edit is about. @param ends whether `to` is their end, not where they go */
  lines(ends: boolean): Span {
    const axis = this.#axis;
    const own = [axis, `${axis}position`, `start${axis}`, `${axis}index`];
    const plural = `${axis}s`;
    const counted = typeof this.#values.get(plural) === 'number';
    const places = [...PLACES, ...own, ...(counted ? [] : [plural])];
    if (ends) places.push(...TARGETS.filter((name) => name !== 'to'));
    const read = (value: unknown, name: string): Span =>
      this.#span(value, name) ??
      this.#fail(`"${name}" names no ${axis}: ${JSON.stringify(value)}.`);
    const after = ends
      ? this.#agreed(['after'], (value, name) => read(value, name).to + 1)
      : undefined;
    const first = this.#agreed(places, (value, name) => read(value, name).from) ?? after;
    if (first === undefined) this.#fail('"at" is missing.');
    if (after !== undefined && after !== first) this.#fail('"after" contradicts the place.');
    const present = places.filter((name) => this.#values.has(name));
    const spans = present.map((name) => read(this.#values.get(name), name).to - first + 1);
    const end = this.#agreed(
      [...(ends ? ['to'] : []), 'end', 'last', `end${axis}`],
      (value, name) => read(value, name).to - first + 1,
    );
    const count = this.#agreed(
      [...COUNTS, `num${plural}`, `${axis}count`, ...(counted ? [plural] : [])],
      (value, name) => this.#whole(value, name),
    );
    const sizes = [...spans.filter((size) => size > 1), end, count].filter(
      (size) => size !== undefined,
    );
    const [size = 1] = sizes;
    if (sizes.some((other) => other !== size)) {
      this.#fail('The end of the lines and their count contradict each other.');
    }
    if (size < 1) this.#fail('The lines must end where they start or behind it.');
    return { from: first, to: first + size - 1 };
  }
  /** The line before which moved lines go. */
  target(): number {
    const read = (value: unknown, name: string): Span =>
      this.#span(value, name) ?? this.#fail(`"${name}" names no ${this.#axis}.`);
    const before = this.#agreed(TARGETS, (value, name) => read(value, name).from);
    const after = this.#agreed(['after'], (value, name) => read(value, name).to + 1);
    if (before !== undefined && after !== undefined && before !== after) {
      this.#fail('"to" and "after" contradict each other.');
    }
    return before ?? after ?? this.#fail('"to" is missing.');
  }
  /** The column to sort or filter by. */
  key(): number {
    const column = this.#agreed(
      KEYS,
      (value, name) =>
        this.#span(value, name)?.from ??
        this.#fail(`"${name}" names no column: ${JSON.stringify(value)}.`),
    );
    return column ?? this.#fail('"column" is missing.');
  }
  ascending(): boolean {
    const order = this.#agreed(['order', 'direction'], (value, name) => {
      const word = String(value).toLowerCase();
      if (/^asc(ending)?$/.test(word)) return true;
      if (/^desc(ending)?$/.test(word)) return false;
      return this.#fail(`"${name}" must be "asc" or "desc".`);
    });
    const descending = this.flag(['descending', 'desc']);
    const said = [
      this.flag(['ascending', 'asc']),
      descending === undefined ? undefined : !descending,
      order,
    ].filter((one) => one !== undefined);
    if (new Set(said).size > 1) this.#fail('The orders contradict each other.');
    return said[0] ?? true;
  }
  rule(): { allow: 'checkbox' | 'list' | 'anything'; values?: string[]; warn?: boolean } {
    const values = this.list(['values', 'options', 'items', 'list']);
    const word = this.optionalText(['allow', 'type', 'rule', 'kind'])?.toLowerCase();
    const allow = word ?? (values ? 'list' : undefined);
    if (allow !== 'checkbox' && allow !== 'list' && allow !== 'anything') {
      this.#fail('"allow" is missing or unknown.');
    }
    const warn = this.flag(['warn', 'warningonly', 'allowinvalid']);
    return { allow, ...(values ? { values } : {}), ...(warn === undefined ? {} : { warn }) };
  }

  /** A tab's place among the others. */
  place(): number {
    const names = ['to', 'at', 'index', 'position', 'place'];
    const place = this.#agreed(names, (value, name) => this.#whole(value, name));
    return place ?? this.#fail('"to" is missing.');
  }
  frozen(): { rows?: number; columns?: number } {
    const read = (value: unknown, name: string): number =>
      value === 0 ? 0 : this.#whole(value, name);
    const rows = this.#agreed(['rows', 'frozenrows'], read);
    const columns = this.#agreed(['columns', 'frozencolumns'], read);
    if (rows === undefined && columns === undefined) this.#fail('"rows" is missing.');
    return {
      ...(rows === undefined ? {} : { rows }),
      ...(columns === undefined ? {} : { columns }),
    };
  }

  #whole(value: unknown, name: string): number {
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number > 0) return number;
    return this.#fail(`"${name}" must be a whole number above 0.`);
  }
  /** Lines as a number, a list of neighbours, letters, a header's text or an address; null when it is none. */
  #span(value: unknown, name: string): Span | null {
    if (Array.isArray(value)) {
      const lines = value.map((item) => this.#span(item, name)?.from ?? 0).sort((a, b) => a - b);
      const from = lines[0] ?? 0;
      if (from < 1 || lines.some((line, index) => line !== from + index)) return null;
      return { from, to: from + lines.length - 1 };
    }
    if (typeof value === 'number' || /^\d+$/.test(String(value))) {
      const line = this.#whole(value, name);
      return { from: line, to: line };
    }
    const text = String(value).trim();
    const titled = this.headers.indexOf(text) + 1;
    if (titled > 0) return { from: titled, to: titled };
    const ends = text.split(':').map((half) => this.#line(half));
    const [from, to = from] = ends;
    if (!from || !to || ends.length > 2) return null;
    return { from: Math.min(from, to), to: Math.max(from, to) };
  }
  /** The row or column of half an address. */
  #line(half: string): number | null {
    const [, letters, digits] = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(half) ?? [];
    if (this.#axis === 'row') return digits ? Number(digits) : null;
    if (letters) return columnNumber(letters);
    return digits ? Number(digits) : null;
  }
}

const plainName = (name: string): string => name.replace(/[_-]/g, '').toLowerCase();

/** The edit's name; one row or column may be named in the singular. */
function readOp(value: unknown): EditRequest['op'] {
  const name = typeof value === 'string' ? value : '';
  const found = Object.keys(CANONICAL).find((op) => op === name || op === `${name}s`);
  if (found) return found as EditRequest['op'];
  throw new RequestError(`"op" must be the name of an edit: ${Object.keys(CANONICAL).join(', ')}.`);
}
