// Menu entries of the page's own: sorting, filtering and protecting, which the grid does not bring along.
import { CommandType, ICommandService, type Injector, type Worksheet } from '@univerjs/core';
import {
  ContextMenuGroup,
  ContextMenuPosition,
  IMenuManagerService,
  MenuItemType,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { defer, of } from 'rxjs';
import { readLocale } from '../host/text/locale';
import { columnValues, type FilteredColumn } from './column-values';
import type { SheetExtra } from './convert';
import { askFilter } from './filter-dialog';
import type { Grid } from './grid';
import { iconName, type MenuIcon, registerIcons } from './menu-icons';
import type { Wish } from './structure';
import type { PageWords } from './words';

export interface OwnMenuListeners {
  onWish(wish: Wish): void;
  onNotice(message: string): void;
}

export interface OwnMenus {
  /** Asks which values of a column, from 0, shall show. */
  filter(column: number): Promise<void>;
}

interface Entry {
  id: string;
  title: string;
  /** The tab bar's menu has none. */
  icon?: MenuIcon;
  run: () => void | Promise<void>;
  isShown?: () => boolean;
}

export function addOwnMenus(
  injector: Injector,
  grid: Grid,
  words: PageWords,
  listeners: OwnMenuListeners,
): OwnMenus {
  const commands = injector.get(ICommandService);
  const activeSheet = () => grid.workbook().getActiveSheet();
  /** First selected column, from 0. */
  const column = (): number =>
    injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range.startColumn ?? 0;
  const extra = (): SheetExtra => (activeSheet().getCustomMetadata() ?? {}) as SheetExtra;

  function sort(ascending: boolean): void {
    const sheet = activeSheet().getName();
    listeners.onWish({ edits: [{ op: 'sort', sheet, column: column() + 1, ascending }] });
  }

  async function filter(at = column()): Promise<void> {
    const sheet = activeSheet();
    const place = filteredColumn(sheet, at);
    const name = String(sheet.getCellRaw(place.header, at)?.v ?? '');
    const styles = grid.workbook().getStyles();
    const choices = columnValues(sheet, styles, place, readLocale(grid.locale));
    if (choices.length === 0) {
      listeners.onNotice(words.nothingToFilter);
      return;
    }
    const show = await askFilter(name, choices, words);
    if (!show) return;
    listeners.onWish({ edits: [{ op: 'filter', sheet: sheet.getName(), column: at + 1, show }] });
  }

  /** The column in the tab's filter, or as a new filter would take it. */
  function filteredColumn(sheet: Worksheet, at: number): FilteredColumn {
    const present = extra().filter;
    if (!present || at + 1 < present.column || at + 1 >= present.column + present.columns) {
      return { column: at, header: Math.max(1, sheet.getFreeze().ySplit) - 1, hide: [] };
    }
    const header = present.row - 1;
    const hide = present.criteria.find((one) => one.column === at + 1)?.hide ?? [];
    return { column: at, header, last: header + present.rows - 1, hide };
  }

  const onTab = (op: 'clearFilter' | 'protect' | 'unprotect') => () =>
    listeners.onWish({ edits: [{ op, sheet: activeSheet().getName() }] });

  function add(position: ContextMenuPosition, group: ContextMenuGroup, entries: Entry[]): void {
    const schema: Record<string, unknown> = {};
    entries.forEach(({ id, title, icon, run, isShown }, order) => {
      const commandId = `workbench.command.${id}`;
      commands.registerCommand({
        id: commandId,
        type: CommandType.COMMAND,
        handler: async () => {
          await run();
          return true;
        },
      });
      schema[commandId] = {
        // After the grid's own entries of the same group.
        order: 20 + order,
        menuItemFactory: () => ({
          id: commandId,
          type: MenuItemType.BUTTON,
          title,
          ...(icon ? { icon: iconName(icon) } : {}),
          ...(isShown ? { hidden$: defer(() => of(!isShown())) } : {}),
        }),
      };
    });
    injector.get(IMenuManagerService).mergeMenu({ [position]: { [group]: schema } });
  }

  registerIcons(injector);
  add(ContextMenuPosition.COL_HEADER, ContextMenuGroup.DATA, [
    {
      id: 'sort-ascending',
      title: words.sortAscending,
      icon: 'SortAscending',
      run: () => sort(true),
    },
    {
      id: 'sort-descending',
      title: words.sortDescending,
      icon: 'SortDescending',
      run: () => sort(false),
    },
    { id: 'filter', title: words.filterByValues, icon: 'Filter', run: () => filter() },
    {
      id: 'remove-filter',
      title: words.removeFilter,
      icon: 'RemoveFilter',
      run: onTab('clearFilter'),
      isShown: () => extra().filter !== undefined,
    },
  ]);
  add(ContextMenuPosition.FOOTER_TABS, ContextMenuGroup.OTHERS, [
    {
      id: 'protect',
      title: words.protectTab,
      run: onTab('protect'),
      isShown: () => !extra().guarded,
    },
    {
      id: 'unprotect',
      title: words.unprotectTab,
      run: onTab('unprotect'),
      isShown: () => extra().guarded === true,
    },
  ]);
  return { filter };
}
