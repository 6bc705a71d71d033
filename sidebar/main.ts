// Starts the sidebar in the browser: ties the state to the page and to Google's client.

import { createCall, type ScriptRunner } from './client';
import { type Controller, createController } from './controller';
import { createRenderer } from './dom';
import { languageOf, localeOf, textsOf } from './language';
import type { State } from './state';
import { appView } from './views/app';

declare const google: { script: { run: ScriptRunner } };

/** The browser's clipboard may be closed to frames; selecting and copying is the older way in. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const codes = [...document.querySelectorAll('code')];
    const shown = codes.find((code) => code.textContent === text);
    if (shown) document.getSelection()?.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}

/** Shows an element and gives it the keyboard, but never takes the keyboard away from the sheet. */
function focus(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  // A field inside something folded away cannot be focused.
  element.closest('details')?.setAttribute('open', '');
  if (document.hasFocus()) element.focus({ preventScroll: true });
  element.scrollIntoView({ block: id === 'title' ? 'center' : 'nearest' });
}

function start(): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no element with the id app.');
  const render = createRenderer(root);
  const draw = (state: State) => {
    const language = languageOf(state.language, navigator.language);
    const locale = localeOf(language, navigator.language);
    document.documentElement.lang = language;
    render(appView({ state, texts: textsOf(language), locale, on: controller }));
  };
  const controller: Controller = createController({
    call: createCall(google.script.run),
    draw,
    focus,
    copy,
    language: navigator.language,
  });
  void controller.start();
}

start();
