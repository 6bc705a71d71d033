// ConditionalFormatRule: what a rule asks of which cells, as scripts may look at it.
import { BooleanCriteria, type Enum, enumOf, InterpolationType } from '../enums';
import type { Execution } from '../execution';
import type { Box } from '../grid/a1';
import type {
  Condition,
  ConditionalRule,
  Gradient,
  GradientPoint,
  RuleLook,
} from '../grid/conditional';
import type { Tab } from '../grid/tab';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { ColorService } from './color';
import { ConditionalFormatRuleBuilderService } from './conditional-format-builder';
import { RangeService } from './range';

/** The key under which a rule keeps itself, unseen by the add-on. */
export const ruleKey: unique symbol = Symbol('rule');

export class ConditionalFormatRuleService extends Service {
  static override readonly service = 'ConditionalFormatRule';
  /** The rule as it was when it was built or asked for. */
  readonly [ruleKey]: { tab: Tab; rule: ConditionalRule };

  constructor(execution: Execution, tab: Tab, rule: ConditionalRule) {
    super(execution);
    this[ruleKey] = { tab, rule: structuredClone(rule) };
  }
  copy(): ConditionalFormatRuleBuilderService {
    const { tab, rule } = this[ruleKey];
    return new ConditionalFormatRuleBuilderService(this[at], {
      ...structuredClone(rule),
      boxes: rule.boxes.map((box) => ({ tab, box: { ...box } })),
    });
  }
  getRanges(): RangeService[] {
    const { tab, rule } = this[ruleKey];
    return rule.boxes.map((box: Box) => new RangeService(this[at], tab, box));
  }
  /** Null for a rule with a gradient. */
  getBooleanCondition(): BooleanConditionService | null {
    const { rule } = this[ruleKey];
    return 'condition' in rule
      ? new BooleanConditionService(this[at], rule.condition, rule.look)
      : null;
  }
  /** Null for a rule with a condition. */
  getGradientCondition(): GradientConditionService | null {
    const { rule } = this[ruleKey];
    return 'gradient' in rule ? new GradientConditionService(this[at], rule.gradient) : null;
  }
}

export class BooleanConditionService extends Service {
  static override readonly service = 'BooleanCondition';
  readonly #condition: Condition;
  readonly #look: RuleLook;

  constructor(execution: Execution, condition: Condition, look: RuleLook) {
    super(execution);
    this.#condition = condition;
    this.#look = look;
  }
  getCriteriaType(): Enum {
    return enumOf(BooleanCriteria, this.#condition.criteria);
  }
  getCriteriaValues(): unknown[] {
    return [...this.#condition.values];
  }
  getBackground(): string | null {
    return this.#look.background ?? null;
  }
  getBackgroundObject(): ColorService | null {
    return colorObject(this[at], this.#look.background);
  }
  getFontColor(): string | null {
    return this.#look.fontColor ?? null;
  }
  getFontColorObject(): ColorService | null {
    return colorObject(this[at], this.#look.fontColor);
  }
  /** Null where bold type is left alone. */
  getBold(): boolean | null {
    return this.#look.bold ?? null;
  }
}

/** A point that was not set has no colour and no type, and an empty value. */
export class GradientConditionService extends Service {
  static override readonly service = 'GradientCondition';
  readonly #gradient: Partial<Gradient>;

  constructor(execution: Execution, gradient: Partial<Gradient>) {
    super(execution);
    this.#gradient = gradient;
  }
  getMinColor(): string {
    return this.#gradient.min?.color ?? '';
  }
  getMidColor(): string {
    return this.#gradient.mid?.color ?? '';
  }
  getMaxColor(): string {
    return this.#gradient.max?.color ?? '';
  }
  getMinColorObject(): ColorService | null {
    return colorObject(this[at], this.#gradient.min?.color);
  }
  getMidColorObject(): ColorService | null {
    return colorObject(this[at], this.#gradient.mid?.color);
  }
  getMaxColorObject(): ColorService | null {
    return colorObject(this[at], this.#gradient.max?.color);
  }
  getMinType(): Enum | null {
    return typeOf(this.#gradient.min);
  }
  getMidType(): Enum | null {
    return typeOf(this.#gradient.mid);
  }
  getMaxType(): Enum | null {
    return typeOf(this.#gradient.max);
  }
  getMinValue(): string {
    return this.#gradient.min?.value ?? '';
  }
  getMidValue(): string {
    return this.#gradient.mid?.value ?? '';
  }
  getMaxValue(): string {
    return this.#gradient.max?.value ?? '';
  }
}

const typeOf = (point: GradientPoint | undefined): Enum | null =>
  point ? enumOf(InterpolationType, point.type) : null;

const colorObject = (execution: Execution, hex: string | undefined): ColorService | null =>
  hex === undefined ? null : new ColorService(execution, hex);

type Objects = 'getBackgroundObject' | 'getFontColorObject';
type PointObjects = 'getMinColorObject' | 'getMidColorObject' | 'getMaxColorObject';
/** The getters of colour objects are younger than the published types. */
export type ConditionalFormatRuleFits = NoMisfits<
  | Misfits<ConditionalFormatRuleService, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>
  | Misfits<BooleanConditionService, GoogleAppsScript.Spreadsheet.BooleanCondition, Objects>
  | Misfits<GradientConditionService, GoogleAppsScript.Spreadsheet.GradientCondition, PointObjects>
>;
