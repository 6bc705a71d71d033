// The second step: which of the accounts the token can see.

import type { Account } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { formatMoment } from '../format';
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

/** `America/Sao_Paulo` as people read a place. */
const placeOf = (zone: string): string => (zone.split('/').pop() ?? zone).replace(/_/g, ' ');

/** Currency and place, which tell two accounts of one company apart. */
export function accountFacts(account: Account, look: Look): string {
  const currency = account.currency ?? look.texts.accounts.noCurrency;
  return account.timeZone ? `${currency} · ${placeOf(account.timeZone)}` : currency;
}

function accountChoice(look: Look, account: Account): Described {
  const { state, on } = look;
  return h(
    'label',
    { key: account.id, class: 'choice' },
    h('input', {
      type: 'checkbox',
      value: account.id,
      checked: state.ticked.includes(account.id),
      disabled: isBusy(look),
      onchange: () => on.tickAccount(account.id),
    }),
    h(
      'span',
      {},
      h('span', { class: 'name' }, account.name || account.id),
      h('span', { class: 'facts' }, accountFacts(account, look)),
      h('span', { class: 'facts' }, `ID ${account.id}`),
    ),
  );
}

function idField(look: Look): Described {
  const words = look.texts.accounts;
  return h(
    'div',
    { key: 'id-field', class: 'field' },
    h('label', { for: 'account-id' }, words.id),
    h('input', {
      id: 'account-id',
      name: 'account-id',
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      disabled: isBusy(look),
      'aria-invalid': look.state.problem ? 'true' : null,
      'aria-describedby': look.state.problem ? 'account-problem' : null,
    }),
  );
}

export function accountsView(look: Look): Described {
  const { state, texts, locale, on } = look;
  const words = texts.accounts;
  const found = state.offered.length > 0;
  const problems: Record<string, string> = {
    'account-id': texts.connect.badId,
    'no-account': words.missing,
  };
  return h(
    'form',
    {
      key: 'accounts',
      class: 'view',
      novalidate: true,
      onsubmit: onSubmit((form) => on.chooseAccounts(typedIn(form, 'account-id'))),
    },
    steps(look, 'accounts'),
    title(words.title),
    h('p', { class: 'lead' }, found ? words.intro : words.none),
    found
      ? h(
          'fieldset',
          { key: 'list', class: 'list' },
          h('legend', { class: 'hidden' }, words.group),
          ...state.offered.map((account) => accountChoice(look, account)),
        )
      : null,
    found ? disclosure('another', words.another, idField(look)) : idField(look),
    fieldProblem('account-problem', (state.problem && problems[state.problem]) ?? null),
    state.expires
      ? h(
          'p',
          { key: 'expires', class: 'help' },
          words.expires(formatMoment(state.expires, locale)),
        )
      : null,
    failurePanel(look),
    submitButton(look, words.submit),
    state.task === 'accounts' || state.task === 'status' ? working(words.working) : null,
    button(look, texts.back, () => on.show(state.status?.accounts.length ? 'main' : 'connect'), {
      kind: 'plain',
    }),
  );
}
