// What the comparison and the reports are made of: the index in one read, what Meta lists, what was chosen.
import {
  type Choice,
  earliestMonth,
  type KnownTemplate,
  type ListedTemplate,
  type ListedTemplates,
  type Material,
} from '../core/compare/compare-templates';
import { familyKey } from '../core/compare/families';
import { COMPARISONS, type Comparison } from '../core/compare/periods';
import { AddonError } from '../core/errors';
import type { Head, Selection } from '../core/index/head';
import { chosenAccounts } from './connection';
import { DAMAGED_KEY } from './index-keys';
import { loadChunks } from './index-rows';
import type { Ports } from './ports';

export interface Notice {
  code: string;
  facts: Record<string, string | number>;
}

const COMPARE_TO = 'compare-to';

/** What was chosen last; at first the days before with the same weekdays. */
export function storedComparison(ports: Ports): Comparison {
  const stored = ports.document.get(COMPARE_TO);
  return COMPARISONS.find((one) => one === stored) ?? 'weekday';
}

export function storeComparison(ports: Ports, compareTo: Comparison): void {
  if (storedComparison(ports) !== compareTo) ports.document.set(COMPARE_TO, compareTo);
}

/** The days and templates of a sync, and what they are compared with. */
export const choiceOf = (ports: Ports, { from, to, templates }: Selection): Choice => ({
  from,
  to,
  templates,
  compareTo: storedComparison(ports),
});

/**
 * Reads the index, once, as far back as the chosen and the compared days need.
 *
 * @param listed what Meta lists, by account; an account that was not asked is not in it
 * @param known what tabs of ours say of templates
 * @returns null when the index is damaged: the next sync makes it anew
 */
export function loadMaterial(
  ports: Ports,
  head: Head,
  choice: Choice,
  listed: ListedTemplates | null,
  known: readonly KnownTemplate[],
): Material | null {
  const chunks = loadChunks(ports, head, earliestMonth(head, choice));
  if (!chunks) {
    ports.cache.putAll({ [DAMAGED_KEY]: '1' });
    return null;
  }
  const byKey = new Map<string, ListedTemplate>();
  for (const [accountId, templates] of listed ?? []) {
    for (const template of templates) byKey.set(familyKey(accountId, template.id), template);
  }
  return {
    head,
    choice,
    read: ({ month, bucket }, series) => chunks.get(month)?.[bucket]?.get(series) ?? null,
    listed: byKey,
    asked: new Set(listed?.keys() ?? []),
    known: new Map(known.map((one) => [familyKey(one.accountId, one.templateId), one])),
    accounts: chosenAccounts(ports).map(({ id }) => id),
  };
}

/** Refusals of a sheet that a sync outlives: its rows are written, a tab made from them is not. */
const REFUSALS: readonly string[] = ['tab-protected', 'cell-rule', 'sheet-changed'];

/**
 * Shows a tab, or says in a notice why it could not be.
 *
 * @param tab the tab's name where a refusal does not say it
 */
export function showing(notices: Notice[], tab: string, show: () => string): string | null {
  try {
    return show();
  } catch (error) {
    const code = codeOf(error);
    if (!code) throw error;
    const named = error instanceof AddonError ? error.facts.tab : undefined;
    notices.push({ code, facts: { tab: named ?? tab } });
    return null;
  }
}

function codeOf(error: unknown): string | null {
  if (error instanceof AddonError) {
    if (error.code === 'no-space') return 'comparison-space';
    return REFUSALS.includes(error.code) ? 'comparison-protected' : null;
  }
  // Google's own refusal, where a protection came between our look and our write.
  return /protected|merged/i.test(String(error)) ? 'comparison-protected' : null;
}
