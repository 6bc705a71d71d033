// One template as people know it: its name, what it is, how it stands, what the message says.

import type { LibraryItem } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { languageName } from '../format';
import { categoryName, qualityName, statusName } from '../picker';
import type { Look } from './parts';

/** Shapes as well as colors, for who does not tell the colors apart. */
const QUALITY_MARKS: Record<string, string> = { GREEN: '●', YELLOW: '◐', RED: '○' };

/** How serious a status is; one in use needs no word. */
function tone({ status, listed }: LibraryItem): 'none' | 'calm' | 'wait' | 'bad' {
  if (!listed || status === 'ARCHIVED' || status === 'DELETED') return 'calm';
  if (status === 'APPROVED') return 'none';
  return status === 'REJECTED' || status === 'DISABLED' ? 'bad' : 'wait';
}

function standing(look: Look, template: LibraryItem): Described | null {
  const { texts } = look;
  const quality = qualityName(template, texts);
  const kind = tone(template);
  if (kind === 'none' && !quality) return null;
  return h(
    'span',
    { key: 'standing', class: 'standing' },
    kind === 'none'
      ? null
      : h('span', { key: 'status', class: `badge ${kind}` }, statusName(template, texts)),
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

/** Language, category, and the account where there are several. */
function facts({ texts, locale, state }: Look, template: LibraryItem): string {
  const { language, category, account } = template;
  const name = languageName(language, locale);
  const several = (state.status?.accounts.length ?? 0) > 1;
  return [
    name,
    ...(name === language ? [] : [language]),
    categoryName(category, texts),
    ...(several && account ? [account] : []),
  ].join(' · ');
}

/** What is said of a template beside its tick. `named` is off where its name stands above. */
export function templateFacts(look: Look, template: LibraryItem, named: boolean): Described {
  const { text, buttons } = template;
  const words = look.texts.templates;
  return h(
    'span',
    { key: 'about', class: 'template' },
    named ? h('span', { key: 'name', class: 'name' }, template.name) : null,
    h('span', { key: 'facts', class: 'facts' }, facts(look, template)),
    standing(look, template),
    text ? h('span', { key: 'text', class: 'message', title: text }, text) : null,
    buttons.length > 0
      ? h(
          'span',
          { key: 'buttons', class: 'labels' },
          h('span', { key: 'label', class: 'hidden' }, words.buttons),
          ...buttons.map((label) => h('span', { class: 'label' }, label)),
        )
      : null,
  );
}
