// Reads the coverage ledger in the head: which days of a template the ledger holds. Part of the formula path.
import { type Interval, unite } from '../intervals';
import type { CoverageEntry, Head } from './head';

/** Scope of a sync: every template of the account, or one id. */
export type Scope = 'all' | string;

export function entryFor(head: Head, accountId: string, scope: Scope): CoverageEntry | undefined {
  return head.coverage.find((entry) => entry.accountId === accountId && entry.scope === scope);
}

/** Days fetched for a template: those of all templates, and its own. */
export function fetchedDays(head: Head, accountId: string, templateId: string | null): Interval[] {
  const all = entryFor(head, accountId, 'all')?.fetched ?? [];
  const own = templateId === null ? undefined : entryFor(head, accountId, templateId);
  return own ? unite(all, own.fetched) : [...all];
}

/** Days that had ended when they were fetched. */
export function completeDays(head: Head, accountId: string, templateId: string | null): Interval[] {
  const all = entryFor(head, accountId, 'all')?.complete ?? [];
  const own = templateId === null ? undefined : entryFor(head, accountId, templateId);
  return own ? unite(all, own.complete) : [...all];
}
