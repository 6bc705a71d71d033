// The text of one index chunk: the rows of some templates in one month, with the totals carried into it.
import type { ButtonCount } from '../clicks';
import type { Product } from '../daily';
import { BASE_METRICS, type Metrics, NO_METRICS } from '../metrics';
import { hashText } from './hash';
import { noSums, SUMS_LENGTH, type Sums } from './sums';

// As in hash.ts: a formula reads some hundred numbers, and a look-up of a global may cost more than one.
const { parseInt: parse } = Number;

/** A button's clicks on a day, with the template's deliveries its row of `WA Buttons` stands on. */
export interface ChunkButton extends ButtonCount {
  delivered: number | null;
}
/** A day's numbers of a series: day of the month 1–31. */
export interface ChunkRow {
  dayOfMonth: number;
  product: Product;
  metrics: Metrics;
  /** Rows of `WA Buttons`. */
  buttons?: readonly ChunkButton[];
  /** Whether `WA Conversions` has a row of this day. */
  conversions?: true;
  /** Somebody took the row out of `WA Daily`: the day counts for the other tabs only. */
  noDaily?: true;
}
/** What a button has gathered before a month: its rows, its clicks, and how many rows report them. */
export interface CarriedButton {
  type: string;
  label: string;
  carried: ButtonSums;
}
export type ButtonSums = [rows: number, clicks: number, reports: number];
/** A series in one month: totals of everything before the month, and the month's rows. */
export interface ChunkRecord {
  carried: Sums;
  rows: ChunkRow[];
  /** Every button up to this month; none where absent. */
  buttons?: CarriedButton[];
}
/** Records by the series' number in the head's directory. */
export type Chunk = Map<number, ChunkRecord>;

/** Longest chunk: with its seal it fits one cell (50,000 characters) and one cache value (100 KB). */
export const CHUNK_LIMIT = 48_000;

/** Product and tabs of a row in one letter; a capital one is not in `WA Daily`. */
const letterOf = ({ product, conversions, noDaily }: ChunkRow): string => {
  const letter = product === 'cloud_api' ? 'c' : conversions ? 'n' : 'm';
  return noDaily ? letter.toUpperCase() : letter;
};

/**
 * Writes a chunk. One line a series: `number:carried:rows:buttons`. Carried holds the totals (empty = 0); a
 * row is day, a letter, metrics (empty = not reported) and, behind a `!` each, its buttons: their place in
 * the list of buttons, clicks, unique clicks, and deliveries where they are not those of the row. The list
 * is JSON. Numbers are base 36 where they are whole, decimal behind a `~` where they are not.
 */
export function encodeChunk(chunk: Chunk): string {
  const lines: string[] = [];
  for (const [series, { carried, rows, buttons = [] }] of [...chunk].sort((a, b) => a[0] - b[0])) {
    const places = new Map(buttons.map((button, i) => [buttonKey(button), i]));
    const days = [...rows]
      .sort((a, b) => a.dayOfMonth - b.dayOfMonth || (a.product < b.product ? -1 : 1))
      .map((row) => encodeRow(row, places))
      .join(';');
    const list = buttons.map(({ type, label, carried: sums }) => [type, label, ...sums]);
    const end = list.length > 0 ? `:${JSON.stringify(list)}` : '';
    lines.push(`${series.toString(36)}:${encodeNumbers(carried, 0)}:${days}${end}`);
  }
  return lines.join('\n');
}

export const buttonKey = ({ type, label }: { type: string; label: string }): string =>
  `${type}|${label}`;

function encodeRow(row: ChunkRow, places: ReadonlyMap<string, number>): string {
  const { dayOfMonth, metrics, buttons = [] } = row;
  const values = encodeNumbers(
    BASE_METRICS.map((name) => metrics[name]),
    null,
  );
  const clicks = [...buttons]
    .map((button) => ({ ...button, place: places.get(buttonKey(button)) ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ place, clicks, uniqueClicks, delivered }) => {
      const own = delivered === metrics.delivered ? [] : [delivered ?? NOTHING];
      return `!${encodeNumbers([place, clicks, uniqueClicks, ...own], null)}`;
    })
    .join('');
  return `${dayOfMonth.toString(36)}${letterOf(row)}${values}${clicks}`;
}

/** Stands for deliveries that the button's row does not have, though the day's row has them. */
const NOTHING = -1;

/** @param absent what is left out; nothing follows the last number there is */
function encodeNumbers(values: readonly (number | null)[], absent: 0 | null): string {
  const texts = values.map((value) =>
    value === null || value === absent ? '' : encodeNumber(value),
  );
  return texts.join(',').replace(/,+$/, '');
}

// A whole number is base 36; anything else keeps its shortest decimal text behind a `~`, so that a
// price of 0.0725 comes back as exactly that number.
function encodeNumber(value: number): string {
  return Number.isSafeInteger(value) ? value.toString(36) : `~${value}`;
}
function decodeNumber(text: string): number {
  return text[0] === '~' ? +text.slice(1) : parse(text, 36);
}
const decodeNumbers = (text: string): (number | null)[] =>
  text.split(',').map((value) => (value === '' ? null : decodeNumber(value)));

/** Reads a whole chunk. */
export function decodeChunk(text: string): Chunk {
  const chunk: Chunk = new Map();
  if (text === '') return chunk;
  for (const line of text.split('\n')) {
    const record = decodeLine(line);
    chunk.set(record.series, record);
  }
  return chunk;
}

/**
 * Finds one series in a chunk without reading the others.
 *
 * @returns null when the series has no line in it
 */
export function findRecord(text: string, series: number): ChunkRecord | null {
  const head = `${series.toString(36)}:`;
  let at = text.startsWith(head) ? 0 : text.indexOf(`\n${head}`);
  if (at < 0) return null;
  if (at > 0) at += 1;
  const end = text.indexOf('\n', at);
  return decodeLine(text.slice(at, end < 0 ? undefined : end));
}

function decodeLine(line: string): ChunkRecord & { series: number } {
  const [series = '', sums = '', days = ''] = line.split(':', 3);
  const carried = noSums();
  decodeNumbers(sums).forEach((value, i) => {
    if (value !== null && i < SUMS_LENGTH) carried[i] = value;
  });
  const rest = line.slice(series.length + sums.length + days.length + 3);
  const buttons = rest === '' ? [] : (JSON.parse(rest) as [string, string, ...ButtonSums][]);
  const rows = days === '' ? [] : days.split(';').map((day) => decodeRow(day, buttons));
  return {
    series: parse(series, 36),
    carried,
    rows,
    ...(buttons.length > 0
      ? { buttons: buttons.map(([type, label, ...own]) => ({ type, label, carried: own })) }
      : {}),
  };
}

function decodeRow(text: string, known: readonly [string, string, ...unknown[]][]): ChunkRow {
  const [values = '', ...clicks] = text.slice(2).split('!');
  const metrics: Metrics = { ...NO_METRICS };
  decodeNumbers(values).forEach((value, i) => {
    const name = BASE_METRICS[i];
    if (name) metrics[name] = value;
  });
  const buttons = clicks.map((part): ChunkButton => {
    const [place = 0, count = null, unique = null, own] = decodeNumbers(part);
    const [type = '', label = ''] = known[place ?? 0] ?? [];
    const delivered = own === undefined ? metrics.delivered : own === NOTHING ? null : own;
    return { type, label, clicks: count, uniqueClicks: unique, delivered };
  });
  const letter = text[1] ?? '';
  return {
    dayOfMonth: parse(text[0] ?? '', 36),
    product: /c/i.test(letter) ? 'cloud_api' : 'marketing_messages',
    metrics,
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(/n/i.test(letter) ? { conversions: true } : {}),
    ...(letter === letter.toUpperCase() ? { noDaily: true } : {}),
  };
}

/** The bucket of a template id: a hash spreads ids evenly where sums of digits do not. */
export function bucketOf(templateId: string, buckets: number): number {
  return hashText(templateId) % buckets;
}
