// The question whether to switch template insights on: where it is offered, what it says, when it can be answered.

import { home, sampleAnswer } from '../sample';
import { reduce, type State } from '../state';
import {
  draw,
  everything,
  failed,
  insightsAsked,
  insightsOn,
  opened,
  page,
  ready,
  started,
  stateAfter,
  textOf,
  understood,
} from './drawn';

const OFFER = 'Switch on template insights';
const buttons = (state: State) => everything(draw(state)).filter(({ tag }) => tag === 'button');
const labels = (state: State) => buttons(state).map(textOf);
const yes = (state: State) => buttons(state).find((one) => textOf(one) === 'Switch on');

test('is offered under the failure, and not twice once it is asked', () => {
  const state = stateAfter(ready, started, failed('insights-off'));
  expect(labels(state)).toContain(OFFER);
  expect(labels(reduce(state, insightsAsked(null)))).not.toContain(OFFER);
  expect(labels(stateAfter(ready, started, failed('insights-waiting')))).not.toContain(OFFER);
});

test('is offered beside the notice of a sync that left the account out', () => {
  const notices = [
    { code: 'insights-off', text: 'Left out.', accountId: home.id },
    { code: 'clipped', text: 'Clipped.' },
  ];
  const state = stateAfter(ready, started, {
    type: 'sync-answered',
    answer: sampleAnswer({ notices }),
  });
  const offers = buttons(state).filter((one) => textOf(one) === OFFER);
  expect(offers.map(({ props }) => props['aria-label'])).toEqual([`${OFFER} for Aurora Home`]);
});

test('is offered too when the daily update met it', () => {
  const lastFailure = { at: '2026-11-22T08:00:00Z', code: 'insights-off', message: '', hint: '' };
  expect(labels(opened({ lastFailure }))).toContain(OFFER);
});

test('says what it means before anything can be sent', () => {
  const state = stateAfter(ready, started, failed('insights-off'), insightsAsked(home.id));
  expect(page(state)).toContain('Meta cannot switch it off again.');
  expect(page(state)).toContain('link tracking');
  expect(page(state)).toContain('anonymized chat data');
  expect(page(state)).toContain('Nothing from before comes back.');
  expect(yes(state)?.props.disabled).toBe(true);
  expect(yes(reduce(state, understood))?.props.disabled).toBe(false);
});

test('asks for the account where several could be meant', () => {
  const state = stateAfter(ready, insightsAsked(null), understood);
  expect(yes(state)?.props.disabled).toBe(true);
  const field = everything(draw(state)).find(({ props }) => props.id === 'insights-account');
  expect(field?.children.map(textOf)).toEqual(['Choose an account', 'Loja Aurora', 'Aurora Home']);
  expect(page(reduce(opened({}), insightsAsked(null)))).not.toContain('Choose an account');
});

test('once they are on, says from when numbers come', () => {
  const state = stateAfter(ready, insightsAsked(home.id), understood, insightsOn);
  expect(page(state)).toContain('Template insights are on for Aurora Home.');
  expect(page(state)).toContain('Meta counts from today. It may take a day');
  expect(yes(state)).toBeUndefined();
});
