// Asks formulas of a small ledger, for tests: the answer, or the refusal.
import { answerFunction, type LedgerFunction } from '../formula/answer';
import { type Argument, readArguments } from '../formula/arguments';
import type { Answer } from '../formula/call';
import { FormulaError } from '../formula/formula-error';
import type { Titles } from '../formula/metric-word';
import type { Head } from '../index/head';
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics';
import type { SmallLedger } from './small-ledger';

/** `spent` as `Spent`, `costPerClick` as `Cost per click`, with a mark for the language. */
const titlesIn = (language: string): Titles =>
  Object.fromEntries(
    [...METRIC_NAMES, 'template', 'date', 'week', 'month'].map((name) => {
      const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return [name, `${language}${words.charAt(0).toUpperCase()}${words.slice(1)}`];
    }),
  ) as Titles;
const wordsIn = (language: string) => ({ titles: titlesIn(language), aliases: {} });
const WORDS = { en: wordsIn(''), pt: wordsIn('pt '), es: wordsIn('es ') };

export interface Asking {
  /** A metric's own function, or any function by its name. */
  ask(name: MetricName | LedgerFunction, args: Argument[], ledger?: SmallLedger): Answer;
  /** @throws Error where it answers */
  refusal(name: MetricName | LedgerFunction, args: Argument[], ledger?: SmallLedger): FormulaError;
  /** The same ledger with parts of its head replaced. */
  withHead(some: Partial<Head>): SmallLedger;
}

export function asking(own: Omit<SmallLedger, 'loads'>): Asking {
  const ask: Asking['ask'] = (name, args, { head, load } = { loads: [], ...own }) => {
    const formula = name in METRICS ? METRICS[name as MetricName].formula : name;
    return answerFunction(formula as LedgerFunction, readArguments(args).args, head, load, WORDS);
  };
  return {
    ask,
    refusal: (name, args, ledger) => {
      try {
        ask(name, args, ledger);
      } catch (error) {
        if (error instanceof FormulaError) return error;
        throw error;
      }
      throw new Error('It answered.');
    },
    withHead: (some) => ({ loads: [], ...own, head: { ...own.head, ...some } }),
  };
}
