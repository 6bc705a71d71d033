// Who is writing: a sync takes several executions, so its turn is kept between them, with an end.
import { AddonError } from '../core/errors';
import { civilClock } from '../core/zone';
import { readStored } from './connection';
import type { Ports } from './ports';

/** What started a sync. */
export type Starter = 'sidebar' | 'schedule';

interface Lease {
  /** The run that holds it. */
  run: string;
  /** The person, by a text that means nothing elsewhere. */
  user: string;
  who: Starter;
  since: number;
  until: number;
}

const LEASE = 'writing-run';
const USER = 'me';
/** An execution lives six minutes at most; one that died can hold the turn no longer than this. */
const EXECUTION_MS = 7 * 60_000;
/** Between two calls of the sidebar's loop. */
const BETWEEN_MS = 2 * 60_000;

/** The text this person is told apart by, or null before they ever wrote here. */
export const knownUser = (ports: Ports): string | null => ports.user.get(USER);

/** This person, told apart from others of the file; nothing in it says who. */
export function userOf(ports: Ports): string {
  const known = knownUser(ports);
  if (known) return known;
  const id = ports.newId();
  ports.user.set(USER, id);
  return id;
}

/**
 * Runs one step of a sync while it is this run's turn. The document lock keeps other executions out while
 * the step runs; the lease keeps the turn until the next step.
 *
 * A person who begins anew takes over what they left unfinished. Everybody else waits for the end of the
 * run, or of its lease when it died.
 *
 * @param step answers whether the run is done
 * @throws AddonError 'sync-running' with who and since when
 */
export function inTurn<T extends { done: boolean }>(
  ports: Ports,
  run: { id: string; who: Starter; begins: boolean },
  step: () => T,
): T {
  const refuse = (): never => {
    throw running(ports, readLease(ports));
  };
  return ports.lock.hold(() => {
    const now = ports.clock.now();
    const held = readLease(ports);
    const user = userOf(ports);
    if (held && isHeld(held, now) && held.run !== run.id) {
      const ownLeftover = held.user === user && run.begins && run.who === 'sidebar';
      if (!ownLeftover) throw running(ports, held);
    }
    const since = held?.run === run.id ? held.since : now;
    const keep = (until: number): void => {
      const lease: Lease = { run: run.id, user, who: run.who, since, until };
      ports.document.set(LEASE, JSON.stringify(lease));
    };
    keep(now + EXECUTION_MS);
    let done = true;
    try {
      const result = step();
      done = result.done;
      return result;
    } finally {
      if (done) ports.document.remove(LEASE);
      else keep(ports.clock.now() + BETWEEN_MS);
    }
  }, refuse);
}

/** Runs something short that writes, when nobody's sync has its turn. @throws AddonError 'sync-running' */
export function holdAlone<T>(ports: Ports, work: () => T): T {
  return inTurn(ports, { id: ports.newId(), who: 'sidebar', begins: true }, () => ({
    done: true,
    value: work(),
  })).value;
}

/**
 * Gives up this person's turn. The text they are told apart by stays: in other files it marks what is
 * theirs, such as a daily update they must be able to turn off.
 */
export function giveUpTurn(ports: Ports): void {
  if (readLease(ports)?.user === knownUser(ports)) ports.document.remove(LEASE);
}

/** An end further away than any turn is long was written by a clock that has been set back since. */
const isHeld = (lease: Lease, now: number): boolean =>
  lease.until > now && lease.until - now <= EXECUTION_MS;

function readLease(ports: Ports): Lease | null {
  const lease = readStored(ports.document, LEASE) as Lease | null;
  return lease && typeof lease.until === 'number' && typeof lease.run === 'string' ? lease : null;
}

function running(ports: Ports, lease: Lease | null): AddonError {
  if (!lease) return new AddonError('sync-running');
  return new AddonError('sync-running', {
    who: lease.who,
    since: clockTime(lease.since, ports.spreadsheetZone()),
    minutes: Math.max(1, Math.ceil((lease.until - ports.clock.now()) / 60_000)),
  });
}

/** @example '09:05' */
function clockTime(epochMs: number, zone: string): string {
  const minutes = Math.floor(civilClock(Math.floor(epochMs / 1000), zone).seconds / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
}
