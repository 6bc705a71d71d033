// B3: what one formula asks of Google: executions, service calls, cells. Exact numbers, warm and on a miss.
import { ask, count, emptyCache } from '../tools/host.mjs';
import { cellsOf, ledgerOf, questionsOf, SIZES, usualQuestion } from '../tools/ledgers.mjs';

/** Cells of the hidden tab kept for the head, and the two chunks of the usual question. */
const HEAD_CELLS = 20;
const CHUNKS = 2;
/** What the usual peer reads more, at least. */
const FEWER_CELLS = 1_000;

/** Executions / calls of any service / cache reads / tab reads / cells / properties / requests. */
const say = (...counts) => counts.map((n) => n.toLocaleString('en-US')).join(' / ');
const WARM = say(1, 3, 2, 0, 0, 0, 0);
const MISS = say(1, 15, 2, 2, HEAD_CELLS + CHUNKS, 0, 0);

export function measure(report) {
  report.tell(
    'B3',
    'executions / calls / cache reads / tab reads / cells / properties / requests',
    '',
  );
  // First, while the cache holds what the sync left there.
  manySingle(report, 'S', 100);
  manySingle(report, 'M', 1_000);
  for (const [name, size] of Object.entries(SIZES)) {
    const isSmall = name === 'S' || name === 'M';
    const ledger = ledgerOf(size, isSmall);
    const question = usualQuestion(size);
    oneOf(ledger, question);
    report.exactly('B3', `${name}: one formula, warm`, sayOf(oneOf(ledger, question)), WARM);
    emptyCache(ledger.host);
    const miss = oneOf(ledger, question);
    report.exactly('B3', `${name}: one formula, on a miss`, sayOf(miss), MISS);
    report.compare(name, miss.answer, ledger.naive(question));
    if (isSmall) compareWithNaive(report, name, ledger, question, miss.cellsRead);
  }
}

const oneOf = ({ host }, { name, template, from, to }) =>
  count(host, () => ask(host, `WA_${name}`, template, from, to, null, { live: true }));

const sayOf = ({ executions, calls, cacheReads, tabReads, cellsRead, properties, requests }) =>
  say(executions, calls, cacheReads, tabReads, cellsRead, properties, requests);

/** The naive formula in the same spreadsheet. */
function compareWithNaive(report, name, { host, size }, question, cells) {
  const { template, from, to } = question;
  const naive = count(host, () =>
    ask(host, `NAIVE_${question.name}`, template, { date: from }, { date: to }),
  );
  report.exactly('B3', `${name}: cells the naive formula reads`, naive.cellsRead, cellsOf(size));
  report.compare(name, ask(host, `WA_${question.name}`, template, from, to), naive.answer);
  if (size.templates < 100) return;
  report.atLeast(
    'B3',
    `${name}: fewer cells than naive, on a miss`,
    naive.cellsRead / cells,
    FEWER_CELLS,
  );
}

/** Formulas in cells of their own: as many executions, and nothing more a formula. */
function manySingle(report, name, formulas) {
  const ledger = ledgerOf(SIZES[name], true);
  const questions = questionsOf(SIZES[name], formulas);
  const all = count(ledger.host, () => questions.map((question) => oneOfAll(ledger, question)));
  report.compare(
    name,
    all.answer,
    questions.map((question) => ledger.naive(question)),
  );
  report.exactly(
    'B3',
    `${name}: ${formulas.toLocaleString('en-US')} formulas in cells, warm`,
    sayOf(all),
    say(formulas, 3 * formulas, 2 * formulas, 0, 0, 0, 0),
  );
}

const oneOfAll = ({ host }, { name, template, from, to }) =>
  ask(host, `WA_${name}`, template, from, to, null, { live: true });
