// Scales of a chart's axes: round numbers at equal distances, and how they are written.
import { displayValue } from '../host/text/display';
import type { Locale } from '../host/text/locale';

export interface Scale {
  ticks: number[];
  step: number;
}

const round = [1, 2, 2.5, 5, 10];
const finer = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The least round number that is not below. */
function roundUp(number: number, choices: number[]): number {
  const power = 10 ** Math.floor(Math.log10(number));
  const choice = choices.find((one) => one * power >= number * (1 - 1e-9)) ?? 10;
  return choice * power;
}

/**
 * A scale that covers the numbers from least to most.
 * @param intervals how many there shall be about, or with `exactly` just so many
 */
export function scaleFor(least: number, most: number, intervals: number, exactly = false): Scale {
  // All numbers may be the same one.
  const span = most - least || Math.abs(most) || 1;
  const end = least + span;
  let step = roundUp(span / intervals, exactly ? finer : round);
  let start = Math.floor(least / step + 1e-9) * step;
  // The start may lie so far below the least that the last interval does not reach the end.
  while (exactly && start + step * intervals < end - step * 1e-6) {
    step = roundUp(step * 1.01, finer);
    start = Math.floor(least / step + 1e-9) * step;
  }
  const count = exactly ? intervals : Math.max(1, Math.ceil((end - start) / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((start + i * step).toFixed(10)));
  return { ticks, step };
}

/** The range an axis shows: from zero, unless lines alone lie far above it. */
export function extent(numbers: number[], hasColumns: boolean): [least: number, most: number] {
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  if (numbers.length === 0) return [0, 1];
  const near = most - least < most * 0.3 && !hasColumns && numbers.length > 1;
  return [near ? least : Math.min(0, least), Math.max(0, most)];
}

/** A number format for an axis: as the cells', with just the decimals that its steps need. */
export function axisPattern(pattern: string, step: number): string {
  const size = Number((pattern.includes('%') ? step * 100 : step).toPrecision(6));
  const decimals = Math.min(4, String(size).split('.')[1]?.length ?? 0);
  const plain = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const [positive = ''] = pattern.split(';');
  const numeral = /[#0][#,0]*(\.[#0]+)?/;
  return numeral.test(positive) ? positive.replace(numeral, plain) : plain;
}

export const tickText = (value: number, pattern: string, locale: Locale): string =>
  displayValue(value, pattern, locale);
