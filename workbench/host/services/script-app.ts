// ScriptApp: authorization modes and the one clock trigger an add-on may have per user in a document.
import { randomUUID } from 'node:crypto';
import { isAbsent, needArray, needInteger, needText } from '../arguments';
import {
  AuthMode,
  AuthorizationStatus,
  type Enum,
  EventType,
  enumName,
  enumOf,
  TriggerSource,
} from '../enums';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { type ClockTrigger, HOUR } from '../stores/trigger-list';
import { assertZone, civilOfInstant, instantOfCivil } from '../text/serial';
import { SpreadsheetService } from './spreadsheet';

export class ScriptAppService extends Service {
  static override readonly service = 'ScriptApp';
  readonly AuthMode = AuthMode;
  readonly AuthorizationStatus = AuthorizationStatus;
  readonly EventType = EventType;
  readonly TriggerSource = TriggerSource;

  newTrigger(functionName: string): TriggerBuilderService {
    const name = needText(functionName, 'functionName');
    if (!this[at].world.functions.has(name)) {
      throw new Error(`The function "${name}" does not exist.`);
    }
    return new TriggerBuilderService(this[at], name);
  }
  getProjectTriggers(): TriggerService[] {
    return this[at].world.triggers
      .of(this[at].user)
      .map((item) => new TriggerService(this[at], item));
  }
  getUserTriggers(document: unknown): TriggerService[] {
    if (!(document instanceof SpreadsheetService)) throw new Error('Invalid argument: document');
    return this.getProjectTriggers();
  }
  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof TriggerService)) throw new Error('Invalid argument: trigger');
    this[at].world.triggers.remove(trigger.getUniqueId());
  }
  /** Asks for what is missing; here everything in the manifest was granted, and nothing else can be. */
  requireScopes(mode: unknown, scopes?: unknown): void {
    enumName(AuthMode, mode, 'authMode');
    for (const scope of isAbsent(scopes) ? [] : needArray(scopes, 'oAuthScopes')) {
      if (!this[at].world.manifest.scopes.has(needText(scope, 'oAuthScopes'))) {
        throw new Error(`The manifest does not ask for the scope ${scope}.`);
      }
    }
  }
  /** Only full authorization is ever missing: no other mode asks the user. */
  getAuthorizationInfo(mode: unknown): AuthorizationInfoService {
    const full = enumName(AuthMode, mode, 'authMode') === 'FULL';
    return new AuthorizationInfoService(this[at], full && this[at].world.planned.unauthorized);
  }
  getScriptId(): string {
    return 'workbench-script';
  }
}

class AuthorizationInfoService extends Service {
  static override readonly service = 'AuthorizationInfo';
  readonly #required: boolean;

  constructor(execution: Execution, required: boolean) {
    super(execution);
    this.#required = required;
  }
  getAuthorizationStatus(): Enum {
    return enumOf(AuthorizationStatus, this.#required ? 'REQUIRED' : 'NOT_REQUIRED');
  }
}

export class TriggerService extends Service {
  static override readonly service = 'Trigger';
  readonly #trigger: ClockTrigger;

  constructor(execution: Execution, trigger: ClockTrigger) {
    super(execution);
    this.#trigger = trigger;
  }
  getUniqueId(): string {
    return this.#trigger.id;
  }
  getHandlerFunction(): string {
    return this.#trigger.handler;
  }
  getEventType(): Enum {
    return enumOf(EventType, 'CLOCK');
  }
  getTriggerSource(): Enum {
    return enumOf(TriggerSource, 'CLOCK');
  }
  /** Google answers null for clock triggers; empty text is what its types allow. */
  getTriggerSourceId(): string {
    return '';
  }
}

class TriggerBuilderService extends Service {
  static override readonly service = 'TriggerBuilder';
  readonly #handler: string;

  constructor(execution: Execution, handler: string) {
    super(execution);
    this.#handler = handler;
  }
  timeBased(): ClockTriggerBuilderService {
    return new ClockTriggerBuilderService(this[at], this.#handler);
  }
}

class ClockTriggerBuilderService extends Service {
  static override readonly service = 'ClockTriggerBuilder';
  readonly #handler: string;
  /** Milliseconds between runs, or until the only one. */
  #every: number | null = null;
  #once: number | null = null;
  #hour: number | null = null;
  #zone: string;

  constructor(execution: Execution, handler: string) {
    super(execution);
    this.#handler = handler;
    this.#zone = execution.world.manifest.timeZone;
  }
  everyMinutes(minutes: number): this {
    needInteger(minutes, 'n');
    throw new Error('An add-on\u2019s trigger may run at most once an hour: use everyHours.');
  }
  everyHours(hours: number): this {
    this.#every = positive(hours) * HOUR;
    return this;
  }
  everyDays(days: number): this {
    this.#every = positive(days) * 24 * HOUR;
    return this;
  }
  everyWeeks(weeks: number): this {
    this.#every = positive(weeks) * 7 * 24 * HOUR;
    return this;
  }
  atHour(hour: number): this {
    const value = needInteger(hour, 'hour');
    if (value < 0 || value > 23) throw new Error('Invalid argument: hour');
    this.#hour = value;
    return this;
  }
  inTimezone(timezone: string): this {
    assertZone(needText(timezone, 'timezone'));
    this.#zone = timezone;
    return this;
  }
  after(durationMilliseconds: number): this {
    this.#once = needInteger(durationMilliseconds, 'durationMilliseconds');
    if (this.#once < HOUR) throw new Error('An add-on\u2019s trigger cannot come within the hour.');
    return this;
  }
  create(): TriggerService {
    const now = this[at].world.clock.now();
    if ((this.#every === null) === (this.#once === null)) {
      throw new Error(
        'A clock trigger needs one interval: everyHours, everyDays, everyWeeks or after.',
      );
    }
    if (this.#hour !== null && (this.#every ?? 0) < 24 * HOUR) {
      throw new Error('atHour goes with everyDays or everyWeeks.');
    }
    const trigger = {
      id: randomUUID(),
      user: this[at].user,
      handler: this.#handler,
      every: this.#every,
      nextAt: this.#hour === null ? now + (this.#every ?? this.#once ?? 0) : this.#nextHour(now),
    };
    this[at].world.triggers.add(trigger);
    return new TriggerService(this[at], trigger);
  }
  #nextHour(now: number): number {
    const civil = new Date(civilOfInstant(now, this.#zone));
    const hour = this.#hour ?? 0;
    if (civil.getUTCHours() >= hour) civil.setUTCDate(civil.getUTCDate() + 1);
    civil.setUTCHours(hour, 0, 0, 0);
    return instantOfCivil(civil.getTime(), this.#zone);
  }
}

function positive(value: unknown): number {
  const number = needInteger(value, 'n');
  if (number < 1) throw new Error('Invalid argument: n must be at least 1.');
  return number;
}

export type ScriptAppFits = NoMisfits<Misfits<ScriptAppService, GoogleAppsScript.Script.ScriptApp>>;
export type AuthorizationInfoFits = NoMisfits<
  Misfits<AuthorizationInfoService, GoogleAppsScript.Script.AuthorizationInfo>
>;
export type TriggerFits = NoMisfits<Misfits<TriggerService, GoogleAppsScript.Script.Trigger>>;
export type TriggerBuilderFits = NoMisfits<
  Misfits<TriggerBuilderService, GoogleAppsScript.Script.TriggerBuilder>
>;
export type ClockTriggerBuilderFits = NoMisfits<
  Misfits<ClockTriggerBuilderService, GoogleAppsScript.Script.ClockTriggerBuilder>
>;
