// Times contenders against each other: shuffled inside each round, medians and P10 at the end.
import { createRandom } from './random.mjs';

function shuffle(list, random) {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    [mixed[i], mixed[other]] = [mixed[other], mixed[i]];
  }
  return mixed;
}

/** The value below which a part of the sorted times lies. */
const quantile = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)];

/**
 * Runs every contender once a round, in another order each time, so that none profits from what the one
 * before left behind.
 *
 * @param contenders by name: a function of the round that gives its times by part, in ms; an `answer` is left out
 * @param rounds how often
 * @param warmUp rounds that are not counted
 * @returns by name, then by part: `{ P10, median }`
 */
export function race(contenders, rounds, warmUp = 1) {
  const random = createRandom(1);
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, {}]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of shuffle(names, random)) {
      const { answer: _, ...parts } = contenders[name](`${name} ${round}`);
      if (round < 0) continue;
      for (const [part, ms] of Object.entries(parts)) {
        times[name][part] ??= [];
        times[name][part].push(ms);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, summarise(times[name])]));
}

function summarise(parts) {
  return Object.fromEntries(
    Object.entries(parts).map(([part, list]) => {
      const sorted = [...list].sort((a, b) => a - b);
      return [part, { P10: quantile(sorted, 0.1), median: quantile(sorted, 0.5) }];
    }),
  );
}
