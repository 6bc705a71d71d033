// Answers a call of any function: the table of functions says how.
import type { Head } from '../index/head';
import { answerButtonClicks } from './answer-buttons';
import { answerCoverage } from './answer-coverage';
import { answerChange, answerMetric } from './answer-metric';
import { answerSeries, answerTable } from './answer-table';
import { answerTemplates } from './answer-templates';
import type { Argument } from './arguments';
import type { Answer, Call, ChunkLoader } from './call';
import { createDirectory } from './directory';
import { FormulaError } from './formula-error';
import { FUNCTIONS, type FunctionName, type FunctionSpec } from './functions';
import { MetricWords, type TitlesByLanguage } from './metric-word';

/** Functions that read the ledger; `WA_LAST_SYNC` reads the cell it is given. */
export type LedgerFunction = Exclude<FunctionName, 'WA_LAST_SYNC'>;

/**
 * Answers a call on a head and its chunks.
 *
 * @param args without the live cell, as `readArguments` leaves them
 * @param load loads chunks; called once at most
 * @example answerFunction('WA_SPENT', ['promo', '2026-11'], head, load, titles) // 21
 * @throws FormulaError for the whole call
 */
export function answerFunction(
  name: LedgerFunction,
  args: readonly Argument[],
  head: Head,
  load: ChunkLoader,
  titles: TitlesByLanguage,
): Answer {
  if (head.coverage.length === 0) throw new FormulaError('nothing-synced');
  const call: Call = {
    name,
    head,
    directory: createDirectory(head),
    words: new MetricWords(titles, head.language ?? 'en'),
    load,
  };
  const spec: FunctionSpec = FUNCTIONS[name];
  switch (spec.answers) {
    case 'metric':
      return answerMetric(call, spec.metric, args);
    case 'buttons':
      return answerButtonClicks(call, args);
    case 'change':
      return answerChange(call, args);
    case 'table':
      return answerTable(call, args);
    case 'series':
      return answerSeries(call, args);
    case 'templates':
      return answerTemplates(call, args);
    case 'coverage':
      return answerCoverage(call, args);
    case 'last-sync':
      throw new FormulaError('last-sync-argument');
  }
}
