// Times a script alone: a fresh context and a fresh text each time, with services that only hand over text.
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { project } from './host.mjs';
import { plusDays } from './ledger.mjs';

/**
 * Loads a script and calls a function of it, as a cell does.
 *
 * @param code text of the script
 * @param services what it finds as globals: a function of the context, since values are made in it
 * @param ask a function of the globals that gives the answer
 * @param mark a text nobody used before: the engine would otherwise reuse what it has compiled
 * @returns ms to read the text (`parse`), to evaluate it (`run`), and of the call (`call`)
 */
export function runAlone(code, services, ask, mark) {
  const context = vm.createContext({});
  Object.assign(context, services(context));
  const text = `${code}\n//${mark}`;
  const start = performance.now();
  const script = new vm.Script(text);
  const parsed = performance.now();
  script.runInContext(context);
  const loaded = performance.now();
  const answer = ask(context);
  const end = performance.now();
  return { answer, parse: parsed - start, run: loaded - parsed, call: end - loaded };
}

/** Services of a warm formula: the cache with every part of head and chunks. */
export function warmServices({ head, parts, chunks }) {
  const texts = new Map(parts.map((part, i) => [project.headKey(i), part]));
  head.months.forEach(([month], column) => {
    for (let bucket = 0; bucket < head.buckets; bucket += 1) {
      const sealed = chunks[bucket][column];
      const space = sealed.indexOf(' ');
      texts.set(project.chunkKey(head, month, bucket), space < 0 ? '' : sealed.slice(space + 1));
    }
  });
  const cache = {
    getAll(keys) {
      const found = {};
      for (const key of keys) if (texts.has(key)) found[key] = texts.get(key);
      return found;
    },
  };
  return () => ({ CacheService: { getDocumentCache: () => cache } });
}

/** The data range of `WA Daily` as values; a date is text here, as cheap as a value can be. */
export function valuesOf(rows) {
  const table = project.TABLES.daily;
  const isText = (key) => table.kinds.get(key) === 'text';
  const days = new Map();
  const cellOf = (row, key) => {
    const raw = project.rawCell(table, row, key);
    if (isText(key)) return raw === '' ? '' : raw.slice(1);
    const kind = table.kinds.get(key);
    if (kind !== 'day' && kind !== 'month') return raw;
    if (!days.has(raw)) days.set(raw, plusDays('1899-12-30', raw));
    return days.get(raw);
  };
  return [[...table.keys], ...rows.map((row) => table.keys.map((key) => cellOf(row, key)))];
}

/** The same with only the columns that peers look at: for comparing answers, not for timing. */
export function slimValuesOf(rows) {
  const width = project.TABLES.daily.keys.length;
  const lines = rows.map(({ day, template, metrics }) => {
    const line = new Array(width).fill('');
    line[0] = day;
    line[5] = template;
    line[11] = metrics.sent;
    line[15] = metrics.clicks;
    line[18] = metrics.spent;
    return line;
  });
  return [[], ...lines];
}

/**
 * Services of a peer that reads the whole data tab. Values cross from the service to the script as text,
 * so reading them is decoding them.
 */
export function tabServices(json) {
  return (context) => {
    const decode = vm.runInContext('JSON.parse', context);
    return bookOf(() => decode(json));
  };
}

/** The same with values that are there at once: no real service is so fast. */
export const tabServicesOf = (values) => () => bookOf(() => values);

/** A spreadsheet with one tab, for peers. */
export function bookOf(getValues) {
  const sheet = { getDataRange: () => ({ getValues }) };
  const book = { getSheetByName: () => sheet };
  return { SpreadsheetApp: { getActiveSpreadsheet: () => book } };
}
