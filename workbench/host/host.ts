// The host: one workbook, one script, one clock, and everything the server asks of them.
import type {
  CallCounts,
  ComputedCell,
  EditRequest,
  FormulaArg,
  FunctionHelp,
  HostApi,
  HostEvent,
  HostOptions,
  Json,
  Look,
  LookAnswer,
  MenuItem,
  PlannedFault,
  RangeAnswer,
  RunAnswer,
  SheetInfo,
  WorkbookSnapshot,
} from './api';
import { editWorkbook } from './edits';
import { dressCells, widenColumn } from './edits/looks';
import { AuthMode, enumOf } from './enums';
import type { Execution, World } from './execution';
import { formulaArgument, formulaResult } from './formula-values';
import { boxInside, parseBox } from './grid/a1';
import { markDirty, takeResults } from './grid/computing';
import { checkInput, writeInput, yearNow } from './grid/writing';
import { copyJson, HOST_MAKER } from './json-rules';
import { lookAnswer } from './look-answer';
import { runJob } from './runner';
import { saveState } from './saved';
import { ScriptText } from './script';
import { SpreadsheetService } from './services/spreadsheet';
import { eventsOf, paintEvent, rangeAnswer, snapshotOf } from './snapshot';
import { OWNER } from './stores/user-stores';
import { catchStrayPromises } from './stray-promises';
import { makeWorld } from './world';

export class Host implements HostApi {
  readonly #world: World;
  readonly #script: ScriptText;
  readonly #listeners: ((events: HostEvent[], revision: number) => void)[] = [];

  constructor(options: HostOptions) {
    this.#script = new ScriptText(options.code);
    this.#world = makeWorld(options, this.#script);
    catchStrayPromises(this.#world.log);
  }

  run(name: string, args: Json[], user = OWNER): RunAnswer {
    return this.#answer(() => {
      if (!this.#script.isPublic(name)) throw new Error(`Script function not found: ${name}`);
      // Checked before the script sees any of it, as the client library does.
      copyJson(args, HOST_MAKER, () => false);
      const job = {
        mode: 'FULL',
        purpose: 'call',
        user,
        function: name,
        args: ({ realm }: Execution) => args.map((arg) => copyJson(arg, realm, () => false)),
      } as const;
      return runJob(
        this.#world,
        this.#script,
        job,
        ({ realm }, value) =>
          copyJson(value, HOST_MAKER, (object) => realm.targetOf(object) !== undefined) as Json,
      );
    });
  }

  formula(name: string, args: FormulaArg[]): RunAnswer {
    return this.#answer(() => {
      const own = this.#script.customFunction(name);
      if (!own) throw new Error(`Unknown function: '${name}'.`);
      const job = {
        mode: 'CUSTOM_FUNCTION',
        purpose: 'formula',
        // Whoever looks at the cell: formulas read the owner's properties.
        user: OWNER,
        function: own,
        args: (execution: Execution) => args.map((arg) => formulaArgument(execution, arg)),
      } as const;
      return runJob(this.#world, this.#script, job, formulaResult);
    });
  }

  #answer(body: () => Json): RunAnswer {
    try {
      return { ok: true, value: body() };
    } catch (error) {
      return {
        ok: false,
        error: { message: error instanceof Error ? error.message : String(error) },
      };
    } finally {
      this.#settle();
    }
  }

  /** After every execution and edit: formulas that read what changed are out of date, and the page hears of it. */
  #settle(): void {
    const { workbook } = this.#world;
    const changes = workbook.changes.take();
    const events = eventsOf(workbook, changes);
    if (events.length === 0 && changes.valued.size === 0) return;
    workbook.revision++;
    markDirty(workbook, changes, workbook.revision);
    for (const listener of this.#listeners) listener(events, workbook.revision);
  }

  sheets(): SheetInfo[] {
    return this.#world.workbook.tabs.map((tab) => ({
      name: tab.name,
      hidden: tab.hidden,
      rows: tab.maxRows,
      columns: tab.maxColumns,
      lastRow: tab.lastRow(),
      lastColumn: tab.lastColumn(),
    }));
  }

  range(sheet: string, a1?: string): RangeAnswer {
    const tab = this.#world.workbook.needTab(sheet);
    const data = { row: 1, column: 1, rows: tab.lastRow() || 1, columns: tab.lastColumn() || 1 };
    const box = a1 === undefined || a1 === '' ? data : parseBox(a1, tab);
    if (!box || !boxInside(box, tab)) throw new Error(`"${a1}" is no range of "${sheet}".`);
    return rangeAnswer(tab, box);
  }

  look(sheet: string): LookAnswer {
    const { workbook } = this.#world;
    return lookAnswer(workbook, workbook.needTab(sheet));
  }

  type(sheet: string, a1: string, values: Json[][]): void {
    const { workbook, clock } = this.#world;
    const tab = workbook.needTab(sheet);
    const start = parseBox(a1, tab);
    const columns = Math.max(0, ...values.map((row) => row.length));
    if (!start || values.length === 0 || columns === 0) {
      throw new Error(`"${a1}" and these values do not name cells of "${sheet}".`);
    }
    const box = { row: start.row, column: start.column, rows: values.length, columns };
    if (!boxInside(box, tab)) throw new Error(`These values leave the grid of "${sheet}".`);
    for (const row of values) for (const value of row) checkInput(value);
    const year = yearNow(workbook, clock.now());
    this.#interrupt();
    values.forEach((row, down) => {
      row.forEach((value, right) => {
        writeInput(workbook, tab, box.row + down, box.column + right, value, year);
      });
    });
    workbook.changes.cells(tab.id, box, true);
    this.#settle();
  }

  edit(request: EditRequest): void {
    this.#interrupt();
    editWorkbook(this.#world.workbook, request);
    this.#settle();
  }
  dress(sheet: string, a1: string, look: Look): void {
    this.#interrupt();
    dressCells(this.#world.workbook, sheet, a1, look);
    this.#settle();
  }
  widen(sheet: string, column: number, width: number): void {
    this.#interrupt();
    widenColumn(this.#world.workbook, sheet, column, width);
    this.#settle();
  }
  planFault(fault: PlannedFault | null): void {
    if (fault && !(Number.isInteger(fault.dieAt) && fault.dieAt >= 1)) {
      throw new Error(`An execution cannot die at service call ${fault.dieAt}.`);
    }
    this.#world.planned.fault = fault && { ...fault };
  }
  withdrawAuthorization(withdrawn: boolean): void {
    this.#world.planned.unauthorized = withdrawn;
  }
  limitFetches(left: number | null): void {
    this.#world.planned.fetchesLeft = left;
  }
  /** A person's change, made while executions run, is not theirs to undo. */
  #interrupt(): void {
    for (const execution of this.#world.running) execution.interrupt();
  }

  calls(): CallCounts {
    return this.#world.counter.read();
  }
  resetCalls(): void {
    this.#world.counter.reset();
  }
  setClock(now: string | number): void {
    this.#world.clock.set(now);
  }
  now(): number {
    return this.#world.clock.now();
  }

  fireTriggers(): { function: string; ok: boolean; error?: string }[] {
    const due = this.#world.triggers.takeDue(this.now());
    return due.map(({ id, user, handler }) => {
      const answer = this.#answer(() => {
        const job = {
          mode: 'FULL',
          purpose: 'trigger',
          user,
          function: handler,
          args: (execution: Execution) => [clockEvent(execution, id)],
        } as const;
        runJob(this.#world, this.#script, job, () => null);
        return null;
      });
      if (answer.ok) return { function: handler, ok: true };
      return { function: handler, ok: false, error: answer.error.message };
    });
  }

  /** @throws when `onOpen` does */
  menu(mode: 'LIMITED' | 'NONE' = 'LIMITED'): MenuItem[] {
    this.#world.menu = [];
    if (!this.#script.isPublic('onOpen')) return [];
    const job = {
      mode,
      purpose: 'open',
      user: OWNER,
      function: 'onOpen',
      args: (execution: Execution) => [openEvent(execution, mode)],
    } as const;
    try {
      runJob(this.#world, this.#script, job, () => null);
    } finally {
      this.#settle();
    }
    return this.#world.menu;
  }

  snapshot(): WorkbookSnapshot {
    return snapshotOf(this.#world.workbook);
  }
  onEvent(listener: (events: HostEvent[], revision: number) => void): void {
    this.#listeners.push(listener);
  }
  acceptResults(cells: ComputedCell[], revision?: number): void {
    const { workbook } = this.#world;
    const changed = takeResults(workbook, cells, revision);
    const painted = [...changed].filter((tab) => tab.conditional.length > 0);
    if (painted.length === 0) return;
    // No formula reads a colour: the page learns of them without another revision to compute.
    const events = painted.map(paintEvent);
    for (const listener of this.#listeners) listener(events, workbook.revision);
  }
  functions(): FunctionHelp[] {
    return this.#script.help;
  }
  save(): string {
    return saveState(this.#world);
  }
}

function clockEvent(execution: Execution, triggerUid: string): unknown {
  const now = new Date(execution.world.clock.now());
  return execution.realm.wrap({
    authMode: enumOf(AuthMode, 'FULL'),
    triggerUid,
    timezone: 'UTC',
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    'day-of-month': now.getUTCDate(),
    'day-of-week': now.getUTCDay() || 7,
    hour: now.getUTCHours(),
    minute: now.getUTCMinutes(),
    second: now.getUTCSeconds(),
  });
}

function openEvent(execution: Execution, mode: string): unknown {
  return execution.realm.wrap({
    authMode: enumOf(AuthMode, mode),
    source: new SpreadsheetService(execution),
  });
}
