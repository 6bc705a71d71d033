// Asks formulas of a small ledger, for tests: the answer, or the refusal.
import { type AnswerCell, answerMetric } from '../formula/answer';
import { type Argument, readArguments } from '../formula/arguments';
import { FormulaError } from '../formula/formula-error';
import type { Head } from '../index/head';
import type { MetricName } from '../metrics';
import type { SmallLedger } from './small-ledger';

export interface Asking {
  ask(metric: MetricName, args: Argument[], ledger?: SmallLedger): AnswerCell | AnswerCell[][];
  /** @throws Error where it answers */
  refusal(metric: MetricName, args: Argument[], ledger?: SmallLedger): FormulaError;
  /** The same ledger with parts of its head replaced. */
  withHead(some: Partial<Head>): SmallLedger;
}

export function asking(own: SmallLedger): Asking {
  const ask: Asking['ask'] = (metric, args, { head, load } = own) =>
    answerMetric('WA_TEST', metric, readArguments(args).args, head, load);
  return {
    ask,
    refusal: (metric, args, ledger) => {
      try {
        ask(metric, args, ledger);
      } catch (error) {
        if (error instanceof FormulaError) return error;
        throw error;
      }
      throw new Error('It answered.');
    },
    withHead: (some) => ({ ...own, head: { ...own.head, ...some } }),
  };
}
