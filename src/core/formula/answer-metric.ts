// Answers sums and ratios, and how they changed.
import { changeOf } from '../compare/change';
import type { MetricName } from '../metrics';
import { answerCells } from './answer-cells';
import type { Argument } from './arguments';
import type { Answer, Call } from './call';
import type { Question } from './question';
import { totalsOf, valueIn } from './totals';

/**
 * Answers `WA_SPENT(template; from; to; account)` and its like.
 *
 * @example answerMetric(call, 'spent', ['promo', '2026-11']) // 21
 */
export function answerMetric(call: Call, metric: MetricName, args: readonly Argument[]): Answer {
  const known = new Map<Question, number | null>();
  return answerCells(call, args, (question, _values, read) => {
    if (question.parts.length === 0) return null;
    let value = known.get(question);
    if (value === undefined) {
      value = valueIn(totalsOf(question.parts, call.head, read), metric);
      known.set(question, value);
    }
    return value;
  });
}

/**
 * Answers `WA_CHANGE(metric; template; from; to; account)`: the value / the value over the equally long days
 * right before - 1. Empty where either is not reported or there is nothing to divide by.
 *
 * @example answerChange(call, ['spent', 'promo', '2026-11']) // 0.25
 */
export function answerChange(call: Call, args: readonly Argument[]): Answer {
  return answerCells(
    call,
    args,
    ({ parts, before }, { metric: word }, read) => {
      const metric = call.words.read(word);
      if (!metric || parts.length === 0 || before.length === 0) return null;
      const [now, then] = [parts, before].map((some) =>
        valueIn(totalsOf(some, call.head, read), metric),
      );
      return changeOf(now ?? null, then ?? null);
    },
    true,
  );
}
