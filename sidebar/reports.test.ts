// Making and updating reports: when the list is read, what is sent, what another try repeats.

import type { Status } from '../src/rpc/contract';
import type { Call, Result } from './client';
import { createController } from './controller';
import { failureFromServer } from './failures';
import { aurora, home, sampleStatus, sampleTemplate } from './sample';
import { initialState, reduce } from './state';

const refused: Result<never> = {
  ok: false,
  failure: failureFromServer({ code: 'sync-running', message: 'm', hint: 'h' }),
};
const list = [sampleTemplate({ id: '1' }), sampleTemplate({ id: '2', accountId: home.id })];

/** A server with these reports, which refuses the first `refusals` reports it is asked for. */
function play(reports: Status['reports'] = [], refusals = 0) {
  const calls: [string, unknown][] = [];
  const focused: string[] = [];
  let left = refusals;
  const call = (async (name: string, input: unknown) => {
    calls.push([name, input]);
    if (name === 'status') return { ok: true, value: sampleStatus({ reports }) };
    if (name === 'library') return { ok: true, value: list };
    if (left > 0) {
      left -= 1;
      return refused;
    }
    return { ok: true, value: { tab: 'WA promo_verao' } };
  }) as Call;
  const ports = { call, draw: () => {}, focus: (id: string) => focused.push(id) };
  const controller = createController({ ...ports, copy: async () => true });
  const callsOf = (name: string) => calls.filter((made) => made[0] === name).map((made) => made[1]);
  return { controller, callsOf, focused };
}

test('the list is read when the section is first opened, and only then', async () => {
  const { controller, callsOf } = play();
  await controller.start();
  expect(callsOf('library')).toEqual([]);
  await controller.openReports();
  await controller.openReports();
  expect(callsOf('library')).toEqual([{}]);
  expect(controller.state()).toMatchObject({ task: null, reports: { opened: true } });
});

test('opening it while something runs does not disturb that', async () => {
  const { controller, callsOf } = play();
  await controller.start();
  const stopping = controller.tickDaily(false);
  await controller.openReports();
  expect(callsOf('library')).toEqual([]);
  await stopping;
  await controller.openReports();
  expect(callsOf('library')).toEqual([{}]);
});

test('a report is made of the chosen template in its own account, and joins the list', async () => {
  const { controller, callsOf, focused } = play();
  await controller.start();
  await controller.openReports();
  await controller.makeReport();
  expect(callsOf('report')).toEqual([]);
  controller.chooseReport('2');
  await controller.makeReport();
  expect(callsOf('report')).toEqual([{ accountId: home.id, templateId: '2' }]);
  expect(controller.state()).toMatchObject({ task: null, reports: { made: 'WA promo_verao' } });
  expect(controller.state().status?.reports).toEqual([
    { tab: 'WA promo_verao', accountId: home.id, templateId: '2' },
  ]);
  expect(focused.at(-1)).toBe('report-made');
});

test('updating one sends its own template and never lists it twice', async () => {
  const report = { tab: 'Old name', accountId: aurora.id, templateId: '1' };
  const other = { tab: 'Other', accountId: home.id, templateId: '1' };
  const { controller, callsOf } = play([report, other]);
  await controller.start();
  await controller.updateReport({ accountId: aurora.id, templateId: '1' });
  expect(callsOf('report')).toEqual([{ accountId: aurora.id, templateId: '1' }]);
  const shown = controller.state().status?.reports ?? [];
  expect(shown.map(({ tab }) => tab).sort()).toEqual(['Other', 'WA promo_verao']);
});

test('another try repeats what was asked, whatever is chosen since', async () => {
  const { controller, callsOf } = play([], 1);
  await controller.start();
  await controller.openReports();
  controller.chooseReport('1');
  await controller.makeReport();
  expect(controller.state()).toMatchObject({ failure: { task: 'report' }, task: null });
  controller.chooseReport('2');
  await controller.retry();
  const first = { accountId: aurora.id, templateId: '1' };
  expect(callsOf('report')).toEqual([first, first]);
  expect(controller.state().failure).toBeNull();
});

test('changed accounts forget the template chosen for a report', () => {
  const chosen = [
    { type: 'status-read', status: sampleStatus() } as const,
    { type: 'reports', act: { do: 'choose', templateId: '1' } } as const,
  ].reduce(reduce, initialState);
  const status = sampleStatus({ accounts: [home] });
  expect(chosen.reports.templateId).toBe('1');
  expect(reduce(chosen, { type: 'status-read', status }).reports.templateId).toBeNull();
});
