// Registers the add-on's functions with the formula engine; each call is answered by the host.
import type { Injector } from '@univerjs/core';
import {
  AsyncObject,
  BaseFunction,
  type BaseValueObject,
  FunctionType,
  type FunctionVariantType,
  IDescriptionService,
  IFunctionService,
} from '@univerjs/preset-sheets-core';
import type { FormulaArg, FunctionHelp, RunAnswer } from '../host/api';
import { client } from './client';
import { ArgumentError, makeError, toArgument, toResult } from './values';

/** Answers and error texts of the function calls made for one cell. */
interface CellMemory {
  answers: Map<string, RunAnswer>;
  error: string | null;
}

/** Answers are kept per cell: Sheets calls a function again only when an argument or the formula changed. */
export interface FunctionMemory {
  errorAt(sheet: string, row: number, column: number): string | null;
  forget(sheet: string, row: number, column: number): void;
}

/** A cell whose arguments keep changing must not collect answers without end. */
const maxAnswersPerCell = 50;

const cells = new Map<string, CellMemory>();
const keyOf = (sheet: string, row: number, column: number): string => `${sheet}:${row}:${column}`;

function memoryOf(key: string): CellMemory {
  let memory = cells.get(key);
  if (!memory) {
    memory = { answers: new Map(), error: null };
    cells.set(key, memory);
  }
  return memory;
}

async function ask(memory: CellMemory, name: string, args: FormulaArg[]): Promise<BaseValueObject> {
  const key = JSON.stringify([name, args]);
  let answer = memory.answers.get(key);
  if (!answer) {
    try {
      answer = await client.formula(name, args);
      if (memory.answers.size >= maxAnswersPerCell) memory.answers.clear();
      memory.answers.set(key, answer);
    } catch (error) {
      // Not kept: the server may answer the next time.
      answer = { ok: false, error: { message: (error as Error).message } };
    }
  }
  if (!answer.ok) {
    memory.error = answer.error.message;
    return makeError();
  }
  memory.error = null;
  return toResult(answer.value);
}

class HostFunction extends BaseFunction {
  override needsReferenceObject = true;

  override isAsync(): boolean {
    return true;
  }

  /** Text in quotes is passed as text: the engine would make a day's number of "2026-11" and of "1/2". */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  // A rejected promise or an exception here would stop every calculation, so nothing may escape.
  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    const memory = memoryOf(keyOf(this.subUnitId ?? '', this.row, this.column));
    try {
      const args = variants.map(toArgument);
      return new AsyncObject(
        ask(memory, String(this.name), args).catch((error) => {
          memory.error = String(error);
          return makeError();
        }),
      ) as unknown as FunctionVariantType;
    } catch (error) {
      if (error instanceof ArgumentError) return error.value;
      memory.error = String(error);
      return makeError();
    }
  }
}

/** Registered after the workbook exists, with the help that the editor shows while typing. */
export function registerFunctions(injector: Injector, helps: FunctionHelp[]): FunctionMemory {
  injector
    .get(IFunctionService)
    .registerExecutors(...helps.map((help) => new HostFunction(help.name)));
  injector.get(IDescriptionService).registerDescriptions(
    helps.map((help) => ({
      functionName: help.name,
      functionType: FunctionType.User,
      description: help.description,
      abstract: help.description,
      functionParameter: help.params.map((param) => ({
        name: param.name,
        detail: param.description,
        example: '',
        // The helper of Sheets knows no optional parameters either; the text says so.
        require: 1 as const,
        repeat: 0 as const,
      })),
    })),
  );
  return {
    errorAt: (sheet, row, column) => cells.get(keyOf(sheet, row, column))?.error ?? null,
    forget: (sheet, row, column) => void cells.delete(keyOf(sheet, row, column)),
  };
}
