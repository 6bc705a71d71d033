// Reads every message template of an account.
import { assertAccountId } from './accounts';
import { readShape, templateShape } from './answers';
import { toError } from './classify';
import { type Walked, walkPages } from './paging';
import type { Ask } from './retry';
import type { TemplateNode } from './types';

const ENDPOINT = 'message_templates';

/** All templates, in Meta's order, each once. An empty text stands for what Meta did not send. */
export function listTemplates(ask: Ask, accountId: string): TemplateNode[] {
  assertAccountId(accountId);
  const walk = (limit: string) =>
    walkPages(ask, [
      {
        path: [accountId, ENDPOINT],
        values: { fields: 'id,name,language,category,status', limit },
      },
    ])[0] as Walked;
  let { items, refusal } = walk('100');
  // Smaller pages are slower, so only when Meta finds these too much.
  if (refusal?.kind === 'too-much') ({ items, refusal } = walk('25'));
  if (refusal) throw toError(refusal, { endpoint: ENDPOINT, account: accountId });
  return toTemplates(items);
}

function toTemplates(items: readonly unknown[]): TemplateNode[] {
  const found = new Map<string, TemplateNode>();
  for (const item of items) {
    const raw = readShape(templateShape, item, ENDPOINT);
    const id = String(raw.id);
    const { name, language, category, status } = raw;
    found.set(id, {
      id,
      name: name ?? '',
      language: language ?? '',
      category: category ?? '',
      status: status ?? '',
    });
  }
  return [...found.values()];
}
