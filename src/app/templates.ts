// The templates the picker shows, fresh from Meta.
import { compareText } from '../core/daily';
import { AddonError } from '../core/errors';
import type { TemplateNode } from '../graph';
import { chosenAccounts, clientFor } from './connection';
import type { Ports } from './ports';

/** A template by the six fields that tell it from others. */
type ListedTemplate = Pick<TemplateNode, 'id' | 'name' | 'language' | 'category' | 'status'> & {
  accountId: string;
};

/** All templates of the chosen accounts, by name, then language. */
export function listTemplates(ports: Ports): ListedTemplate[] {
  const accounts = chosenAccounts(ports);
  const client = clientFor(ports);
  if (accounts.length === 0) throw new AddonError('no-account');
  return accounts
    .flatMap((account) =>
      client.listTemplates(account.id).map(({ id, name, language, category, status }) => ({
        ...{ id, name, language, category, status },
        accountId: account.id,
      })),
    )
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.language, b.language));
}
