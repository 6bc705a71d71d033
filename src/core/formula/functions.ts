// The one table of custom functions: their names, their parameters in order, and what each answers with.
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics';

/** A parameter of a function. `live` is the named cell `WA_LIVE`, `synced` the named cell `WA_SYNCED`. */
export type Parameter =
  | 'template'
  | 'button'
  | 'metric'
  | 'metrics'
  | 'from'
  | 'to'
  | 'by'
  | 'pattern'
  | 'account'
  | 'synced'
  | 'live';

/** What a table or a series may be cut into. */
export const CUTS = ['day', 'week', 'month'] as const;
export type Cut = (typeof CUTS)[number];

/** What kind of answer a function gives: each is a file of this folder. */
export type Answering =
  | 'metric'
  | 'buttons'
  | 'change'
  | 'table'
  | 'series'
  | 'templates'
  | 'last-sync'
  | 'coverage';

export type FunctionSpec = { parameters: readonly Parameter[] } & (
  | { answers: 'metric' /** What it adds up or divides. */; metric: MetricName }
  | { answers: Exclude<Answering, 'metric'> }
);

/** @example METRICS.spent.formula // 'WA_SPENT', one of these */
export type MetricFunction = Exclude<(typeof METRICS)[MetricName]['formula'], null>;

const metricFunctions = Object.fromEntries(
  METRIC_NAMES.flatMap((metric) => {
    const { formula } = METRICS[metric];
    const spec: FunctionSpec = {
      answers: 'metric',
      parameters: ['template', 'from', 'to', 'account', 'live'],
      metric,
    };
    return formula ? [[formula, spec]] : [];
  }),
) as Record<MetricFunction, FunctionSpec>;

const spec = (answers: Exclude<Answering, 'metric'>, ...parameters: Parameter[]): FunctionSpec => ({
  answers,
  parameters,
});

/** Every function people can write in a cell (design §5), in the order of the docs. */
export const FUNCTIONS = {
  ...metricFunctions,
  WA_BUTTON_CLICKS: spec('buttons', 'template', 'button', 'from', 'to', 'account', 'live'),
  WA_CHANGE: spec('change', 'metric', 'template', 'from', 'to', 'account', 'live'),
  WA_TABLE: spec('table', 'metrics', 'template', 'from', 'to', 'by', 'account', 'live'),
  WA_SERIES: spec('series', 'metric', 'template', 'from', 'to', 'by', 'account', 'live'),
  WA_TEMPLATES: spec('templates', 'pattern', 'account', 'live'),
  WA_LAST_SYNC: spec('last-sync', 'synced'),
  WA_COVERAGE: spec('coverage', 'from', 'to', 'account', 'live'),
} satisfies Record<string, FunctionSpec>;
export type FunctionName = keyof typeof FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

/**
 * The functions that take the live cell, with the number of their parameters.
 *
 * @example LIVE_FUNCTIONS.get('WA_SENT') // 5
 */
export const LIVE_FUNCTIONS: ReadonlyMap<string, number> = new Map(
  FUNCTION_NAMES.flatMap((name): [string, number][] => {
    const { parameters } = FUNCTIONS[name];
    return parameters.includes('live') ? [[name, parameters.length]] : [];
  }),
);
