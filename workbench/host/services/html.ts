// HtmlService: pages made from the project's one HTML file or from text.
import { isAbsent, needInteger, needText } from '../arguments';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';

export const page: unique symbol = Symbol('page');

export class HtmlServiceService extends Service {
  static override readonly service = 'HtmlService';

  createHtmlOutputFromFile(file: string): HtmlOutputService {
    const name = needText(file, 'filename').replace(/\.html$/, '');
    if (name !== 'sidebar') throw new Error(`No HTML file named ${name} was found.`);
    return new HtmlOutputService(this[at], this[at].world.options.sidebarHtml);
  }
  createHtmlOutput(html?: unknown): HtmlOutputService {
    return new HtmlOutputService(this[at], isAbsent(html) ? '' : needText(html, 'html'));
  }
}

export class HtmlOutputService extends Service {
  static override readonly service = 'HtmlOutput';
  readonly [page]: { title: string; html: string; width: number | null; height: number | null };

  constructor(execution: Execution, html: string) {
    super(execution);
    this[page] = { title: '', html, width: null, height: null };
  }
  getContent(): string {
    return this[page].html;
  }
  setContent(content: string): this {
    this[page].html = needText(content, 'content');
    return this;
  }
  append(content: string): this {
    this[page].html += needText(content, 'addedContent');
    return this;
  }
  getTitle(): string {
    return this[page].title;
  }
  setTitle(title: string): this {
    this[page].title = needText(title, 'title');
    return this;
  }
  /** Kept, but a sidebar is 300 pixels wide whatever is set. */
  setWidth(width: number): this {
    this[page].width = needInteger(width, 'width');
    return this;
  }
  getWidth(): number | null {
    return this[page].width;
  }
  setHeight(height: number): this {
    this[page].height = needInteger(height, 'height');
    return this;
  }
  getHeight(): number | null {
    return this[page].height;
  }
}

export type HtmlServiceFits = NoMisfits<
  Misfits<HtmlServiceService, GoogleAppsScript.HTML.HtmlService>
>;
export type HtmlOutputFits = NoMisfits<
  Misfits<HtmlOutputService, GoogleAppsScript.HTML.HtmlOutput, 'getWidth' | 'getHeight'>
>;
