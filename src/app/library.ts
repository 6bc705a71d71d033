// The templates as people know them: what Meta lists now, and what only the ledger still remembers.
import { DELETED } from '../core/compare/compare-templates';
import { compareText } from '../core/daily';
import { AddonError } from '../core/errors';
import type { Head } from '../core/index/head';
import type { TemplateNode } from '../graph';
import { chosenAccounts, clientFor } from './connection';
import { loadLedger } from './ledger';
import type { Ports } from './ports';

/** A template as the sidebar lists it. */
export interface LibraryTemplate extends Omit<TemplateNode, 'buttons'> {
  accountId: string;
  account: string;
  buttons: string[];
  listed: boolean;
}

/**
 * Every template of the chosen accounts, by name, then language. One request a page of Meta's list.
 *
 * @throws AddonError 'no-account', or what Meta refuses
 */
export function listLibrary(ports: Ports): LibraryTemplate[] {
  const accounts = chosenAccounts(ports);
  const client = clientFor(ports);
  if (accounts.length === 0) throw new AddonError('no-account');
  const { head } = loadLedger(ports);
  return accounts
    .flatMap(({ id, name }) => {
      const listed = client.listTemplates(id);
      const known = new Set(listed.map((template) => template.id));
      const remembered = rememberedOf(head, id).filter((template) => !known.has(template.id));
      const own = { accountId: id, account: name };
      return [
        ...listed.map((template) => ({
          ...template,
          ...own,
          buttons: template.buttons.map(({ text }) => text),
          listed: true,
        })),
        ...remembered.map((template) => ({ ...template, ...own, listed: false })),
      ];
    })
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.language, b.language));
}

/** What the directory keeps of an account's templates, the last category of each. */
function rememberedOf(
  head: Head,
  accountId: string,
): Omit<LibraryTemplate, 'accountId' | 'account' | 'listed'>[] {
  const byId = new Map(
    head.series
      .filter(([, , , , account]) => head.accounts[account]?.[0] === accountId)
      .map(([id, name, language, category]) => [
        id,
        {
          ...{ id, name, language, category: head.categories[category] ?? '' },
          ...{ status: DELETED, quality: null, text: '', buttons: [] },
        },
      ]),
  );
  return [...byId.values()];
}
