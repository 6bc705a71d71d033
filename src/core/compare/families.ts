// Templates as the directory of the index has them: each with its series, account by account.
import { bucketOf } from '../index/chunk';
import { type Head, lastActive } from '../index/head';
import type { RecordReader } from '../index/query';

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

/** The series with the latest row, which has the category the template had last. */
export function latestOf(head: Head, series: readonly number[], read: RecordReader): number {
  let [latest, at] = [series[0] ?? 0, -1];
  for (const number of series) {
    const entry = head.series[number];
    const month = entry ? lastActive(entry, Number.POSITIVE_INFINITY) : null;
    let day = 0;
    if (entry && month !== null) {
      const record = read({ month, bucket: bucketOf(entry[0], head.buckets) }, number);
      const days = (record?.rows ?? []).map(({ dayOfMonth }) => dayOfMonth);
      day = month * 32 + Math.max(0, ...days);
    }
    // Of those that never had a row, the one that came into the directory last.
    if (day >= at) [latest, at] = [number, day];
  }
  return latest;
}
