// The ledgers of the bench by size, each made once.
import { slimValuesOf, valuesOf, warmServices } from './bare.mjs';
import { openLedger, readIndex } from './host.mjs';
import { plusDays, rowsOf, spanOf, templatesOf } from './ledger.mjs';
import { mapOver, naiveOver } from './peers.mjs';
import { createRandom } from './random.mjs';

/** Templates and days. H is M with more or less history. */
export const SIZES = {
  S: { templates: 10, days: 30 },
  M: { templates: 250, days: 90 },
  'H 365': { templates: 250, days: 365 },
  'H 1,460': { templates: 250, days: 1_460 },
  L: { templates: 1_000, days: 90 },
  '5,000': { templates: 5_000, days: 90 },
};

/** More rows than these are made again for each question. */
const MOST_ROWS = 110_000;

const made = new Map();

/**
 * A ledger: its spreadsheet (`host`), what its hidden tab holds (`index`), services of a warm formula
 * (`warm`), and what the naive peer answers (`naive`).
 *
 * @param tabs whether `WA Daily` is in the spreadsheet too; without it a naive formula can only be timed
 */
export function ledgerOf(size, tabs = false) {
  const key = JSON.stringify([size, tabs]);
  if (!made.has(key)) made.set(key, makeLedger(size, tabs));
  return made.get(key);
}

function makeLedger(size, tabs) {
  const host = openLedger(size, { tabs });
  const index = readIndex(host);
  let slim = null;
  const values = (from) => {
    if (size.templates * size.days > MOST_ROWS) return slimValuesOf(rowsOf(size, from));
    slim ??= slimValuesOf(rowsOf(size));
    return slim;
  };
  return {
    size,
    host,
    index,
    warm: warmServices(index),
    naive: (question) => naiveOver(values(question.from), question),
    map: (table) => mapOver(values(''), ...table),
    /** The whole data range, as a peer gets it. */
    values: () => valuesOf(rowsOf(size)),
  };
}

/** Cells of the data range of `WA Daily`: what one naive formula reads. */
export const cellsOf = ({ templates, days }) => (templates * days + 1) * 21;

export const FUNCTIONS = ['SENT', 'SPENT', 'COST_PER_CLICK'];

/** Questions of one template and some days, the same ones in every run. */
export function questionsOf(size, count) {
  const random = createRandom(count + size.templates);
  const templates = templatesOf(size);
  const { from } = spanOf(size);
  return Array.from({ length: count }, (_, i) => {
    const length = Math.floor(random() * Math.min(45, size.days));
    const start = Math.floor(random() * (size.days - length));
    return {
      name: FUNCTIONS[i % FUNCTIONS.length],
      template: templates[Math.floor(random() * templates.length)].name,
      from: plusDays(from, start),
      to: plusDays(from, start + length),
    };
  });
}

/** The usual question: the last four weeks, which reach over two months. */
export const usualQuestion = (size, name = 'SENT') => ({
  name,
  template: templatesOf(size)[Math.min(7, size.templates - 1)].name,
  from: '2026-10-25',
  to: '2026-11-20',
});
