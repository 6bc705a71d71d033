// Answers `WA_BUTTON_CLICKS`: clicks on buttons by their label.
import type { Day, DayRange } from '../day';
import type { ButtonSums } from '../index/chunk';
import type { Head } from '../index/head';
import { chunksFor, type RecordReader, sumButtons } from '../index/query';
import { answerCells } from './answer-cells';
import { type Argument, type Cell, isAbsent, isBlank } from './arguments';
import type { Answer, Call } from './call';
import { FormulaError } from './formula-error';
import { nearestName } from './nearest';
import type { Question } from './question';
import { patternOf } from './templates';

/** Letters two labels may differ in and still be taken for a slip of the finger. */
const A_SLIP = 2;

/**
 * Answers `WA_BUTTON_CLICKS(template; button; from; to; account)`: the Clicks of `WA Buttons` of the
 * buttons with that label, whatever their kind. Capitals do not matter; `*` stands for any text; without a
 * label all buttons count.
 *
 * @returns 0 where the days are held and no such button has a row, empty where no row reports clicks
 * @throws FormulaError 'button-guess' for a label that is a slip of the finger away from one there is
 */
export function answerButtonClicks(call: Call, args: readonly Argument[]): Answer {
  const { head } = call;
  return answerCells(call, args, (question, { button }, read, isSingle) => {
    if (!isAbsent(button) && isBlank(button)) return null;
    const isMeant = labelTest(button);
    const sums: ButtonSums = [0, 0, 0];
    for (const { series, from, to } of question.parts) {
      sumButtons(head, series, { from, to }, read, sums, isMeant);
    }
    const [rows, clicks, reports] = sums;
    if (rows > 0) return reports > 0 ? clicks : null;
    if (question.parts.length === 0) return null;
    if (isSingle) refuseSlip(button, labelsOf(question, head, read));
    return 0;
  });
}

function labelTest(button: Cell): (label: string) => boolean {
  if (isAbsent(button)) return () => true;
  if (typeof button === 'object') throw new FormulaError('button-bad');
  const text = String(button).trim().toLowerCase();
  if (!text.includes('*')) return (label) => label.trim().toLowerCase() === text;
  const pattern = patternOf(text);
  return (label) => pattern.test(label);
}

function refuseSlip(button: Cell, labels: ReadonlySet<string>): void {
  const text = String(button ?? '').trim();
  if (text === '' || text.includes('*')) return;
  const known = [...labels].some((label) => label.trim().toLowerCase() === text.toLowerCase());
  const guess = known ? null : nearestName(text.toLowerCase(), [...labels], A_SLIP);
  if (guess) throw new FormulaError('button-guess', { name: text, guess });
}

/** Every label that the chunks of the question know. */
function labelsOf(question: Question, head: Head, read: RecordReader): Set<string> {
  const labels = new Set<string>();
  for (const { series, from, to } of question.parts) {
    for (const label of labelsIn(series, { from, to }, head, read)) labels.add(label);
  }
  return labels;
}

function labelsIn(
  series: number,
  { from, to }: DayRange & { from: Day },
  head: Head,
  read: RecordReader,
): string[] {
  return chunksFor(head, series, from, to).flatMap((place) =>
    (read(place, series)?.buttons ?? []).map(({ label }) => label),
  );
}
