// Report tabs of single templates: one made when asked for, all brought up to date by later syncs.
import type { ListedTemplates, Material } from '../core/compare/compare-templates';
import { reportTemplate } from '../core/compare/report';
import { AddonError } from '../core/errors';
import { choiceOf, loadMaterial, type Notice, showing } from './derived';
import { loadLedger } from './ledger';
import type { Ports } from './ports';
import { newTabCells } from './write-tables';

/**
 * Makes the report of a template over the days last synced, or brings it up to date.
 *
 * @param listed what Meta lists, by account, where it was asked; null otherwise
 * @throws AddonError 'unknown-template' where the ledger has none such; 'sync-running'; or the sheet's refusal
 */
export function buildReport(
  ports: Ports,
  accountId: string,
  templateId: string,
  listed: ListedTemplates | null,
): { tab: string } {
  return ports.lock.hold(
    () => {
      const { head } = loadLedger(ports);
      if (!head.selection) throw new AddonError('unknown-template');
      const choice = choiceOf(ports, head.selection);
      const known = ports.templatesTab.read() ?? [];
      const material = loadMaterial(ports, head, choice, listed, known);
      // What is damaged is made right by a sync.
      if (!material) throw new AddonError('sheet-changed');
      const report = reportTemplate(material, accountId, templateId);
      if (!report) throw new AddonError('unknown-template');
      ports.guard.checkSpace(newTabCells(1));
      return { tab: ports.reportTab.show(report) };
    },
    () => {
      throw new AddonError('sync-running');
    },
  );
}

/** Brings every report up to date. One that the sheet refuses is told in a notice. */
export function refreshReports(ports: Ports, material: Material, notices: Notice[]): void {
  for (const { tab, accountId, templateId } of ports.reportTab.list()) {
    const report = reportTemplate(material, accountId, templateId);
    if (report) showing(notices, tab, () => ports.reportTab.show(report));
  }
}
