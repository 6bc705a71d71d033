// A world, its Graph server and a connected workbench in one, for tests that begin with nothing synced.
import { civilDayOf, plusDays } from './days';
import { type ExpectedPoint, expectPoints, type Sight } from './expected-points';
import { type GraphOptions, type JudgeGraph, startJudgeGraph } from './graph-server';
import { type Loose, type SyncPayload, startWorkbench, type Workbench } from './workbench';
import { buildWorld, type JudgeAccount, type World, type WorldOptions } from './world';

export const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';

export interface Shop {
  world: World;
  graph: JudgeGraph;
  bench: Workbench;
  account: JudgeAccount;
  /** First day of a sync where none is said. */
  from: string;
  /** The latest civil day of the accounts. */
  today(): string;
  /** Syncs everything from the first day to today, unless told otherwise. */
  sync(payload?: Partial<SyncPayload>): Promise<Loose>;
  points(sight?: Sight): ExpectedPoint[];
  close(): Promise<void>;
}

export async function openShop(
  options: Partial<WorldOptions> = {},
  graphOptions: Partial<GraphOptions> | ((world: World) => Partial<GraphOptions>) = {},
  flags: string[] = [],
): Promise<Shop> {
  const world = buildWorld({
    seed: 61,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 12,
    density: 0.5,
    marketing: 0.5,
    days: 60,
    ...options,
  });
  const chosen = typeof graphOptions === 'function' ? graphOptions(world) : graphOptions;
  const graph = await startJudgeGraph(world, { token: TOKEN, ...chosen });
  const bench = await startWorkbench(graph.url, flags);
  const today = (): string =>
    world.accounts
      .map((account) => civilDayOf(world.now, account.zone))
      .sort()
      .at(-1) as string;
  const from = plusDays(today(), -50);
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  return {
    world,
    graph,
    bench,
    account: world.accounts[0] as JudgeAccount,
    from,
    today,
    sync: (payload) => bench.sync({ from, to: today(), templates: 'all', ...payload }),
    points: (sight) => expectPoints(world, from, today(), sight),
    async close() {
      await bench.stop();
      await graph.close();
    },
  };
}
