// Protections, merges, validation rules, notes and selections made by a person.
import type { EditRequest } from '../api';
import type { Box } from '../grid/a1';
import type { Rule } from '../grid/cell';
import { mergeCells, unmergeCells } from '../grid/merging';
import { setRules } from '../grid/rules';
import type { Tab } from '../grid/tab';
import type { Workbook } from '../grid/workbook';
import { needBox } from './place';

type CellEdit = Extract<
  EditRequest,
  { op: 'protect' | 'unprotect' | 'merge' | 'unmerge' | 'validate' | 'note' | 'select' }
>;

export function editCells(workbook: Workbook, request: CellEdit): void {
  const tab = workbook.needTab(request.sheet);
  if (request.op !== 'protect' && request.op !== 'unprotect') {
    editBox(workbook, tab, request);
    return;
  }
  if (request.op === 'protect') protect(workbook, tab, request);
  else unprotect(workbook, tab);
  // The page offers to take away what is protected.
  workbook.changes.reload();
}

function editBox(
  workbook: Workbook,
  tab: Tab,
  request: Extract<CellEdit, { op: 'merge' | 'unmerge' | 'validate' | 'note' | 'select' }>,
): void {
  const box = needBox(tab, request.a1);
  if (request.op === 'note') {
    note(tab, box, request.text);
    workbook.changes.cells(tab.id, box, false);
    return;
  }
  if (request.op === 'select') {
    if (tab.hidden) throw new Error(`"${tab.name}" is hidden.`);
    // Only where the person is: nothing is drawn anew for it.
    workbook.active = { tabId: tab.id, box };
    return;
  }
  if (request.op === 'merge') mergeCells(tab, box);
  else if (request.op === 'unmerge') unmergeCells(tab, box);
  else if (request.op === 'validate') setRules(tab, box, readRule(request));
  workbook.changes.cells(tab.id, box, true);
  workbook.changes.reload();
}

function protect(
  workbook: Workbook,
  tab: Tab,
  { a1, warningOnly, description }: Extract<EditRequest, { op: 'protect' }>,
): void {
  workbook.protections.push({
    tabId: tab.id,
    ...(a1 === undefined ? {} : { box: needBox(tab, a1) }),
    description: description ?? '',
    warningOnly: warningOnly ?? false,
    foreign: true,
  });
}

/** Takes away what somebody protected; the add-on's own protections are the add-on's. */
function unprotect(workbook: Workbook, tab: Tab): void {
  const left = workbook.protections.filter((item) => item.tabId !== tab.id || !item.foreign);
  if (left.length === workbook.protections.length) {
    throw new Error(`Nobody has protected "${tab.name}".`);
  }
  workbook.protections = left;
}

function readRule({
  allow,
  values = [],
  warn = false,
}: Extract<EditRequest, { op: 'validate' }>): Rule | undefined {
  if (allow === 'anything') return undefined;
  if (allow === 'list' && values.length === 0) {
    throw new Error('A list needs "values" to choose from.');
  }
  if (allow === 'checkbox' && values.length > 0) throw new Error('A checkbox takes no "values".');
  if (allow !== 'list' && allow !== 'checkbox') {
    throw new Error('"allow" must be "checkbox", "list" or "anything".');
  }
  return { kind: allow, values: [...values], warn };
}

function note(tab: Tab, box: Box, text: string): void {
  tab.forEach(box, (cell, row, column) => {
    if (text !== '' || cell) tab.ensure(row, column).note = text;
  });
}
