// Checks of what the add-on hands to a service; the sentences name the parameter.
import { hexColor } from './text/color';

export function needText(value: unknown, parameter: string): string {
  if (typeof value !== 'string') throw new Error(`Invalid argument: ${parameter} must be text.`);
  return value;
}
/** Absent means null or undefined, which Apps Script does not tell apart. */
export const optionalText = (value: unknown, parameter: string): string | undefined =>
  isAbsent(value) ? undefined : needText(value, parameter);

export function needInteger(value: unknown, parameter: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new Error(`Invalid argument: ${parameter} must be a whole number.`);
  }
  return value;
}
export function needPositive(value: unknown, parameter: string): number {
  const number = needInteger(value, parameter);
  if (number < 1) throw new Error(`Invalid argument: ${parameter} must be at least 1.`);
  return number;
}
export function needNumber(value: unknown, parameter: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`Invalid argument: ${parameter} must be a number.`);
  }
  return value;
}
/** A colour in CSS notation, as `#rrggbb`. */
export function needColor(value: unknown, parameter: string): string {
  const text = needText(value, parameter);
  const hex = hexColor(text);
  if (hex === null) throw new Error(`Invalid argument: ${parameter} "${text}"`);
  return hex;
}
export function needFlag(value: unknown, parameter: string): boolean {
  if (typeof value !== 'boolean')
    throw new Error(`Invalid argument: ${parameter} must be a boolean.`);
  return value;
}
export function needDate(value: unknown, parameter: string): number {
  if (!isDate(value)) throw new Error(`Invalid argument: ${parameter} must be a date.`);
  const instant = Date.prototype.getTime.call(value);
  if (Number.isNaN(instant)) throw new Error(`Invalid argument: ${parameter} is not a real date.`);
  return instant;
}
export function needArray(value: unknown, parameter: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`Invalid argument: ${parameter} must be an array.`);
  return value;
}
/** A plain object's entries. */
export function needObject(value: unknown, parameter: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`Invalid argument: ${parameter} must be an object.`);
  }
  return value as Record<string, unknown>;
}
export const isAbsent = (value: unknown): value is null | undefined =>
  value === null || value === undefined;

/** Recognises a date of any context. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

/** A grid of one item per cell. @throws Google's sentence when the shape is another */
export function needGrid(value: unknown, rows: number, columns: number): unknown[][] {
  const grid = needArray(value, 'values');
  if (grid.length !== rows) {
    throw new Error(
      `The number of rows in the data does not match the number of rows in the range. The data has ${grid.length} but the range has ${rows}.`,
    );
  }
  for (let row = 0; row < rows; row++) {
    const cells = needArray(grid[row], 'values');
    if (cells.length !== columns) {
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${cells.length} but the range has ${columns}.`,
      );
    }
  }
  return grid as unknown[][];
}

/** What the options of `clear` ask for: everything, only contents, or only formats. */
export function clearParts(options: unknown): { contents: boolean; formats: boolean } {
  if (isAbsent(options)) return { contents: true, formats: true };
  const given = needObject(options, 'options');
  for (const key of Object.keys(given)) {
    if (key !== 'contentsOnly' && key !== 'formatOnly') {
      throw new Error(`not emulated: clear option ${key}`);
    }
  }
  const flag = (value: unknown, name: string) => !isAbsent(value) && needFlag(value, name);
  const contentsOnly = flag(given.contentsOnly, 'contentsOnly');
  const formatOnly = flag(given.formatOnly, 'formatOnly');
  return { contents: !formatOnly || contentsOnly, formats: !contentsOnly || formatOnly };
}
