// ConditionalFormatRuleBuilder: puts a rule together. Nothing of it is on a sheet until `setConditionalFormatRules`.
import { isAbsent, needArray, needColor, needFlag, needNumber, needText } from '../arguments';
import { enumName, InterpolationType } from '../enums';
import type { Execution } from '../execution';
import type { Box } from '../grid/a1';
import type { Condition, Gradient, PointType, RuleLook } from '../grid/conditional';
import type { Tab } from '../grid/tab';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import {
  BooleanConditionService,
  ConditionalFormatRuleService,
  GradientConditionService,
} from './conditional-format';
import { RangeService } from './range';
import { region } from './region';

export interface RuleDraft {
  boxes: { tab: Tab; box: Box }[];
  gradient?: Partial<Gradient>;
  condition?: Condition;
  look?: RuleLook;
}

const POINT_TYPES = {
  min: ['NUMBER', 'PERCENT', 'PERCENTILE', 'MIN'],
  mid: ['NUMBER', 'PERCENT', 'PERCENTILE'],
  max: ['NUMBER', 'PERCENT', 'PERCENTILE', 'MAX'],
};

export class ConditionalFormatRuleBuilderService extends Service {
  static override readonly service = 'ConditionalFormatRuleBuilder';
  readonly #draft: RuleDraft;

  constructor(execution: Execution, draft: RuleDraft = { boxes: [] }) {
    super(execution);
    this.#draft = draft;
  }

  /** @throws unless the rule has ranges of one sheet, and either a condition or both ends of a gradient */
  build(): ConditionalFormatRuleService {
    const { boxes, gradient, condition, look = {} } = this.#draft;
    const [first] = boxes;
    if (!first) throw new Error('A conditional format rule needs ranges.');
    if (boxes.some(({ tab }) => tab !== first.tab)) {
      throw new Error('Conditional format rule cannot reference a different sheet.');
    }
    const places = { boxes: boxes.map(({ box }) => ({ ...box })) };
    if (gradient && !condition) {
      const { min, mid, max } = gradient;
      if (!min || !max) throw new Error('A gradient needs a minpoint and a maxpoint.');
      if (Object.keys(look).length > 0) throw new Error('A gradient takes no other format.');
      const points = mid ? { min, mid, max } : { min, max };
      return new ConditionalFormatRuleService(this[at], first.tab, { ...places, gradient: points });
    }
    if (gradient || !condition) {
      throw new Error('A conditional format rule needs either a condition or a gradient.');
    }
    return new ConditionalFormatRuleService(this[at], first.tab, { ...places, condition, look });
  }
  copy(): ConditionalFormatRuleBuilderService {
    const boxes = this.#draft.boxes.map(({ tab, box }) => ({ tab, box: { ...box } }));
    const { gradient, condition, look } = this.#draft;
    const settings = structuredClone({ gradient, condition, look });
    return new ConditionalFormatRuleBuilderService(this[at], { ...settings, boxes });
  }
  getRanges(): RangeService[] {
    return this.#draft.boxes.map(({ tab, box }) => new RangeService(this[at], tab, box));
  }
  getBooleanCondition(): BooleanConditionService | null {
    const { condition, look } = this.#draft;
    return condition ? new BooleanConditionService(this[at], condition, { ...look }) : null;
  }
  getGradientCondition(): GradientConditionService | null {
    const { gradient } = this.#draft;
    return gradient ? new GradientConditionService(this[at], { ...gradient }) : null;
  }
  setRanges(ranges: unknown): this {
    this.#draft.boxes = Array.from(needArray(ranges, 'ranges'), (shell) => {
      const range = this[at].realm.targetOf(shell);
      if (!(range instanceof RangeService)) throw new Error('Invalid argument: ranges');
      const { tab, box } = range[region];
      return { tab, box: { ...box } };
    });
    return this;
  }

  /** Null takes the colour out of the rule. */
  setBackground(color: string | null): this {
    return this.#format('background', isAbsent(color) ? undefined : needColor(color, 'color'));
  }
  setFontColor(color: string | null): this {
    return this.#format('fontColor', isAbsent(color) ? undefined : needColor(color, 'color'));
  }
  /** False makes bold type plain; null leaves it alone. */
  setBold(bold: boolean | null): this {
    return this.#format('bold', isAbsent(bold) ? undefined : needFlag(bold, 'bold'));
  }
  #format<K extends keyof RuleLook>(key: K, value: RuleLook[K] | undefined): this {
    const look: RuleLook = { ...this.#draft.look };
    if (value === undefined) delete look[key];
    else look[key] = value;
    this.#draft.look = look;
    return this;
  }

  /** The lowest number of the ranges has this colour. */
  setGradientMinpoint(color: string): this {
    return this.#point('min', color, 'MIN', '');
  }
  setGradientMaxpoint(color: string): this {
    return this.#point('max', color, 'MAX', '');
  }
  setGradientMinpointWithValue(color: string, type: unknown, value: string): this {
    return this.#pointWithValue('min', color, type, value);
  }
  setGradientMidpointWithValue(color: string, type: unknown, value: string): this {
    return this.#pointWithValue('mid', color, type, value);
  }
  setGradientMaxpointWithValue(color: string, type: unknown, value: string): this {
    return this.#pointWithValue('max', color, type, value);
  }
  /** Without a type the point is cleared. */
  #pointWithValue(end: keyof Gradient, color: unknown, type: unknown, value: unknown): this {
    if (isAbsent(type)) {
      const { [end]: _gone, ...rest } = this.#draft.gradient ?? {};
      this.#draft.gradient = rest;
      return this;
    }
    const name = enumName(InterpolationType, type, 'type');
    if (!POINT_TYPES[end].includes(name)) throw new Error('Invalid argument: type');
    const text = needText(value, 'value');
    if (name === 'MIN' || name === 'MAX') return this.#point(end, color, name, '');
    if (text.trim() === '' || !Number.isFinite(Number(text))) {
      throw new Error(`not emulated: a gradient point that is no plain number ("${text}")`);
    }
    return this.#point(end, color, name as PointType, text);
  }
  #point(end: keyof Gradient, color: unknown, type: PointType, value: string): this {
    const point = { color: needColor(color, 'color'), type, value };
    this.#draft.gradient = { ...this.#draft.gradient, [end]: point };
    return this;
  }

  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY');
  }
  whenTextEqualTo(text: string): this {
    return this.#when('TEXT_EQUAL_TO', needText(text, 'text'));
  }
  whenNumberEqualTo(number: number): this {
    return this.#when('NUMBER_EQUAL_TO', needNumber(number, 'number'));
  }
  whenNumberNotEqualTo(number: number): this {
    return this.#when('NUMBER_NOT_EQUAL_TO', needNumber(number, 'number'));
  }
  whenNumberGreaterThan(number: number): this {
    return this.#when('NUMBER_GREATER_THAN', needNumber(number, 'number'));
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', needNumber(number, 'number'));
  }
  whenNumberLessThan(number: number): this {
    return this.#when('NUMBER_LESS_THAN', needNumber(number, 'number'));
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', needNumber(number, 'number'));
  }
  whenNumberBetween(start: number, end: number): this {
    return this.#when('NUMBER_BETWEEN', needNumber(start, 'start'), needNumber(end, 'end'));
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.#when('NUMBER_NOT_BETWEEN', needNumber(start, 'start'), needNumber(end, 'end'));
  }
  /** A rule has one condition: the last one counts. */
  #when(criteria: string, ...values: (number | string)[]): this {
    this.#draft.condition = { criteria, values };
    return this;
  }
}

export type ConditionalFormatRuleBuilderFits = NoMisfits<
  Misfits<
    ConditionalFormatRuleBuilderService,
    GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder
  >
>;
