// What a formula would show, its text, and the buttons that copy and insert it.

import { type FormulaPreview, type FunctionCall, writeFormula } from '../../src/rpc/contract';
import { callOf } from '../browse-form';
import { currencyOf, formatAnswer, kindsOf } from '../browse-value';
import { type Described, h } from '../dom';
import { wordsOf } from '../failures';
import { formatCount } from '../format';
import { failurePanel } from './failure';
import { button, isBusy, type Look, working } from './parts';

function written(look: Look, call: FunctionCall, column: number, value: number | string): string {
  const { state, locale } = look;
  const { form } = state.browse;
  const kinds = kindsOf(call.name, form);
  const kind = kinds[Math.min(column, kinds.length - 1)] ?? 'text';
  return formatAnswer(value, kind, locale, currencyOf(form, state.status?.accounts ?? []));
}

/** The first rows. A table brings its titles along; the other functions have none. */
function answerTable(
  look: Look,
  call: FunctionCall,
  { rows, more }: Extract<FormulaPreview, { kind: 'table' }>,
): Described {
  const { texts, locale } = look;
  const words = texts.formulas;
  const headed = call.name === 'WA_TABLE';
  return h(
    'div',
    { key: 'table' },
    h(
      'div',
      { class: 'answer-table', tabindex: 0, role: 'group', 'aria-label': words.value },
      h(
        'table',
        {},
        h(
          'tbody',
          {},
          ...rows.map((line, row) =>
            h(
              'tr',
              { key: String(row) },
              ...line.map((value, column) =>
                h(
                  headed && row === 0 ? 'th' : 'td',
                  {
                    key: String(column),
                    class: column > 0 ? 'figure' : '',
                    scope: headed && row === 0 ? 'col' : null,
                  },
                  written(look, call, column, value),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
    more > 0 ? h('p', { class: 'help' }, words.more(more, formatCount(more, locale))) : null,
  );
}

function answer(look: Look, call: FunctionCall, value: FormulaPreview): Described {
  const words = look.texts.formulas;
  if (value.kind === 'refusal') return h('p', { key: 'refusal', class: 'note' }, value.text);
  if (value.kind === 'table') return answerTable(look, call, value);
  return value.value === ''
    ? h('p', { key: 'empty', class: 'help' }, words.empty)
    : h('p', { key: 'value', class: 'answer' }, written(look, call, 0, value.value));
}

/** Told to who cannot see it change, too. */
function previewOf(look: Look, call: FunctionCall): Described {
  const { state, texts, on } = look;
  const words = texts.formulas;
  const { preview } = state.browse;
  const failed = preview?.is === 'failed' ? wordsOf(preview.failure, texts) : null;
  return h(
    'div',
    { key: 'preview', class: 'section', role: 'status' },
    h('h4', {}, words.value),
    preview?.is === 'asked' ? working(words.asking) : null,
    preview?.is === 'shown' ? answer(look, call, preview.value) : null,
    failed
      ? h(
          'div',
          { key: 'failed', class: 'note' },
          h('p', {}, `${failed.message} ${failed.hint}`),
          button(look, texts.failure.tryAgain, () => on.previewFormula(), { kind: 'plain' }),
        )
      : null,
  );
}

function formulaText(look: Look, text: string): Described {
  const { state, texts, on } = look;
  const words = texts.result;
  const { copied } = state.browse;
  return h(
    'div',
    { key: 'text', class: 'section formula-text' },
    h('h4', {}, words.formula),
    h('code', { key: 'code', tabindex: 0, 'aria-label': words.formula }, text),
    button(look, copied === 'yes' ? words.copied : words.copy, () => on.copyFormula(text), {
      key: 'copy',
      kind: 'plain',
    }),
    h(
      'p',
      { key: 'copied', class: 'help', role: 'status' },
      copied === 'by-hand' ? words.copyByHand : null,
    ),
  );
}

function insertedLine(look: Look): Described | null {
  const { inserted } = look.state.browse;
  if (!inserted) return null;
  return h(
    'p',
    { key: 'inserted', id: 'formula-inserted', class: 'done', role: 'status', tabindex: -1 },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, '✓'),
    h('span', {}, look.texts.formulas.inserted(inserted.cell, inserted.tab)),
  );
}

/** Nothing while the form is not filled in. */
export function formulaCard(look: Look): Described | null {
  const { state, texts, on } = look;
  const words = texts.formulas;
  const { name, form, preview } = state.browse;
  const call = name && callOf(name, form, words.metrics);
  if (!call) return null;
  const usable = preview?.is === 'shown' && preview.value.kind !== 'refusal';
  return h(
    'div',
    { key: 'card', class: 'card', 'aria-busy': isBusy(look) ? 'true' : null },
    previewOf(look, call),
    formulaText(look, writeFormula(call, state.status?.separator ?? ';')),
    button(look, words.insert, () => on.insertFormula(), {
      key: 'insert',
      kind: 'primary',
      off: !usable,
    }),
    h('p', { key: 'help', class: 'help' }, words.insertHelp),
    state.task === 'insert' ? working(words.inserting) : null,
    state.failure?.task === 'insert' ? failurePanel(look) : null,
    insertedLine(look),
  );
}
