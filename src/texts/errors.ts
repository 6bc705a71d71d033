// Says an error: what happened and what was kept, then what to do.
import type { ErrorCode } from '../core/errors';
import type { Facts } from './fill';
import { say } from './say';
import type { ServerWords } from './server-words';

/**
 * @param facts what the sentence may name; `kept: 'part'` says that rows were already written
 * @example sayError(words, 'network', {}).message // 'Meta could not be reached. Nothing in the sheet was changed.'
 */
export function sayError(
  words: ServerWords,
  code: ErrorCode,
  facts: Facts,
): { message: string; hint: string } {
  const [message, hint] = sentencesOf(words, code, facts);
  const special = code === 'bad-input' ? words.unusable[String(facts.what)] : undefined;
  const kept = facts.kept === 'part' ? words.kept.part : words.kept.nothing;
  return {
    message: `${say(words, special?.[0] ?? message, facts)} ${kept}`,
    hint: say(words, special?.[1] || hint, facts),
  };
}

/** An error's own sentences inside a notice: what happened, what to do; what was kept the notice says. */
export function sayWhy(words: ServerWords, code: string | number, facts: Facts): string {
  return sentencesOf(words, code, facts)
    .map((sentence) => say(words, sentence, facts))
    .join(' ');
}

/** Insights that Meta calls on while it refuses their numbers are waited for, not switched on. */
const sentencesOf = (words: ServerWords, code: string | number, facts: Facts) =>
  words.errors[(code === 'insights-off' && facts.on ? 'insights-waiting' : code) as ErrorCode] ??
  words.errors.unexpected;
