// The daily update: an hourly trigger that works once a day, goes on where it stopped, and keeps its failures.
import { addDays, type Day, dayOf, maxDay } from '../core/day';
import { AddonError, type ErrorCode } from '../core/errors';
import { civilClock, todayIn } from '../core/zone';
import { isStillChosen } from './choose-accounts';
import { chosenAccounts, readStored, TOKEN } from './connection';
import type { SyncState } from './cursor';
import { LAST_SYNC, recordFailure } from './failure';
import { knownUser, userOf } from './lease';
import { loadLedger } from './ledger';
import { reachOf } from './plan';
import type { Ports } from './ports';
import { getLong, removeLong, setLong } from './stored-text';
import { type SyncInput, syncStep } from './sync';

const SCHEDULE = 'schedule';
const CURSOR = 'cursor';
/**
 * Whose update of this file was refused on which day in a way that waits for tomorrow; others may do it.
 * Kept with the file: a person's own store is one for all their files, and another file may be well.
 */
const REFUSED = 'refused-days';

/** From this hour on, in the first account's zone: by then Meta has counted most of the day before. */
const START_HOUR = 5;
/** A trigger that comes this seldom may not come again in the morning: what is due is done whatever the hour. */
const SELDOM_MS = 3 * 3_600_000;
/**
 * Google ends a run after six minutes, and after four nothing more is asked of Meta: no further step is
 * begun after this.
 */
const RUN_MS = 200_000;
/** Failures that pass by themselves: tried again in the next hour. Any other waits for the next day. */
const PASSING: readonly ErrorCode[] = [
  'rate-limited',
  'meta-busy',
  'network',
  'bad-response',
  'sync-running',
  'unexpected',
];

interface Schedule {
  /** The people whose triggers work; the first to come does the day. */
  users: string[];
  /** The account's day that was updated last. */
  settled: Day | null;
  /** When a trigger last came. */
  cameAt: number;
  /** Not before this instant: Meta asked for a pause. */
  notBefore: number;
}

export interface ScheduleView {
  on: boolean;
  mine: boolean;
  next: { day: Day; hour: number } | null;
}

/** Turns the daily update of this person on or off. */
export function setSchedule(ports: Ports, on: boolean): ScheduleView {
  if (!on) {
    stopSchedule(ports);
    return viewSchedule(ports);
  }
  if (!ports.user.get(TOKEN)) throw new AddonError('not-connected');
  if (chosenAccounts(ports).length === 0) throw new AddonError('no-account');
  ports.triggers.create();
  forgetRefusal(ports);
  const workedAt = Date.parse(ports.document.get(LAST_SYNC) ?? '') || 0;
  const today = civilNow(ports).day;
  const known = read(ports) ?? {
    users: [],
    settled: civilDayAt(ports, workedAt) === today ? today : null,
    cameAt: ports.clock.now(),
    notBefore: 0,
  };
  keep(ports, { ...known, users: [...new Set([...known.users, userOf(ports)])] });
  return viewSchedule(ports);
}

/** What stood in the way may be gone: the daily update may try again today. */
export function forgetRefusal(ports: Ports): void {
  const me = knownUser(ports);
  const days = refusedDays(ports).filter(([user]) => user !== me);
  if (days.length > 0) ports.document.set(REFUSED, JSON.stringify(days));
  else ports.document.remove(REFUSED);
}

function refuseToday(ports: Ports, day: Day): void {
  const me = userOf(ports);
  const others = refusedDays(ports).filter(([user, other]) => user !== me && other === day);
  ports.document.set(REFUSED, JSON.stringify([...others, [me, day]]));
}

const isRefused = (ports: Ports, day: Day): boolean => {
  const me = knownUser(ports);
  return refusedDays(ports).some(([user, refused]) => user === me && refused === day);
};

function refusedDays(ports: Ports): [user: string, day: Day][] {
  const days = readStored(ports.document, REFUSED);
  return Array.isArray(days) ? days : [];
}

/** Takes this person's trigger away; with the last one, what was left to do. */
export function stopSchedule(ports: Ports): void {
  ports.triggers.remove();
  forgetRefusal(ports);
  const schedule = read(ports);
  if (!schedule) return;
  const me = knownUser(ports);
  const users = schedule.users.filter((user) => user !== me);
  if (users.length > 0) keep(ports, { ...schedule, users });
  else {
    ports.document.remove(SCHEDULE);
    removeLong(ports.document, CURSOR);
  }
}

/** How the daily update stands, for the sidebar. */
export function viewSchedule(ports: Ports): ScheduleView {
  const schedule = read(ports);
  const me = knownUser(ports);
  // A trigger of one's own that Google dropped is off, whatever is stored.
  const mine = schedule?.users.some((user) => user === me) === true && ports.triggers.exists();
  const others = schedule?.users.some((user) => user !== me) === true;
  if (!schedule || !(mine || others)) return { on: false, mine: false, next: null };
  const { day, hour } = civilNow(ports);
  if (schedule.settled === day || (mine && isRefused(ports, day))) {
    return { on: true, mine, next: { day: addDays(day, 1), hour: START_HOUR } };
  }
  const next = hour < START_HOUR ? { day, hour: START_HOUR } : nextHour(day, hour);
  return { on: true, mine, next };
}

const nextHour = (day: Day, hour: number): { day: Day; hour: number } =>
  hour < 23 ? { day, hour: hour + 1 } : { day: addDays(day, 1), hour: 0 };

/**
 * What the hourly trigger does: nothing, unless a day has begun that is not updated yet. Works through its
 * steps for some three minutes and leaves the rest to the next hour. Never throws: nobody would read it.
 *
 * @param inKnownErrors turns whatever a step throws into our own errors
 */
export function runSchedule(ports: Ports, inKnownErrors: <T>(step: () => T) => T): void {
  const stored = read(ports);
  // Anybody can call this by name; without a trigger nobody asked for updates.
  if (!stored && !ports.triggers.exists()) return;
  const schedule = stored ?? {
    users: [userOf(ports)],
    settled: null,
    cameAt: 0,
    notBefore: 0,
  };
  /** What others turned on or off meanwhile stays as they left it. */
  const note = (change: Partial<Schedule>): void => {
    const present = stored ? read(ports) : schedule;
    if (present) keep(ports, { ...present, ...change });
  };
  const began = ports.clock.now();
  const { day, hour } = civilNow(ports);
  note({ cameAt: began });
  if (schedule.settled === day || schedule.notBefore > began) return;
  if (isRefused(ports, day)) return;
  if (hour < START_HOUR && began - schedule.cameAt < SELDOM_MS) return;
  let cursor = resume(ports, day);
  try {
    const finished = inKnownErrors(() => {
      if (!ports.triggers.authorized()) throw new AddonError('authorization-needed');
      const input = whatIsDue(ports, day);
      for (;;) {
        // What was planned for an account that is no longer chosen is begun anew.
        if (cursor && !isStillChosen(ports, cursor)) cursor = null;
        const step = syncStep(ports, input, cursor, 'schedule');
        if (step.done) return true;
        cursor = step.state;
        setLong(ports.document, CURSOR, JSON.stringify(cursor));
        if (ports.clock.now() - ports.began > RUN_MS) return false;
      }
    });
    if (!finished) return;
    removeLong(ports.document, CURSOR);
    note({ settled: day, notBefore: 0 });
  } catch (error) {
    const { code, facts } = error as AddonError;
    const minutes = code === 'rate-limited' ? Number(facts.minutes ?? 0) : 0;
    note({ notBefore: began + minutes * 60_000 });
    if (!PASSING.includes(code)) refuseToday(ports, day);
    // Somebody else is at it right now: that is no failure of the update.
    if (code !== 'sync-running') {
      recordFailure(ports, code, { ...facts, kept: cursor ? 'part' : 'nothing' });
    }
  }
}

/** The days and templates the ledger holds, as far as Meta still answers; gaps close by it. */
function whatIsDue(ports: Ports, today: Day): SyncInput {
  const { coverage } = loadLedger(ports).head;
  const starts = coverage.flatMap((entry) => entry.fetched.slice(0, 1).map(([first]) => first));
  const first = starts.length > 0 ? dayOf(Math.min(...starts)) : addDays(today, -29);
  const ids = coverage.map((entry) => entry.scope);
  return {
    from: maxDay(first, reachOf(today)),
    to: today,
    templates: ids.length === 0 || ids.includes('all') ? 'all' : [...new Set(ids)],
  };
}

/** Where an earlier run of the same day stopped. What an older one began is begun anew. */
function resume(ports: Ports, today: Day): SyncState | null {
  try {
    const state = JSON.parse(getLong(ports.document, CURSOR) ?? 'null') as SyncState | null;
    return state?.accounts[0]?.today === today ? state : null;
  } catch {
    return null;
  }
}

function civilNow(ports: Ports): { day: Day; hour: number } {
  const { day, seconds } = civilClock(Math.floor(ports.clock.now() / 1000), zoneOf(ports));
  return { day, hour: Math.floor(seconds / 3_600) };
}
const civilDayAt = (ports: Ports, epochMs: number): Day => todayIn(epochMs, zoneOf(ports));
const zoneOf = (ports: Ports): string =>
  chosenAccounts(ports)[0]?.timeZone ?? ports.spreadsheetZone();

function read(ports: Ports): Schedule | null {
  const schedule = readStored(ports.document, SCHEDULE) as Schedule | null;
  return schedule && Array.isArray(schedule.users) ? schedule : null;
}

const keep = (ports: Ports, schedule: Schedule): void =>
  ports.document.set(SCHEDULE, JSON.stringify(schedule));
