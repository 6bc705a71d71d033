// The small pieces every view is made of.

import type { SidebarTexts } from '../../src/texts/en/sidebar';
import type { Controller } from '../controller';
import { type Child, type Described, type Handler, h } from '../dom';
import type { State } from '../state';

/** Everything a view needs: what to show, in which words, and what to do on an act. */
export interface Look {
  state: State;
  texts: SidebarTexts;
  /** For dates and numbers. */
  locale: string;
  on: Controller;
}

export const isBusy = (look: Look): boolean => look.state.task !== null;

export type ButtonKind = 'primary' | 'secondary' | 'plain' | 'danger';

/** A button that starts something; off while anything runs. */
export function button(
  look: Look,
  label: string,
  act: () => unknown,
  options: {
    kind?: ButtonKind;
    key?: string;
    id?: string;
    off?: boolean;
    label?: string | undefined;
  } = {},
): Described {
  const { kind = 'secondary', key = label, id = null, off = false } = options;
  return h(
    'button',
    {
      key,
      id,
      type: 'button',
      class: kind,
      disabled: off || isBusy(look),
      // Says more than the text where several buttons read the same.
      'aria-label': options.label ?? null,
      onclick: () => act(),
    },
    label,
  );
}

/** The one button a form is sent with; while its task runs it says what is going on. */
export function submitButton(look: Look, label: string, off = false): Described {
  const busy = isBusy(look);
  return h(
    'button',
    { key: 'submit', type: 'submit', class: 'primary wide', disabled: busy || off },
    label,
  );
}

/** Sends the form without leaving the page. */
export function onSubmit(act: (form: HTMLFormElement) => unknown): Handler {
  return (event) => {
    event.preventDefault();
    act(event.currentTarget as HTMLFormElement);
  };
}

/** What is typed in a field of a form, or nothing where the field is not shown. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : '';
}

export const chosenValue = (event: Event): string =>
  (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;

/** Opens and closes by itself; the browser keeps whether it is open. */
export function disclosure(key: string, summary: string, ...children: Child[]): Described {
  return h(
    'details',
    { key },
    h('summary', {}, summary),
    h('div', { class: 'inside' }, ...children),
  );
}

export function title(text: string): Described {
  return h('h1', { key: 'title', id: 'title', tabindex: -1 }, text);
}

/** A line beside a field that says what is wrong with it. */
export function fieldProblem(id: string, text: string | null): Described | null {
  return text ? h('p', { key: id, id, class: 'field-problem', role: 'alert' }, text) : null;
}

export function working(text: string): Described {
  return h(
    'p',
    { key: 'working', class: 'working', role: 'status' },
    h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    text,
  );
}

/** The three steps from nothing to the first table, shown until it is there. */
export function steps(look: Look, current: 'connect' | 'accounts' | 'sync'): Described | null {
  if (!look.state.firstRun) return null;
  const names = ['connect', 'accounts', 'sync'] as const;
  const at = names.indexOf(current);
  const step = (name: (typeof names)[number], index: number) =>
    h(
      'li',
      {
        class: index < at ? 'past' : index === at ? 'now' : '',
        'aria-current': index === at ? 'step' : null,
      },
      h('span', { class: 'number', 'aria-hidden': 'true' }, index < at ? '✓' : String(index + 1)),
      look.texts.steps[name],
    );
  return h(
    'ol',
    { key: 'steps', class: 'steps', 'aria-label': look.texts.steps.label },
    ...names.map(step),
  );
}
