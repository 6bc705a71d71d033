// Ui: the add-on's menu, the sidebar and alerts.

import type { MenuItem } from '../api';
import { isAbsent, needText } from '../arguments';
import { Button, ButtonSet, type Enum, enumName, enumOf } from '../enums';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { workbookOf } from './document';
import { HtmlOutputService, page } from './html';

export class UiService extends Service {
  static override readonly service = 'Ui';
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  createAddonMenu(): MenuService {
    return new MenuService(this[at], '');
  }
  createMenu(caption: string): MenuService {
    return new MenuService(this[at], needText(caption, 'caption'));
  }
  showSidebar(content: unknown): void {
    if (!(content instanceof HtmlOutputService)) {
      throw new Error('Invalid argument: userInterface must be an HtmlOutput.');
    }
    const { title, html } = content[page];
    workbookOf(this[at]).changes.event({ kind: 'sidebar', title, html });
  }
  /** Nobody sits before the host: the text is shown as a toast and answered with OK, or YES where OK is no choice. */
  alert(title: string, prompt?: unknown, buttons?: unknown): Enum {
    const [text, set] =
      isAbsent(buttons) && typeof prompt !== 'string' ? [null, prompt] : [prompt, buttons];
    const choice = isAbsent(set) ? 'OK' : enumName(ButtonSet, set, 'buttons');
    const message = needText(isAbsent(text) ? title : text, 'prompt');
    workbookOf(this[at]).changes.event({
      kind: 'toast',
      message,
      title: isAbsent(text) ? '' : needText(title, 'title'),
    });
    return enumOf(Button, choice.startsWith('YES') ? 'YES' : 'OK');
  }
}

export class MenuService extends Service {
  static override readonly service = 'Menu';
  readonly #caption: string;
  readonly #items: MenuItem[] = [];

  constructor(execution: Execution, caption: string) {
    super(execution);
    this.#caption = caption;
  }
  addItem(caption: string, functionName: string): this {
    const name = needText(functionName, 'functionName');
    if (!this[at].world.functions.has(name)) {
      throw new Error(`Menu item "${caption}" names a function that does not exist: ${name}`);
    }
    this.#items.push({ label: needText(caption, 'caption'), function: name });
    return this;
  }
  addSeparator(): this {
    this.#items.push({ label: '', function: '' });
    return this;
  }
  addSubMenu(menu: unknown): this {
    if (!(menu instanceof MenuService)) throw new Error('Invalid argument: menu');
    for (const item of menu.#items) {
      this.#items.push({ ...item, label: item.function ? `${menu.#caption} › ${item.label}` : '' });
    }
    return this;
  }
  addToUi(): void {
    this[at].world.menu = [...this.#items];
  }
}

export type UiFits = NoMisfits<Misfits<UiService, GoogleAppsScript.Base.Ui>>;
export type MenuFits = NoMisfits<Misfits<MenuService, GoogleAppsScript.Base.Menu>>;
