// Color and RgbColor: a colour that a rule has. Themes are not emulated, so every colour is made of red, green and blue.
import { ColorType, type Enum, enumOf } from '../enums';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { channels } from '../text/color';

export class ColorService extends Service {
  static override readonly service = 'Color';
  readonly #hex: string;

  constructor(execution: Execution, hex: string) {
    super(execution);
    this.#hex = hex;
  }
  asRgbColor(): RgbColorService {
    return new RgbColorService(this[at], this.#hex);
  }
  getColorType(): Enum {
    return enumOf(ColorType, 'RGB');
  }
}

class RgbColorService extends Service {
  static override readonly service = 'RgbColor';
  readonly #hex: string;

  constructor(execution: Execution, hex: string) {
    super(execution);
    this.#hex = hex;
  }
  /** Seven characters, `#rrggbb`. */
  asHexString(): string {
    return this.#hex;
  }
  getRed(): number {
    return channels(this.#hex)[0] ?? 0;
  }
  getGreen(): number {
    return channels(this.#hex)[1] ?? 0;
  }
  getBlue(): number {
    return channels(this.#hex)[2] ?? 0;
  }
  getColorType(): Enum {
    return enumOf(ColorType, 'RGB');
  }
}

export type ColorFits = NoMisfits<
  | Misfits<ColorService, GoogleAppsScript.Spreadsheet.Color>
  | Misfits<RgbColorService, GoogleAppsScript.Base.RgbColor>
>;
