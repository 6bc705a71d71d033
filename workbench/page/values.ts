// Turns the engine's values into what a custom function of Sheets receives, and its answer back.
import { type Nullable, numfmt } from '@univerjs/core';
import {
  ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/preset-sheets-core';
import type { FormulaArg, Json } from '../host/api';
import { serialToIso } from './serial';

/** What Sheets shows where a custom function failed. */
export const functionError = '#ERROR!';

type Scalar = Exclude<FormulaArg, FormulaArg[][]>;

/** An error that came in as an argument; Sheets then does not call the function at all. */
export class ArgumentError extends Error {
  readonly value: ErrorValueObject;
  constructor(value: ErrorValueObject) {
    super(value.getErrorType());
    this.value = value;
  }
}

function toScalar(value: Nullable<BaseValueObject>, pattern: string): Scalar {
  if (!value || value.isNull()) return '';
  if (value.isError()) throw new ArgumentError(value as unknown as ErrorValueObject);
  if (value.isBoolean()) return value.getValue() as boolean;
  if (value.isNumber()) {
    const number = value.getValue() as number;
    if (pattern !== '' && numfmt.isDateFormat(pattern)) return { date: serialToIso(number) };
    return number;
  }
  return String(value.getValue());
}

function toRows(
  array: ArrayValueObject,
  patternAt: (row: number, column: number) => string,
): FormulaArg {
  const rows: Scalar[][] = [];
  for (let row = 0; row < array.getRowCount(); row++) {
    const line: Scalar[] = [];
    for (let column = 0; column < array.getColumnCount(); column++) {
      const value = array.get(row, column);
      line.push(toScalar(value, value?.isNumber() ? patternAt(row, column) : ''));
    }
    rows.push(line);
  }
  // A single cell arrives as its value, not as a range.
  return rows.length === 1 && rows[0]?.length === 1
    ? (rows[0][0] as Scalar)
    : (rows as FormulaArg[][]);
}

/** One argument as Google passes it: a cell as its value, a range as rows, an empty cell as "". */
export function toArgument(variant: FunctionVariantType): FormulaArg {
  if (variant.isReferenceObject()) {
    const reference = variant as BaseReferenceObject;
    const { startRow, startColumn } = reference.getRangePosition();
    const unit = reference.getUnitId();
    const sheet = reference.getSheetId();
    const array = reference.toArrayValueObject(false);
    return toRows(array, (row, column) =>
      reference.getCellPattern(unit, sheet, startRow + row, startColumn + column),
    );
  }
  const value = variant as BaseValueObject;
  if (value.isArray()) {
    const array = value as ArrayValueObject;
    return toRows(array, (row, column) => array.get(row, column)?.getPattern() ?? '');
  }
  // An argument left out between two separators.
  if (value.isNull()) return null;
  return toScalar(value, value.getPattern());
}

function toValue(json: Json | undefined): BaseValueObject {
  if (typeof json === 'number') return NumberValueObject.create(json);
  if (typeof json === 'boolean') return BooleanValueObject.create(json);
  if (typeof json === 'string') return StringValueObject.create(json);
  return StringValueObject.create('');
}

/** A function's answer as the engine keeps it: text stays text, rows spill. */
export function toResult(json: Json): BaseValueObject {
  if (!Array.isArray(json)) return toValue(json);
  const rows = json.map((row) => (Array.isArray(row) ? row : [row]));
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  if (columnCount === 0) return StringValueObject.create('');
  if (rows.length === 1 && columnCount === 1) return toValue(rows[0]?.[0]);
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) =>
      Array.from({ length: columnCount }, (_, column) => toValue(row[column])),
    ),
    rowCount: rows.length,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

export const makeError = (): ErrorValueObject => ErrorValueObject.create(functionError as never);
