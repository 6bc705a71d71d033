// The view people come back to: account, dates, templates, Sync, and how it went.

import { syncRequest } from '../choices';
import { type Described, h } from '../dom';
import { formatMoment } from '../format';
import { accountFacts } from './accounts';
import { formulasSection } from './browse';
import { dailySection, dailyTick, firstFailure } from './daily';
import { datesSection } from './dates';
import { failurePanel } from './failure';
import { freshSection } from './fresh';
import { historySection } from './history';
import { insightsCard } from './insights';
import { isBusy, type Look, onSubmit, steps, submitButton } from './parts';
import { reportsSection } from './reports';
import { restoreCard } from './restore';
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

export function mainView(look: Look): Described {
  const { state, texts, on } = look;
  const failedReading = state.failure?.task === 'templates';
  const failedInserting = state.failure?.task === 'insert';
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
      firstFailure(look),
      datesSection(look),
      templatesSection(look),
      failedReading ? failurePanel(look) : null,
      dailyTick(look),
      submitButton(look, texts.main.submit, syncRequest(state) === null),
    ),
    failedReading || failedInserting ? null : failurePanel(look),
    restoreCard(look),
    insightsCard(look),
    runCard(look),
    dailySection(look),
    formulasSection(look),
    reportsSection(look),
    freshSection(look),
    historySection(look),
    settingsSection(look),
  );
}
