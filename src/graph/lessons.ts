// What a client learns about each account: how it is to be asked, and what its answers have proven.
import { endsInFuture, type Trial } from './form';
import type { AccountHabits, ProductName } from './types';

export interface Lesson {
  /** The part that outlives the client. */
  habits: AccountHabits;
  /** Whether Meta takes an `end` after today; undefined while no answer has told. */
  futureEnd?: boolean;
  /** Products that were answered in their present form: what is refused now is refused for its ids. */
  proven: Set<ProductName>;
  /** Ids that were answered through the Cloud API: where they are refused, it is not for the ids. */
  known: Set<string>;
}
export interface Lessons {
  of(accountId: string): Lesson;
  habits(): Record<string, AccountHabits>;
}

const copy = <T>(json: T): T => JSON.parse(JSON.stringify(json));

export function createLessons(start: Record<string, AccountHabits> = {}): Lessons {
  const lessons = new Map<string, Lesson>();
  const begin = (habits: AccountHabits): Lesson => ({
    habits,
    proven: new Set(),
    known: new Set(),
  });
  for (const [id, habits] of Object.entries(copy(start))) lessons.set(id, begin({ ...habits }));
  return {
    of(accountId) {
      const lesson = lessons.get(accountId) ?? begin({});
      lessons.set(accountId, lesson);
      return lesson;
    },
    habits: () =>
      copy(
        Object.fromEntries(
          [...lessons]
            .map(([id, { habits }]) => [id, habits] as const)
            .filter(([, habits]) => Object.keys(habits).length > 0),
        ),
      ),
  };
}

/** Notes what an answer proves. */
export function learnFrom({ job, form }: Trial, lesson: Lesson): void {
  const { product } = job.request;
  lesson.proven.add(product);
  if (product === 'cloud_api') for (const id of job.ids) lesson.known.add(id);
  else lesson.habits.marketingWord = form.word;
  // Asked with today's end only after tomorrow's was refused.
  if (endsInFuture(job)) lesson.futureEnd ??= !form.noFuture;
}
