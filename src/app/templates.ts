// The templates the picker shows, fresh from Meta.
import { compareText } from '../core/daily';
import { AddonError } from '../core/errors';
import type { TemplateNode } from '../graph';
import { chosenAccounts, clientFor } from './connection';
import type { Ports } from './ports';

/** All templates of the chosen accounts, by name, then language. */
export function listTemplates(ports: Ports): (TemplateNode & { accountId: string })[] {
  const accounts = chosenAccounts(ports);
  const client = clientFor(ports);
  if (accounts.length === 0) throw new AddonError('no-account');
  return accounts
    .flatMap((account) =>
      client.listTemplates(account.id).map((template) => ({ ...template, accountId: account.id })),
    )
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.language, b.language));
}
