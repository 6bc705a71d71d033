// What a row says of its template, also when Meta answered for one that it lists no more.
import type { Head } from '../core/index/head';
import type { DirectoryTemplate } from '../core/index/update';
import type { AccountNode } from '../graph';

interface Key {
  accountId: string;
  templateId: string;
}

/**
 * Finds the labels of a template: as listed now, or else as the ledger knows it, or else its ID for a name.
 * A template may be deleted between two steps of a sync; its numbers in hand may be the last there are.
 *
 * @param readHead called only for a template that is not listed
 */
export function createLabels(
  listed: readonly DirectoryTemplate[],
  accounts: ReadonlyMap<string, AccountNode>,
  readHead: () => Head,
): (key: Key) => DirectoryTemplate {
  const keyOf = ({ accountId, templateId }: Key): string => `${accountId}|${templateId}`;
  const known = new Map(listed.map((template) => [keyOf(template), template]));
  let head: Head | null = null;
  const remember = ({ accountId, templateId }: Key): DirectoryTemplate => {
    head ??= readHead();
    const { accounts: accountsOf, categories, series } = head;
    const entry = series
      .filter(([id, , , , account]) => id === templateId && accountsOf[account]?.[0] === accountId)
      .pop();
    const account = accounts.get(accountId);
    return {
      accountId,
      account: account?.name ?? accountId,
      currency: account?.currency ?? null,
      timeZone: account?.timeZone ?? null,
      templateId,
      name: entry?.[1] || templateId,
      language: entry?.[2] ?? '',
      category: (entry && categories[entry[3]]) ?? '',
    };
  };
  return (key) => {
    const found = known.get(keyOf(key)) ?? remember(key);
    known.set(keyOf(key), found);
    return found;
  };
}
