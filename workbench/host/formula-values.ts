// Turns a cell's arguments into what a custom function receives, and its result into what a cell shows.
import type { FormulaArg, Json } from './api';
import { isDate } from './arguments';
import type { Execution } from './execution';
import { readCell } from './services/document';
import { civilOfIso, instantOfCivil, serialOfInstant } from './text/serial';

const LIVE = 'WA_LIVE';

export function formulaArgument(execution: Execution, arg: FormulaArg): unknown {
  const { realm } = execution;
  if (arg === null) return undefined;
  if (typeof arg !== 'object') return arg;
  if (Array.isArray(arg)) {
    const grid = realm.array(arg.length);
    arg.forEach((row, down) => {
      if (!Array.isArray(row)) throw new Error('A range is an array of rows.');
      const line = realm.array(row.length);
      row.forEach((item, right) => {
        if (Array.isArray(item)) throw new Error('A range is an array of rows of single values.');
        line[right] = item === null ? '' : formulaArgument(execution, item);
      });
      grid[down] = line;
    });
    return grid;
  }
  if ('live' in arg && arg.live === true) return liveValue(execution);
  if ('date' in arg && typeof arg.date === 'string') {
    const civil = civilOfIso(arg.date);
    if (civil === null) throw new Error(`Not a date: ${arg.date}`);
    return realm.date(instantOfCivil(civil, execution.world.workbook.zone));
  }
  throw new Error(`Not an argument of a formula: ${JSON.stringify(arg)}`);
}

function liveValue(execution: Execution): unknown {
  const { workbook } = execution.world;
  const named = workbook.findName(LIVE);
  const tab = named && workbook.tabById(named.tabId);
  return named && tab ? readCell(execution, tab.cell(named.box.row, named.box.column)) : '';
}

/** A scalar, or rows of scalars; a date is its serial, nothing is empty text. */
export function formulaResult(execution: Execution, value: unknown): Json {
  if (!Array.isArray(value)) return resultCell(execution, value);
  if (value.length === 0) throw new Error('The result is an array without rows.');
  return Array.from(value, (row) => {
    if (!Array.isArray(row)) throw new Error('The result must be one value or rows of values.');
    return Array.from(row, (cell) => resultCell(execution, cell));
  });
}

function resultCell(execution: Execution, value: unknown): Json {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new Error(`The result ${value} is not a number a cell can show.`);
    return value;
  }
  if (isDate(value)) {
    const serial = serialOfInstant(
      Date.prototype.getTime.call(value),
      execution.world.workbook.zone,
    );
    if (Number.isNaN(serial)) throw new Error('The result is not a real date.');
    return serial;
  }
  throw new Error(`The result holds a value of type ${typeof value}, which no cell can show.`);
}
