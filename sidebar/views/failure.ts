// The panel that says what went wrong, what was kept and what to do, with the buttons that do it.

import { type Described, h } from '../dom';
import { type Failure, type Remedy, remediesOf, wordsOf } from '../failures';
import { formatCount } from '../format';
import type { Task } from '../state';
import { button, disclosure, type Look } from './parts';

/** Where the button of the form itself is the way to try again, or the form is where the remedy leads. */
const NEEDLESS: Partial<Record<Task, readonly Remedy[]>> = {
  connect: ['retry', 'reconnect', 'accounts', 'templates'],
  accounts: ['retry', 'accounts', 'templates'],
};

function remedyButton(look: Look, remedy: Remedy, kind: 'secondary' | 'plain'): Described {
  const words = look.texts.failure;
  const { on } = look;
  switch (remedy) {
    case 'retry':
      return button(look, words.tryAgain, () => on.retry(), { kind });
    case 'reconnect':
      return button(look, words.connectAgain, () => on.show('connect'), { kind });
    case 'accounts':
      return button(look, words.changeAccount, () => on.show('accounts'), { kind });
    case 'templates':
      return button(look, words.reloadTemplates, () => on.reloadTemplates(), { kind });
    case 'insights': {
      const label = look.texts.insights.offer;
      return button(look, label, () => on.askInsights(null), { kind });
    }
    case 'tab':
    case 'column':
      return button(look, look.texts.restore[remedy], () => on.askRestore(remedy), { kind });
  }
}

/** The ways out of a failure as buttons, but for those that stand elsewhere. */
export function remedyButtons(
  look: Look,
  failure: Failure,
  needless: readonly Remedy[],
): Described | null {
  // While a person is asked whether to do something, the question has the buttons.
  const { restore, insights } = look.state;
  const asked = (remedy: Remedy): boolean =>
    (restore !== null && (remedy === 'tab' || remedy === 'column')) ||
    (insights !== null && remedy === 'insights');
  const remedies = remediesOf(failure).filter(
    (remedy) => !needless.includes(remedy) && !asked(remedy),
  );
  if (remedies.length === 0) return null;
  return h(
    'div',
    { key: 'remedies', class: 'buttons' },
    ...remedies.map((remedy, index) => remedyButton(look, remedy, index ? 'plain' : 'secondary')),
  );
}

/** In front of a daily update that could not be switched, so that nobody thinks the sync failed. */
function scheduleLine(look: Look): Described {
  const words = look.texts.daily;
  const failed = look.state.daily === false ? words.failedOff : words.failedOn;
  const worked = look.state.run?.end === 'done' ? ` ${words.syncWorked}` : '';
  return h('p', { key: 'schedule', class: 'failure-message' }, failed + worked);
}

function keptLine(look: Look): Described | null {
  const { run, failure } = look.state;
  const counts = failure?.task === 'sync' ? run?.answer?.counts : undefined;
  const written = counts ? counts.added + counts.changed : 0;
  if (written === 0) return null;
  return h('p', {}, look.texts.result.keptText(written, formatCount(written, look.locale)));
}

export function failurePanel(look: Look): Described | null {
  if (!look.state.failure) return null;
  const { task, failure } = look.state.failure;
  const { message, hint } = wordsOf(failure, look.texts);
  const detail = failure.from === 'local' && failure.code === 'unexpected' ? failure.detail : '';
  return h(
    'div',
    { key: 'failure', id: 'failure', class: 'card failure', role: 'alert', tabindex: -1 },
    task === 'schedule' ? scheduleLine(look) : null,
    h('p', { class: task === 'schedule' ? '' : 'failure-message' }, message),
    keptLine(look),
    hint ? h('p', {}, hint) : null,
    detail
      ? disclosure('details', look.texts.failure.details, h('p', { class: 'detail' }, detail))
      : null,
    remedyButtons(look, failure, NEEDLESS[task] ?? []),
  );
}
