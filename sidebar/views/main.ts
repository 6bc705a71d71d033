// The view people come back to: account, dates, templates, Sync, and how it went.

import { type Described, h } from '../dom';
import { formatMoment } from '../format';
import { syncRequest } from '../state';
import { accountFacts } from './accounts';
import { datesSection } from './dates';
import { failurePanel } from './failure';
import { isBusy, type Look, onSubmit, steps, submitButton } from './parts';
import { runCard } from './run';
import { settingsSection } from './settings';
import { templatesSection } from './templates';

function accountLine(look: Look): Described {
  const { state, texts, locale } = look;
  const { accounts, lastSync } = state.status ?? { accounts: [], lastSync: null };
  return h(
    'section',
    { key: 'account', class: 'account', 'aria-label': texts.main.account },
    ...accounts.map((account) =>
      h(
        'p',
        { key: account.id },
        h('span', { class: 'name' }, account.name || account.id),
        h('span', { class: 'facts' }, accountFacts(account, look)),
      ),
    ),
    h(
      'p',
      { key: 'last', class: 'facts' },
      lastSync ? texts.main.lastSync(formatMoment(lastSync, locale)) : texts.main.neverSynced,
    ),
  );
}

/** A sync that failed while nobody looked, as long as none has worked since. */
function lastFailure(look: Look): Described | null {
  const { state, texts, locale } = look;
  const failure = state.status?.lastFailure;
  const newer = failure && (!state.status?.lastSync || failure.at > state.status.lastSync);
  if (!newer || state.failure || state.run) return null;
  return h(
    'div',
    { key: 'last-failure', class: 'note' },
    h('p', {}, texts.main.lastFailure(formatMoment(failure.at, locale))),
    h('p', {}, `${failure.message} ${failure.hint}`),
  );
}

export function mainView(look: Look): Described {
  const { state, texts, on } = look;
  const failedReading = state.failure?.task === 'templates';
  return h(
    'div',
    { key: 'main', class: 'view' },
    h(
      'form',
      {
        key: 'form',
        class: 'view',
        novalidate: true,
        'aria-busy': isBusy(look) ? 'true' : null,
        onsubmit: onSubmit(() => on.sync()),
      },
      steps(look, 'sync'),
      h('h1', { key: 'title', id: 'title', class: 'hidden', tabindex: -1 }, texts.main.title),
      accountLine(look),
      lastFailure(look),
      datesSection(look),
      templatesSection(look),
      failedReading ? failurePanel(look) : null,
      submitButton(look, texts.main.submit, syncRequest(state) === null),
    ),
    failedReading ? null : failurePanel(look),
    runCard(look),
    settingsSection(look),
  );
}
