// B4: the JavaScript of one formula in a fresh context: flat in history, and far below the naive formula's.
import { runAlone, tabServices, tabServicesOf } from '../tools/bare.mjs';
import { readBaseline, readDist } from '../tools/builds.mjs';
import { cellsOf, ledgerOf, SIZES, usualQuestion } from '../tools/ledgers.mjs';
import { race } from '../tools/measure.mjs';
import { secondsOf } from '../tools/model.mjs';
import { leastRatioOf, ratioOf, showMs } from '../tools/report.mjs';

const ROUNDS = 40;
/** The naive formula takes its time; fewer rounds say as much. */
const NAIVE_ROUNDS = 10;
/** 100,010 rows. */
const NAIVE_SIZE = { templates: 274, days: 365 };
const FLAT = 1.5;
/** Twenty times the templates. */
const AT_5000 = 4;
/** JavaScript alone; what really costs is the reading. */
const FASTER = 10;
const FASTER_MODELLED = 200;

export async function measure(report) {
  const code = await readDist('Code.js');
  const naiveCode = await readBaseline('naive.js');
  const large = ledgerOf(NAIVE_SIZE);
  const ledgers = {
    '90 days': ledgerOf(SIZES.M, true),
    '365 days': ledgerOf(SIZES['H 365']),
    '1,460 days': ledgerOf(SIZES['H 1,460']),
    '5,000 templates': ledgerOf(SIZES['5,000']),
    '100,010 rows': large,
  };
  const contenders = Object.fromEntries(
    Object.entries(ledgers).map(([name, ledger]) => [name, (mark) => ours(code, ledger, mark)]),
  );
  const naive = askNaive(naiveCode, large);
  for (const [name, ledger] of Object.entries(ledgers)) {
    const { answer } = contenders[name]('answer');
    report.compare(`B4 ${name}`, answer, ledger.naive(usualQuestion(ledger.size)));
  }
  for (const peer of Object.values(naive)) {
    report.compare('B4 peers', contenders['100,010 rows']('peers').answer, peer('answer').answer);
  }
  const times = race(contenders, ROUNDS, 3);
  const shared = race({ ours: contenders['100,010 rows'], ...naive }, NAIVE_ROUNDS, 2);
  for (const [name, { call }] of Object.entries(times))
    report.tell('B4', `one formula, ${name}`, showMs(call));
  report.tell('B4', 'naive formula, 100,010 rows', showMs(shared.naive.call));
  report.tell('B4', 'naive formula, values already there', showMs(shared.filterOnly.call));
  const least = times['90 days'].call;
  for (const name of ['365 days', '1,460 days']) {
    report.atMost('B4', `${name} / 90 days of history`, ratioOf(times[name].call, least), FLAT);
  }
  report.atMost(
    'B4',
    '5,000 templates / 250',
    ratioOf(times['5,000 templates'].call, least),
    AT_5000,
  );
  const [slow, fast] = [shared.naive.call, shared.ours.call];
  report.atLeast('B4', 'naive / ours, 100,010 rows: JS', leastRatioOf(slow, fast), FASTER);
  const reads = { tabReads: 1, cellsRead: cellsOf(NAIVE_SIZE) };
  report.atLeast(
    'B4',
    'naive / ours, 100,010 rows: modelled seconds',
    secondsOf(reads, slow.median) / secondsOf({ cacheReads: 2 }, fast.median),
    FASTER_MODELLED,
  );
}

function ours(code, { warm, index, size }, mark) {
  const { name, template, from, to } = usualQuestion(size);
  return runAlone(
    code,
    warm,
    (globals) => globals[`WA_${name}`](template, from, to, undefined, index.live),
    mark,
  );
}

/** With the decoding of the values its read brings, and without it. */
function askNaive(code, ledger) {
  const { name, template, from, to } = usualQuestion(ledger.size);
  const question = (globals) => globals[`NAIVE_${name}`](template, from, to);
  const decoding = tabServices(JSON.stringify(ledger.values()));
  const filtering = tabServicesOf(ledger.values());
  return {
    naive: (mark) => runAlone(code, decoding, question, mark),
    filterOnly: (mark) => runAlone(code, filtering, question, mark),
  };
}
