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
import type { Walked } from './paging';
import type { Job } from './points';

/** Asks in parallel. Throws on what ends the wave, so that the refusals left say something of the form. */
export type TryOut = (trials: readonly Trial[]) => Walked[];

/** What is left to do with the jobs once a form is found. */
export interface Found {
  /** The answer to one of the jobs, where it came in the very form it will be asked in from now on. */
  answer: { trial: Trial; items: unknown[] } | null;
  /** Jobs to ask again. */
  rest: Job[];
  /** Ids refused alone in a form in which others were answered. */
  lost: string[];
}

/** Meta took the question; that the answer would be too large is another matter. */
const passes = (refusal: Refusal | null): boolean =>
  refusal === null || refusal.kind === 'too-much';

/**
 * Tries other forms on the first of some refused jobs of one account and product: today as the end, the other
 * word, one metric only. Where even one metric is refused, its ids may be to blame, and they are asked for
 * one by one, with the other jobs beside them.
 *
 * What it finds is noted in the lesson. It asks 1 or 2 questions, of Marketing Messages 3 or 4; where a metric
 * is to blame 1 more for the likely one, or 7 for any (16 with conversions); where ids may be, 24 more for
 * each word, and again for the metrics.
 *
 * @returns null when Meta takes no form
 */
export function negotiate(
  tryOut: TryOut,
  lesson: Lesson,
  jobs: readonly Job[],
  mayBlameIds: boolean,
): Found | null {
  const [job, ...others] = jobs as [Job, ...Job[]];
  const { product } = job.request;
  const usual = formOf(lesson, product);
  const doubtsEnd = endsInFuture(job) && lesson.futureEnd === undefined;
  const careful: Form = doubtsEnd ? { ...usual, noFuture: true } : usual;
  const words = wordsFrom(product, usual.word);
  const bare = words.map((word): Form => ({ ...careful, word, metrics: [SURE] }));
  const whole = words.map((word): Form => ({ ...careful, word }));

  /** The first form in which this is answered, and the answer. */
  const firstOf = (forms: readonly Form[], target: Job) => {
    const trials = forms.map((form) => ({ job: target, form }));
    const walks = trials.length > 0 ? tryOut(trials) : [];
    const at = walks.findIndex(({ refusal }) => passes(refusal));
    const [trial, walked] = [trials[at], walks[at]];
    return trial && walked ? { trial, walked } : null;
  };
  /** Notes the form, and tells what of the jobs it has answered. */
  const settle = (passed: NonNullable<ReturnType<typeof firstOf>>, lost: string[]): Found => {
    const { trial, walked } = passed;
    const { form } = trial;
    const { habits } = lesson;
    const refused = usual.metrics.filter((metric) => !form.metrics.includes(metric));
    if (refused.length > 0) {
      habits.refused = [...(habits.refused ?? []), ...refused.map((name) => nameOf(product, name))];
    }
    if (product === 'marketing_messages') habits.marketingWord = form.word;
    lesson.proven.add(product);
    // The same was refused with tomorrow as its end.
    if (doubtsEnd && form === whole[0] && trial.job === job) lesson.futureEnd = false;
    const isFinal = isSame(trial, { job: trial.job, form: formOf(lesson, product) });
    const answered = isFinal && walked.refusal === null;
    return {
      answer: answered ? { trial, items: walked.items } : null,
      rest: [...(answered ? [] : [trial.job]), ...others.filter((other) => other !== trial.job)],
      lost,
    };
  };
  /** The metrics are to blame: a form of those Meta takes, in the word in which it takes one. */
  const withFewer = (target: Job, word: string) => {
    const form = { ...careful, word };
    const metrics = usual.metrics.filter((metric) => metric !== DOUBTFUL);
    const passed = metrics.length < usual.metrics.length && firstOf([{ ...form, metrics }], target);
    if (passed) return passed;
    const doubted = usual.metrics.filter((metric) => metric !== SURE);
    const walks = tryOut(
      doubted.map((metric) => ({ job: target, form: { ...form, metrics: [SURE, metric] } })),
    );
    const good = doubted.filter((_, index) => passes(walks[index]?.refusal ?? null));
    return firstOf([{ ...form, metrics: [SURE, ...good] }], target);
  };

  const isFresh = (form: Form) => !isSame({ job, form }, { job, form: usual });
  const passed = firstOf([...whole, ...bare].filter(isFresh), job);
  if (passed) {
    if (whole.includes(passed.trial.form)) return settle(passed, []);
    const fewer = withFewer(job, passed.trial.form.word);
    return fewer && settle(fewer, []);
  }
  if (!mayBlameIds) return null;
  const alone = job.ids.length > 1 ? job.ids.map((id): Job => ({ ...job, ids: [id] })) : [];
  const parts = [...alone, ...others].slice(0, WIDTH - 1);
  for (const form of bare) {
    const walks = tryOut(parts.map((part) => ({ job: part, form })));
    const good = parts.filter((_, index) => passes(walks[index]?.refusal ?? null));
    const ids = good.filter((part) => alone.includes(part)).flatMap((part) => part.ids);
    const target = ids.length > 0 ? { ...job, ids } : good[0];
    if (!target) continue;
    const again =
      firstOf([{ ...usual, word: form.word }], target) ??
      (doubtsEnd ? firstOf([{ ...careful, word: form.word }], target) : null) ??
      withFewer(target, form.word);
    return (
      again &&
      settle(
        again,
        job.ids.filter((id) => !ids.includes(id)),
      )
    );
  }
  return null;
}

const isSame = (one: Trial, other: Trial): boolean =>
  JSON.stringify(toQuery(one)) === JSON.stringify(toQuery(other));
