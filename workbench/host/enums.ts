// Google's enumerations: objects that are equal only to themselves and print their name.
import type { Execution } from './execution';
import { Service } from './service';

export class Enum extends Service {
  static override readonly service = 'Enum';
  readonly #name: string;
  readonly #ordinal: number;

  constructor(name: string, ordinal: number) {
    // Enumerations belong to no execution: they need no permission and are not counted.
    super(undefined as unknown as Execution);
    this.#name = name;
    this.#ordinal = ordinal;
  }
  override toString(): string {
    return this.#name;
  }
  name(): string {
    return this.#name;
  }
  ordinal(): number {
    return this.#ordinal;
  }
  compareTo(other: unknown): number {
    if (!(other instanceof Enum)) throw new Error('Enumerations compare with enumerations only.');
    return this.#ordinal - other.ordinal();
  }
  toJSON(): string {
    return this.#name;
  }
}

/** A family of enumeration values, itself an object of the add-on's. */
export class EnumFamily extends Service {
  static override readonly service = 'Enum';
  constructor(names: readonly string[]) {
    super(undefined as unknown as Execution);
    names.forEach((name, ordinal) => {
      (this as unknown as Record<string, Enum>)[name] = new Enum(name, ordinal);
    });
  }
}

export const enumOf = (family: EnumFamily, name: string): Enum => {
  const value = (family as unknown as Record<string, Enum | undefined>)[name];
  if (!value) throw new Error(`not emulated: enumeration value ${name}`);
  return value;
};
/** The name of a family's value. @throws when it is of another family */
export function enumName(family: EnumFamily, value: unknown, parameter: string): string {
  const name = value instanceof Enum ? value.name() : '';
  if ((family as unknown as Record<string, unknown>)[name] !== value || name === '') {
    throw new Error(`Invalid argument: ${parameter}`);
  }
  return name;
}

export const AuthMode = new EnumFamily(['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
export const AuthorizationStatus = new EnumFamily(['REQUIRED', 'NOT_REQUIRED']);
export const WrapStrategy = new EnumFamily(['WRAP', 'OVERFLOW', 'CLIP']);
export const BorderStyle = new EnumFamily([
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);
export const MetadataVisibility = new EnumFamily(['DOCUMENT', 'PROJECT']);
export const MetadataLocationType = new EnumFamily(['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN']);
export const CopyPasteType = new EnumFamily([
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
]);
export const DataValidationCriteria = new EnumFamily([
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
]);
export const BooleanCriteria = new EnumFamily([
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
]);
export const InterpolationType = new EnumFamily(['NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX']);
export const ColorType = new EnumFamily(['UNSUPPORTED', 'RGB', 'THEME']);
export const ChartType = new EnumFamily([
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
]);
export const ChartHiddenDimensionStrategy = new EnumFamily([
  'IGNORE_BOTH',
  'IGNORE_ROWS',
  'IGNORE_COLUMNS',
  'SHOW_BOTH',
]);
export const ChartMergeStrategy = new EnumFamily(['MERGE_COLUMNS', 'MERGE_ROWS']);
export const CurveStyle = new EnumFamily(['NORMAL', 'SMOOTH']);
export const LegendPosition = new EnumFamily(['TOP', 'RIGHT', 'BOTTOM', 'NONE']);
export const Direction = new EnumFamily(['UP', 'DOWN', 'PREVIOUS', 'NEXT']);
export const ProtectionType = new EnumFamily(['RANGE', 'SHEET']);
export const Button = new EnumFamily(['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
export const ButtonSet = new EnumFamily(['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
export const DigestAlgorithm = new EnumFamily([
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]);
export const Charset = new EnumFamily(['US_ASCII', 'UTF_8']);
export const EventType = new EnumFamily([
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
export const TriggerSource = new EnumFamily([
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);
