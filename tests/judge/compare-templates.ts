// Compares WA Templates with what it must say; its columns are found by their headers, its rows by the template.
import type { Cell } from './compare-tab';
import { RATE_NAMES, TOTAL_NAMES, type WantedTemplate } from './expected-templates';
import type { JudgeTemplate } from './world';

interface Answer {
  values: Cell[][];
  formats: string[][];
  errors?: string[][];
}
export interface TemplatesView {
  headers: string[];
  /** Cells by header, top to bottom. */
  rows: Map<string, Cell>[];
  formats: Map<string, string>[];
}

/** @param words the sheet's own word of a header, where it is not the English one */
export function readTemplates(
  answer: Answer,
  words: Readonly<Record<string, string>> = {},
): TemplatesView {
  const english = new Map(Object.entries(words).map(([ours, theirs]) => [theirs, ours]));
  const headers = (answer.values[0] ?? []).map((text) => english.get(String(text)) ?? String(text));
  const named = <T>(line: readonly T[], none: T): Map<string, T> =>
    new Map(headers.map((header, column) => [header, line[column] ?? none]));
  return {
    headers,
    rows: answer.values.slice(1).map((line) => named<Cell>(line, '')),
    formats: answer.formats.slice(1).map((line) => named(line, '')),
  };
}

const DATES = ['From', 'To', 'Compared from', 'Compared to'];
/** z is written with more or fewer digits. */
const ROUGHLY = 2e-5;

export interface Asked {
  /** Templates Meta no longer lists. */
  gone?: readonly JudgeTemplate[];
  /** The sheet's own word of a verdict, where it is not the English one. */
  verdicts?: Readonly<Record<string, string>>;
}

/** Differences as short sentences; none = equal. A template without any traffic may have a row or none. */
export function compareTemplates(
  view: TemplatesView,
  wanted: readonly WantedTemplate[],
  { gone = [], verdicts = {} }: Asked = {},
): string[] {
  const needed = [...(wanted[0]?.cells.keys() ?? []), 'Status', 'Quality', 'Text', 'Buttons'];
  const faults = needed
    .filter((header) => !view.headers.includes(header))
    .map((header) => `no column "${header}"`);
  const found = new Map<Cell, number>();
  view.rows.forEach((row, at) => {
    const id = row.get('Template ID') ?? '';
    if (found.has(id)) faults.push(`double row ${id}`);
    found.set(id, at);
  });
  for (const { template, cells, unsure } of wanted) {
    const at = found.get(template.id);
    found.delete(template.id);
    const row = at === undefined ? undefined : view.rows[at];
    if (at === undefined || !row) {
      faults.push(`missing ${template.id} (${template.name})`);
      continue;
    }
    const say = (header: string, not: unknown): void => {
      const is = JSON.stringify(row.get(header));
      faults.push(`${template.id} ${header}: is ${is}, not ${JSON.stringify(not)}`);
    };
    for (const [header, cell] of cells) {
      const is = row.get(header);
      if (is === undefined || unsure.has(header)) continue;
      const word = header.endsWith(' verdict') ? (verdicts[String(cell)] ?? cell) : cell;
      if (!near(is, word, / (low|high)$/.test(header) ? ROUGHLY : 1e-9)) say(header, word);
      const format = view.formats[at]?.get(header) ?? '';
      if (DATES.includes(header) && is !== '' && !/y/i.test(format)) say(header, 'a date');
      if (RATE_NAMES.includes(header) && is !== '' && !format.includes('%')) say(header, 'percent');
    }
    compareContent(template, gone.includes(template), row, say);
  }
  for (const [id, at] of found) {
    const row = view.rows[at];
    const counted = TOTAL_NAMES.filter((name) => Number(row?.get(name) || 0) !== 0);
    if (counted.length > 0) faults.push(`extra ${id} with ${counted.join(', ')}`);
  }
  return [...faults, ...orderFaults(view)];
}

function compareContent(
  { status, content }: JudgeTemplate,
  isGone: boolean,
  row: ReadonlyMap<string, Cell>,
  say: (header: string, not: unknown) => void,
): void {
  if (isGone ? row.get('Status') === status : row.get('Status') !== status) say('Status', status);
  if (row.get('Quality') !== (content?.quality ?? '')) say('Quality', content?.quality);
  if (row.get('Text') !== (content?.text ?? '')) say('Text', content?.text);
  let [at, shown] = [0, String(row.get('Buttons'))];
  for (const { text = '' } of content?.buttons ?? []) {
    at = shown.indexOf(text, at);
    if (at < 0) {
      say('Buttons', content?.buttons);
      return;
    }
    at += text.length;
  }
  if (!content?.buttons.some(({ text }) => text) && shown !== '') say('Buttons', '');
}

/** Most spent first, among the rows of one account. */
function orderFaults({ rows }: TemplatesView): string[] {
  const last = new Map<Cell, number>();
  return rows.flatMap((row) => {
    const [account, spent] = [row.get('Account ID') ?? '', Number(row.get('Spent') || 0)];
    const before = last.get(account) ?? Number.POSITIVE_INFINITY;
    last.set(account, spent);
    return spent > before + 1e-9 ? [`${row.get('Template ID')} spent more than the one above`] : [];
  });
}

function near(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
