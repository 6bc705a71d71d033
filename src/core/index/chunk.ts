// The text of one index chunk: the rows of some templates in one month, with the totals carried into it.
import type { Product } from '../daily';
import { BASE_METRICS, type Metrics, NO_METRICS } from '../metrics';
import { hashText } from './hash';
import { noSums, SUMS_LENGTH, type Sums } from './sums';

/** A day's numbers of a series: day of the month 1–31. */
export interface ChunkRow {
  dayOfMonth: number;
  product: Product;
  metrics: Metrics;
  /** What each button of the template got that day; absent where the index does not hold buttons. */
  buttons?: readonly {
    type: string;
    label: string;
    clicks: number | null;
    uniqueClicks: number | null;
    delivered: number | null;
  }[];
}
/** A series in one month: totals of everything before the month, and the month's rows. */
export interface ChunkRecord {
  carried: Sums;
  rows: ChunkRow[];
}
/** Records by the series' number in the head's directory. */
export type Chunk = Map<number, ChunkRecord>;

/** Longest chunk: with its seal it fits one cell (50,000 characters) and one cache value (100 KB). */
export const CHUNK_LIMIT = 48_000;

const PRODUCT_LETTERS: Record<Product, string> = { cloud_api: 'c', marketing_messages: 'm' };

/**
 * Writes a chunk. One line a series: `number:carried:rows`, where carried holds the totals (empty = 0)
 * and a row is day, product letter and metrics (empty = not reported). Numbers are base 36 where they
 * are whole, decimal behind a `~` where they are not.
 */
export function encodeChunk(chunk: Chunk): string {
  const lines: string[] = [];
  for (const [series, { carried, rows }] of [...chunk].sort((a, b) => a[0] - b[0])) {
    const sums = carried.map((value) => (value === 0 ? '' : encodeNumber(value))).join(',');
    const days = [...rows]
      .sort((a, b) => a.dayOfMonth - b.dayOfMonth || (a.product < b.product ? -1 : 1))
      .map(encodeRow)
      .join(';');
    lines.push(`${series.toString(36)}:${trimCommas(sums)}:${days}`);
  }
  return lines.join('\n');
}

function encodeRow({ dayOfMonth, product, metrics }: ChunkRow): string {
  const values = BASE_METRICS.map((name) => {
    const value = metrics[name];
    return value === null ? '' : encodeNumber(value);
  }).join(',');
  return `${dayOfMonth.toString(36)}${PRODUCT_LETTERS[product]}${trimCommas(values)}`;
}

const trimCommas = (text: string): string => text.replace(/,+$/, '');

// A whole number is base 36; anything else keeps its shortest decimal text behind a `~`, so that a
// price of 0.0725 comes back as exactly that number.
function encodeNumber(value: number): string {
  return Number.isSafeInteger(value) ? value.toString(36) : `~${value}`;
}
function decodeNumber(text: string): number {
  return text.startsWith('~') ? Number(text.slice(1)) : Number.parseInt(text, 36);
}

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
  const [series = '', sums = '', days = ''] = line.split(':');
  const carried = noSums();
  sums.split(',').forEach((text, i) => {
    if (text !== '' && i < SUMS_LENGTH) carried[i] = decodeNumber(text);
  });
  const rows = days === '' ? [] : days.split(';').map(decodeRow);
  return { series: Number.parseInt(series, 36), carried, rows };
}

function decodeRow(text: string): ChunkRow {
  const metrics: Metrics = { ...NO_METRICS };
  text
    .slice(2)
    .split(',')
    .forEach((value, i) => {
      const name = BASE_METRICS[i];
      if (value !== '' && name) metrics[name] = decodeNumber(value);
    });
  return {
    dayOfMonth: Number.parseInt(text[0] ?? '', 36),
    product: text[1] === 'm' ? 'marketing_messages' : 'cloud_api',
    metrics,
  };
}

/** The bucket of a template id: a hash spreads ids evenly where sums of digits do not. */
export function bucketOf(templateId: string, buckets: number): number {
  return hashText(templateId) % buckets;
}
