// Whenever a run dies while it makes the comparison and the reports, the next one makes them right.
import type { PlannedFault } from '../../workbench/host/api';
import { type Bench, openBench } from '../crash/bench';
import type { SyncPayload } from '../judge/workbench';
import { MONTH, makeScene, reportOn, sheetIn, sheetsOf, TAB, WEEK, worldOf } from './scene';

const world = worldOf(303);
/** `CRASH=all` dies at every call in every way; otherwise a sample of both. */
const WHOLE = process.env.CRASH === 'all';
const WAYS: PlannedFault['pending'][] = ['half', 'lost', 'kept'];
const { saved, report } = makeScene(world);

/** A tab as people see it: cells with their looks, filter, charts without their numbers, rows for rows. */
function look(bench: Bench, tab: string): unknown {
  const { cells, filter, charts, columnWidths, frozenRows, frozenColumns, painted } = sheetIn(
    bench,
    tab,
  );
  const shown = JSON.parse(
    JSON.stringify(charts ?? [], (key, value) => (/^(id|sheetId)$/.test(key) ? null : value)),
  );
  const filled: Record<string, unknown> = {};
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell.v !== null && cell.v !== undefined && cell.v !== '') {
        filled[`${row}/${column}`] = [cell.v, cell.n, cell.s, cell.note];
      }
    }
  }
  return { filled, filter, shown, columnWidths, frozenRows, frozenColumns, painted };
}

interface Story {
  name: string;
  saved: string;
  act: (bench: Bench) => void;
  /** The tab that is made or changed. */
  tab: string;
}
const withoutTabs = (): string => {
  const bench = openBench({ world, saved });
  for (const sheet of [TAB, report]) bench.host.edit({ op: 'deleteSheet', sheet });
  return bench.save();
};
const bare = withoutTabs();
const sync =
  (payload: SyncPayload) =>
  (bench: Bench): void => {
    bench.syncOnce(payload, null);
  };
const STORIES: Story[] = [
  { name: 'the comparison is made', saved: bare, act: sync(WEEK), tab: TAB },
  {
    name: 'the comparison grows and changes',
    saved,
    act: sync({ ...MONTH, compareTo: 'none' }),
    tab: TAB,
  },
  { name: 'the report grows', saved, act: sync({ ...MONTH, compareTo: 'none' }), tab: report },
  {
    name: 'the report is made',
    saved: bare,
    act: (bench) =>
      bench.call('report', {
        accountId: world.accounts[0]?.id ?? '',
        templateId: world.accounts[0]?.templates[0]?.id ?? '',
      }),
    tab: report,
  },
];

describe.each(STORIES)('$name', ({ saved: start, act, tab }) => {
  const calm = openBench({ world, saved: start });
  act(calm);
  const [calls, right] = [calm.lastCalls, look(calm, tab)];
  /** The first call on the tab comes late in a sync. */
  const first = Math.max(1, calls - 160);

  test.each(WAYS)(
    'unfinished writes %s',
    (pending) => {
      const step = WHOLE ? 1 : 29;
      const offset = WHOLE ? 0 : WAYS.indexOf(pending) * 9;
      for (let dieAt = first + offset; dieAt <= calls; dieAt += step) {
        const bench = openBench({ world, saved: start });
        bench.host.planFault({ dieAt, pending });
        act(bench);
        act(bench);
        const names = sheetsOf(bench).filter((name) => name.startsWith(tab));
        expect([dieAt, names]).toEqual([dieAt, [tab]]);
        expect([dieAt, look(bench, tab)]).toEqual([dieAt, right]);
      }
    },
    WHOLE ? 600_000 : 60_000,
  );
});

test('a report made twice is one', () => {
  const bench = openBench({ world, saved });
  expect(reportOn(bench, world)).toBe(report);
});
