// Browsing formulas: what is asked when, which answer counts, what is inserted, what a failure leaves.

import { PAUSE_MS } from './browse';
import type { Call, Result } from './client';
import { createController } from './controller';
import { failureFromServer } from './failures';
import { sampleStatus, sampleTemplate } from './sample';

const refused: Result<never> = {
  ok: false,
  failure: failureFromServer({ code: 'cell-taken', message: 'm', hint: 'h' }),
};
const shown = (value: number) => ({ value: { kind: 'value', value } });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const pass = (ms = PAUSE_MS) => jest.advanceTimersByTimeAsync(ms);

/** A server that answers a preview when told to; it refuses the first `refusals` insertions. */
async function play({ refusals = 0, language = 'en' } = {}) {
  const calls: [string, unknown][] = [];
  const focused: string[] = [];
  const previews: ((result: Result<unknown>) => void)[] = [];
  let left = refusals;
  const call = ((name: string, input: unknown): Promise<unknown> => {
    calls.push([name, input]);
    if (name === 'status') return Promise.resolve({ ok: true, value: sampleStatus() });
    if (name === 'library') return Promise.resolve({ ok: true, value: [sampleTemplate()] });
    if (name === 'previewFormula') return new Promise<unknown>((resolve) => previews.push(resolve));
    left -= 1;
    const value = { tab: 'Plan', cell: 'B2', formula: '=X' };
    return Promise.resolve(left >= 0 ? refused : { ok: true, value });
  }) as unknown as Call;
  const controller = createController({
    call,
    draw: () => {},
    focus: (id) => focused.push(id),
    copy: async () => false,
    language,
  });
  await controller.start();
  const callsOf = (name: string) => calls.filter((made) => made[0] === name).map((made) => made[1]);
  const browse = () => controller.state().browse;
  const answer = async (index: number, result: Result<unknown>) => {
    previews[index]?.(result);
    await pass(0);
  };
  return { controller, callsOf, focused, browse, answer };
}

test('a chosen formula shows its value at once, with what was synced last', async () => {
  const { controller, callsOf, browse, answer, focused } = await play();
  controller.chooseFormula('WA_SPENT');
  expect(browse()).toMatchObject({ name: 'WA_SPENT', preview: { is: 'asked' } });
  expect(focused).toEqual(['browsed']);
  await pass(0);
  expect(callsOf('previewFormula')).toEqual([
    { formula: { name: 'WA_SPENT', values: { template: '*', from: 'last_30_days' } } },
  ]);
  expect(controller.state().task).toBeNull();
  await answer(0, { ok: true, value: shown(7) });
  expect(browse().preview).toEqual({ is: 'shown', value: { kind: 'value', value: 7 } });
});

test('quick changes ask once, for the last of them', async () => {
  const { controller, callsOf } = await play();
  controller.chooseFormula('WA_SPENT');
  controller.fillFormula({ days: 'last_month' });
  await pass(PAUSE_MS - 1);
  controller.fillFormula({ days: 'this_month' });
  await pass();
  expect(callsOf('previewFormula')).toEqual([
    { formula: { name: 'WA_SPENT', values: { template: '*', from: 'this_month' } } },
  ]);
});

test('an answer to what is no longer chosen does not count', async () => {
  const { controller, browse, answer } = await play();
  controller.chooseFormula('WA_SPENT');
  await pass(0);
  controller.fillFormula({ days: 'last_month' });
  await answer(0, { ok: true, value: shown(1) });
  expect(browse().preview).toEqual({ is: 'asked' });
  await pass();
  controller.leaveFormula();
  await answer(1, { ok: true, value: shown(2) });
  expect(browse()).toMatchObject({ name: null, preview: null });
});

test('nothing is asked while something is still to be chosen', async () => {
  const { controller, callsOf, browse } = await play();
  controller.chooseFormula('WA_SPENT');
  await controller.chooseTemplateKind('one');
  await pass();
  expect(callsOf('previewFormula')).toEqual([]);
  expect(callsOf('library')).toEqual([{}]);
  expect(browse().preview).toBeNull();
  await controller.insertFormula();
  expect(callsOf('insertFormula')).toEqual([]);
  controller.fillFormula({ one: 'promo_verao' });
  await pass();
  expect(callsOf('previewFormula')).toHaveLength(1);
});

test('a failed preview stands in the section and can be asked for again', async () => {
  const { controller, browse, answer, callsOf } = await play();
  controller.chooseFormula('WA_READ');
  await pass(0);
  await answer(0, refused);
  expect(browse().preview).toMatchObject({ is: 'failed', failure: { code: 'cell-taken' } });
  expect(controller.state().failure).toBeNull();
  controller.previewFormula();
  await pass(0);
  expect(callsOf('previewFormula')).toHaveLength(2);
});

test('what is inserted is what is filled in, in the language of the person', async () => {
  const { controller, callsOf, browse, focused } = await play({ language: 'pt-BR' });
  controller.chooseFormula('WA_CHANGE');
  controller.fillFormula({ metric: 'costPerClick', kind: 'category:MARKETING' });
  await controller.insertFormula();
  expect(callsOf('insertFormula')).toEqual([
    {
      formula: {
        name: 'WA_CHANGE',
        values: {
          metric: 'Custo por clique',
          template: 'category:MARKETING',
          from: 'last_30_days',
        },
      },
    },
  ]);
  expect(browse().inserted).toMatchObject({ tab: 'Plan', cell: 'B2' });
  expect(controller.state().task).toBeNull();
  expect(focused.at(-1)).toBe('formula-inserted');
  // The next change is not in the sheet yet.
  controller.fillFormula({ metric: 'sent' });
  expect(browse().inserted).toBeNull();
});

test('a refused insertion is told until something is changed, and can be tried again', async () => {
  const { controller, callsOf, browse } = await play({ refusals: 2 });
  controller.chooseFormula('WA_SENT');
  await controller.insertFormula();
  expect(controller.state().failure).toMatchObject({ task: 'insert' });
  await controller.retry();
  expect(callsOf('insertFormula')).toHaveLength(2);
  controller.fillFormula({ days: 'last_week' });
  expect(controller.state().failure).toBeNull();
  await controller.insertFormula();
  expect(browse().inserted?.cell).toBe('B2');
});

test('the form stays while formulas are tried', async () => {
  const { controller, browse } = await play();
  controller.chooseFormula('WA_SENT');
  controller.fillFormula({ days: 'last_year' });
  controller.leaveFormula();
  controller.chooseFormula('WA_READ');
  expect(browse().form.days).toBe('last_year');
  await controller.copyFormula('=X');
  expect(browse().copied).toBe('by-hand');
});
