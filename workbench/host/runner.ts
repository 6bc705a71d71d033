// Runs one function of the script in a context of its own, under its mode's rules and time limit.
import type { PlannedFault } from './api';
import { Execution, type World } from './execution';
import type { Mode, Purpose } from './permissions';
import { Realm } from './realm';
import type { ScriptText } from './script';
import { CacheServiceService } from './services/cache';
import { ChartsService } from './services/charts';
import { HtmlServiceService } from './services/html';
import { LockServiceService } from './services/lock';
import { ConsoleService, LoggerService } from './services/logger';
import { PropertiesServiceService } from './services/properties';
import { ScriptAppService } from './services/script-app';
import { SessionService } from './services/session';
import { SpreadsheetAppService } from './services/spreadsheet-app';
import { UrlFetchAppService } from './services/url-fetch';
import { UtilitiesService } from './services/utilities';

const GLOBALS = {
  SpreadsheetApp: SpreadsheetAppService,
  UrlFetchApp: UrlFetchAppService,
  PropertiesService: PropertiesServiceService,
  CacheService: CacheServiceService,
  LockService: LockServiceService,
  HtmlService: HtmlServiceService,
  ScriptApp: ScriptAppService,
  Session: SessionService,
  Utilities: UtilitiesService,
  Charts: ChartsService,
  Logger: LoggerService,
  console: ConsoleService,
};

export interface Job {
  mode: Mode;
  purpose: Purpose;
  user: string;
  /** A declared function of the script. */
  function: string;
  /** Arguments, made for the execution's context. */
  args: (execution: Execution) => unknown[];
}

/** @returns what `read` makes of the function's result. @throws an error with the script's own message */
export function runJob<T>(
  world: World,
  script: ScriptText,
  job: Job,
  read: (execution: Execution, value: unknown) => T,
): T {
  const { mode, purpose, user } = job;
  const execution = new Execution(world, mode, purpose, user, takeFault(world, purpose));
  world.running.push(execution);
  try {
    const realm = new Realm(execution);
    execution.realm = realm;
    for (const [name, Class] of Object.entries(GLOBALS)) realm.define(name, new Class(execution));
    realm.evaluate(script.compiled, execution.limit);
    const body = (realm.context as Record<string, unknown>)[job.function];
    if (typeof body !== 'function') throw new Error(`Script function not found: ${job.function}`);
    const args = job.args(execution);
    const value = read(
      execution,
      realm.within(execution.limit, () => body(...args)),
    );
    if (execution.ended) throw new Error(execution.ended);
    return value;
  } catch (error) {
    throw new Error(execution.ended ?? messageOf(error));
  } finally {
    world.running.pop();
    execution.end();
  }
}

/** The planned fault, which serves one execution; opening the file is none that it means. */
function takeFault({ planned }: World, purpose: Purpose): PlannedFault | null {
  if (purpose === 'open') return null;
  const { fault } = planned;
  planned.fault = null;
  return fault;
}

/** The message of whatever was thrown, in whichever context. */
function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'Exceeded maximum execution time';
  return typeof message === 'string' ? message : String(error);
}
