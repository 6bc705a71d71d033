// Reads every message template of an account: its names, its text and its buttons.
import { assertAccountId } from './accounts';
import { readShape, templateShape } from './answers';
import { type Fields, isFields, toError } from './classify';
import { type Walked, walkPages } from './paging';
import type { Ask } from './retry';
import type { TemplateButton, TemplateNode } from './types';

const ENDPOINT = 'message_templates';
/** What a template cannot do without; every version of Meta's tells it. */
const PLAIN = 'id,name,language,category,status';
const FIELDS = `${PLAIN},quality_score,components`;

/**
 * All templates, in Meta's order, each once. An empty text stands for what Meta did not send. Where Meta
 * refuses one of the fields, all but the plain ones are given up.
 */
export function listTemplates(ask: Ask, accountId: string): TemplateNode[] {
  assertAccountId(accountId);
  let fields = FIELDS;
  let limit = '100';
  for (;;) {
    const query = { path: [accountId, ENDPOINT], values: { fields, limit } };
    const [walked] = walkPages(ask, [query]) as [Walked];
    const { items, refusal } = walked;
    if (!refusal) return toTemplates(items);
    // Smaller pages are slower, so only when Meta finds these too much.
    if (refusal.kind === 'too-much' && limit === '100') limit = '25';
    else if (['parameter', 'too-much'].includes(refusal.kind) && fields === FIELDS) fields = PLAIN;
    else throw toError(refusal, { endpoint: ENDPOINT, account: accountId });
  }
}

function toTemplates(items: readonly unknown[]): TemplateNode[] {
  const found = new Map<string, TemplateNode>();
  for (const item of items) {
    const raw = readShape(templateShape, item, ENDPOINT);
    const id = String(raw.id);
    const { name, language, category, status } = raw;
    const components = partsOf(raw.components);
    found.set(id, {
      id,
      name: name ?? '',
      language: language ?? '',
      category: category ?? '',
      status: status ?? '',
      quality: qualityOf(raw.quality_score),
      text: textOf(components.find(isOf('BODY'))?.text),
      buttons: buttonsOf(components),
    });
  }
  return [...found.values()];
}

// What describes a template only is read as far as it can be: an odd part of it must not lose the template.

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const partsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const isOf = (type: string) => (part: Fields) => textOf(part.type).toUpperCase() === type;

/** Meta documents `{score, date}`; the bare word is seen too. */
const qualityOf = (value: unknown): string | null =>
  textOf(isFields(value) ? value.score : value) || null;

/** The buttons below the message and those of a carousel's cards, in order. */
function buttonsOf(components: readonly Fields[]): TemplateButton[] {
  return components
    .flatMap((part) =>
      isOf('CAROUSEL')(part)
        ? partsOf(part.cards).flatMap((card) => partsOf(card.components))
        : [part],
    )
    .filter(isOf('BUTTONS'))
    .flatMap((part) => partsOf(part.buttons))
    .map(({ type, text }) => ({ type: textOf(type), text: textOf(text) }));
}
