// One template as people know it: its name, what it is, how it stands, what the message says.

import type { LibraryItem } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { languageName } from '../format';
import { categoryName, qualityName, statusName } from '../picker';
import type { Look } from './parts';

/** Shapes as well as colors, for who does not tell the colors apart. */
const QUALITY_MARKS: Record<string, string> = { GREEN: '●', YELLOW: '◐', RED: '○' };
/** About as many letters as stand on one of the two lines shown of a message. */
const LINE = 34;

/** How a status is to be taken: in use, over, to be waited for, refused. */
function tone({ status, listed }: LibraryItem): 'good' | 'calm' | 'wait' | 'bad' {
  if (!listed || status === 'ARCHIVED' || status === 'DELETED') return 'calm';
  if (status === 'APPROVED') return 'good';
  return status === 'REJECTED' || status === 'DISABLED' ? 'bad' : 'wait';
}

function standing({ texts }: Look, template: LibraryItem): Described {
  const quality = qualityName(template, texts);
  return h(
    'span',
    { key: 'standing', class: 'standing' },
    h('span', { key: 'status', class: `badge ${tone(template)}` }, statusName(template, texts)),
    quality
      ? h(
          'span',
          { key: 'quality', class: `quality ${(template.quality ?? '').toLowerCase()}` },
          h('span', { 'aria-hidden': 'true' }, QUALITY_MARKS[template.quality ?? ''] ?? ''),
          ` ${quality}`,
        )
      : null,
  );
}

/** What stands beside the tick. `named` is off where the name stands above, over its languages. */
function facts(look: Look, template: LibraryItem, named: boolean): Described {
  const { texts, locale, state } = look;
  const { name, language, category, account } = template;
  const spoken = languageName(language, locale);
  const several = (state.status?.accounts.length ?? 0) > 1;
  const kind = [categoryName(category, texts), ...(several && account ? [account] : [])];
  return h(
    'span',
    { key: 'about', class: 'template' },
    h('span', { key: 'name', class: named ? 'name' : 'name language' }, named ? name : spoken),
    h(
      'span',
      { key: 'facts', class: 'facts', title: language },
      (named ? [spoken, ...kind] : kind).join(' · '),
    ),
    standing(look, template),
  );
}

const isLong = (text: string): boolean =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE)), 0) >
  2;

/** The message: two lines of a long one, and all of it on demand. */
function message({ texts }: Look, text: string): Described | null {
  if (!text) return null;
  if (!isLong(text)) return h('p', { key: 'text', class: 'message' }, text);
  const { more, less } = texts.templates;
  return h(
    'details',
    { key: 'text', class: 'message' },
    h(
      'summary',
      {},
      h('span', { class: 'clamped' }, text),
      h('span', { class: 'more' }, more),
      h('span', { class: 'less' }, less),
    ),
  );
}

/** What the message says and its buttons; not part of the label, so that reading it ticks nothing. */
function said(look: Look, { text, buttons }: LibraryItem): Described | null {
  if (!text && buttons.length === 0) return null;
  return h(
    'div',
    { key: 'said', class: 'said' },
    message(look, text),
    buttons.length > 0
      ? h(
          'p',
          { key: 'buttons', class: 'labels' },
          h('span', { key: 'label', class: 'hidden' }, look.texts.templates.buttons),
          ...buttons.map((label) => h('span', { class: 'label' }, label)),
        )
      : null,
  );
}

/** A template in a list, with the field that chooses it. */
export function templateItem(
  look: Look,
  template: LibraryItem,
  field: Described,
  named = true,
): Described {
  return h(
    'div',
    { key: template.id, class: named ? 'item' : 'item under' },
    h('label', { key: 'choice', class: 'choice' }, field, facts(look, template, named)),
    said(look, template),
  );
}
