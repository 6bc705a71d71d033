// Runs inside the host, behind the built script: leaves in the spreadsheet what a sync of a ledger leaves.
import { writeWave } from '../../src/app/commit';
import { loadLedger, saveLedger } from '../../src/app/ledger';
import { noteFetched } from '../../src/core/coverage';
import { TABLES } from '../../src/core/tables';
import { createPorts } from '../../src/google/ports';
import { rowsOf, spanOf, TODAY, templatesOf } from './ledger.mjs';

/**
 * The write path of a sync, with its wave already fetched.
 *
 * @param size `{ templates, days }`
 * @param tabs the data tabs too, else the hidden tab alone
 * @param listed whether the templates are known before the first row, as they are to a sync
 */
export function seed(size, { tabs = true, listed = true } = {}) {
  const ports = createPorts();
  ports.index.ensure();
  const ledger = loadLedger(ports);
  const points = rowsOf(size);
  const span = spanOf(size);
  const { accountId } = points[0];
  ledger.head.selection = { ...span, templates: 'all' };
  const templates = listed ? templatesOf(size) : [];
  if (!tabs) {
    noteFetched(ledger.head, accountId, 'all', span, span.to);
    saveLedger(ports, ledger, templates, { changed: null, all: () => byTable(points) });
    return;
  }
  const wave = {
    points,
    span,
    asked: () => true,
    syncDays: new Map([[accountId, TODAY]]),
    seen: new Map(),
    done: [{ accountId, scope: 'all', span, lastEnded: span.to, doubted: [] }],
  };
  const committed = writeWave(ports, ledger, wave, !ledger.found);
  saveLedger(ports, ledger, templates, committed.rows);
}

/** What a daily update leaves in the hidden tab: from a day on, one message more on every row. */
export function correct(size, from) {
  const ports = createPorts();
  const points = rowsOf(size, from).map((row) => ({
    ...row,
    metrics: { ...row.metrics, sent: row.metrics.sent + 1 },
  }));
  const never = () => {
    throw new Error('A daily update made the index anew.');
  };
  saveLedger(ports, loadLedger(ports), [], { changed: byTable(points), all: never });
}

const byTable = (points) => ({
  daily: points,
  buttons: points.flatMap((point) => TABLES.buttons.rowsOf(point)),
});
