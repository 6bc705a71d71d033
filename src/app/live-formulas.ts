// Formulas that follow every sync: which lack the live cell, adding it, and putting the former texts back.

import { AddonError } from '../core/errors';
import { LIVE_FUNCTIONS } from '../core/formula/functions';
import { type LivePlan, planLive, takeBack } from '../core/formula-text/add-live';

import { hashText } from '../core/index/hash';
import type { CellChange, FormulaCell, Ports } from './ports';
import { prepareFile } from './status';
import { getLong, removeLong, setLong } from './stored-text';

/** What is needed to put former texts back; the place where it is kept. */
const ADDED = 'live-added';
/** The document store holds 500 KB, and other things live there; while a text is replaced it is there twice. */
const MOST_KEPT = 60_000;
const MOST_LISTED = 200;

type Surveyed = FormulaCell & LivePlan;
/** The text after something was added, by its hash, and where the pieces begin. */
interface Added {
  hash: number;
  at: number[];
}

/**
 * Which formulas of the file lack the live cell. Changes nothing.
 *
 * @example surveyFormulas(ports).lacking // [{ tab: 'Plan', cell: 'B2', formula: '=WA_SENT(A2)', fresh: '=WA_SENT(A2;WA_LIVE)' }]
 */
export function surveyFormulas(ports: Ports) {
  const cells = readFormulas(ports);
  const added = readAdded(ports);
  const lacking = cells.flatMap(({ tab, cell, formula, text }) =>
    text === null ? [] : [{ tab, cell, formula, fresh: text }],
  );
  return {
    lacking: lacking.slice(0, MOST_LISTED),
    more: Math.max(0, lacking.length - MOST_LISTED),
    fresh: cells.filter(({ fresh }) => fresh).length,
    undo: cells.filter((cell) => isOurs(cell, added)).length,
  };
}

/**
 * Adds the live cell wherever it lacks. What was added is noted before any cell is written, so that
 * whatever a run that dies has changed can be put back.
 *
 * @param forget what was added earlier stays for good, which makes room to note more
 * @returns formulas changed; skipped, since a person changed or protected them; left, since there was no room
 * @throws AddonError 'sync-running'
 */
export function addLiveCell(ports: Ports, forget = false) {
  prepareFile(ports);
  return alone(ports, () => {
    const cells = readFormulas(ports);
    const before = readAdded(ports);
    // What a person changed since is no longer ours to put back.
    const kept = forget ? [] : cells.filter((cell) => isOurs(cell, before));
    const lines = kept.map((cell) => noteOf(cell, before.get(placeOf(cell)) as Added));
    let room = lines.reduce((left, line) => left - line.length - 1, MOST_KEPT);
    const changes: CellChange[] = [];
    const lacking = cells.filter(({ text }) => text !== null);
    for (const cell of lacking) {
      const to = cell.text as string;
      const line = noteOf(cell, { hash: hashText(to), at: cell.at });
      room -= line.length + 1;
      if (room < 0) break;
      lines.push(line);
      changes.push({ ...cell, to });
    }
    const noted = changes.slice(0, noteWhatFits(ports, lines, changes.length));
    const changed = ports.formulaCells.write(noted).length;
    return { changed, skipped: noted.length - changed, left: lacking.length - noted.length };
  });
}

/**
 * Puts the former texts back, except where a person changed the formula since.
 *
 * @throws AddonError 'sync-running'
 */
export function removeLiveCell(ports: Ports): { restored: number; left: number } {
  return alone(ports, () => {
    const cells = readFormulas(ports);
    const added = readAdded(ports);
    const ours = cells.filter((cell) => isOurs(cell, added));
    const changes = ours.map((cell) => ({
      ...cell,
      to: takeBack(cell.formula, added.get(placeOf(cell))?.at ?? []),
    }));
    // A run that died, or a protection, left some as they were: nothing is to be put back there.
    const untouched = cells.filter(
      (cell) => cell.text !== null && added.get(placeOf(cell))?.hash === hashText(cell.text),
    );
    const written = new Set(ports.formulaCells.write(changes).map(placeOf));
    // What is protected now may be put back later.
    const rest = ours.filter((cell) => !written.has(placeOf(cell)));
    note(
      ports,
      rest.map((cell) => noteOf(cell, added.get(placeOf(cell)) as Added)),
    );
    return { restored: written.size, left: added.size - untouched.length - written.size };
  });
}

const alone = <T>(ports: Ports, work: () => T): T =>
  ports.lock.hold(work, () => {
    throw new AddonError('sync-running');
  });

function readFormulas(ports: Ports): Surveyed[] {
  const cells = ports.formulaCells.list();
  const separator = ports.separator();
  const keyOf = (tab: string, cell: string): string => `${tab}!${cell}`.toUpperCase();
  const named = ports.formulaCells.live();
  const live = new Set(named && [keyOf(named.tab, named.cell)]);
  for (const { tab, cell, formula } of cells) {
    if (/^=\s*WA_LIVE\s*$/i.test(formula)) live.add(keyOf(tab, cell));
  }
  return cells.map((cell) => {
    const isLiveCell = (tab: string | null, place: string): boolean =>
      live.has(keyOf(tab ?? cell.tab, place));
    return {
      ...cell,
      ...planLive(cell.formula, { separator, functions: LIVE_FUNCTIONS, isLiveCell }),
    };
  });
}

const placeOf = ({ tabId, row, column }: FormulaCell): string =>
  [tabId, row, column].map(inBase36).join(' ');
const inBase36 = (number: number): string => number.toString(36);

const isOurs = (cell: FormulaCell, added: ReadonlyMap<string, Added>): boolean =>
  added.get(placeOf(cell))?.hash === hashText(cell.formula);

/** Tab, row, column, hash and places of the pieces, in base 36. */
const noteOf = (cell: FormulaCell, { hash, at }: Added): string =>
  [placeOf(cell), ...[hash, ...at].map(inBase36)].join(' ');

function note(ports: Ports, lines: readonly string[]): void {
  if (lines.length > 0) setLong(ports.document, ADDED, lines.join('\n'));
  else removeLong(ports.document, ADDED);
}

/**
 * Other things may have filled the store; then fewer new lines are noted, or none.
 *
 * @param news how many of the lines are new; they are the last ones
 * @returns how many of them are noted
 */
function noteWhatFits(ports: Ports, lines: readonly string[], news: number): number {
  for (let count = news; count > 0; count = Math.floor(count / 2)) {
    try {
      note(ports, lines.slice(0, lines.length - news + count));
      return count;
    } catch (error) {
      if (!/quota|exceed/i.test(String(error))) throw error;
    }
  }
  return 0;
}

function readAdded(ports: Ports): Map<string, Added> {
  const lines = (getLong(ports.document, ADDED) ?? '').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [tab, row, column, ...numbers] = line.split(' ');
      const [hash = 0, ...at] = numbers.map((text) => Number.parseInt(text, 36));
      return [[tab, row, column].join(' '), { hash, at }];
    }),
  );
}
