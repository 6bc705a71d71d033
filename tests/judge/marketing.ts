// Points of Marketing Messages as Meta might send them: more clicks, and conversions in every shape there is word of.
import { CONVERSION_METRICS } from './conversions';
import { makePoint, type RawPoint } from './points';
import type { Random } from './random';
import type { JudgeAccount, JudgeTemplate } from './world';

const isMoney = (metric: string): boolean => metric.endsWith('_VALUE');

/** A point of Marketing Messages. Some have nothing but conversions of what was sent before. */
export function makeMarketingPoint(
  template: JudgeTemplate,
  account: JudgeAccount,
  day: string,
  random: Random,
): RawPoint {
  const point = makePoint(template, account, day, random);
  if (random.chance(0.05)) {
    Object.assign(point, { sent: 0, delivered: 0, read: 0, website_purchases: 3 });
    for (const key of ['clicked', 'cost', 'replied']) delete point[key];
    return point;
  }
  const clicked = point.clicked as object[] | undefined;
  if (clicked && clicked.length > 0) clicked.push(...oddClicks(random));
  const silent = random.chance(0.15);
  for (const metric of CONVERSION_METRICS) {
    if (silent || random.chance(0.3)) continue;
    const n = random.chance(0.25) ? 0 : random.int(1, 60);
    const amount = isMoney(metric) ? Math.round(n * random.int(100, 99_999)) / 1000 : n;
    const shaped = shapeOf(metric.toLowerCase(), amount, random);
    if (shaped !== undefined) point[metric.toLowerCase()] = shaped;
  }
  return point;
}

/** Clicks on buttons whose labels a spreadsheet would like to take for something else. */
function oddClicks(random: Random): object[] {
  const labels = ['007', "'x", '2026-11-01', 'TRUE', '=1+1', 'Comprar já 🎉', 'R$ 3'];
  const label = random.pick(labels);
  const rows: object[] = [
    { type: 'url_button', button_content: label, count: random.int(3, 40) },
    { type: 'unique_url_button', button_content: label, count: random.int(0, 3) },
  ];
  if (random.chance(0.3)) {
    rows.push({ type: 'Some_Other_Button', button_content: label, count: random.int(1, 9) });
  }
  return rows;
}

/** A number in one of the shapes clients have met; undefined stands for "not there". */
function shapeOf(key: string, amount: number, random: Random): unknown {
  const written = random.chance(0.3) ? String(amount) : amount;
  switch (random.int(0, 7)) {
    case 0:
      return String(amount);
    case 1:
      return { value: written };
    case 2:
      return [{ type: key, value: written }];
    case 3:
      return [{ type: key, count: written }];
    case 4:
      // Nothing counted: an empty list, or an entry without a number.
      return random.pick([[], [{ type: key }], undefined]);
    default:
      return amount;
  }
}
