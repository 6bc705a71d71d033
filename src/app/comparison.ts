// What a finished sync makes of the ledger: the comparison of the templates, and the reports there are.
import { TEMPLATES_TAB } from '../core/compare/columns';
import { compareTemplates, type ListedTemplates } from '../core/compare/compare-templates';
import type { Head, Selection } from '../core/index/head';
import { choiceOf, loadMaterial, type Notice, showing } from './derived';
import type { Ports } from './ports';
import { refreshReports } from './template-report';

/** Cells a new tab of the comparison takes: 1,000 rows. */
const NEW_TAB_CELLS = 70_000;

export interface Built {
  /** The tab of the comparison; null where it could not be shown. */
  tab: string | null;
  notices: Notice[];
}

/**
 * Brings `WA Templates` and every report up to date with the index. No request, no data tab. Everything is
 * made anew from the index, so whatever a run that died left of it is made right by the next one.
 *
 * @param head as it was just saved
 * @param selection the days and templates the sync was for
 * @param listed what Meta lists, by account; an account that was not asked is not in it
 */
export function updateTabs(
  ports: Ports,
  head: Head,
  selection: Selection,
  listed: ListedTemplates | null,
): Built {
  const notices: Notice[] = [];
  const known = ports.templatesTab.read();
  const choice = choiceOf(ports, selection);
  const material = loadMaterial(ports, head, choice, listed, known ?? []);
  if (!material) return { tab: null, notices };
  const { rows, missing } = compareTemplates(material);
  if (missing !== null) notices.push({ code: 'compare-missing', facts: { day: missing } });
  const tab = showing(notices, TEMPLATES_TAB, () => {
    if (known === null) ports.guard.checkSpace(NEW_TAB_CELLS);
    return ports.templatesTab.show(rows);
  });
  refreshReports(ports, material, notices);
  return { tab, notices };
}
