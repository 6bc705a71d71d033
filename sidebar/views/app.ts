// Chooses the view for the screen.

import { type Described, h } from '../dom';
import { accountsView } from './accounts';
import { connectView } from './connect';
import { failurePanel } from './failure';
import { mainView } from './main';
import { type Look, working } from './parts';
import { languageField } from './settings';

function loadingView(look: Look): Described {
  const { state, texts } = look;
  return h(
    'div',
    { key: 'loading', class: 'view' },
    state.failure ? failurePanel(look) : working(texts.loading),
  );
}

export function appView(look: Look): Described[] {
  switch (look.state.screen) {
    case 'loading':
      return [loadingView(look)];
    case 'connect':
      return [connectView(look), h('footer', { key: 'footer' }, languageField(look))];
    case 'accounts':
      return [accountsView(look)];
    case 'main':
      return [mainView(look)];
  }
}
