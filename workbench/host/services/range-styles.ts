// The part of Range that says how cells look: colours, font, alignment, wrapping, borders, notes.
import { isAbsent, needColor, needFlag, needGrid, needPositive, needText } from '../arguments';
import { BorderStyle, enumName, WrapStrategy } from '../enums';
import type { Execution } from '../execution';
import type { Box } from '../grid/a1';
import type { Style } from '../grid/cell';
import type { Tab } from '../grid/tab';
import { at, Service } from '../service';
import { format, Region, region, write } from './region';

const WEIGHTS = ['bold', 'normal'];
const FONT_STYLES = ['italic', 'normal'];
const ALIGNMENTS = ['left', 'center', 'right', 'normal'];
/** Of a cell that was given none, in points. */
const FONT_SIZE = 10;
const VERTICAL = ['top', 'middle', 'bottom'];

export abstract class RangeStyles extends Service {
  static override readonly service: string = 'Range';
  readonly [region]: Region;

  constructor(execution: Execution, tab: Tab, box: Box) {
    super(execution);
    this[region] = new Region(execution, tab, box);
  }

  setBackground(color: string | null): this {
    return style(this, backgroundStyle(color));
  }
  setBackgrounds(colors: unknown): this {
    return styles(this, colors, backgroundStyle);
  }
  getBackground(): string {
    return this[region].first((cell) => cell?.s?.bg ?? '#ffffff');
  }
  getBackgrounds(): unknown {
    return this[region].grid((cell) => cell?.s?.bg ?? '#ffffff');
  }
  setFontWeight(weight: string | null): this {
    return style(this, weightStyle(weight));
  }
  setFontWeights(weights: unknown): this {
    return styles(this, weights, weightStyle);
  }
  getFontWeight(): 'bold' | 'normal' {
    return this[region].first((cell) => (cell?.s?.bold ? 'bold' : 'normal'));
  }
  getFontWeights(): unknown {
    return this[region].grid((cell) => (cell?.s?.bold ? 'bold' : 'normal'));
  }
  setFontStyle(fontStyle: string | null): this {
    return style(this, fontStyleStyle(fontStyle));
  }
  setFontStyles(fontStyles: unknown): this {
    return styles(this, fontStyles, fontStyleStyle);
  }
  setFontColor(color: string | null): this {
    return style(this, fontColorStyle(color));
  }
  setFontColors(colors: unknown): this {
    return styles(this, colors, fontColorStyle);
  }
  setFontSize(size: number): this {
    return style(this, sizeStyle(size));
  }
  setFontSizes(sizes: unknown): this {
    return styles(this, sizes, sizeStyle);
  }
  getFontSize(): number {
    return this[region].first((cell) => cell?.s?.size ?? FONT_SIZE);
  }
  getFontSizes(): unknown {
    return this[region].grid((cell) => cell?.s?.size ?? FONT_SIZE);
  }
  setHorizontalAlignment(alignment: string | null): this {
    return style(this, alignmentStyle(alignment));
  }
  setHorizontalAlignments(alignments: unknown): this {
    return styles(this, alignments, alignmentStyle);
  }
  setVerticalAlignment(alignment: string | null): this {
    return style(this, verticalStyle(alignment));
  }
  setVerticalAlignments(alignments: unknown): this {
    return styles(this, alignments, verticalStyle);
  }
  setWrap(wrap: boolean): this {
    return style(this, wrapStyle(wrap));
  }
  setWraps(wraps: unknown): this {
    return styles(this, wraps, wrapStyle);
  }
  setWrapStrategy(strategy: unknown): this {
    return style(this, strategyStyle(strategy));
  }
  setWrapStrategies(strategies: unknown): this {
    const { realm } = this[at];
    return styles(this, strategies, (value) => strategyStyle(realm.targetOf(value)));
  }
  setBorder(
    top: unknown,
    left: unknown,
    bottom: unknown,
    right: unknown,
    vertical: unknown,
    horizontal: unknown,
    color?: unknown,
    borderStyle?: unknown,
  ): this {
    const sides = [top, left, bottom, right, vertical, horizontal].map((side) =>
      isAbsent(side) ? '?' : needFlag(side, 'border') ? '1' : '0',
    );
    const tint = isAbsent(color) ? 'black' : needText(color, 'color');
    const line = isAbsent(borderStyle) ? 'SOLID' : enumName(BorderStyle, borderStyle, 'style');
    return style(this, { border: `${sides.join('')} ${tint} ${line}` });
  }

  getNote(): string {
    return this[region].first((cell) => cell?.note ?? '');
  }
  getNotes(): unknown {
    return this[region].grid((cell) => cell?.note ?? '');
  }
  setNote(note: string | null): this {
    const text = isAbsent(note) ? '' : needText(note, 'note');
    return write(this, (row, column) => this.#note(row, column, text));
  }
  setNotes(notes: unknown): this {
    const { box } = this[region];
    const grid = needGrid(notes, box.rows, box.columns).map((cells) =>
      Array.from(cells, (note) => (isAbsent(note) ? '' : needText(note, 'notes'))),
    );
    return write(this, (row, column) =>
      this.#note(row, column, grid[row - box.row]?.[column - box.column] ?? ''),
    );
  }
  clearNote(): this {
    return write(this, (row, column) => this.#note(row, column, ''));
  }
  #note(row: number, column: number, text: string): void {
    const { tab } = this[region];
    if (text !== '' || tab.cell(row, column)) tab.ensure(row, column).note = text;
  }
}

function style<T extends RangeStyles>(range: T, change: Style): T {
  const { tab } = range[region];
  return format(range, (row, column) => tab.setStyle(row, column, change));
}

function styles<T extends RangeStyles>(
  range: T,
  values: unknown,
  read: (value: unknown) => Style,
): T {
  const { tab, box } = range[region];
  const grid = needGrid(values, box.rows, box.columns).map((cells) => Array.from(cells, read));
  return format(range, (row, column) =>
    tab.setStyle(row, column, grid[row - box.row]?.[column - box.column] ?? {}),
  );
}

/** The style change a font weight, colour or alignment stands for; also used by RangeList. */
export const weightStyle = (weight: unknown): Style => ({
  bold: oneOf(weight, WEIGHTS, 'fontWeight') === 'bold' ? true : undefined,
});
const fontStyleStyle = (fontStyle: unknown): Style => ({
  italic: oneOf(fontStyle, FONT_STYLES, 'fontStyle') === 'italic' ? true : undefined,
});
const sizeStyle = (size: unknown): Style => ({ size: needPositive(size, 'size') });
const verticalStyle = (alignment: unknown): Style => ({
  va: oneOf(alignment, VERTICAL, 'alignment'),
});
const wrapStyle = (wrap: unknown): Style => ({
  wrap: needFlag(wrap, 'isWrapEnabled') ? 'WRAP' : 'OVERFLOW',
});
const strategyStyle = (strategy: unknown): Style => ({
  wrap: enumName(WrapStrategy, strategy, 'strategy'),
});
export const backgroundStyle = (color: unknown): Style => ({ bg: colorText(color) });
export const fontColorStyle = (color: unknown): Style => ({ fc: colorText(color) });
export const alignmentStyle = (alignment: unknown): Style => {
  const name = oneOf(alignment, ALIGNMENTS, 'alignment');
  return { ha: name === 'normal' ? undefined : name };
};

function oneOf(value: unknown, allowed: string[], parameter: string): string | undefined {
  if (isAbsent(value)) return undefined;
  const text = needText(value, parameter);
  if (!allowed.includes(text)) throw new Error(`Invalid argument: ${parameter} "${text}"`);
  return text;
}

const colorText = (color: unknown): string | undefined =>
  isAbsent(color) ? undefined : needColor(color, 'color');
