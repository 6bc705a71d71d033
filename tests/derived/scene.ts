// A synced file with the comparison and a report, for tests of what people and dying runs do to these tabs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, SheetSnapshot } from '../../workbench/host/api';
import { createHost } from '../../workbench/host/index';
import { type Bench, openBench } from '../crash/bench';
import { plusDays } from '../judge/days';
import type { Loose } from '../judge/workbench';
import { buildWorld, type World } from '../judge/world';

export const TAB = 'WA Templates';
export const TODAY = '2026-11-22';
export const WEEK = {
  from: plusDays(TODAY, -6),
  to: TODAY,
  compareTo: 'previous',
  templates: 'all',
} as const;
export const MONTH = { ...WEEK, from: plusDays(TODAY, -29) } as const;

export const worldOf = (seed: number): World =>
  buildWorld({
    seed,
    now: `${TODAY}T15:00:00.000Z`,
    zones: ['America/Sao_Paulo', 'America/New_York'],
    currencies: ['BRL', 'USD'],
    templates: 7,
    days: 60,
    density: 0.7,
    marketing: 0.4,
    plainNames: true,
  });

/** A file synced for a month and then for the last week, with a report of its first template. */
export function makeScene(world: World): { saved: string; report: string } {
  const bench = openBench({ world });
  bench.connect();
  bench.sync(MONTH);
  bench.sync(WEEK);
  const report = reportOn(bench, world);
  return { saved: bench.save(), report };
}

/** Makes or refreshes the report of the first template. @returns the name of its tab */
export function reportOn(bench: Bench, world: World): string {
  const account = world.accounts[0];
  const answer = bench.rpc('report', {
    accountId: account?.id ?? '',
    templateId: account?.templates[0]?.id ?? '',
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.tab;
}

export const sheetsOf = (bench: Bench): string[] => bench.host.sheets().map(({ name }) => name);
export const valuesOf = (bench: Bench, tab = TAB, a1?: string): Loose[][] =>
  bench.host.range(tab, a1).values;
/** Column number of a header, from 1. */
export const columnOf = (bench: Bench, header: string, tab = TAB): number =>
  (valuesOf(bench, tab)[0] ?? []).indexOf(header) + 1;

export function lettersAt(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersAt(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

export function sheetIn(bench: Bench, tab: string): SheetSnapshot {
  const found = bench.snapshot().sheets.find(({ name }) => name === tab);
  if (!found) throw new Error(`There is no tab ${tab}.`);
  return found;
}

/** What a person's own script does to the file: the body of a function that has `ss`. */
export function script(bench: Bench, world: World, body: string): { bench: Bench; value: Json } {
  const manifest = readFileSync(path.resolve('dist', 'appsscript.json'), 'utf8');
  const host = createHost({
    code: `function go() { const ss = SpreadsheetApp.getActive(); ${body} }`,
    sidebarHtml: '<!DOCTYPE html><title>Ledger</title>',
    manifest,
    fetch: () => [],
    saved: bench.save(),
  });
  const answer = host.run('go', []);
  if (!answer.ok) throw new Error(answer.error.message);
  return { bench: openBench({ world, saved: host.save(), now: bench.now() }), value: answer.value };
}
