// The index at size: what stands in the hidden tab fits, and a daily update writes the touched months only.
import { call, count, project } from '../tools/host.mjs';
import { ledgerOf, SIZES } from '../tools/ledgers.mjs';

/** Characters of a cell; a cache value may have twice as many bytes. */
const CELL = 50_000;
/** Head and places in twenty rows of two columns, and the live cell. */
const OTHER_CELLS = 2 * project.HEAD_PARTS + 1;

export function measure(report) {
  for (const name of ['M', 'H 365', 'H 1,460', 'L', '5,000']) {
    const size = SIZES[name];
    const { host, index } = ledgerOf(size, name === 'M');
    const { head, parts, chunks } = index;
    const cells = [...parts, ...chunks.flat()];
    report.tell('size', `${name}: buckets x months`, `${head.buckets} x ${head.months.length}`);
    report.atMost('size', `${name}: cells of the head`, parts.length, project.HEAD_PARTS);
    report.atMost('size', `${name}: longest cell, bytes`, Math.max(...cells.map(byteLength)), CELL);
    // The days of one month, then of two: nothing else of the hidden tab is written.
    for (const [from, months] of [
      ['2026-11-20', 1],
      ['2026-10-31', 2],
    ]) {
      const update = count(host, () => call(host, 'benchCorrect', size, from));
      report.exactly(
        'size',
        `${name}: cells written by an update that touches ${months} of ${head.months.length} months`,
        update.tabs['WA Index'].cellsWritten,
        OTHER_CELLS + months * head.buckets,
      );
    }
  }
}

const byteLength = (text) => Buffer.byteLength(text);
