// Reads one wave of template analytics: all requests in parallel, then again what Meta refused, in another form or in parts.
import { AddonError } from '../core/errors';
import { assertAccountId } from './accounts';
import { groupShape, isId, readShape } from './answers';
import { findWorst, type Refusal } from './classify';
import {
  ENDPOINT,
  endsInFuture,
  formOf,
  isMarketing,
  PRODUCTS,
  SURE,
  type Trial,
  toQuery,
} from './form';
import { type Lesson, type Lessons, learnFrom } from './lessons';
import { negotiate, type TryOut } from './negotiate';
import { walkPages } from './paging';
import { failure, type Refused, readInParts } from './parts';
import { type Job, mergePoints, readPoints } from './points';
import { type Ask, type IsFatal, refusalOf } from './retry';
import type { AnalyticsAnswer, AnalyticsRequest, Point } from './types';
import { unknownWords } from './unknown-words';

/** Meta's limit on `template_ids`. */
const MOST_IDS = 10;

/** Refusals that smaller parts may get around. */
const canSplit = ({ kind }: Refusal): boolean => kind === 'parameter' || kind === 'too-much';
/** Refusals that may be of one product only, so that they say nothing of the account. */
const canBeOfProduct = ({ kind }: Refusal): boolean =>
  ['permission', 'insights', 'coexistence', 'missing', 'restricted', 'unknown'].includes(kind);
const isBorne = (refusal: Refusal, ofMarketing: boolean): boolean =>
  canSplit(refusal) || (ofMarketing && canBeOfProduct(refusal));

export function readAnalytics(
  ask: Ask,
  lessons: Lessons,
  wave: readonly AnalyticsRequest[],
): AnalyticsAnswer {
  const points: Point[] = [];
  const zones: Record<string, string> = {};
  const missing = new Set<string>();
  const unknown = new Set<string>();
  let dropped = 0;
  const lessonOf = ({ request }: Job): Lesson => lessons.of(request.accountId);
  const isProven = (job: Job): boolean => lessonOf(job).proven.has(job.request.product);

  const take = (trial: Trial, items: readonly unknown[]) => {
    const { job } = trial;
    const groups = items.map((item) => readShape(groupShape, item, ENDPOINT));
    const read = readPoints(groups, job);
    for (const word of unknownWords(groups)) unknown.add(word);
    for (const point of read.points) points.push(point);
    dropped += read.dropped;
    if (read.zone !== null) zones[job.request.accountId] ??= read.zone;
    learnFrom(trial, lessonOf(job));
  };
  const isFatal: IsFatal = (refusal, query) =>
    refusal.retry === 'no' && !isBorne(refusal, isMarketing(query));
  /** Throws what parts or another form cannot get around. */
  const check = (trials: readonly Trial[], refusals: readonly (Refusal | null)[]) => {
    const told = trials.flatMap((trial, index): Refused[] => {
      const refusal = refusals[index];
      const isTold = refusal && !isBorne(refusal, isMarketing(toQuery(trial)));
      return isTold ? [{ ...trial, refusal }] : [];
    });
    const worst = findWorst(
      told.map(({ refusal }) => refusal),
      () => true,
    );
    for (const one of told) if (one.refusal === worst) throw failure(one);
  };
  const tryOut: TryOut = (trials) => {
    const refusals = ask(trials.map(toQuery), isFatal).map(refusalOf);
    check(trials, refusals);
    return refusals;
  };
  /** Asks, takes what was answered, and gives back what was refused in a way that may be got around. */
  const send = (jobs: readonly Job[], noFuture?: true): Refused[] => {
    const trials = jobs.map((job): Trial => {
      const form = formOf(lessonOf(job), job.request.product);
      return { job, form: noFuture ? { ...form, noFuture } : form };
    });
    const walks = walkPages(ask, trials.map(toQuery), isFatal);
    check(
      trials,
      walks.map(({ refusal }) => refusal),
    );
    return walks.flatMap(({ items, refusal }, index): Refused[] => {
      const trial = trials[index] as Trial;
      if (refusal) return [{ ...trial, refusal }];
      take(trial, items);
      return [];
    });
  };
  /** The same, and once more with today as the end where only that can be wrong but the ids. */
  const run = (jobs: readonly Job[]): Refused[] => {
    const first = send(jobs);
    const again = first.filter(
      ({ job, refusal }) =>
        refusal.kind === 'parameter' &&
        isProven(job) &&
        endsInFuture(job) &&
        lessonOf(job).futureEnd === undefined,
    );
    const refused =
      again.length === 0
        ? first
        : [
            ...first.filter((one) => !again.includes(one)),
            ...send(
              again.map(({ job }) => job),
              true,
            ),
          ];
    // Others of the product were answered, so it is not the product that is refused.
    for (const one of refused) if (!canSplit(one.refusal) && isProven(one.job)) throw failure(one);
    return refused;
  };

  /** Gets around the refusals of one account and product, or finds what is to be given up. */
  const settle = (group: readonly Refused[]) => {
    const [first] = group as readonly [Refused];
    const { product } = first.job.request;
    const lesson = lessonOf(first.job);
    let open = [...group];
    if (product === 'marketing_messages') {
      // What the Cloud API has just found missing is missing here too.
      open = group.filter(({ job }) => !job.ids.some((id) => missing.has(id)));
      const rest = group
        .filter((one) => !open.includes(one))
        .map(({ job }) => ({ ...job, ids: job.ids.filter((id) => !missing.has(id)) }));
      open = [...open, ...run(rest.filter(({ ids }) => ids.length > 0))];
    }
    for (let mayBlameIds = true; ; mayBlameIds = false) {
      const asked = open.filter(({ refusal }) => refusal.kind !== 'too-much');
      const [worst] = asked;
      if (!worst || isProven(worst.job)) break;
      const others = open.filter((one) => !asked.includes(one));
      const ofParameter = worst.refusal.kind === 'parameter';
      const isKnown = product === 'marketing_messages' && areKnown(worst.job);
      const found = negotiate(
        tryOut,
        lesson,
        asked as [Refused, ...Refused[]],
        mayBlameIds && ofParameter && !isKnown,
      );
      if (found) {
        lose(worst.job, found.lost);
        open = [...others, ...run(found.rest)];
        continue;
      }
      if (product === 'cloud_api') throw failure(worst);
      // Where it worked before it is these templates that are refused: others may be answered.
      const worked = lesson.habits.marketingWord !== undefined;
      if (isKnown && !(worked && ofParameter)) lesson.habits.noMarketing = true;
      open = lesson.habits.noMarketing ? [] : others;
    }
    for (const one of open) {
      const lost = readInParts(one, run);
      // Every id refused alone and no other answer: it is the question that is wrong, not the ids.
      if (product === 'cloud_api' && lost.length === one.job.ids.length && !isProven(one.job)) {
        throw failure(one);
      }
      lose(one.job, lost);
    }
  };
  /** A template that only Marketing Messages refuse is there; it has no numbers of theirs. */
  const lose = ({ request }: Job, ids: readonly string[]) => {
    if (request.product === 'cloud_api') for (const id of ids) missing.add(id);
  };
  /** Whether the Cloud API answers for these ids; asked for one metric where no answer has told. */
  const areKnown = (job: Job): boolean => {
    const lesson = lessonOf(job);
    if (job.ids.every((id) => lesson.known.has(id))) return true;
    const cloud: Job = { ...job, request: { ...job.request, product: 'cloud_api' } };
    const form = { ...formOf(lesson, 'cloud_api'), metrics: [SURE], noFuture: true };
    return tryOut([{ job: cloud, form }])[0]?.kind !== 'parameter';
  };

  const isAsked = ({ accountId, product, templateIds }: AnalyticsRequest): boolean =>
    templateIds.length > 0 &&
    !(product === 'marketing_messages' && lessons.of(accountId).habits.noMarketing);
  const refused = run(wave.filter(isAsked).map(toJob));
  for (const product of PRODUCTS) {
    const ofProduct = refused.filter(({ job }) => job.request.product === product);
    const accounts = new Set(ofProduct.map(({ job }) => job.request.accountId));
    for (const account of accounts) {
      settle(ofProduct.filter(({ job }) => job.request.accountId === account));
    }
  }
  return {
    points: mergePoints(points),
    zones,
    dropped,
    missingTemplates: [...missing],
    unknown: [...unknown].sort(),
  };
}

function toJob(request: AnalyticsRequest): Job {
  const { templateIds, from, to } = request;
  assertAccountId(request.accountId);
  if (templateIds.length > MOST_IDS) throw new RangeError(`At most ${MOST_IDS} ids a request`);
  if (!templateIds.every(isId)) throw new AddonError('unknown-template');
  return { request, ids: templateIds, from, to };
}
