// The irregular points that clients have met: values, labels and metrics missing, repeated or unknown.
import type { Bucket, Click, Point } from './points';
import { createRandom, seedOf } from './random';

/** One quirk a point, chosen by its template and day; most kinds turn up within a week of traffic. */
const QUIRKS: readonly ((point: Point) => Point)[] = [
  (point) => point,
  (point) => ({ ...point, cost: point.cost?.map(({ type }) => ({ type })) }),
  (point) => ({
    ...point,
    cost: point.cost?.map(({ type, value }) =>
      value === undefined ? { type } : { type, value: String(value) },
    ),
  }),
  (point) =>
    Number.isSafeInteger(Number(point.template_id))
      ? { ...point, template_id: Number(point.template_id) }
      : point,
  (point) => ({ ...point, some_future_metric: 7 }),
  (point) => ({ ...point, clicked: point.clicked?.flatMap(repeatLabel) }),
  (point) => ({ ...point, clicked: point.clicked?.map(({ type, count }) => ({ type, count })) }),
  (point) => ({
    ...point,
    clicked: point.clicked && [...point.clicked, { type: 'some_future_button', count: 1 }],
    cost: point.cost && [...point.cost, { type: 'some_future_cost', value: 1 }],
  }),
  ({ read: _, ...point }) => point,
  ({ clicked: _, ...point }) => point,
  ({ cost: _, ...point }) => point,
  ({ delivered: _, ...point }) => point,
];

export function addQuirk(point: Point): Point {
  const random = createRandom(seedOf('quirk', String(point.template_id), point.start));
  const quirk = QUIRKS[Math.floor(random() * QUIRKS.length)];
  if (quirk === undefined) throw new Error('No quirk for this point.');
  return quirk(point);
}

/** One row becomes two with the same label: two buttons that cannot be told apart. */
function repeatLabel(click: Click): Click[] {
  const first = Math.ceil(click.count / 2);
  return [
    { ...click, count: first },
    { ...click, count: click.count - first },
  ];
}

/** On some days without traffic Meta gives a point of zeros instead of none; cost where it is told at all. */
export function zeroPoint(id: string, bucket: Bucket, withCost: boolean): Point | null {
  if (seedOf('zero', id, bucket.start) % 5 !== 0) return null;
  const cost = [
    { type: 'amount_spent' },
    { type: 'cost_per_delivered' },
    { type: 'cost_per_url_button_click' },
  ];
  return { template_id: id, ...bucket, sent: 0, delivered: 0, read: 0, ...(withCost && { cost }) };
}

/** Templates as some answers have them: numeric ids, no components, words and keys nobody knows. */
export function addTemplateQuirk(
  node: Record<string, unknown>,
  index: number,
): Record<string, unknown> {
  switch (index % 5) {
    case 1:
      return Number.isSafeInteger(Number(node.id)) ? { ...node, id: Number(node.id) } : node;
    case 2:
      return { ...node, components: undefined };
    case 3:
      return { ...node, some_future_key: { nested: [1] } };
    case 4:
      return { ...node, status: 'SOME_FUTURE_STATUS', category: 'SOME_FUTURE_CATEGORY' };
    default:
      return node;
  }
}
