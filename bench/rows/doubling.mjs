// B15: twice the templates, days or formulas cost no more than twice as much.
import { runAlone } from '../tools/bare.mjs';
import { readDist } from '../tools/builds.mjs';
import { ask, count, emptyCache } from '../tools/host.mjs';
import { spanOf } from '../tools/ledger.mjs';
import { ledgerOf, questionsOf, SIZES, usualQuestion } from '../tools/ledgers.mjs';
import { race } from '../tools/measure.mjs';

/** Compared by P10: twice the work meets twice as many of the machine's other errands. */
const ROUNDS = 8;
const COUNTS = 2.05;
const TIME = 2.3;

/** Each with a question of one template, and of all templates on all days. */
const PAIRS = {
  '500 -> 1,000 templates': [{ templates: 500, days: 90 }, SIZES.L],
  '183 -> 365 days': [{ templates: 250, days: 183 }, SIZES['H 365']],
};

export async function measure(report) {
  const code = await readDist('Code.js');
  for (const [what, sizes] of Object.entries(PAIRS)) {
    const ledgers = sizes.map((size) => ledgerOf(size));
    doubled(report, code, `${what}, one template`, ledgers, usualQuestion);
    doubled(report, code, `${what}, all templates, all days`, ledgers, (size) => ({
      name: 'SENT',
      template: '*',
      ...spanOf(size),
    }));
  }
  const few = questionsOf(SIZES.M, 100);
  formulas(report, code, few, questionsOf(SIZES.M, 200));
}

function doubled(report, code, what, ledgers, questionOf) {
  const asked = ledgers.map((ledger) => ({ ledger, question: questionOf(ledger.size) }));
  const counts = asked.map(({ ledger, question }) => {
    emptyCache(ledger.host);
    const counted = count(ledger.host, () => askIn(ledger, question));
    report.compare(`B15 ${what}`, counted.answer, ledger.naive(question));
    return counted;
  });
  const [a, b] = counts;
  report.atMost('B15', `${what}: calls, ${a.calls} -> ${b.calls}`, b.calls / a.calls, COUNTS);
  report.atMost(
    'B15',
    `${what}: cells on a miss, ${a.cellsRead} -> ${b.cellsRead}`,
    b.cellsRead / a.cellsRead,
    COUNTS,
  );
  const times = race({ a: alone(code, [asked[0]]), b: alone(code, [asked[1]]) }, ROUNDS, 2);
  report.atMost('B15', `${what}: ms`, times.b.call.P10 / times.a.call.P10, TIME);
}

/** Formulas in cells of their own, each an execution. */
function formulas(report, code, few, many) {
  const ledger = ledgerOf(SIZES.M, true);
  const [a, b] = [few, many].map((questions) => {
    for (const question of questions) askIn(ledger, question);
    return count(ledger.host, () => questions.map((question) => askIn(ledger, question)));
  });
  report.compare(
    'B15 formulas',
    b.answer,
    many.map((question) => ledger.naive(question)),
  );
  report.atMost(
    'B15',
    `100 -> 200 formulas: calls, ${a.calls} -> ${b.calls}`,
    b.calls / a.calls,
    COUNTS,
  );
  report.exactly('B15', '100 -> 200 formulas: cells', `${a.cellsRead} -> ${b.cellsRead}`, '0 -> 0');
  const asked = [few, many].map((questions) => questions.map((question) => ({ ledger, question })));
  const times = race({ a: alone(code, asked[0]), b: alone(code, asked[1]) }, 3);
  report.atMost('B15', '100 -> 200 formulas: ms', times.b.call.P10 / times.a.call.P10, TIME);
}

const askIn = ({ host }, { name, template, from, to }) =>
  ask(host, `WA_${name}`, template, from, to, null, { live: true });

/** All of them, each in a context of its own. */
const alone = (code, asked) => (mark) => {
  let call = 0;
  asked.forEach(({ ledger, question }, i) => {
    const { name, template, from, to } = question;
    const { index, warm } = ledger;
    const ask = (globals) => globals[`WA_${name}`](template, from, to, undefined, index.live);
    call += runAlone(code, warm, ask, `${mark} ${i}`).call;
  });
  return { call };
};
