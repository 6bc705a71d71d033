// Looks templates, accounts and fetched days up by name or ID, built once for a whole call.
import { fetchedDays } from '../index/covered';
import type { Head } from '../index/head';
import type { Interval } from '../intervals';

export interface Directory {
  /** Series of the templates with exactly this name (capitals do not matter) or this ID. */
  called(text: string): readonly number[];
  /** Whether days of one template were fetched on its own. */
  hasOwnDays(accountId: string, templateId: string): boolean;
  /** Days fetched for a template, or for all of an account (null). */
  fetched(accountId: string, templateId: string | null): readonly Interval[];
  /** Whether anything was ever fetched for an account. */
  isKnown(accountId: string): boolean;
}

/** @example createDirectory(head).called('promo') // [0, 3]: two languages of a name */
export function createDirectory(head: Head): Directory {
  let byText: Map<string, number[]> | null = null;
  const own = new Set(head.coverage.map(({ accountId, scope }) => `${accountId}|${scope}`));
  const known = new Set(head.coverage.map(({ accountId }) => accountId));
  const days = new Map<string, Interval[]>();
  return {
    called(text) {
      byText ??= listByText(head);
      return byText.get(text.trim().toLowerCase()) ?? [];
    },
    hasOwnDays: (accountId, templateId) => own.has(`${accountId}|${templateId}`),
    fetched(accountId, templateId) {
      const key = `${accountId}|${templateId ?? ''}`;
      let found = days.get(key);
      if (!found) {
        found = fetchedDays(head, accountId, templateId);
        days.set(key, found);
      }
      return found;
    },
    isKnown: (accountId) => known.has(accountId),
  };
}

function listByText(head: Head): Map<string, number[]> {
  const found = new Map<string, number[]>();
  head.series.forEach(([id, name], series) => {
    for (const text of new Set([name.trim().toLowerCase(), id])) {
      const list = found.get(text);
      if (list) list.push(series);
      else found.set(text, [series]);
    }
  });
  return found;
}
