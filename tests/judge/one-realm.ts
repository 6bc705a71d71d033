// Evaluates the built script once over a hidden tab that was read over HTTP, so that ten thousand calls take seconds.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { startOfDay } from './days';
import type { Loose, RangeAnswer, Workbench } from './workbench';

/** As `POST /api/formula` answers. */
export type FormulaAnswer = Awaited<ReturnType<Workbench['formula']>>;
export type Call = (name: string, args: readonly unknown[]) => FormulaAnswer;

const root = process.env.JUDGE_ROOT ?? process.cwd();
const readBuilt = (file: string): string => readFileSync(path.resolve(root, 'dist', file), 'utf8');

/**
 * Everything a formula may touch stands here: a cache that begins empty, the hidden tab, the zone. A service
 * or method beyond these throws.
 *
 * @param index the whole hidden tab
 */
export function openRealm(index: RangeAnswer, zone: string, locale = 'en'): Call {
  const stored = new Map<string, string>();
  const cache = {
    getAll: (keys: string[]) =>
      Object.fromEntries(keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key)]] : []))),
    put: (key: string, value: string) => void stored.set(key, value),
    putAll: (values: Record<string, string>) => {
      for (const [key, value] of Object.entries(values)) stored.set(key, value);
    },
  };
  const block = (row: number, column: number, rows: number, columns: number) =>
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => index.values[row - 1 + r]?.[column - 1 + c] ?? ''),
    );
  const tab = {
    getRange: (row: number, column: number, rows: number, columns: number) => ({
      getValues: () => block(row, column, rows, columns),
    }),
    getMaxRows: () => index.values.length,
    getMaxColumns: () => index.values[0]?.length ?? 0,
    getDataRange: () => ({ getValues: () => index.values }),
  };
  const book = {
    getRangeByName: () => ({ getSheet: () => tab }),
    getSheetByName: () => tab,
    getSpreadsheetTimeZone: () => zone,
  };
  const services = {
    SpreadsheetApp: { getActiveSpreadsheet: () => book },
    CacheService: { getDocumentCache: () => cache },
    Session: { getActiveUserLocale: () => locale },
    HtmlService: {
      createHtmlOutputFromFile: (file: string) => ({ getContent: () => readBuilt(`${file}.html`) }),
    },
  };
  const code = readBuilt('Code.js');
  const names = [...code.matchAll(/^function (WA_\w+)/gm)].map(([, name]) => name);
  // A function around it, not a context: the engine looks names of a context up slowly.
  const evaluate = vm.runInThisContext(
    `(function (${Object.keys(services)}) {${code}\nreturn { ${names} };})`,
    { filename: 'Code.js' },
  ) as (...given: unknown[]) => Record<string, (...args: unknown[]) => unknown>;
  const functions = evaluate(...Object.values(services));

  const live = String(index.values[0]?.[1] ?? '');
  const plain = (arg: Loose, inRange = false): unknown => {
    if (Array.isArray(arg)) return arg.map((line: Loose) => line.map((x: Loose) => plain(x, true)));
    if (arg === null) return inRange ? '' : undefined;
    if (typeof arg !== 'object') return arg;
    return arg.live ? live : new Date(startOfDay(arg.date, zone) * 1000);
  };
  return (name, args) => {
    try {
      return { ok: true, value: functions[name]?.(...args.map((arg) => plain(arg))) };
    } catch (error) {
      return { ok: false, error: { message: (error as Error).message } };
    }
  };
}
