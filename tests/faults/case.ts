// Runs one fault file in one language and answers everything that is not as it must be; nothing = the file holds.
import { plusDays, serialOf } from '../judge/days';
import { changedCells, type RangeAnswer } from '../judge/workbench';
import {
  compareLedger,
  compareOwn,
  comparePart,
  type ReadLedger,
  readLedger,
  type Wanted,
  wantLedger,
} from './daily';
import { judgeBound, judgeCells, judgeNumbers, judgeSaid, judgeWire, without } from './expect';
import { type FaultFile, listOf, type Step, type SyncStep } from './form';
import { findSecret, pathsHolding } from './secrets';
import { type Outcome, type Stage, setStage, TOKEN } from './stage';
import { judgeTold, type Locale } from './told';

type Dump = Map<string, RangeAnswer>;
const DAILY = 'WA Daily';
const FIRST_SYNC: Step[] = [{ connect: {} }, { sync: { from: -40, to: 0 } }];
/** Meta keeps 90 days: what lies before is not asked. */
const REACH = -89;

/**
 * A scene that several files may play on, one after the other: those that leave every cell as it was. What
 * they all must leave behind, a sheet that the next sync brings up to date, is proved once, at the end.
 */
export interface Shared {
  scene: { stage: Stage; ledger: ReadLedger; met: string[] } | null;
}

/** @returns one short sentence for each thing that is wrong */
export async function runCase(
  one: FaultFile,
  locale: Locale,
  shared: Shared = { scene: null },
  sharing = false,
): Promise<string[]> {
  const shares = sharing && canShare(one);
  const scene = shares ? shared.scene : null;
  const wrong: string[] = [];
  // Taken off while it plays: a file that hangs must not hand its scene on.
  if (shares) shared.scene = null;
  const stage = scene?.stage ?? (await setStage(one, locale));
  try {
    if (!scene) await prepare(one, stage, listOf(one.do));
    const ledger = await play(one, locale, stage, shares, wrong);
    if (shares && wrong.length === 0) {
      wrong.push(...judgeHeard(stage));
      await stage.forget();
      shared.scene = { stage, ledger, met: [...(scene?.met ?? []), one.id] };
      return wrong;
    }
  } catch (error) {
    wrong.push(`the run broke off: ${(error as Error).message}`);
  }
  wrong.push(...(await finish(stage)));
  return wrong;
}

/** A file shares its scene when it has nothing of its own and expects that no cell changes. */
function canShare(one: FaultFile): boolean {
  const { code = 'ok', kept, recovers } = one.expect;
  return (
    !one.world &&
    !one.flags &&
    !one.before &&
    ![code].flat().includes('ok') &&
    (kept ?? 'everything before and nothing new') === 'everything before and nothing new' &&
    recovers === undefined &&
    listOf(one.do).every((step) => step.sync || step.connect)
  );
}

/** The last word on a shared scene: without any fault the sync brings exactly what is right. */
export async function closeShared(shared: Shared): Promise<string[]> {
  const { scene } = shared;
  if (!scene) return [];
  const { stage, ledger, met } = scene;
  const wrong = await judgeRecovery(met.join(', '), stage, { from: -60, to: 0 }, ledger);
  return [...wrong, ...(await finish(stage))];
}

async function finish(stage: Stage): Promise<string[]> {
  const wrong = judgeHeard(stage);
  return [...wrong, ...judgeSaved(await stage.finish())];
}

/** @returns the ledger as it was before */
async function play(
  one: FaultFile,
  locale: Locale,
  stage: Stage,
  shares: boolean,
  wrong: string[],
): Promise<ReadLedger> {
  const steps = listOf(one.do);
  const { wire } = stage;
  const before = await stage.bench.dump();
  const ledgerBefore = readLedger(before.get(DAILY));
  const first = wire.seen.length;
  const began = stage.now();
  wire.setFaults(one.faults ?? []);
  let last: Outcome | null = null;
  for (const [n, step] of steps.entries()) {
    const outcome = await stage.run(step);
    if (!outcome) continue;
    const later = steps.slice(n + 1).some((next) => next.sync || next.rpc || next.connect);
    if (later) wrong.push(...judgeCode(outcome, step.code ?? 'ok', `step ${n + 1}`));
    else last = outcome;
    if (step.sync && 'value' in outcome && outcome.value.counts.requests !== outcome.requests) {
      const { requests } = outcome.value.counts;
      wrong.push(
        `${requests} requests reported, ${outcome.requests} reached Meta: one went elsewhere`,
      );
    }
  }
  wire.setFaults([]);
  const seen = wire.seen.slice(first);
  const after = await stage.bench.dump();
  const ledger = readLedger(after.get(DAILY));
  const { expect } = one;

  wrong.push(...judgeCode(last, expect.code ?? 'ok', 'the last step'));
  wrong.push(...judgeSaid(expect, last, locale), ...judgeWire(expect, seen, one.faults ?? []));
  wrong.push(...judgeNumbers(expect, last, ledgerBefore, ledger));
  wrong.push(...compareOwn(ledger, ledgerBefore));
  wrong.push(...judgeViolations(expect.violations ?? [], stage.graph.violations));

  const sync = [...steps].reverse().find((step) => step.sync)?.sync;
  const failed = last !== null && 'told' in last;
  const kept = expect.kept ?? (failed ? 'everything before and nothing new' : undefined);
  if (last && 'told' in last) {
    const part = kept === 'old and finished blocks' ? 'part' : 'nothing';
    const told = judgeTold(last.told, locale, sync ? part : null, one.faults ?? []);
    wrong.push(...told);
    if (sync) wrong.push(...(await judgeFailure(stage, last.code, expect.seconds, began)));
  } else if (expect.seconds !== undefined) {
    const seconds = Number(after.get('WA Log')?.values.at(-1)?.[8] ?? 0);
    wrong.push(...judgeBound('seconds', expect.seconds, seconds));
  }

  const wanted = sync ? wantAfter(stage, sync, ledgerBefore, last, expect.without ?? []) : null;
  wrong.push(...judgeKept(kept, before, after, ledgerBefore, ledger, wanted));
  wrong.push(...judgeCells(stage, expect, ledgerBefore, ledger));
  if (!failed && wanted && (expect.cells ?? 'as Meta says') === 'as Meta says') {
    wrong.push(...compareLedger(ledger, wanted).slice(0, 6));
    wrong.push(...(await judgeSum(stage, sync as SyncStep, ledger)));
  }
  if (!shares && (expect.recovers ?? (failed && sync !== undefined))) {
    wrong.push(...(await judgeRecovery(one.id, stage, sync ?? {}, ledgerBefore)));
  }
  return ledgerBefore;
}

/** Connects, unless the file does, and does the steps before; each must work. */
async function prepare(one: FaultFile, stage: Stage, steps: readonly Step[]): Promise<void> {
  const before = one.before === undefined ? FIRST_SYNC : listOf(one.before);
  const connects = [...before, ...steps.slice(0, 1)].some((step) => step.connect);
  for (const step of connects ? before : [{ connect: {} }, ...before]) {
    const outcome = await stage.run(step);
    const bad = outcome ? judgeCode(outcome, step.code ?? 'ok', 'a step before') : [];
    if (bad[0]) throw new Error(bad[0]);
  }
}

function judgeCode(outcome: Outcome | null, wanted: string | string[], where: string): string[] {
  const codes = [wanted].flat();
  if (outcome === null) return codes.includes('ok') ? [] : [`${where} answers nothing`];
  if (codes.includes(outcome.code)) return [];
  const more = 'told' in outcome ? `: ${outcome.told.message} ${outcome.told.hint}` : '';
  return [`${where} ends with ${outcome.code}, not ${codes.join(' or ')}${more}`];
}

/** The sidebar tells the same failure later; nothing was waited for longer than allowed. */
async function judgeFailure(
  stage: Stage,
  code: string,
  seconds: FaultFile['expect']['seconds'],
  began: number,
): Promise<string[]> {
  const status = await stage.bench.rpc('status');
  const failure = status.ok ? status.value.lastFailure : null;
  if (failure?.code !== code) return [`the sidebar remembers ${failure?.code}, not ${code}`];
  if (seconds === undefined) return [];
  return judgeBound('seconds', seconds, Math.round((Date.parse(failure.at) - began) / 1000));
}

const withinReach = (stage: Stage, day: string): string =>
  [day, plusDays(stage.today(), REACH)].sort().at(-1) ?? day;

function wantAfter(
  stage: Stage,
  sync: SyncStep,
  before: ReadLedger,
  outcome: Outcome | null,
  left: NonNullable<FaultFile['expect']['without']>,
): Wanted {
  const asked = stage.rangeOf(sync);
  const said = sync.preset && outcome && 'value' in outcome ? outcome.value.range : asked;
  const wanted = wantLedger(before, stage.world, withinReach(stage, said.from), said.to);
  const ids = stage.idsOf(sync);
  for (const [key, row] of wanted) {
    const chosen = ids === null || ids.has(row.template);
    if (!before.rows.has(key) && (!chosen || without(stage, left, row))) wanted.delete(key);
  }
  return wanted;
}

function judgeKept(
  kept: FaultFile['expect']['kept'],
  before: Dump,
  after: Dump,
  ledgerBefore: ReadLedger,
  ledger: ReadLedger,
  wanted: Wanted | null,
): string[] {
  if (kept === undefined) return [];
  if (kept === 'everything before and nothing new') {
    return changedCells(before, after)
      .slice(0, 6)
      .map((cell) => `changed although nothing was to be: ${cell}`);
  }
  if (kept === 'everything before') {
    return [...ledgerBefore.rows].flatMap(([key, row]) =>
      JSON.stringify(ledger.rows.get(key)?.cells) === JSON.stringify(row.cells)
        ? []
        : [`not kept: ${key}`],
    );
  }
  const fresh = [...ledger.rows.keys()].filter((key) => !ledgerBefore.rows.has(key));
  return [
    ...(fresh.length > 0 ? [] : ['no finished block was written']),
    ...(wanted ? comparePart(ledger, ledgerBefore, wanted).slice(0, 6) : []),
  ];
}

/** A formula gives the sum of the column: the index knows what the rows know. */
async function judgeSum(stage: Stage, sync: SyncStep, ledger: ReadLedger): Promise<string[]> {
  if (stage.idsOf(sync) !== null || sync.preset !== undefined) return [];
  const asked = stage.rangeOf(sync);
  const range = { from: withinReach(stage, asked.from), to: asked.to };
  if (range.from > range.to) return [];
  const [from, to] = [serialOf(range.from), serialOf(range.to)];
  const rows = [...ledger.rows.values()].filter(({ serial }) => from <= serial && serial <= to);
  if (rows.every((row) => row.cells.Sent === '')) return [];
  const sum = rows.reduce((n, row) => n + Number(row.cells.Sent || 0), 0);
  const answer = await stage.bench.formula('WA_SENT', '*', range.from, range.to);
  const is = answer.ok ? answer.value : answer.error.message;
  return is === sum ? [] : [`WA_SENT of the dates gives ${is}, the rows ${sum}`];
}

/** The fault is gone: the same sync again brings exactly what is right. */
async function judgeRecovery(
  name: string,
  stage: Stage,
  sync: SyncStep,
  before: ReadLedger,
): Promise<string[]> {
  const outcome = await stage.run({ sync });
  const wrong = judgeCode(outcome, 'ok', 'the sync without the fault');
  if (wrong.length > 0) return wrong;
  const ledger = readLedger(await stage.bench.range(DAILY));
  const wanted = wantAfter(stage, sync, before, outcome, []);
  const faults = [
    ...compareLedger(ledger, wanted),
    ...compareOwn(ledger, before),
    ...(await judgeSum(stage, sync, ledger)),
  ];
  return faults.slice(0, 6).map((fault) => `after ${name} was over: ${fault}`);
}

function judgeViolations(allowed: readonly string[], found: readonly string[]): string[] {
  return found
    .filter((line) => !allowed.some((words) => line.includes(words)))
    .slice(0, 3)
    .map((line) => `Meta would never be asked so: ${line}`);
}

/** The token is in no answer, no line printed, and in one header of a request only. */
function judgeHeard({ wire, bench }: Stage): string[] {
  const wrong: string[] = [];
  if (findSecret(bench.heard.join('\n'), TOKEN).length > 0) {
    wrong.push('the token was answered or printed');
  }
  for (const { url, headers } of wire.seen) {
    const { authorization: _, ...others } = headers;
    if (findSecret(url + JSON.stringify(others), TOKEN).length > 0) {
      wrong.push(`the token stands in ${url}`);
    }
  }
  return wrong;
}

/** Of all that is kept, only the person's own store holds the token. */
const judgeSaved = (saved: unknown): string[] =>
  pathsHolding(saved, TOKEN)
    .filter((place) => !place.startsWith('.properties.user.'))
    .map((place) => `the token stands in the workbook at ${place}`);
