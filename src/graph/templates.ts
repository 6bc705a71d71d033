// Reads every message template of an account.
import { assertAccountId } from './accounts';
import { readShape, templateShape } from './answers';
import { toError } from './classify';
import { walkPages } from './paging';
import type { Ask } from './retry';
import type { TemplateNode } from './types';

/** Page sizes: the second only when Meta finds the first too much. */
const PAGE_SIZES = ['100', '25'] as const;
const ENDPOINT = 'message_templates';

/** All templates, in Meta's order, each once. An empty text stands for what Meta did not send. */
export function listTemplates(ask: Ask, accountId: string): TemplateNode[] {
  assertAccountId(accountId);
  for (const [place, limit] of PAGE_SIZES.entries()) {
    const values = { fields: 'id,name,language,category,status', limit };
    const [walk] = walkPages(ask, [{ path: [accountId, ENDPOINT], values }]);
    if (!walk) continue;
    if (!walk.refusal) return toTemplates(walk.items);
    if (walk.refusal.kind !== 'too-much' || place === PAGE_SIZES.length - 1) {
      throw toError(walk.refusal, { endpoint: ENDPOINT, account: accountId });
    }
  }
  throw new RangeError('No page size to ask templates with');
}

function toTemplates(items: readonly unknown[]): TemplateNode[] {
  const found = new Map<string, TemplateNode>();
  for (const item of items) {
    const raw = readShape(templateShape, item, ENDPOINT);
    found.set(raw.id, {
      id: raw.id,
      name: raw.name ?? '',
      language: raw.language ?? '',
      category: raw.category ?? '',
      status: raw.status ?? '',
    });
  }
  return [...found.values()];
}
