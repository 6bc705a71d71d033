// Reports of single templates, folded away: choose one, make its tab, open or update those there are.

import type { LibraryItem, Status } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { searchTemplates } from '../picker';
import { templateItem } from './library';
import { button, chosenValue, isBusy, type Look, working } from './parts';

function choice(look: Look, template: LibraryItem): Described {
  const { state, on } = look;
  const field = h('input', {
    type: 'radio',
    name: 'report-template',
    value: template.id,
    checked: state.reports.templateId === template.id,
    disabled: isBusy(look),
    onchange: () => on.chooseReport(template.id),
  });
  return templateItem(look, template, field);
}

function chooser(look: Look, list: LibraryItem[]): Described {
  const { state, texts, locale, on } = look;
  const words = texts.templates;
  const { search, templateId } = state.reports;
  const shown = searchTemplates(list, search, texts, locale);
  return h(
    'div',
    { key: 'chooser', class: 'picker' },
    h('label', { class: 'hidden', for: 'report-search' }, words.search),
    h('input', {
      id: 'report-search',
      type: 'search',
      placeholder: words.searchHint,
      value: search,
      autocomplete: 'off',
      disabled: isBusy(look),
      oninput: (event) => on.searchReport(chosenValue(event)),
    }),
    h(
      'div',
      { key: 'list', class: 'list' },
      h(
        'div',
        {
          key: 'shown',
          class: 'scroll',
          role: 'radiogroup',
          'aria-label': texts.reports.choose,
          tabindex: 0,
        },
        ...shown.map((template) => choice(look, template)),
        shown.length === 0
          ? h('p', { key: 'none', class: 'empty' }, list.length ? words.noMatch : words.empty)
          : null,
      ),
    ),
    // What is chosen is made only where it is in sight.
    button(look, texts.reports.make, () => on.makeReport(), {
      key: 'make',
      off: !shown.some(({ id }) => id === templateId),
    }),
  );
}

function madeLine(look: Look, tab: string): Described {
  const { texts, on } = look;
  return h(
    'div',
    { key: 'made', id: 'report-made', class: 'section', tabindex: -1 },
    h(
      'p',
      { class: 'done', role: 'status' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, '✓'),
      h('span', {}, texts.reports.made(tab)),
    ),
    h(
      'div',
      { class: 'buttons' },
      button(look, texts.result.open(tab), () => on.open(tab)),
    ),
  );
}

function existing(look: Look, reports: Status['reports']): Described {
  const { texts, on } = look;
  const words = texts.reports;
  return h(
    'div',
    { key: 'existing', class: 'section' },
    h('h3', {}, words.existing),
    h(
      'ul',
      { class: 'reports' },
      ...reports.map(({ tab, accountId, templateId }) =>
        h(
          'li',
          { key: `${accountId} ${templateId}` },
          h('span', { class: 'name' }, tab),
          h(
            'div',
            { class: 'buttons' },
            button(look, words.open, () => on.open(tab), {
              key: 'open',
              label: texts.result.open(tab),
            }),
            button(look, words.update, () => on.updateReport({ accountId, templateId }), {
              key: 'update',
              kind: 'plain',
              label: words.updateTab(tab),
            }),
          ),
        ),
      ),
    ),
  );
}

export function reportsSection(look: Look): Described | null {
  const { state, texts, on } = look;
  const { status, reports, task } = state;
  if (state.firstRun || !status) return null;
  const words = texts.reports;
  const { list } = state.templates;
  return h(
    'details',
    {
      key: 'reports',
      ontoggle: (event) => {
        if ((event.currentTarget as HTMLDetailsElement).open) on.openReports();
      },
    },
    h('summary', {}, words.title),
    h(
      'div',
      { class: 'inside' },
      h('p', { key: 'intro', class: 'help' }, words.intro),
      reports.opened && list ? chooser(look, list) : null,
      reports.opened && !list && task !== 'templates'
        ? button(look, words.choose, () => on.openReports(), { key: 'choose' })
        : null,
      task === 'templates' ? working(texts.templates.reading) : null,
      task === 'report' ? working(words.making) : null,
      reports.made ? madeLine(look, reports.made) : null,
      status.reports.length > 0 ? existing(look, status.reports) : null,
    ),
  );
}
