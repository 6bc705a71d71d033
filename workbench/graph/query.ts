// Reads query parameters in the spellings that Graph takes, and refuses the rest.

import { dayAt, startOfDay, toDayNumber } from './calendar';
import type { Call } from './call';
import { Refusal } from './refusals';

export function requireText({ query }: Call, name: string): string {
  const text = query.get(name)?.trim() ?? '';
  if (text === '') throw new Refusal('missing-parameter', { name });
  return text;
}

/**
 * A list in any of its spellings: `a,b`, `[a,b]`, `["a","b"]`, `name[]=a&name[]=b`.
 * Null when the parameter is absent or its brackets do not close.
 */
export function readList({ query }: Call, name: string): string[] | null {
  const repeated = [...query]
    .filter(([key]) => key.startsWith(`${name}[`))
    .map(([, value]) => value);
  if (repeated.length > 0) return repeated;
  const text = query.get(name)?.trim();
  if (text === undefined) return null;
  const inside = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
  if (/^[[\]]|[[\]]$/.test(inside)) return null;
  if (inside.trim() === '') return [];
  return inside.split(',').map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'));
}

export function readFlag({ query }: Call, name: string): boolean {
  const value = query.get(name);
  if (value === null || value === 'false' || value === '0') return false;
  if (value === 'true' || value === '1') return true;
  throw new Refusal('bad-flag', { name, value });
}

export function readLimit({ query }: Call, fallback: number): number {
  const value = query.get('limit');
  if (value === null) return fallback;
  if (!/^[1-9]\d*$/.test(value)) throw new Refusal('bad-limit', { value });
  return Number(value);
}

export interface Moment {
  /** The civil day, in the zone of the buckets. */
  day: number;
  /** The instant asked for, unix seconds. */
  seconds: number;
}

/** `start` or `end`: a day, or (in UTC only) unix seconds, which fall back to their day. */
export function readMoment(
  call: Call,
  name: 'start' | 'end',
  zone: string,
  byZone: boolean,
): Moment {
  const value = requireText(call, name);
  const day = toDayNumber(value);
  if (day !== null) return { day, seconds: startOfDay(zone, day) };
  if (!/^\d{1,12}$/.test(value)) throw new Refusal('bad-day', { name, value });
  if (byZone) throw new Refusal('unix-with-zone', { name });
  return { day: dayAt(zone, Number(value)), seconds: Number(value) };
}
