// B2: what one formula pays to load dist/Code.js, against the same code bundled in other ways.
import { runAlone } from '../tools/bare.mjs';
import { buildEager, buildWithWholeZod, readBaseline, readDist } from '../tools/builds.mjs';
import { race } from '../tools/measure.mjs';
import { ratioOf, showMs } from '../tools/report.mjs';

const ROUNDS = 150;
/**
 * Evaluating (run) may cost at most these parts of what others cost. Parsing is printed too: the same text
 * has to be read either way, and only code kept in strings, which nobody can review, would be read faster.
 */
const OF_EAGER = 1 / 3;
const OF_WHOLE_ZOD = 0.15;
/** Some hundredths of a millisecond, so it wavers. */
const OF_HAND_WRITTEN = 60;

export async function measure(report) {
  const codes = {
    ours: await readDist('Code.js'),
    eager: await buildEager(),
    'import { z }': await buildWithWholeZod(),
    'hand-written': await readBaseline('hand-written.js'),
  };
  const contenders = Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name, (mark) => load(code, mark)]),
  );
  const times = race(contenders, ROUNDS, 20);
  for (const part of ['parse', 'run', 'total']) {
    for (const [name, parts] of Object.entries(times)) {
      report.tell('B2', `${part}, ${name}`, showMs(parts[part]));
    }
  }
  const { run } = times.ours;
  report.atMost('B2', 'run / the eager bundle', ratioOf(run, times.eager.run), OF_EAGER);
  report.atMost(
    'B2',
    "run / with import { z } from 'zod'",
    ratioOf(run, times['import { z }'].run),
    OF_WHOLE_ZOD,
  );
  report.atMost(
    'B2',
    'run / a hand-written script of 1.2 KB',
    ratioOf(run, times['hand-written'].run),
    OF_HAND_WRITTEN,
  );
}

function load(code, mark) {
  const { parse, run } = runAlone(
    code,
    () => ({}),
    () => null,
    mark,
  );
  return { parse, run, total: parse + run };
}
