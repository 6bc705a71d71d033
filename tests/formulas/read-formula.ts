// Reads a formula of the table as the values Sheets would pass for it, for calling the function without a page.

import { TABLE } from './table';

/** @example readFormula('=WA_SENT("promo";Inputs!A2)') // { name: 'WA_SENT', args: ['promo', 'promo'] } */
export function readFormula(formula: string): { name: string; args: unknown[] } {
  const [, name = '', inside = ''] = /^=(\w+)\((.*)\)$/.exec(formula) ?? [];
  if (name === '') throw new Error(`Not one call: ${formula}`);
  const parts = inside === '' ? [] : splitArguments(inside);
  return { name, args: parts.map(readValue) };
}

/** Splits at semicolons that are not within quotes or parentheses. */
function splitArguments(text: string): string[] {
  const parts = [''];
  for (const [piece] of text.matchAll(/"(?:[^"]|"")*"|\([^)]*\)|[\s\S]/g)) {
    if (piece === ';') parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function readValue(text: string): unknown {
  if (text === '') return null;
  if (text === 'WA_LIVE') return { live: true };
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  const day = /^DATE\((\d+);(\d+);(\d+)\)$/.exec(text);
  if (day) {
    const [year = '', month = '', date = ''] = day.slice(1);
    return { date: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` };
  }
  const range = /^Inputs!([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(text);
  if (range) return cellsOf(range.slice(1) as [string, string, string?, string?]);
  if (!Number.isFinite(Number(text))) throw new Error(`Not a value: ${text}`);
  return Number(text);
}

function cellsOf([column, row, lastColumn, lastRow]: [string, string, string?, string?]): unknown {
  const place = (letter: string): number => letter.charCodeAt(0) - 65;
  const lines = TABLE.inputs
    .slice(Number(row) - 1, Number(lastRow ?? row))
    .map((line) => line.slice(place(column), place(lastColumn ?? column) + 1).map(asTyped));
  return lastColumn ? lines : lines[0]?.[0];
}

/** A day typed into a cell becomes a date. */
const asTyped = (text: string): unknown => (/^\d{4}-\d\d-\d\d$/.test(text) ? { date: text } : text);
