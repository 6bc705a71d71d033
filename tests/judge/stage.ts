// A small shop with a synced file, opened afresh for each test, and the checks every test ends with.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { civilDayOf, daysBetween, maxDay, plusDays, serialOf } from './days';
import { type Cell, compareDaily, type ExpectedRow, expectRows, HEADERS, same } from './expected';
import { type ExpectedPoint, expectPoints } from './expected-points';
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { makeMarketingPoint } from './marketing';
import { createRandom } from './random';
import { type Loose, type RangeAnswer, startWorkbench, type Workbench } from './workbench';
import { buildWorld, type JudgeAccount, makePoint, type World, type ZoneName } from './world';

export const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
export const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-22T15:00:00Z');

export interface StageOptions {
  seed: number;
  locale?: string;
  /** The spreadsheet's zone; the account lives in São Paulo. */
  zone?: string;
  accountZone?: ZoneName;
  templates?: number;
  /** Share of days with traffic. */
  density?: number;
  /** The same for Marketing Messages; none where absent. */
  marketing?: number;
  /** Days of history of the first sync. */
  days?: number;
}
/** What a tab holds, with our columns in the order of the design, wherever they stand. */
export interface View {
  /** Sheet row of each line. */
  rowNumbers: number[];
  values: Cell[][];
  formulas: string[][];
  formats: string[][];
  /** Column number by key of HEADERS. */
  columnOf(header: string): number;
  raw: RangeAnswer;
}

export class Stage {
  world!: World;
  graph!: JudgeGraph;
  bench!: Workbench;
  /** The tab's present name. */
  tab = 'WA Daily';
  /** Our headers as the sheet has them, in the order of HEADERS; a test that renames one says so here. */
  titles: string[] = [];
  now = START;
  from = '';
  file = '';
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'judge-'));
  #points: { cloud: Map<string, Loose>; marketing?: Map<string, Loose> }[] = [];
  #titles: string[] = [];

  constructor(readonly options: StageOptions) {}

  get account(): JudgeAccount {
    return this.world.accounts[0] as JudgeAccount;
  }
  get today(): string {
    return civilDayOf(this.now, this.account.zone);
  }
  get flags(): string[] {
    const { locale = 'en_US', zone = 'America/Sao_Paulo' } = this.options;
    return ['--locale', locale, '--timezone', zone];
  }

  /** Builds the shop and a file that was synced once; every `open` begins from it. */
  async build(): Promise<void> {
    const {
      seed,
      templates = 8,
      days = 40,
      density = 0.4,
      marketing,
      accountZone = 'America/Sao_Paulo',
    } = this.options;
    this.world = buildWorld({
      seed,
      now: new Date(START).toISOString(),
      zones: [accountZone],
      templates,
      days: 90,
      density,
      marketing,
      currencies: ['BRL'],
    });
    this.#points = this.account.templates.map((template) => ({
      cloud: new Map(template.points),
      marketing: template.marketing && new Map(template.marketing),
    }));
    this.graph = await startJudgeGraph(this.world, { token: TOKEN, pageSize: 300 });
    this.from = plusDays(this.today, 1 - days);
    this.file = path.join(this.#folder, 'first.json');
    await this.start();
    await this.bench.connect(TOKEN);
    await this.sync();
    this.#titles = (await this.bench.range(this.tab, 'A1:U1')).values[0]?.map(String) ?? [];
    await this.bench.stop();
  }

  /** Starts a workbench on a copy of the synced file. */
  async open(): Promise<void> {
    this.now = START;
    this.world.now = START;
    this.graph.setNow(START);
    this.graph.fault = null;
    this.tab = 'WA Daily';
    this.titles = [...this.#titles];
    this.account.templates.forEach((template, i) => {
      const kept = this.#points[i];
      template.points = new Map(kept?.cloud);
      template.marketing = kept?.marketing && new Map(kept.marketing);
    });
    const copy = path.join(this.#folder, 'test.json');
    copyFileSync(path.join(this.#folder, 'first.json'), copy);
    this.file = copy;
    await this.start();
  }
  async start(): Promise<void> {
    this.bench = await startWorkbench(this.graph.url, [...this.flags, '--workbook', this.file]);
    await this.bench.setClock(this.now);
  }
  /** Ends the workbench and gives the file it kept. */
  async stop(): Promise<Loose> {
    await this.bench.stop();
    return JSON.parse(readFileSync(this.file, 'utf8'));
  }
  async close(): Promise<void> {
    await this.bench?.stop();
    await this.graph?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async passHours(hours: number): Promise<void> {
    this.now += hours * 3_600_000;
    this.world.now = this.now;
    this.graph.setNow(this.now);
    await this.bench.setClock(this.now);
  }
  /** Days go by: Meta has new points on each and, unless told, corrects some of the look-back. */
  async passDays(days = 1, corrected = true): Promise<void> {
    const first = plusDays(this.today, 1);
    await this.passHours(24 * days);
    const random = createRandom(Math.floor(this.now / DAY_MS));
    const { account } = this;
    for (const day of daysBetween(first, this.today)) {
      for (const template of account.templates) {
        if (random.chance(0.5)) template.points.set(day, makePoint(template, account, day, random));
      }
      for (const template of account.templates) {
        if (!template.marketing || random.chance(0.5)) continue;
        template.marketing.set(day, makeMarketingPoint(template, account, day, random));
      }
    }
    if (corrected) this.correct(random.int(1, 1_000_000));
  }
  /** Meta corrects a few points of the look-back. */
  correct(seed: number): void {
    const random = createRandom(seed);
    for (const template of this.account.templates) {
      for (const [day, point] of template.points) {
        if (day <= plusDays(this.today, -8) || !random.chance(0.3)) continue;
        if (Number(point.sent ?? 0) > 0) {
          template.points.set(day, { ...point, sent: Number(point.sent) + random.int(1, 9) });
        }
      }
    }
  }

  /** Syncs everything up to today; the answer's value. */
  sync(): Promise<Loose> {
    return this.bench.sync({ from: this.from, to: this.today, templates: 'all' });
  }
  trySync(): ReturnType<Workbench['trySync']> {
    return this.bench.trySync({ from: this.from, to: this.today, templates: 'all' });
  }
  expected(from = this.from): ExpectedRow[] {
    return expectRows(this.world, from, this.today);
  }

  /** The same for all three tabs. */
  points(from = this.from): ExpectedPoint[] {
    return expectPoints(this.world, from, this.today);
  }

  async view(): Promise<View> {
    const raw = await this.bench.range(this.tab);
    const header = raw.values[0]?.map(String) ?? [];
    const columns = this.titles.map((title) => header.indexOf(title));
    const rowNumbers = raw.values.flatMap((line, i) =>
      i > 0 && String(line[columns[6] ?? -1] ?? '') !== '' ? [i + 1] : [],
    );
    const pick = <T>(table: T[][], none: T): T[][] =>
      [1, ...rowNumbers].map((n) => columns.map((c) => table[n - 1]?.[c] ?? none));
    return {
      rowNumbers,
      values: pick<Cell>(raw.values, ''),
      formulas: pick(raw.formulas, ''),
      formats: pick(raw.formats, ''),
      columnOf: (title) => (columns[HEADERS.indexOf(title)] ?? -1) + 1,
      raw,
    };
  }
  /** Differences between the tab and what Meta said. */
  async faults(rows: readonly ExpectedRow[] = this.expected()): Promise<string[]> {
    return compareDaily(await this.view(), rows).slice(0, 6);
  }

  /** Formulas over each of some templates that do not say what the sheet's own rows add up to; the cache is cold first. */
  async formulaFaults(templates = 30): Promise<string[]> {
    await this.passHours(7);
    const { values } = await this.view();
    const faults: string[] = [];
    const spans = [
      [this.from, this.today],
      [maxDay(this.from, plusDays(this.today, -20)), plusDays(this.today, -3)],
    ] as const;
    for (const { id } of this.account.templates.slice(0, templates)) {
      for (const [from, to] of spans) {
        const days = [serialOf(from), serialOf(to)] as const;
        const rows = values
          .slice(1)
          .filter(
            (line) => line[6] === id && Number(line[0]) >= days[0] && Number(line[0]) <= days[1],
          );
        for (const [name, column] of [
          ['WA_SENT', 11],
          ['WA_SPENT', 18],
        ] as const) {
          const parts = rows.map((line) => line[column]).filter((n) => typeof n === 'number');
          const wanted =
            rows.length === 0 ? 0 : parts.length === 0 ? '' : parts.reduce((a, b) => a + b, 0);
          const answer = await this.bench.formula(name, id, from, to, { live: true });
          if (!answer.ok || !same(answer.value ?? '', wanted)) {
            faults.push(`${name} ${id} ${from}: ${JSON.stringify(answer)} not ${wanted}`);
          }
        }
      }
    }
    return faults.slice(0, 4);
  }

  /** The notes and the texts of a column of a person's own, by the key of their row. */
  async ownCells(column: number): Promise<Map<string, { value: Cell; formula: string }>> {
    const { values, raw, rowNumbers } = await this.view();
    return new Map(
      rowNumbers.map((n, i) => [
        keyOfLine(values[i + 1] ?? []),
        {
          value: raw.values[n - 1]?.[column - 1] ?? '',
          formula: raw.formulas[n - 1]?.[column - 1] ?? '',
        },
      ]),
    );
  }
  /** Notes of a tab as `row,column` to text. */
  async notes(tab = this.tab): Promise<Map<string, string>> {
    const { workbook } = await this.bench.json('GET', '/api/page/snapshot');
    const sheet = workbook.sheets.find((one: { name: string }) => one.name === tab);
    const found = new Map<string, string>();
    for (const [row, line] of Object.entries(sheet.cells as Record<string, Loose>)) {
      for (const [column, cell] of Object.entries(line as Record<string, Loose>)) {
        if (cell.note) found.set(`${row},${column}`, cell.note);
      }
    }
    return found;
  }
}

export const keyOfLine = (line: readonly Cell[]): string => `${line[0]}|${line[6]}`;

/** @example letters(23) // 'W' */
export function letters(column: number): string {
  let [text, n] = ['', column];
  while (n > 0) {
    text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
    n = Math.floor((n - 1) / 26);
  }
  return text;
}
