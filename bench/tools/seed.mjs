// Runs inside the host, behind the built script: leaves in the spreadsheet what a sync of a ledger leaves.
import { writeWave } from '../../src/app/commit';
import { loadLedger, saveLedger } from '../../src/app/ledger';
import { noteFetched } from '../../src/core/coverage';
import { createPorts } from '../../src/google/ports';
import { rowsOf, spanOf, TODAY, templatesOf } from './ledger.mjs';

/**
 * The write path of a sync, with its wave already fetched.
 *
 * @param size `{ templates, days }`
 * @param parts `tabs`: the data tabs too, else the hidden tab alone; `listed`: whether the templates are
 *   known before the first row; `rows`: rows to take instead of invented ones
 */
export function seed(size, { tabs = true, listed = true, rows = rowsOf(size), templates = templatesOf(size), span = spanOf(size) } = {}) {
  const ports = createPorts();
  ports.index.ensure();
  const ledger = loadLedger(ports);
  const accounts = [...new Set(rows.map((row) => row.accountId))];
  const done = accounts.map((accountId) => ({
    accountId,
    scope: 'all',
    span,
    lastEnded: span.to,
    doubted: [],
  }));
  const known = listed ? templates : [];
  if (!tabs) {
    for (const each of done) noteFetched(ledger.head, each.accountId, 'all', span, span.to);
    saveLedger(ports, ledger, known, { changed: null, all: () => ({ daily: rows }) });
    return;
  }
  const wave = {
    points: rows,
    span,
    asked: () => true,
    syncDays: new Map(accounts.map((id) => [id, TODAY])),
    seen: new Map(),
    done,
  };
  const committed = writeWave(ports, ledger, wave, !ledger.found);
  saveLedger(ports, ledger, known, committed.rows);
}

/** What a daily update leaves in the hidden tab: rows of the last days, corrected by a message each. */
export function correct(size, from) {
  const ports = createPorts();
  const ledger = loadLedger(ports);
  const daily = rowsOf(size, from).map((row) => ({
    ...row,
    metrics: { ...row.metrics, sent: row.metrics.sent + 1 },
  }));
  saveLedger(ports, ledger, [], { changed: { daily }, all: () => ({ daily: [] }) });
}
