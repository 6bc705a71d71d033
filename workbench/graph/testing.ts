// What the tests of the stand-in share: a fixed moment, a way to ask, the accounts' ids.
import { BRAZIL, STATES } from './accounts';
import type { Graph, GraphAnswer } from './api';
import { createGraph, SAMPLE_TOKEN, type Scenario } from './index';
import type { Click, Cost } from './points';

/** A Sunday afternoon five days before Black Friday: 15:50 in Sao Paulo, 13:50 in New York. */
export const NOW = Date.parse('2026-11-22T18:50:00Z');
export const TODAY = '2026-11-22';
export { BRAZIL, STATES };

export function makeGraph(scenarios: Scenario[] = [], now: number = NOW): Graph {
  return createGraph({ now: () => now, scenarios });
}

export function ask(
  graph: Graph,
  url: string,
  headers: Record<string, string> = { Authorization: `Bearer ${SAMPLE_TOKEN}` },
  method = 'GET',
): GraphAnswer {
  return graph.handle({ method, url, headers, body: null });
}

/** Any JSON, for tests that look into it freely. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about.
export type Loose = any;

export const read = (graph: Graph, url: string): Loose => JSON.parse(ask(graph, url).body);

export interface ReadPoint {
  template_id: string;
  start: number;
  end: number;
  sent: number;
  delivered: number;
  read: number;
  replied?: number;
  clicked?: Click[];
  cost: Cost[];
}

const USUAL = { start: '2026-11-01', end: '2026-11-20', granularity: 'DAILY' };

/** The address of an analytics call; a parameter set to null is left out. */
export function analyticsUrl(account: string, own: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...USUAL, use_waba_timezone: 'true', ...own })) {
    if (value !== null) query.set(name, value);
  }
  return `/v26.0/${account}/template_analytics?${query}`;
}

/** The points of all pages, following the cursors and not the links. */
export function readPoints(
  graph: Graph,
  account: string,
  own: Record<string, string | null>,
): ReadPoint[] {
  const points: ReadPoint[] = [];
  let after: string | null = null;
  for (let page = 0; page < 2000; page += 1) {
    const answer = read(graph, analyticsUrl(account, { ...own, after }));
    if (answer.error) throw new Error(JSON.stringify(answer.error));
    for (const group of answer.data) points.push(...group.data_points);
    if (answer.paging?.next === undefined) return points;
    after = answer.paging.cursors.after;
  }
  throw new Error('The pages never end.');
}

/** `a.b[]: number` for every leaf, so that answers are compared by their structure. */
export function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((item) => shapeOf(item, `${path}[]`));
    return [...new Set(inner.length === 0 ? [`${path}[]`] : inner)];
  }
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, item]) =>
    shapeOf(item, path === '' ? key : `${path}.${key}`),
  );
}
