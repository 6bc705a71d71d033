// B5: a thousand and ten thousand questions in one formula, against one read and a Map.
import { runAlone, tabServices } from '../tools/bare.mjs';
import { readBaseline, readDist } from '../tools/builds.mjs';
import { ask, count, emptyCache } from '../tools/host.mjs';
import { plusDays, spanOf, templatesOf } from '../tools/ledger.mjs';
import { cellsOf, ledgerOf, SIZES } from '../tools/ledgers.mjs';
import { race } from '../tools/measure.mjs';
import { secondsOf } from '../tools/model.mjs';
import { ratioOf, showMs } from '../tools/report.mjs';

const ROUNDS = 6;
const SLOWER = 6;
/** The peer's values arrive decoded by the engine itself; what it pays for them is the reading. */
const JS = { '1,000': 4, '10,000': 10 };
const FASTER_MODELLED = 5;
/** Of so many templates every answer is the naive peer's too. */
const CHECKED = 20;

/** The head, and 63 buckets of all four months. */
const MISS = { 1: '1 / 15 / 2 / 2 / 272 / 0', 10: '1 / 15 / 2 / 2 / 272 / 0' };

export async function measure(report) {
  report.tell('B5', 'executions / calls / cache reads / tab reads / cells / properties', '');
  const code = await readDist('Code.js');
  const peerCode = await readBaseline('one-read-map.js');
  const ledger = ledgerOf(SIZES.L);
  const peer = tabServices(JSON.stringify(ledger.values()));
  const contenders = {};
  for (const periods of [1, 10]) {
    const table = tableOf(SIZES.L, periods);
    const questions = (SIZES.L.templates * periods).toLocaleString('en-US');
    emptyCache(ledger.host);
    const miss = askAll(ledger, table);
    // A miss puts the first chunks back into the cache, and the next one the others.
    askAll(ledger, table);
    const warm = askAll(ledger, table);
    report.exactly('B5', `${questions} questions, warm`, say(warm), '1 / 3 / 2 / 0 / 0 / 0');
    report.exactly('B5', `${questions} questions, on a miss`, say(miss), MISS[periods]);
    report.compare('B5', warm.answer, ledger.map(table));
    report.compare('B5', miss.answer, warm.answer);
    compareNaive(report, ledger, table, warm.answer);
    const live = ledger.index.live;
    contenders[`ours ${questions}`] = (mark) =>
      runAlone(code, ledger.warm, (globals) => globals.WA_SENT(...table, undefined, live), mark);
    contenders[`peer ${questions}`] = (mark) =>
      runAlone(peerCode, peer, (globals) => globals.MAP_SENT(...table), mark);
  }
  report.tell(
    'B5',
    'cells the peer with one read and a Map reads',
    cellsOf(SIZES.L).toLocaleString('en-US'),
  );
  const times = race(contenders, ROUNDS);
  for (const [name, { call }] of Object.entries(times))
    report.tell('B5', `${name} questions`, showMs(call));
  const call = (name) => times[name].call;
  report.atMost(
    'B5',
    '10,000 / 1,000 questions',
    ratioOf(call('ours 10,000'), call('ours 1,000')),
    SLOWER,
  );
  for (const questions of ['1,000', '10,000']) {
    const [ours, peer] = [call(`ours ${questions}`), call(`peer ${questions}`)];
    report.atMost(
      'B5',
      `${questions} questions, ours / peer: JS`,
      ratioOf(ours, peer),
      JS[questions],
    );
    const reads = { tabReads: 1, cellsRead: cellsOf(SIZES.L) };
    report.atLeast(
      'B5',
      `${questions} questions, peer / ours: modelled seconds`,
      secondsOf(reads, peer.median) / secondsOf({ cacheReads: 2 }, ours.median),
      FASTER_MODELLED,
    );
  }
}

const askAll = ({ host }, table) =>
  count(host, () => ask(host, 'WA_SENT', ...table, null, { live: true }));

const say = ({ executions, calls, cacheReads, tabReads, cellsRead, properties }) =>
  [executions, calls, cacheReads, tabReads, cellsRead, properties].join(' / ');

/** A column of templates, a row of first days, a row of last days. */
function tableOf(size, periods) {
  const { from } = spanOf(size);
  const length = Math.floor(size.days / periods);
  const starts = Array.from({ length: periods }, (_, i) => plusDays(from, i * length));
  return [
    templatesOf(size).map(({ name }) => [name]),
    [starts],
    [starts.map((start) => plusDays(start, length - 1))],
  ];
}

function compareNaive(report, ledger, [templates, [starts], [ends]], answers) {
  for (let i = 0; i < templates.length; i += templates.length / CHECKED) {
    const wanted = starts.map((from, j) =>
      ledger.naive({ name: 'SENT', template: templates[i][0], from, to: ends[j] }),
    );
    report.compare('B5 naive', answers[i], wanted);
  }
}
