// Gathers what was measured, row by row, and prints one table. What has a limit can fail; times alone never do.

export class Report {
  #lines = [];
  #compared = 0;
  #different = [];

  /** A number that must be exactly this one, or a text of several such numbers. */
  exactly(row, what, measured, wanted) {
    this.#add(row, what, show(measured), show(wanted), show(measured) === show(wanted));
  }
  atMost(row, what, measured, limit) {
    this.#add(row, what, show(measured), `<= ${show(limit)}`, measured <= limit);
  }
  atLeast(row, what, measured, limit) {
    this.#add(row, what, show(measured), `>= ${show(limit)}`, measured >= limit);
  }
  /** For reading only. */
  tell(row, what, measured) {
    this.#add(row, what, measured, '', null);
  }

  /** Compares an answer, or rows of answers, with a peer's. */
  compare(what, ours, theirs) {
    const [a, b] = [[ours].flat(2), [theirs].flat(2)];
    this.#compared += Math.max(a.length, b.length);
    a.forEach((value, i) => {
      if (!same(value, b[i])) this.#different.push(`${what}: ${value}, not ${b[i]}`);
    });
    if (a.length !== b.length)
      this.#different.push(`${what}: ${a.length} answers, not ${b.length}`);
  }

  /** Prints the table. @returns whether everything passed */
  print() {
    this.exactly(
      'all',
      `answers that differ from the peers', of ${show(this.#compared)}`,
      this.#different.length,
      0,
    );
    const titles = ['row', 'what', 'measured', 'limit', 'pass'];
    const cells = this.#lines.map(({ pass, ...line }) => [
      line.row,
      line.what,
      line.measured,
      line.limit,
      pass === null ? '' : pass ? 'yes' : 'NO',
    ]);
    const widths = titles.map((title, i) =>
      Math.max(title.length, ...cells.map((line) => line[i].length)),
    );
    const write = (line) =>
      console.log(`| ${line.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
    write(titles);
    write(widths.map((width) => '-'.repeat(width)));
    for (const line of cells) write(line);
    for (const text of this.#different.slice(0, 10)) console.log(`different: ${text}`);
    const failed = this.#lines.filter(({ pass }) => pass === false).length;
    console.log(failed === 0 ? '\nEverything passed.' : `\n${failed} failed.`);
    return failed === 0;
  }

  #add(row, what, measured, limit, pass) {
    this.#lines.push({ row, what, measured, limit, pass });
    console.error(`${row}  ${what}: ${measured}${pass === false ? `, NOT ${limit}` : ''}`);
  }
}

/** Money is rounded to what is sure of it. */
const same = (a, b) =>
  a === b ||
  (typeof a === 'number' &&
    typeof b === 'number' &&
    Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

function show(value) {
  if (typeof value !== 'number') return value;
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

/** Milliseconds for reading: P10 and median. */
export const showMs = ({ P10, median }) => `${P10.toFixed(2)} / ${median.toFixed(2)} ms`;

/** The larger of the ratios of P10 and of median: what is claimed must hold for both. */
export const ratioOf = (a, b) => Math.max(a.P10 / b.P10, a.median / b.median);
/** The smaller one. */
export const leastRatioOf = (a, b) => Math.min(a.P10 / b.P10, a.median / b.median);
