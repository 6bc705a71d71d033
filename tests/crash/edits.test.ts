// A person edits the file before any one call of a daily refresh: rows must come out right, and what they wrote must stay theirs.
import type { HostApi } from '../../workbench/host/api';
import { plusDays, serialOf } from '../judge/days';
import type { Bench } from './bench';
import { compareLedgers, DAILY, type LedgerView, theirCells, viewLedger } from './ledger-view';
import { type Execution, openPlan, type Reference, runOnce, runReference } from './reference';
import { everything, spread } from './spread';
import { dailyRefresh, letter } from './stories';

/** Moments of one edit; CRASH=all edits before every call. */
const MOST = 22;

interface Edit {
  name: string;
  make: (host: HostApi, view: LedgerView, row: number) => void;
  /** What the person does before they sync once more. */
  mend?: (bench: Bench) => void;
  /** The tab's name afterwards. */
  tab?: string;
  /** Codes the refresh may end with, since the edit stands in its way. */
  stops?: string[];
  /** Faults that are the person's own doing. */
  own?: (fault: string) => boolean;
  /** What they wrote beside the table went with it. */
  losesTheirs?: boolean;
  /** The sync fetches the row again. */
  bringsBack?: boolean;
}

const EDITS: Edit[] = [
  {
    name: 'insert a row',
    make: (host, _, row) => host.edit({ op: 'insertRows', sheet: DAILY, at: row, count: 1 }),
    own: (fault) => fault === '1 blank rows in between',
  },
  {
    name: 'delete a row',
    make: (host, _, row) => host.edit({ op: 'deleteRows', sheet: DAILY, at: row, count: 1 }),
    bringsBack: true,
    // Rows are appended where the end was: a row less above leaves one empty.
    own: (fault) => fault === '1 blank rows in between',
  },
  {
    name: 'sort',
    make: (host, { columns }) =>
      host.edit({ op: 'sort', sheet: DAILY, column: columns.get('Sent') ?? 0, ascending: false }),
  },
  {
    name: 'insert a column',
    make: (host) => host.edit({ op: 'insertColumns', sheet: DAILY, at: 12, count: 1 }),
  },
  {
    name: 'move a column',
    make: (host, { columns }) =>
      host.edit({
        op: 'moveColumns',
        sheet: DAILY,
        at: columns.get('Read') ?? 0,
        count: 1,
        to: columns.get('Template') ?? 0,
      }),
  },
  {
    name: 'type over a value',
    make: (host, { columns }, row) =>
      host.type(DAILY, `${letter(columns.get('Delivered') ?? 0)}${row}`, [[987_654]]),
  },
  {
    name: 'rename the tab',
    make: (host) => host.edit({ op: 'renameSheet', sheet: DAILY, name: 'Nossos envios' }),
    tab: 'Nossos envios',
  },
  {
    name: 'delete the tab',
    make: (host) => host.edit({ op: 'deleteSheet', sheet: DAILY }),
    stops: ['tab-missing', 'tab-deleted', 'sheet-changed'],
    losesTheirs: true,
    mend: (bench) => {
      // Nothing is made anew until the person agreed to it.
      if (viewLedger(bench.snapshot())) throw new Error('the tab came back unasked');
      const answer = bench.rpc('restore');
      if (!answer.ok) throw new Error(`restore: ${answer.error.code}`);
    },
  },
  {
    name: 'protect the tab',
    make: (host) => host.edit({ op: 'protect', sheet: DAILY }),
    stops: ['tab-protected'],
    mend: (bench) => bench.host.edit({ op: 'unprotect', sheet: DAILY }),
  },
  {
    name: 'filter',
    make: (host, { columns, rows }) =>
      host.edit({
        op: 'filter',
        sheet: DAILY,
        column: columns.get('Template') ?? 0,
        show: [String(rows[0]?.ours.get('Template'))],
      }),
  },
  {
    name: 'type into an own column',
    make: (host, _, row) => host.type(DAILY, `Y${row}`, [['typed just now']]),
  },
  {
    name: 'copy a row below the last one',
    make: (host, { tab, columns, rows }, row) => {
      const last = rows[rows.length - 1]?.row ?? 0;
      for (const [title, column] of columns) {
        const cell = tab.cells[row]?.[column];
        const text = title === 'Date' ? dateText(Number(cell?.v)) : (cell?.v ?? '');
        const typed = typeof text === 'string' && !/^\d{4}-/.test(text) ? `'${text}` : text;
        if (text !== '') host.type(DAILY, `${letter(column)}${last + 1}`, [[typed]]);
      }
    },
    own: (fault) => fault.startsWith('double row '),
  },
];
const dateText = (serial: number): string => plusDays('1899-12-30', serial);

let reference: Reference;
let row: number;
beforeAll(() => {
  const plan = dailyRefresh({ seed: 531, templates: 10, days: 16, density: 0.5 });
  reference = runReference(plan);
  // A row of two days ago, in the middle of the table: inside the look-back.
  const day = serialOf(plusDays(plan.payload.to ?? '', -2));
  const { rows } = reference.beforeView as LedgerView;
  row = rows.filter((line) => line.ours.get('Date') === day)[2]?.row ?? 0;
  expect(row).toBeGreaterThan(1);
});

test.each(EDITS)(
  '$name',
  (edit) => {
    const { plan, executions } = reference;
    const theirs = expectedTheirs(edit);
    const wrong: string[] = [];
    const harmed = new Map<string, string>();
    const moments = spread(executions.flatMap(momentsOf), MOST);
    for (const { execution, position, at } of moments) {
      const bench = openPlan(plan, execution.saved, execution.now);
      let place = '';
      bench.onCall = ({ number, service, method }) => {
        if (number !== position) return;
        place = `before ${service}.${method}`;
        edit.make(bench.host, viewOf(bench, DAILY), row);
      };
      const step = runOnce(bench, plan, execution.cursor);
      bench.onCall = null;
      if (step.fault !== null && !edit.stops?.includes(step.fault)) {
        wrong.push(`${at} ${place}: told ${step.fault}`);
      }
      try {
        wrong.push(...endOf(edit, bench).map((fault) => `${at} ${place}: ${fault}`));
      } catch (error) {
        wrong.push(`${at} ${place}: ${(error as Error).message}`);
        continue;
      }
      const now = theirCells(viewOf(bench, edit.tab ?? DAILY));
      const harm = [...new Set([...theirs.keys(), ...now.keys()])]
        .filter((cell) => isOld(cell) && now.get(cell) !== theirs.get(cell))
        // A row that comes back is a new one: it gets their formulas, not their notes.
        .filter((cell) => !edit.bringsBack || theirs.has(cell))
        .map((cell): [string, string | undefined] => [cell, theirs.get(cell)]);
      if (harm[0])
        harmed.set(`${at} ${place}`, `${harm[0][0]} is ${now.get(harm[0][0])}, not ${harm[0][1]}`);
    }
    process.stdout.write(
      `${edit.name}: ${moments.length} positions, user cells harmed at ${harmed.size}, ${wrong.length} faults\n`,
    );
    // The moment between looking and writing cannot be closed by a script. Here it is three calls long: the
    // second look, and one write for each side of the person's column between ours.
    const where = new Set([...wrong, ...harmed.keys()].map((text) => text.split(':')[0] ?? ''));
    const outside = [...wrong, ...[...harmed].map((pair) => pair.join(': '))].filter(
      (text) => !/before Range\.[gs]etValues\b/.test(text),
    );
    expect(outside.slice(0, 8)).toEqual([]);
    expect([...where].slice(3)).toEqual([]);
  },
  120_000,
);

interface Moment {
  execution: Execution;
  position: number;
  at: string;
}

/** Before each call that reads or writes cells, and few of the others. */
function momentsOf(execution: Execution, index: number): Moment[] {
  const moments: Moment[] = [];
  for (let position = 1; position <= execution.calls; position++) {
    if (execution.aside.has(position)) continue;
    if (!everything && position % 40 > 0 && !execution.touching.has(position)) continue;
    moments.push({ execution, position, at: `execution ${index + 1}, call ${position}` });
  }
  return moments;
}

/** Whether a cell stands on a row that was there before: on new rows formulas are filled down. */
const isOld = (cell: string): boolean =>
  reference.beforeView?.byKey.has(cell.split(' / ')[0] ?? '') ?? false;

/** The person mends what stands in the way and syncs once more; what is then wrong with the rows. */
function endOf(edit: Edit, bench: Bench): string[] {
  const { plan, afterView } = reference;
  if (edit.losesTheirs) {
    const asked = bench.trySync(plan.payload, undefined, 20);
    if (asked.ok) throw new Error('did not ask before making the tab anew');
    if (!edit.stops?.includes(asked.error.code)) return [`asked with ${asked.error.code}`];
  }
  edit.mend?.(bench);
  bench.setNow(bench.now() + 60_000);
  const answer = bench.trySync(plan.payload, undefined, 20);
  if (!answer.ok) return [`the next sync: ${answer.error.code}`];
  const view = viewOf(bench, edit.tab ?? DAILY);
  const faults = compareLedgers(view, afterView).filter((fault) => !edit.own?.(fault));
  const copies = view.flaws.filter((fault) => fault.startsWith('double row')).length;
  return copies > 1 ? [`${copies} doubles`, ...faults] : faults;
}

function viewOf(bench: Bench, tab: string): LedgerView {
  const view = viewLedger(bench.snapshot(), tab);
  if (!view) throw new Error(`no tab "${tab}"`);
  return view;
}

/** The user's cells as they are after the edit in a file nobody syncs. */
function expectedTheirs(edit: Edit): Map<string, string> {
  if (edit.losesTheirs) return new Map();
  const bench = openPlan(reference.plan);
  edit.make(bench.host, viewOf(bench, DAILY), row);
  return theirCells(viewOf(bench, edit.tab ?? DAILY));
}
