// A person who works in the ledger while it is kept: own columns, remarks, notes, sorting, more columns.

import type { Bench } from '../crash/bench';
import { DAILY, type LedgerView, viewLedger } from '../crash/ledger-view';
import { letter } from '../crash/stories';
import { plusDays, serialOf } from '../judge/days';
import type { Random } from '../judge/random';

const FORMULA = 'Double sent';
const REMARK = 'Remark';

export interface Person {
  /** Something small, or nothing. */
  work(today: string): void;
  /** What is no longer as the person left it. */
  missing(view: LedgerView): string[];
}

export function createPerson(bench: Bench, random: Random): Person {
  const { host } = bench;
  const remarks = new Map<string, string>();
  const notes = new Map<string, string>();
  let extra = 0;

  const begin = look(bench);
  const sent = letter(begin.columns.get('Sent') ?? 0);
  const right = begin.columns.size + 2;
  host.type(DAILY, `${letter(right)}1`, [[FORMULA, REMARK]]);
  host.type(
    DAILY,
    `${letter(right)}2`,
    begin.rows.map(({ row }) => [`=2*$${sent}${row}`]),
  );

  function work(today: string): void {
    const kind = random.int(1, 40);
    if (kind > 7) return;
    const view = look(bench);
    const line = random.pick(view.rows);
    const at = (title: string): number =>
      view.theirColumns.get(title) ?? view.columns.get(title) ?? 0;
    if (kind <= 3) {
      const text = `remark of ${today}`;
      host.type(DAILY, `${letter(at(REMARK))}${line.row}`, [[text]]);
      remarks.set(line.key, JSON.stringify(text));
    } else if (kind === 4) {
      host.edit({ op: 'note', sheet: DAILY, a1: `${letter(at('Read'))}${line.row}`, text: today });
      notes.set(line.key, today);
    } else if (kind === 5) {
      const column = at(random.pick(['Date', 'Template', 'Spent', FORMULA]));
      host.edit({ op: 'sort', sheet: DAILY, column, ascending: random.chance(0.5) });
    } else if (kind === 6 && extra < 5) {
      extra += 1;
      host.edit({ op: 'insertColumns', sheet: DAILY, at: random.int(2, 20), count: 1 });
    } else if (kind === 7) {
      // Typed over a number of yesterday: the next sync puts Meta's back.
      const yesterday = serialOf(plusDays(today, -1));
      const young = view.rows.find(({ ours }) => ours.get('Date') === yesterday);
      if (young) host.type(DAILY, `${letter(at('Sent'))}${young.row}`, [[123_456_789]]);
    }
  }

  function missing(view: LedgerView): string[] {
    const faults: string[] = [];
    for (const { key, theirs } of view.rows) {
      const formula = theirs.get(FORMULA) ?? '';
      if (!/^=2\*\$[A-Z]+\{row\}$/.test(formula)) faults.push(`${key} formula: ${formula}`);
      if (theirs.get(REMARK) !== remarks.get(key))
        faults.push(`${key} remark: ${theirs.get(REMARK)}`);
      const note = theirs.get('note on Read');
      if (note !== notes.get(key)) faults.push(`${key} note: ${note}, not ${notes.get(key)}`);
    }
    for (const key of [...remarks.keys(), ...notes.keys()]) {
      if (!view.byKey.has(key)) faults.push(`the row of ${key} is gone`);
    }
    return faults;
  }

  return { work, missing };
}

function look(bench: Bench): LedgerView {
  const view = viewLedger(bench.snapshot());
  if (!view) throw new Error('no ledger');
  return view;
}
