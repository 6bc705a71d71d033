// The first step: paste a token.

import { type Described, h } from '../dom';
import { failurePanel } from './failure';
import {
  button,
  disclosure,
  fieldProblem,
  isBusy,
  type Look,
  onSubmit,
  steps,
  submitButton,
  title,
  typedIn,
  working,
} from './parts';

// Joined here because two slashes in a string are taken for a comment in served pages.
const META_SETTINGS = ['https:', '', 'business.facebook.com', 'settings'].join('/');

export function connectView(look: Look): Described {
  const { state, texts, on } = look;
  const words = texts.connect;
  const tokenProblem = state.problem === 'token' ? words.missingToken : null;
  const idProblem = state.problem === 'account-id' ? words.badId : null;
  return h(
    'form',
    {
      key: 'connect',
      class: 'view',
      novalidate: true,
      autocomplete: 'off',
      onsubmit: onSubmit((form) => on.connect(typedIn(form, 'token'), typedIn(form, 'account-id'))),
    },
    steps(look, 'connect'),
    title(words.title),
    h('p', { class: 'lead' }, words.intro),
    h(
      'div',
      { key: 'token-field', class: 'field' },
      h('label', { for: 'token' }, words.token),
      h('input', {
        id: 'token',
        name: 'token',
        type: 'password',
        autocomplete: 'off',
        spellcheck: 'false',
        disabled: isBusy(look),
        'aria-invalid': tokenProblem ? 'true' : null,
        'aria-describedby': tokenProblem ? 'token-problem' : 'token-privacy',
      }),
      fieldProblem('token-problem', tokenProblem),
      h('p', { key: 'privacy', id: 'token-privacy', class: 'help' }, words.privacy),
    ),
    disclosure(
      'where',
      words.where,
      h('ol', { class: 'numbered' }, ...words.whereSteps.map((step) => h('li', {}, step))),
      h('a', { href: META_SETTINGS, target: '_blank', rel: 'noopener noreferrer' }, words.openMeta),
    ),
    disclosure(
      'have-id',
      words.haveId,
      h('label', { for: 'account-id' }, words.accountId),
      h('input', {
        id: 'account-id',
        name: 'account-id',
        type: 'text',
        inputmode: 'numeric',
        autocomplete: 'off',
        disabled: isBusy(look),
        'aria-invalid': idProblem ? 'true' : null,
        'aria-describedby': 'account-id-help',
      }),
      h('p', { id: 'account-id-help', class: 'help' }, words.accountIdHelp),
    ),
    fieldProblem('account-id-problem', idProblem),
    failurePanel(look),
    submitButton(look, words.submit),
    state.task === 'connect' ? working(words.working) : null,
    state.status?.connected
      ? button(look, texts.back, () => on.show('main'), { kind: 'plain' })
      : null,
  );
}
