// Sets a fault file's scene: the world, the Graph server, the wire and the built workbench, and does the file's steps.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { civilDayOf, plusDays } from '../judge/days';
import { type JudgeGraph, startJudgeGraph } from '../judge/graph-server';
import { type Loose, startWorkbench, type Workbench } from '../judge/workbench';
import { buildWorld, type World, type WorldOptions } from '../judge/world';
import type { FaultFile, Step, SyncStep } from './form';
import { holds, type Locale, type Told } from './told';
import { accountAt, changeTruth } from './truth';
import { startWire, type Wire } from './wire';

/** Looks like a token, is none, and no piece of it stands anywhere by chance. */
export const TOKEN = 'EAAJcanary7Qz9Xw8Vu6Ts5Rq4Po3Nm2Lk1Jh0GfYd7Cb6Za5WpMnRtKxUvSe';
const DAY_MS = 86_400_000;

/** What a step answered. */
export type Outcome =
  | { code: 'ok'; value: Loose; requests: number }
  | { code: string; told: Told; requests: number };

export interface Stage {
  world: World;
  graph: JudgeGraph;
  wire: Wire;
  bench: Workbench;
  file: string;
  now(): number;
  /** The civil day of the first account. */
  today(): string;
  /** The days a sync step asks for. */
  rangeOf(step: SyncStep): { from: string; to: string };
  /** Ids of the templates a sync step asks for, or all. */
  idsOf(step: SyncStep): Set<string> | null;
  run(step: Step): Promise<Outcome | null>;
  /** Forgets what was seen and heard, for the next file on this scene. */
  forget(): Promise<void>;
  /** Ends everything; the workbook as it was saved at the end. */
  finish(): Promise<unknown>;
}

export async function setStage(one: FaultFile, locale: Locale): Promise<Stage> {
  const { graph: graphOptions, ...options } = one.world ?? {};
  const world = buildWorld({
    seed: 28,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 7,
    density: 0.4,
    plainNames: true,
    ...options,
  } as WorldOptions);
  const graph = await startJudgeGraph(world, { token: TOKEN, ...graphOptions } as Parameters<
    typeof startJudgeGraph
  >[1]);
  const wire = await startWire(graph.url, {
    accounts: () => world.accounts.map((account) => account.id),
    templateIds: () => accountAt(world).templates.map((template) => template.id),
    token: TOKEN,
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'faults-'));
  const file = path.join(folder, 'book.json');
  const flags = ['--locale', locale, '--workbook', file, ...(one.flags ?? [])];
  let now = world.now;
  let bench = await startWorkbench(wire.url, flags);
  await bench.setClock(now);

  const moveClock = async (to: number): Promise<void> => {
    now = to;
    world.now = to;
    graph.setNow(to);
    await bench.setClock(to);
  };
  const today = (): string => civilDayOf(now, accountAt(world).zone);
  const dayOf = (day: number | string | undefined): string =>
    typeof day === 'string' ? day : plusDays(today(), day ?? 0);

  const stage: Stage = {
    world,
    graph,
    wire,
    get bench() {
      return bench;
    },
    file,
    now: () => now,
    today,
    rangeOf: ({ from = -40, to = 0 }) => ({ from: dayOf(from), to: dayOf(to) }),
    idsOf: ({ templates = 'all' }) =>
      templates === 'all'
        ? null
        : new Set(templates.map((at) => accountAt(world).templates[at]?.id ?? `none ${at}`)),
    async run(step) {
      const asked = wire.seen.length;
      const outcome = (answer: Loose): Outcome => {
        const requests = wire.seen.length - asked;
        return answer.ok
          ? { code: 'ok', value: answer.value, requests }
          : { code: answer.error.code, told: answer.error, requests };
      };
      if (step.connect) {
        const { token = TOKEN, accounts } = step.connect;
        const connected = await bench.rpc('connect', { token });
        if (!connected.ok) return outcome(connected);
        const ids = accounts?.map((at) => accountAt(world, at).id);
        return outcome(
          await bench.rpc('chooseAccounts', {
            ids: ids ?? world.accounts.map((account) => account.id),
          }),
        );
      }
      if (step.sync) {
        const ids = stage.idsOf(step.sync);
        const { preset } = step.sync;
        const dates = preset === undefined ? stage.rangeOf(step.sync) : { preset };
        return outcome(await bench.trySync({ ...dates, templates: ids ? [...ids] : 'all' }));
      }
      if (step.rpc) return outcome(await bench.rpc(step.rpc.name, step.rpc.payload ?? {}));
      if (step.formula) await checkFormula(bench, step.formula, locale);
      if (step.clock !== undefined) {
        const { clock } = step;
        await moveClock(
          typeof clock === 'string'
            ? Date.parse(clock)
            : now + (clock.days ?? 0) * DAY_MS + (clock.minutes ?? 0) * 60_000,
        );
      }
      if (step.meta) changeTruth(world, step.meta, today());
      if (step.type) await bench.json('PUT', '/api/range', step.type);
      if (step.edit) await bench.json('POST', '/api/edit', step.edit);
      if (step.fault) await bench.json('POST', '/api/faults', step.fault);
      if (step.fireTriggers) await bench.json('POST', '/api/triggers/fire', {});
      if (step.faults) wire.setFaults(step.faults === 'on' ? (one.faults ?? []) : []);
      if (step.restart) {
        const { heard } = bench;
        await bench.stop();
        bench = await startWorkbench(wire.url, flags);
        bench.heard.push(...heard);
        await bench.setClock(now);
      }
      return null;
    },
    async forget() {
      wire.seen.length = 0;
      graph.violations.length = 0;
      graph.seen.length = 0;
      bench.heard.length = 0;
      // Pauses have moved the clock on.
      await moveClock(now);
    },
    async finish() {
      await bench.stop();
      await wire.close();
      await graph.close();
      const saved: unknown = await readFile(file, 'utf8').then(JSON.parse, () => null);
      await rm(folder, { recursive: true, force: true });
      return saved;
    },
  };
  return stage;
}

async function checkFormula(
  bench: Workbench,
  asked: NonNullable<Step['formula']>,
  locale: Locale,
): Promise<void> {
  const answer = await bench.formula(asked.function, ...(asked.args ?? []));
  const said = JSON.stringify(answer.ok ? answer.value : answer.error.message);
  if ('gives' in asked && said !== JSON.stringify(asked.gives)) {
    throw new Error(`=${asked.function} gives ${said}, not ${JSON.stringify(asked.gives)}`);
  }
  if (!asked.refuses) return;
  const words = asked.refuses[locale === 'pt_BR' ? 'pt-BR' : 'en'] ?? [];
  const missing = answer.ok ? ['a refusal'] : words.filter((word) => !holds(word, said));
  if (missing.length > 0) throw new Error(`=${asked.function} says ${said}, without ${missing}`);
}
