// The whole state as JSON text, and back: cells, looks, merges, rules, filters, conditional formats, charts, names,
// metadata, properties, triggers.

import type { World } from './execution';
import type { Box } from './grid/a1';
import { changeStyle, type Rule, type Style } from './grid/cell';
import type { Chart } from './grid/charts';
import type { ConditionalRule } from './grid/conditional';
import { setCriterion, textsBut } from './grid/filtering';
import { type Filter, Tab } from './grid/tab';
import type { Metadata, NamedBox, Protected, Workbook } from './grid/workbook';
import type { PropertyStore } from './stores/property-store';
import type { ClockTrigger } from './stores/trigger-list';
import { OWNER } from './stores/user-stores';
import { type Locale, readLocale } from './text/locale';

const VERSION = 1;

interface SavedCell {
  c: number;
  v?: string | number | boolean;
  f?: string;
  n?: string;
  s?: Style;
  e?: string;
  t?: string;
  /** Which of the tab's rules. */
  r?: number;
}
type SavedFilter = Pick<Filter, 'box'> & {
  hidden: number[];
  /** Absent in older files, which knew one column and what it shows. */
  criteria?: Filter['criteria'];
  only?: { column: number; show: string[] } | null;
};
interface SavedTab {
  id: number;
  name: string;
  hidden: boolean;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
  columnWidths: [number, number][];
  /** Absent in files from before there were any. */
  merges?: Box[];
  filter?: SavedFilter | null;
  rules?: Rule[];
  /** From here on absent in older files. */
  conditional?: ConditionalRule[];
  charts?: Chart[];
  rowHeights?: [number, { height: number; forced: boolean }][];
  gridlinesHidden?: boolean;
  /** The last number: so many empty rows that look alike, the first of them among them; 1 when absent. */
  rows: [number, SavedCell[], number?][];
}
export interface SavedState {
  version: number;
  locale: string;
  zone: string;
  id: string;
  title: string;
  active: Workbook['active'];
  nextId: number;
  tabs: SavedTab[];
  names: NamedBox[];
  metadata: Metadata[];
  protections: Protected[];
  /** `user` is the file's owner. */
  properties: Record<'user' | 'document' | 'script', Record<string, string>>;
  /** Every other user's properties; absent from older files. */
  users?: Record<string, Record<string, string>>;
  /** Without a user in older files, which knew only the owner. */
  triggers: (Omit<ClockTrigger, 'user'> & { user?: string })[];
}

export function saveState(world: World): string {
  const { workbook, users, properties, triggers } = world;
  const state: SavedState = {
    version: VERSION,
    locale: workbook.locale.code,
    zone: workbook.zone,
    id: workbook.id,
    title: workbook.title,
    active: workbook.active,
    nextId: workbook.nextId,
    tabs: workbook.tabs.map(saveTab),
    names: workbook.names,
    metadata: workbook.metadata,
    protections: workbook.protections,
    properties: {
      user: users.of(OWNER).properties.entries(),
      document: properties.document.entries(),
      script: properties.script.entries(),
    },
    users: users.othersProperties(),
    triggers: triggers.triggers,
  };
  return JSON.stringify(state);
}

function saveTab(tab: Tab): SavedTab {
  const { id, name, hidden, maxRows, maxColumns, frozenRows, frozenColumns, tabColor } = tab;
  const rows: SavedTab['rows'] = [];
  const rules: Rule[] = [];
  tab.rows.forEach((cells, row) => {
    const last = rows.at(-1);
    if (last && last[0] + (last[2] ?? 1) === row && tab.repeatsAbove(row)) {
      last[2] = (last[2] ?? 1) + 1;
      return;
    }
    const saved: SavedCell[] = [];
    cells?.forEach((cell, column) => {
      if (!cell || cell.bare) return;
      const entry: SavedCell = { c: column };
      if (cell.v !== null && !cell.spilled) entry.v = cell.v;
      if (cell.f) entry.f = cell.f;
      if (cell.n) entry.n = cell.n;
      if (cell.s) entry.s = cell.s;
      if (cell.e) entry.e = cell.e;
      if (cell.note) entry.t = cell.note;
      if (cell.rule) {
        const known = rules.indexOf(cell.rule);
        entry.r = known < 0 ? rules.push(cell.rule) - 1 : known;
      }
      if (Object.keys(entry).length > 1) saved.push(entry);
    });
    if (saved.length > 0) rows.push([row, saved]);
  });
  const grid = { id, name, hidden, maxRows, maxColumns, frozenRows, frozenColumns, tabColor };
  const { merges, conditional, charts, gridlinesHidden } = tab;
  const filter = tab.filter && { ...tab.filter, hidden: [...tab.filter.hidden] };
  const shape = { columnWidths: [...tab.columnWidths], rowHeights: [...tab.rowHeights] };
  return { ...grid, ...shape, gridlinesHidden, merges, filter, rules, conditional, charts, rows };
}

/** @throws when the text is no saved workbook of this version */
export function readSaved(text: string): SavedState {
  const state = JSON.parse(text) as SavedState;
  if (state?.version !== VERSION || !Array.isArray(state.tabs) || state.tabs.length === 0) {
    throw new Error('This file is not a saved workbook.');
  }
  return state;
}

export function restoreState(world: World, state: SavedState): void {
  const { workbook, users, properties, triggers } = world;
  workbook.locale = readLocale(state.locale);
  workbook.zone = state.zone;
  workbook.active = state.active;
  workbook.nextId = state.nextId;
  workbook.tabs = state.tabs.map((tab) => restoreTab(tab, workbook.locale));
  workbook.names = state.names;
  workbook.metadata = state.metadata;
  workbook.protections = state.protections;
  const { user, document, script } = state.properties;
  fill(properties.document, document);
  fill(properties.script, script);
  fill(users.of(OWNER).properties, user);
  for (const [name, entries] of Object.entries(state.users ?? {})) {
    fill(users.of(name).properties, entries);
  }
  triggers.triggers = state.triggers.map((trigger) => ({
    ...trigger,
    user: trigger.user ?? OWNER,
  }));
}

function fill(store: PropertyStore, entries: Record<string, string>): void {
  for (const [key, value] of Object.entries(entries)) store.set(key, value);
}

function restoreTab(saved: SavedTab, locale: Locale): Tab {
  const tab = new Tab(saved.id, saved.name, saved.maxRows, saved.maxColumns);
  tab.hidden = saved.hidden;
  tab.frozenRows = saved.frozenRows;
  tab.frozenColumns = saved.frozenColumns;
  tab.tabColor = saved.tabColor;
  tab.columnWidths = new Map(saved.columnWidths);
  tab.rowHeights = new Map(saved.rowHeights ?? []);
  tab.gridlinesHidden = saved.gridlinesHidden ?? false;
  tab.conditional = saved.conditional ?? [];
  tab.charts = saved.charts ?? [];
  for (const [first, cells, count = 1] of saved.rows) {
    for (let row = first; row < first + count; row++)
      restoreRow(tab, row, cells, saved.rules ?? []);
  }
  // After the cells, which merged cells would not take.
  tab.merges = saved.merges ?? [];
  tab.filter = saved.filter ? restoreFilter(tab, saved.filter, locale) : null;
  return tab;
}

function restoreRow(tab: Tab, row: number, cells: SavedCell[], rules: Rule[]): void {
  for (const { c, v, f, n, s, e, t, r } of cells) {
    if (f) tab.setFormula(row, c, f);
    const cell = tab.ensure(row, c);
    cell.v = v ?? null;
    cell.n = n ?? '';
    cell.s = s && changeStyle(undefined, s);
    cell.e = e ?? '';
    cell.note = t ?? '';
    if (r !== undefined) tab.setRule(row, c, rules[r]);
  }
}

function restoreFilter(
  tab: Tab,
  { box, hidden, criteria, only }: SavedFilter,
  locale: Locale,
): Filter {
  const filter = { box, criteria: criteria ?? [], hidden: new Set(hidden) };
  if (only) {
    setCriterion(filter, only.column, textsBut(tab, filter, only.column, only.show, locale));
  }
  return filter;
}
