// The fields of a formula: only those it has.

import {
  CUTS,
  type FunctionName,
  type LibraryItem,
  METRIC_NAMES,
  type MetricName,
  PRESETS,
} from '../../src/rpc/contract';
import {
  accountWord,
  type BrowseForm,
  cutOf,
  type DaysChoice,
  has,
  type Missing,
  missingIn,
  OFFERED_METRICS,
  type TemplateKind,
} from '../browse-form';
import { type Described, h } from '../dom';
import { formatCount } from '../format';
import { toggle } from '../picked';
import { categoryName, groupByName, type NameGroup, searchTemplates } from '../picker';
import { templateItem } from './library';
import { button, chosenValue, isBusy, type Look, working } from './parts';

type Option = readonly [value: string, text: string];

const fill = (look: Look, change: Partial<BrowseForm>) => look.on.fillFormula(change);
const formOf = (look: Look): BrowseForm => look.state.browse.form;

function selectField(
  look: Look,
  id: string,
  label: string,
  value: string,
  options: readonly Option[],
  choose: (value: string) => unknown,
): Described {
  return h(
    'div',
    { key: id, class: 'field' },
    h('label', { for: `formula-${id}` }, label),
    h(
      'select',
      {
        id: `formula-${id}`,
        value,
        disabled: isBusy(look),
        onchange: (event) => choose(chosenValue(event)),
      },
      ...options.map(([one, text]) => h('option', { key: one, value: one }, text)),
    ),
  );
}

function textField(
  look: Look,
  id: 'pattern' | 'button',
  label: string,
  hint: string,
  suggestions: readonly string[] = [],
): Described {
  const list = suggestions.length > 0 ? `formula-${id}-list` : null;
  return h(
    'div',
    { key: id, class: 'field' },
    h('label', { for: `formula-${id}` }, label),
    h('input', {
      id: `formula-${id}`,
      type: 'text',
      value: formOf(look)[id],
      placeholder: hint,
      autocomplete: 'off',
      maxlength: 500,
      list,
      disabled: isBusy(look),
      oninput: (event) => fill(look, { [id]: chosenValue(event) }),
    }),
    list
      ? h(
          'datalist',
          { id: list },
          ...suggestions.map((value) => h('option', { key: value, value })),
        )
      : null,
  );
}

function metricField(look: Look): Described {
  const { fields, metrics } = look.texts.formulas;
  const options = OFFERED_METRICS.map((name): Option => [name, metrics[name]]);
  return selectField(look, 'metric', fields.metric, formOf(look).metric, options, (metric) =>
    fill(look, { metric: metric as MetricName }),
  );
}

function metricsField(look: Look): Described {
  const { fields, metrics } = look.texts.formulas;
  const chosen: readonly string[] = formOf(look).metrics;
  const tick = (name: MetricName) => {
    const ticked = toggle(chosen, name);
    // Columns stand in the order of the list, whichever was ticked first.
    fill(look, { metrics: METRIC_NAMES.filter((one) => ticked.includes(one)) });
  };
  return h(
    'div',
    { key: 'metrics', class: 'field' },
    h('span', { id: 'formula-metrics', class: 'label-text' }, fields.metrics),
    h(
      'div',
      { class: 'list' },
      h(
        'div',
        { class: 'scroll short', role: 'group', 'aria-labelledby': 'formula-metrics', tabindex: 0 },
        ...METRIC_NAMES.map((name) =>
          h(
            'label',
            { key: name, class: 'choice' },
            h('input', {
              type: 'checkbox',
              checked: chosen.includes(name),
              disabled: isBusy(look),
              onchange: () => tick(name),
            }),
            h('span', {}, metrics[name]),
          ),
        ),
      ),
    ),
  );
}

/** One template, in one language or, by its name, in all of them. */
function templateRadio(look: Look, value: string, group: NameGroup, label: string): Described {
  const { state } = look;
  const accounts = state.status?.accounts ?? [];
  const list = state.templates.list ?? [];
  const { name, templates } = group;
  const own = templates[0]?.accountId;
  // The name alone would mean the templates of every account that has it.
  const shared = list.some((one) => one.name === name && one.accountId !== own);
  const account = accounts.find(({ id }) => id === own);
  const word = shared && account ? accountWord(account, accounts) : null;
  const form = formOf(look);
  return h('input', {
    type: 'radio',
    name: 'formula-template',
    value,
    'aria-label': label,
    checked: form.one === value && (word === null || form.account === word),
    disabled: isBusy(look),
    onchange: () => fill(look, { one: value, ...(word === null ? {} : { account: word }) }),
  });
}

function nameItems(look: Look, group: NameGroup): Described {
  const { texts, locale } = look;
  const { key, name, templates } = group;
  const [only, ...more] = templates;
  if (only && more.length === 0) {
    return templateItem(look, only, templateRadio(look, name, group, name));
  }
  return h(
    'div',
    { key, class: 'group', role: 'group', 'aria-label': name },
    h(
      'label',
      { key: 'name', class: 'choice' },
      templateRadio(look, name, group, name),
      h(
        'span',
        {},
        h('span', { class: 'name' }, name),
        h(
          'span',
          { class: 'facts' },
          texts.templates.languages(formatCount(templates.length, locale)),
        ),
      ),
    ),
    ...templates.map((template) =>
      templateItem(
        look,
        template,
        templateRadio(look, template.id, group, `${name} ${template.language}`),
        false,
      ),
    ),
  );
}

function templateChooser(look: Look, list: LibraryItem[]): Described {
  const { state, texts, locale, on } = look;
  const words = texts.templates;
  const { templateSearch, form } = state.browse;
  const search = searchTemplates(list, templateSearch, texts, locale);
  const accounts = state.status?.accounts ?? [];
  const ofAccount = accounts.find((account) => accountWord(account, accounts) === form.account);
  const shown = ofAccount ? search.filter(({ accountId }) => accountId === ofAccount.id) : search;
  return h(
    'div',
    { key: 'chooser', class: 'picker' },
    h('label', { class: 'hidden', for: 'formula-template-search' }, words.search),
    h('input', {
      id: 'formula-template-search',
      type: 'search',
      placeholder: words.searchHint,
      value: templateSearch,
      autocomplete: 'off',
      disabled: isBusy(look),
      oninput: (event) => on.searchFormulaTemplates(chosenValue(event)),
    }),
    h(
      'div',
      { class: 'list' },
      h(
        'div',
        { class: 'scroll short', role: 'radiogroup', 'aria-label': words.list, tabindex: 0 },
        ...groupByName(shown).map((group) => nameItems(look, group)),
        shown.length === 0
          ? h('p', { key: 'none', class: 'empty' }, list.length ? words.noMatch : words.empty)
          : null,
      ),
    ),
  );
}

/** Categories that templates have, once they are read; all that Meta has, before. */
function categoriesOf(look: Look): string[] {
  const { list } = look.state.templates;
  const known = list
    ? list.map(({ category }) => category)
    : Object.keys(look.texts.templates.categories);
  return [...new Set(known)].sort();
}

function templateFields(look: Look, single: boolean): (Described | null)[] {
  const { state, texts, on } = look;
  const words = texts.formulas;
  const { kind } = formOf(look);
  const { list } = state.templates;
  const options: Option[] = [
    ['*', texts.templates.all],
    ['selected', words.kinds.selected],
    ...(single ? [['one', words.kinds.one] as const] : []),
    ['pattern', words.kinds.pattern],
    ...categoriesOf(look).map(
      (category): Option => [
        `category:${category}`,
        words.onlyCategory(categoryName(category, texts)),
      ],
    ),
  ];
  const shown = kind === 'one' && !single ? '*' : kind;
  return [
    selectField(look, 'template', words.fields.template, shown, options, (value) =>
      on.chooseTemplateKind(value as TemplateKind),
    ),
    shown === 'one' && list ? templateChooser(look, list) : null,
    shown === 'one' && state.task === 'templates' ? working(texts.templates.reading) : null,
    shown === 'one' && !list && state.task !== 'templates'
      ? button(look, words.readTemplates, () => on.showTemplates(), { key: 'read' })
      : null,
    shown === 'pattern' ? textField(look, 'pattern', words.pattern, 'promo_*') : null,
  ];
}

function dayField(look: Look, end: 'from' | 'to'): Described {
  const { state, texts } = look;
  return h(
    'div',
    { key: end, class: 'field' },
    h('label', { for: `formula-${end}` }, texts.dates[end]),
    h('input', {
      id: `formula-${end}`,
      type: 'date',
      value: formOf(look)[end],
      max: state.status?.today,
      disabled: isBusy(look),
      onchange: (event) => fill(look, { [end]: chosenValue(event) }),
    }),
  );
}

function dateFields(look: Look): (Described | null)[] {
  const { names } = look.texts.dates;
  const words = look.texts.formulas;
  const { days } = formOf(look);
  const options: Option[] = [
    ['selected', words.selectedDays],
    ...PRESETS.filter((preset) => preset !== 'today').map(
      (preset): Option => [preset, names[preset]],
    ),
    ['custom', names.custom],
  ];
  return [
    selectField(look, 'days', words.fields.dates, days, options, (value) =>
      fill(look, { days: value as DaysChoice }),
    ),
    days === 'custom'
      ? h('div', { key: 'pair', class: 'pair' }, dayField(look, 'from'), dayField(look, 'to'))
      : null,
  ];
}

function rowsField(look: Look, name: FunctionName): Described {
  const { fields, rows } = look.texts.formulas;
  const cuts = CUTS.map((cut): Option => [cut, rows[cut]]);
  const options = name === 'WA_TABLE' ? [['', rows.template] as const, ...cuts] : cuts;
  return selectField(look, 'by', fields.by, cutOf(name, formOf(look)), options, (by) =>
    fill(look, { by: by as BrowseForm['by'] }),
  );
}

function accountField(look: Look): Described | null {
  const accounts = look.state.status?.accounts ?? [];
  if (accounts.length < 2) return null;
  const { fields, allAccounts } = look.texts.formulas;
  const options: Option[] = [
    ['', allAccounts],
    ...accounts.map(
      (account): Option => [accountWord(account, accounts), account.name || account.id],
    ),
  ];
  return selectField(look, 'account', fields.account, formOf(look).account, options, (account) =>
    fill(look, { account }),
  );
}

/** Labels of the buttons that the chosen templates have, as far as they are read. */
function labelsOf({ state }: Look): string[] {
  const { kind, one } = state.browse.form;
  const meant = (state.templates.list ?? []).filter(
    ({ id, name }) => kind !== 'one' || one === name || one === id,
  );
  return [...new Set(meant.flatMap(({ buttons }) => buttons))].slice(0, 50);
}

function problem(look: Look, missing: Missing | null): Described | null {
  if (!missing) return null;
  const { texts } = look;
  const text =
    missing === 'missing' || missing === 'reversed'
      ? texts.dates[missing]
      : texts.formulas.missing[missing];
  return h('p', { key: 'problem', class: 'note', role: 'status' }, text);
}

/** The fields in the order a person thinks of them: what, of which templates, when, how. */
export function browseFields(look: Look, name: FunctionName): (Described | null)[] {
  const words = look.texts.formulas;
  const single = has(name, 'template');
  return [
    has(name, 'metric') ? metricField(look) : null,
    has(name, 'metrics') ? metricsField(look) : null,
    ...(single || has(name, 'pattern') ? templateFields(look, single) : []),
    has(name, 'button')
      ? textField(look, 'button', words.fields.button, words.buttonHint, labelsOf(look))
      : null,
    ...(has(name, 'from') ? dateFields(look) : []),
    has(name, 'by') ? rowsField(look, name) : null,
    has(name, 'account') ? accountField(look) : null,
    problem(look, missingIn(name, formOf(look))),
  ];
}
