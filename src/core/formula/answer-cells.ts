// Answers a call cell by cell: all cells are understood first, then what they need is loaded at once.
import { chunksFor, type RecordReader } from '../index/query';
import { type Argument, type Spread, spreadArguments } from './arguments';
import {
  type Answer,
  type AnswerCell,
  type Call,
  parametersOf,
  refuseTooMany,
  type Values,
} from './call';
import { FormulaError } from './formula-error';
import { createUnderstanding, type Question } from './question';
import { loadRecords } from './records';

/** @returns null for an empty cell */
export type CellAnswer = (
  question: Question,
  values: Values,
  read: RecordReader,
  isSingle: boolean,
) => AnswerCell | null;

/**
 * Answers `(template; from; to; account)` and its like, over one cell or ranges.
 *
 * @param needsBefore whether the equally long days before are asked too
 * @throws FormulaError for the whole call, naming the first cell that cannot be answered
 */
export function answerCells(
  call: Call,
  args: readonly Argument[],
  answer: CellAnswer,
  needsBefore = false,
): Answer {
  refuseTooMany(call.name, args);
  const parameters = parametersOf(call.name).slice(0, args.length);
  const spread = spreadArguments(args);
  const understand = createUnderstanding(call, needsBefore);
  const cells = mapCells(spread, (row, column) => {
    const values: Values = {};
    parameters.forEach((parameter, i) => {
      values[parameter] = spread.at(i, row, column);
    });
    return { values, question: understand(values) };
  });
  const questions = new Set(cells.flat().map(({ question }) => question));
  const read = loadRecords(placesFor(call, questions), call.load);
  const answers = cells.map((line, row) =>
    line.map(({ values, question }, column) =>
      inCell(
        spread,
        row,
        column,
        () => (question && answer(question, values, read, spread.single)) ?? '',
      ),
    ),
  );
  return spread.single ? (answers[0]?.[0] ?? '') : answers;
}

function* placesFor({ head }: Call, questions: Iterable<Question | null>) {
  for (const question of questions) {
    for (const { series, from, to } of question ? [...question.parts, ...question.before] : []) {
      yield* chunksFor(head, series, from, to);
    }
  }
}

function mapCells<T>(spread: Spread, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: spread.rows }, (_, row) =>
    Array.from({ length: spread.columns }, (__, column) =>
      inCell(spread, row, column, () => make(row, column)),
    ),
  );
}

function inCell<T>(spread: Spread, row: number, column: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaError && !spread.single && !error.cell) {
      error.cell = { row: row + 1, column: column + 1 };
    }
    throw error;
  }
}
