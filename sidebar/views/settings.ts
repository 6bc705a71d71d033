// The connection and the language, folded away under the main view.

import { type Described, h } from '../dom';
import { LANGUAGE_NAMES, LANGUAGES, type LanguageChoice } from '../language';
import { button, chosenValue, disclosure, type Look, working } from './parts';

export function languageField(look: Look): Described {
  const { state, texts, on } = look;
  return h(
    'div',
    { key: 'language', class: 'field' },
    h('label', { for: 'language' }, texts.settings.language),
    h(
      'select',
      {
        id: 'language',
        value: state.language,
        onchange: (event) => on.chooseLanguage(chosenValue(event) as LanguageChoice),
      },
      h('option', { key: 'auto', value: 'auto' }, texts.settings.automatic),
      ...LANGUAGES.map((language) =>
        h('option', { key: language, value: language, lang: language }, LANGUAGE_NAMES[language]),
      ),
    ),
  );
}

function confirmation(look: Look): Described {
  const { texts, on } = look;
  const words = texts.settings;
  return h(
    'div',
    {
      key: 'confirm',
      id: 'confirm',
      class: 'confirm',
      role: 'group',
      'aria-label': words.disconnect,
      tabindex: -1,
    },
    h('p', { key: 'confirm' }, words.confirm),
    look.state.status?.schedule.mine ? h('p', { key: 'daily' }, words.confirmDaily) : null,
    h(
      'div',
      { class: 'buttons' },
      button(look, words.confirmYes, () => on.disconnect(), { kind: 'danger' }),
      button(look, words.confirmNo, () => on.keepConnected(), { kind: 'plain' }),
    ),
  );
}

export function settingsSection(look: Look): Described {
  const { state, texts, on } = look;
  const words = texts.settings;
  return disclosure(
    'settings',
    words.title,
    h('p', { key: 'token' }, words.token(`••••${state.status?.tail ?? ''}`)),
    h(
      'div',
      { key: 'connection', class: 'buttons' },
      button(look, words.changeAccounts, () => on.show('accounts')),
      button(look, words.newToken, () => on.show('connect')),
    ),
    languageField(look),
    state.confirmingDisconnect
      ? confirmation(look)
      : button(look, words.disconnect, () => on.askDisconnect(), {
          kind: 'plain',
          key: 'disconnect',
        }),
    ...(state.task === 'disconnect' ? [working(words.disconnecting)] : []),
  );
}
