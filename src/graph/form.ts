// How template analytics are asked for: Meta's words for the products and metrics, and the query of a request.
import { addDays, type Day, minDay } from '../core/day';
import { CONVERSION_METRICS } from '../core/metrics';
import { CONVERSION_NAMES } from './conversions';
import type { Query } from './door';
import type { Lesson } from './lessons';
import type { Job } from './points';
import type { ProductName } from './types';

export const ENDPOINT = 'template_analytics';

/** Meta's pages disagree on the second product's word; the first here is the likelier (reference §1.4). */
const WORDS: Record<ProductName, readonly string[]> = {
  cloud_api: ['CLOUD_API'],
  marketing_messages: ['MARKETING_MESSAGES_LITE_API', 'MARKETING_MESSAGES_API_FOR_WHATSAPP'],
};
export const PRODUCTS: readonly ProductName[] = ['cloud_api', 'marketing_messages'];

/** The metric no server refuses. */
export const SURE = 'SENT';
/** On no page of Meta's, only in its SDK: the first to suspect when a question is refused. */
export const DOUBTFUL = 'REPLIED';
const CORE = [SURE, 'DELIVERED', 'READ', DOUBTFUL, 'CLICKED', 'COST'];
const METRICS: Record<ProductName, readonly string[]> = {
  cloud_api: CORE,
  marketing_messages: [...CORE, ...CONVERSION_METRICS.map((name) => CONVERSION_NAMES[name])],
};

/** What of a question may be refused whatever the ids. */
export interface Form {
  word: string;
  metrics: readonly string[];
  /** `end` is today where it would be tomorrow. */
  noFuture: boolean;
}
/** A job, asked for in a form. */
export interface Trial {
  job: Job;
  form: Form;
}

/** The form an account is asked in, by what it taught so far. */
export function formOf(lesson: Lesson, product: ProductName): Form {
  const { marketingWord, refused = [] } = lesson.habits;
  const words = WORDS[product];
  return {
    word: words.find((word) => word === marketingWord) ?? (words[0] as string),
    metrics: METRICS[product].filter(
      (metric) => metric === SURE || !refused.includes(nameOf(product, metric)),
    ),
    noFuture: lesson.futureEnd === false,
  };
}

/** How a refused metric is remembered. */
export const nameOf = (product: ProductName, metric: string): string => `${product}:${metric}`;

/** All words of a product, this one first. */
export const wordsFrom = (product: ProductName, word: string): string[] => [
  ...new Set([word, ...WORDS[product]]),
];

/**
 * The `end` to ask for: the day after the last one. Meta's examples include the day of `end`, other clients
 * find it excluded; this way the last day is there either way.
 */
const endOf = (job: Job): Day => addDays(job.to, 1);

export const endsInFuture = (job: Job): boolean => endOf(job) > job.request.today;

export function toQuery({ job, form }: Trial): Query {
  const { accountId, today } = job.request;
  return {
    path: [accountId, ENDPOINT],
    values: {
      start: job.from,
      end: form.noFuture ? minDay(endOf(job), today) : endOf(job),
      granularity: 'DAILY',
      template_ids: `[${job.ids.join(',')}]`,
      // A plain list as in Meta's example; without it Meta sends what it likes.
      metric_types: form.metrics.join(','),
      product_type: form.word,
      use_waba_timezone: 'true',
      limit: '1000',
    },
  };
}

/** Whether a query is of Marketing Messages, which an account may do without. */
export const isMarketing = (query: Query): boolean =>
  query.values.product_type !== WORDS.cloud_api[0];
