// What the accounts have taught about Meta, kept between syncs so that a refusal is met once.
import type { AccountHabits } from '../graph';
import type { Ports } from './ports';
import { getLong, removeLong, setLong } from './stored-text';

const HABITS = 'habits';

/** After so long everything is asked for again: an account may have been given what it lacked. */
const KEPT_MS = 30 * 86_400_000;

interface Kept {
  since: number;
  accounts: Record<string, AccountHabits>;
}

/** @returns nothing where nothing was learnt, or too long ago */
export function knownHabits(ports: Ports): Record<string, AccountHabits> {
  const kept = read(ports);
  return kept && ports.clock.now() - kept.since < KEPT_MS ? kept.accounts : {};
}

/** Keeps what was learnt, if it is new. */
export function keepHabits(ports: Ports, accounts: Record<string, AccountHabits>): void {
  const before = knownHabits(ports);
  if (JSON.stringify(before) === JSON.stringify(accounts)) return;
  const since = Object.keys(before).length > 0 ? (read(ports)?.since ?? 0) : ports.clock.now();
  setLong(ports.document, HABITS, JSON.stringify({ since, accounts } satisfies Kept));
}

/** A new connection may see more than the one before. */
export function forgetHabits(ports: Ports): void {
  removeLong(ports.document, HABITS);
}

function read(ports: Ports): Kept | null {
  try {
    const kept = JSON.parse(getLong(ports.document, HABITS) ?? 'null') as Kept | null;
    return kept && typeof kept.since === 'number' && typeof kept.accounts === 'object'
      ? kept
      : null;
  } catch {
    return null;
  }
}
