// Templates as the directory of the index has them: each with its series, account by account.
import { type Head, lastActive } from '../index/head';

/** All series of one template: one for each category it had, in each currency its account had. */
export interface Family {
  accountId: string;
  templateId: string;
  /** Series by the number of their account's entry, which has one currency. The oldest first. */
  series: Map<number, number[]>;
}

/** @example familyKey('102290129340398', '11') // '102290129340398|11' */
export const familyKey = (accountId: string, templateId: string): string =>
  `${accountId}|${templateId}`;

/** Every template of the directory, by `familyKey`. */
export function familiesOf(head: Head): Map<string, Family> {
  const families = new Map<string, Family>();
  head.series.forEach(([templateId, , , , account], i) => {
    const accountId = head.accounts[account]?.[0] ?? '';
    const key = familyKey(accountId, templateId);
    const family = families.get(key) ?? { accountId, templateId, series: new Map() };
    families.set(key, family);
    family.series.set(account, [...(family.series.get(account) ?? []), i]);
  });
  return families;
}

/** The series with rows in the latest month, which has the category the template had last. */
export function latestOf(head: Head, series: readonly number[]): number {
  const monthOf = (number: number): number => {
    const entry = head.series[number];
    return (entry && lastActive(entry, Number.POSITIVE_INFINITY)) ?? -1;
  };
  // Of two in one month it is the one that came into the directory last.
  return series.reduce((a, b) => (monthOf(b) >= monthOf(a) ? b : a), series[0] ?? 0);
}
