// Switching template insights on: what it means for good, a yes to that, and what comes next.

import { type Described, h } from '../dom';
import type { Insights } from '../insights';
import { button, chosenValue, isBusy, type Look, working } from './parts';

function accountField(look: Look, { accountId }: Insights): Described {
  const { state, texts, on } = look;
  const accounts = state.status?.accounts ?? [];
  return h(
    'div',
    { key: 'account', class: 'field' },
    h('label', { for: 'insights-account' }, texts.insights.account),
    h(
      'select',
      {
        id: 'insights-account',
        value: accountId ?? '',
        disabled: isBusy(look),
        onchange: (event) => on.chooseInsightsAccount(chosenValue(event)),
      },
      h('option', { key: 'none', value: '' }, texts.insights.chooseAccount),
      ...accounts.map(({ id, name }) => h('option', { key: id, value: id }, name || id)),
    ),
  );
}

function question(look: Look, insights: Insights): Described {
  const { state, texts, on } = look;
  const words = texts.insights;
  const accounts = state.status?.accounts ?? [];
  const account = accounts.find(({ id }) => id === insights.accountId);
  return h(
    'div',
    {
      key: 'insights',
      id: 'insights',
      class: 'confirm ask',
      role: 'group',
      'aria-labelledby': 'insights-title',
      tabindex: -1,
    },
    h('h2', { id: 'insights-title' }, words.title),
    accounts.length > 1
      ? accountField(look, insights)
      : h('p', { key: 'for', class: 'facts' }, account?.name || (insights.accountId ?? '')),
    h('p', { key: 'about' }, words.about),
    h('ul', { key: 'terms', class: 'bullets' }, ...words.terms.map((term) => h('li', {}, term))),
    h(
      'label',
      { key: 'understood', class: 'choice' },
      h('input', {
        id: 'insights-understood',
        type: 'checkbox',
        checked: insights.understood,
        disabled: isBusy(look) || !insights.accountId,
        onchange: () => on.understandInsights(!insights.understood),
      }),
      h('span', {}, words.understood),
    ),
    h(
      'div',
      { key: 'buttons', class: 'buttons' },
      button(look, words.yes, () => on.enableInsights(), {
        key: 'yes',
        off: !insights.understood || !insights.accountId,
      }),
      button(look, words.no, () => on.refuseInsights(), { kind: 'plain', key: 'no' }),
    ),
    state.task === 'insights' ? working(words.working) : null,
  );
}

function doneCard(look: Look, account: string): Described {
  const words = look.texts.insights;
  return h(
    'div',
    { key: 'insights-on', id: 'insights', class: 'card', tabindex: -1 },
    h(
      'p',
      { class: 'done', role: 'status' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, '✓'),
      h('span', {}, words.done(account)),
    ),
    h('p', {}, words.next),
  );
}

export function insightsCard(look: Look): Described | null {
  const { insights } = look.state;
  if (!insights) return null;
  return insights.enabled ? doneCard(look, insights.enabled) : question(look, insights);
}

/** The way to the question beside a notice about one account, while it is not asked already. */
export function insightsOffer(look: Look, accountId: string | undefined): Described | null {
  const { state, texts, on } = look;
  if (state.insights) return null;
  const account = state.status?.accounts.find(({ id }) => id === accountId);
  return button(look, texts.insights.offer, () => on.askInsights(accountId ?? null), {
    key: 'insights',
    label: account ? texts.insights.offerFor(account.name || account.id) : undefined,
  });
}
