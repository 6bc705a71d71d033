// The browser of formulas, folded away: search, choose one, fill it in, see its value, insert it.

import { FUNCTIONS, type FunctionName } from '../../src/rpc/contract';
import { searchFormulas, titleOf } from '../catalog';
import { type Described, h } from '../dom';
import { browseFields } from './browse-form';
import { formulaCard } from './browse-value';
import { button, chosenValue, disclosure, isBusy, type Look } from './parts';

function formulaItem(look: Look, name: FunctionName): Described {
  const { texts, on } = look;
  return h(
    'li',
    { key: name },
    h(
      'button',
      {
        type: 'button',
        class: 'formula-item',
        disabled: isBusy(look),
        onclick: () => on.chooseFormula(name),
      },
      h('span', { class: 'formula-title' }, titleOf(name, texts)),
      h('span', { class: 'formula-about' }, texts.formulas.summary[name]),
    ),
  );
}

function formulaList(look: Look): Described {
  const { state, texts, on } = look;
  const words = texts.formulas;
  const found = searchFormulas(state.browse.search, texts);
  return h(
    'div',
    { key: 'list', class: 'picker' },
    h('p', { key: 'intro', class: 'help' }, words.intro),
    h('label', { class: 'hidden', for: 'formula-search' }, words.search),
    h('input', {
      id: 'formula-search',
      type: 'search',
      placeholder: words.searchHint,
      value: state.browse.search,
      autocomplete: 'off',
      disabled: isBusy(look),
      oninput: (event) => on.searchFormulas(chosenValue(event)),
    }),
    h(
      'div',
      { key: 'found', class: 'list' },
      found.length > 0
        ? h(
            'ul',
            { key: 'formulas', class: 'scroll formulas', 'aria-label': words.list, tabindex: 0 },
            ...found.map((name) => formulaItem(look, name)),
          )
        : h('p', { key: 'none', class: 'empty', role: 'status' }, words.noMatch),
    ),
  );
}

/** What stands between backticks is what a person would type. */
const withCode = (text: string): (Described | string)[] =>
  text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? h('span', { class: 'typed' }, part) : part))
    .filter((part) => part !== '');

/** The values of the function in words, for who wants to write it by hand. */
function aboutValues(look: Look, name: FunctionName): Described {
  const words = look.texts.formulas;
  const lines = FUNCTIONS[name].parameters.map((parameter) =>
    h(
      'p',
      { key: parameter, class: 'help' },
      h('span', { class: 'value-name' }, words.parameters[parameter]),
      ' ',
      ...withCode(words.details[parameter]),
    ),
  );
  return disclosure('about', words.about, ...lines);
}

function chosenFormula(look: Look, name: FunctionName): Described {
  const { texts, on } = look;
  const words = texts.formulas;
  return h(
    'div',
    { key: `formula ${name}`, id: 'browsed', class: 'section browsed', tabindex: -1 },
    button(look, `‹ ${words.back}`, () => on.leaveFormula(), {
      key: 'back',
      kind: 'plain',
      label: words.back,
    }),
    h('h3', { key: 'title' }, titleOf(name, texts)),
    h('p', { key: 'summary', class: 'help' }, words.summary[name]),
    ...browseFields(look, name),
    formulaCard(look),
    aboutValues(look, name),
  );
}

export function formulasSection(look: Look): Described | null {
  const { state, texts } = look;
  if (state.firstRun || !state.status) return null;
  const { name } = state.browse;
  return h(
    'details',
    { key: 'formulas' },
    h('summary', {}, texts.formulas.title),
    h('div', { class: 'inside' }, name === null ? formulaList(look) : chosenFormula(look, name)),
  );
}
