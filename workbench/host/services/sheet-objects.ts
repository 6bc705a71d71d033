// The part of Sheet that holds what lies over its cells: conditional formats and charts.
import { needArray } from '../arguments';
import { type Chart, freshChartId, newChart } from '../grid/charts';
import { refuseProtected } from '../grid/guards';
import type { Tab } from '../grid/tab';
import { at } from '../service';
import { chartKey, EmbeddedChartService } from './chart';
import { EmbeddedChartBuilderService } from './chart-builder';
import { ConditionalFormatRuleService, ruleKey } from './conditional-format';
import { needInside, needLive, workbookOf } from './document';
import { SheetLines } from './sheet-lines';
import { tabKey } from './tab-key';

export abstract class SheetObjects extends SheetLines {
  getConditionalFormatRules(): ConditionalFormatRuleService[] {
    const tab = this.#live();
    return tab.conditional.map((rule) => new ConditionalFormatRuleService(this[at], tab, rule));
  }
  /** In place of all present rules. They are asked in this order. */
  setConditionalFormatRules(rules: unknown): void {
    const tab = this.#live();
    const workbook = workbookOf(this[at]);
    const built = Array.from(needArray(rules, 'rules'), (shell) => {
      const rule = this[at].realm.targetOf(shell);
      if (!(rule instanceof ConditionalFormatRuleService)) {
        throw new Error('Invalid argument: rules');
      }
      return rule[ruleKey];
    });
    for (const { tab: own, rule } of built) {
      if (own !== tab) {
        throw new Error('Conditional format rule cannot reference a different sheet.');
      }
      for (const box of rule.boxes) {
        needInside(tab, box);
        refuseProtected(workbook, tab, box);
      }
    }
    refuseProtected(workbook, tab);
    tab.conditional = built.map(({ rule }) => structuredClone(rule));
    workbook.changes.painted(tab.id);
  }
  /** The same as setting none. */
  clearConditionalFormatRules(): void {
    const tab = this.#live();
    refuseProtected(workbookOf(this[at]), tab);
    tab.conditional = [];
    workbookOf(this[at]).changes.painted(tab.id);
  }

  newChart(): EmbeddedChartBuilderService {
    this.#live();
    return new EmbeddedChartBuilderService(this[at], newChart());
  }
  getCharts(): EmbeddedChartService[] {
    return this.#live().charts.map((chart) => new EmbeddedChartService(this[at], chart));
  }
  insertChart(chart: unknown): void {
    const tab = this.#live();
    const workbook = workbookOf(this[at]);
    const built = this.#readChart(tab, chart);
    tab.charts.push({ ...built, id: freshChartId(workbook) });
    workbook.changes.reload();
  }
  updateChart(chart: unknown): void {
    const tab = this.#live();
    const built = this.#readChart(tab, chart);
    tab.charts[this.#placeOf(tab, built)] = built;
    workbookOf(this[at]).changes.reload();
  }
  removeChart(chart: unknown): void {
    const tab = this.#live();
    refuseProtected(workbookOf(this[at]), tab);
    tab.charts.splice(this.#placeOf(tab, needChart(chart)), 1);
    workbookOf(this[at]).changes.reload();
  }
  /** @throws when the chart would stand outside of the grid, or shows cells that are not there any more */
  #readChart(tab: Tab, chart: unknown): Chart {
    const built = structuredClone(needChart(chart));
    const { row, column } = built.anchor;
    const workbook = workbookOf(this[at]);
    refuseProtected(workbook, tab);
    needInside(tab, { row, column, rows: 1, columns: 1 });
    for (const { tabId, box } of built.ranges) {
      const source = workbook.tabById(tabId);
      if (!source) throw new Error('A sheet that the chart shows was deleted.');
      needInside(source, box);
    }
    return built;
  }
  #placeOf(tab: Tab, { id }: Chart): number {
    const place = tab.charts.findIndex((one) => one.id === id);
    if (place < 0) throw new Error(`The chart is not on the sheet "${tab.name}".`);
    return place;
  }
  #live(): Tab {
    return needLive(this[at], this[tabKey]);
  }
}

function needChart(chart: unknown): Chart {
  if (!(chart instanceof EmbeddedChartService)) throw new Error('Invalid argument: chart');
  return chart[chartKey];
}
