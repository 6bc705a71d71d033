// Before anything is measured: a seeded ledger is, cell by cell, what a real sync of the same rows leaves.
import { openLedger, project, readIndex } from '../tools/host.mjs';
import { plusDays, rowsOf, spanOf, TODAY, templatesOf } from '../tools/ledger.mjs';
import { SIZES } from '../tools/ledgers.mjs';

const ZONE = 'America/Sao_Paulo';
const HOUR = 3_600;
/** Sao Paulo is three hours behind. */
const startOf = (day) => Date.parse(day) / 1000 + 3 * HOUR;

export function measure(report) {
  const size = SIZES.S;
  const bench = project.openBench({ world: worldOf(size) });
  bench.connect();
  bench.sync({ ...spanOf(size), templates: 'all' });
  const seeded = openLedger(size);
  let cells = 0;
  let differing = 0;
  const compare = (a, b) => {
    cells += 1;
    if (JSON.stringify(a) !== JSON.stringify(b)) differing += 1;
  };
  for (const tab of ['WA Daily', 'WA Buttons']) {
    const [ours, real] = [seeded, bench.host].map((host) => host.range(tab));
    for (const part of ['values', 'formats']) {
      for (let row = 0; row < Math.max(ours[part].length, real[part].length); row += 1) {
        for (const [i, cell] of real[part][row].entries()) compare(ours[part][row]?.[i], cell);
      }
    }
  }
  const [ours, real] = [seeded, bench.host].map(readIndex);
  compare(withoutVersions(ours.head), withoutVersions(real.head));
  const written = ours.chunks.flat();
  for (const [i, cell] of real.chunks.flat().entries()) compare(textOf(written[i]), textOf(cell));
  report.exactly(
    'seed',
    `cells unlike those a real sync leaves, of ${cells.toLocaleString('en-US')}`,
    differing,
    0,
  );
}

/** How often a ledger was saved is no part of what it says. */
const withoutVersions = (head) => ({
  ...head,
  version: 0,
  months: head.months.map(([month]) => month),
});
const textOf = (cell = '') => cell.replace(/^\S+ ?/, '');

/** The invented rows as Meta would tell them. */
function worldOf(size) {
  const points = new Map();
  for (const { templateId, day, metrics, buttons } of rowsOf(size)) {
    const { sent, delivered, read, replied, spent } = metrics;
    const [{ label, clicks, uniqueClicks }] = buttons;
    const own = points.get(templateId) ?? new Map();
    points.set(templateId, own);
    own.set(day, {
      ...{ template_id: templateId, start: startOf(day), end: startOf(plusDays(day, 1)) },
      ...{ sent, delivered, read, replied },
      clicked: [
        { type: 'url_button', button_content: label, count: clicks },
        { type: 'unique_url_button', button_content: label, count: uniqueClicks },
      ],
      cost: [{ type: 'amount_spent', value: spent }],
    });
  }
  const known = templatesOf(size);
  const [{ accountId, account, currency }] = known;
  const templates = known.map(({ templateId, name, language, category }) => ({
    ...{ id: templateId, numericId: false, name, language, category },
    ...{ status: 'APPROVED', kind: 'both', points: points.get(templateId) },
  }));
  const one = { id: accountId, name: account, currency, timezoneId: '25', zone: ZONE };
  return {
    now: Date.parse(`${TODAY}T12:00:00Z`),
    accounts: [{ ...one, seenBy: 'assigned', templates }],
  };
}
