// Draws states as data for the tests of the views, and makes the states they need.

import { createController } from '../controller';
import type { Child, Described } from '../dom';
import { failureFromServer } from '../failures';
import { type Language, textsOf } from '../language';
import { aurora, home, sampleAnswer, sampleStatus, sampleTemplate } from '../sample';
import { type Event, initialState, reduce, type State } from '../state';
import { appView } from './app';

const on = createController({
  call: () => Promise.reject(new Error('Drawing makes no calls.')),
  draw: () => {},
  focus: () => {},
  copy: async () => false,
});

export function draw(state: State, language: Language = 'en'): Described[] {
  return appView({ state, texts: textsOf(language), locale: language, on });
}

export function everything(children: readonly Child[]): Described[] {
  return children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...everything(child.children)],
  );
}

export function textOf(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textOf).join(' ');
}

export const page = (state: State, language: Language = 'en') =>
  draw(state, language).map(textOf).join(' ');
export const stateAfter = (...events: Event[]): State => events.reduce(reduce, initialState);
export const ready: Event = {
  type: 'status-read',
  status: sampleStatus({ accounts: [aurora, home] }),
};
export const list = [sampleTemplate({ id: '1' }), sampleTemplate({ id: '2', name: '=1+1' })];
export const started: Event = {
  type: 'sync-started',
  request: { preset: 'last_30_days', templates: 'all' },
};
export const done: Event = { type: 'sync-answered', answer: sampleAnswer() };
export const failed = (code: string): Event => ({
  type: 'failed',
  task: 'sync',
  failure: failureFromServer({ code, message: 'What happened.', hint: 'What to do.' }),
});

export const off = { on: false, mine: false, next: null };
export const opened = (changes: Parameters<typeof sampleStatus>[0]): State =>
  stateAfter({ type: 'status-read', status: sampleStatus(changes) });
export const gappy = [
  { accountId: aurora.id, from: '2026-07-01', to: '2026-07-31' },
  { accountId: aurora.id, from: '2026-10-01', to: '2026-11-21' },
];
export const made = { tab: 'WA Daily', rows: 1648, columns: 0 };
export const lostAfter = (code: string, lost: 'tab' | 'column'): State =>
  stateAfter(ready, started, failed(code), { type: 'restore-asked', lost });

export const insightsAsked = (accountId: string | null): Event => ({
  type: 'insights',
  act: { do: 'ask', accountId },
});
export const understood: Event = { type: 'insights', act: { do: 'understand', understood: true } };
export const insightsOn: Event = {
  type: 'insights',
  act: { do: 'enabled', account: home.name },
};

/** With the section of reports opened and the templates read. */
export const reportsOpen = (state: State): State =>
  [
    { type: 'reports', act: { do: 'open' } } as const,
    { type: 'templates-read', list } as const,
  ].reduce(reduce, state);
