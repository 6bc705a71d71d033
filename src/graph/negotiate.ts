// Finds out why Meta refuses a question in a form that no answer has proven yet, and a form that it takes.
import type { Refusal } from './classify';
import { WIDTH } from './door';
import {
  DOUBTFUL,
  endsInFuture,
  type Form,
  formOf,
  nameOf,
  SURE,
  type Trial,
  toQuery,
  wordsFrom,
} from './form';
import type { Lesson } from './lessons';
import type { Job } from './points';
import type { ProductName } from './types';

/**
 * Asks in parallel, for one page each. Throws on what ends the wave, so that the refusals left say something of
 * the form.
 */
export type TryOut = (trials: readonly Trial[]) => (Refusal | null)[];

/** What is left to do. */
export interface Found {
  /** Jobs to ask again, first the one that should be answered now. */
  rest: Job[];
  /** Ids refused alone in a form in which others were answered. */
  lost: string[];
}

/** What one negotiation is about. */
interface Matter {
  tryOut: TryOut;
  lesson: Lesson;
  product: ProductName;
  /** The form to ask in, as far as is known. */
  usual: Form;
  /** The same with an end that no server refuses. */
  careful: Form;
}

/**
 * Tries other forms on the first of some refused questions of one account and product: today as the end, the
 * other word, one metric only. Where even one metric is refused, its ids may be to blame, and they are asked
 * for one by one, with the other questions beside them. What it finds is noted in the lesson.
 *
 * It asks 1 or 2 questions, of Marketing Messages 3 or 4; where a metric is to blame 1 more for the likely one,
 * or 7 for any (16 with conversions); where ids may be, up to 24 more for each word.
 *
 * @returns null when Meta takes no form
 */
export function negotiate(
  tryOut: TryOut,
  lesson: Lesson,
  refused: readonly [Trial, ...Trial[]],
  mayBlameIds: boolean,
): Found | null {
  const [{ job, form: tried }, ...rest] = refused;
  const others = rest.map((trial) => trial.job);
  const { product } = job.request;
  const usual = formOf(lesson, product);
  const careful = { ...usual, noFuture: usual.noFuture || lesson.futureEnd === undefined };
  const matter: Matter = { tryOut, lesson, product, usual, careful };
  const words = wordsFrom(product, usual.word);
  const whole = words.map((word): Form => ({ ...careful, word }));
  const bare = words.map((word): Form => ({ ...careful, word, metrics: [SURE] }));

  const isNew = (form: Form) => !isSame({ job, form }, { job, form: tried });
  const forms = [...whole, ...bare].filter(isNew);
  const refusals = tryOut(forms.map((form) => ({ job, form })));
  const taken = forms.find((_, index) => passes(refusals[index]));
  if (taken) {
    const form = whole.includes(taken) ? taken : withFewer(matter, job, taken.word);
    if (!form) return null;
    note(matter, job, form);
    return { rest: [job, ...others], lost: [] };
  }
  return mayBlameIds ? blameIds(matter, job, others, bare) : null;
}

/** Meta took the question; that the answer would be too large is another matter. */
const passes = (refusal: Refusal | null | undefined): boolean =>
  refusal === null || refusal?.kind === 'too-much';

/** Finds ids for which Meta answers at all: of the refused job, else of others. */
function blameIds(
  { tryOut, lesson, product }: Matter,
  job: Job,
  others: readonly Job[],
  forms: readonly Form[],
): Found | null {
  const alone = job.ids.length > 1 ? job.ids.map((id): Job => ({ ...job, ids: [id] })) : [];
  const parts = [...alone, ...others].slice(0, WIDTH - 1);
  for (const form of forms) {
    const refusals = tryOut(parts.map((part) => ({ job: part, form })));
    const good = parts.filter((_, index) => passes(refusals[index]));
    const ids = good.filter((part) => alone.includes(part)).flatMap((part) => part.ids);
    const target = ids.length > 0 ? { ...job, ids } : good[0];
    if (!target) continue;
    if (product === 'marketing_messages') lesson.habits.marketingWord = form.word;
    return {
      rest: [target, ...others.filter((other) => other !== target)],
      lost: job.ids.filter((id) => !ids.includes(id)),
    };
  }
  return null;
}

/** The metrics are to blame: a form of those Meta takes, in the word in which it takes one. */
function withFewer({ usual, careful, tryOut }: Matter, job: Job, word: string): Form | null {
  const formWith = (...metrics: string[]): Form => ({
    ...careful,
    word,
    metrics: [SURE, ...metrics],
  });
  const takes = (forms: readonly Form[]): boolean[] =>
    tryOut(forms.map((form) => ({ job, form }))).map(passes);
  const doubted = usual.metrics.filter((metric) => metric !== SURE);
  const likely = doubted.filter((metric) => metric !== DOUBTFUL);
  if (likely.length < doubted.length && takes([formWith(...likely)])[0]) return formWith(...likely);
  const isTaken = takes(doubted.map((metric) => formWith(metric)));
  const rest = formWith(...doubted.filter((_, index) => isTaken[index]));
  // All of them again, where each is taken alone: then it is something else.
  return takes([rest])[0] ? rest : null;
}

/** Notes the form that was found. */
function note({ lesson, product, usual }: Matter, job: Job, form: Form): void {
  const { habits } = lesson;
  const refused = usual.metrics.filter((metric) => !form.metrics.includes(metric));
  if (refused.length > 0) {
    habits.refused = [...(habits.refused ?? []), ...refused.map((name) => nameOf(product, name))];
  }
  if (product === 'marketing_messages') habits.marketingWord = form.word;
  lesson.proven.add(product);
  // The very same was refused with tomorrow as its end.
  const isUsual = form.word === usual.word && form.metrics === usual.metrics;
  if (isUsual && form.noFuture && endsInFuture(job)) lesson.futureEnd = false;
}

const isSame = (one: Trial, other: Trial): boolean =>
  JSON.stringify(toQuery(one)) === JSON.stringify(toQuery(other));
