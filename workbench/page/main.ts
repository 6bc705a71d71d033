// The workbench page: draws the workbook, keeps it in step with the host and shows the add-on's sidebar.
import '@univerjs/preset-sheets-core/lib/index.css';
import './styles.css';
import { LifecycleService, LifecycleStages } from '@univerjs/core';
import type { MenuItem } from '../host/api';
import { showCellHints } from './cell-hints';
import { createChartLayer } from './chart-layer';
import { client, type EventBatch, type PageEvent } from './client';
import { make } from './dom';
import { createEditQueue } from './edit-queue';
import { teachEditor } from './editor-help';
import { watchEdits } from './edits';
import { showFilterMarks } from './filter-marks';
import { createFollower } from './follow';
import { registerFunctions } from './functions';
import { createGrid } from './grid';
import { createNotices } from './notices';
import { addOwnMenus } from './own-menus';
import { createPainting } from './painting';
import { watchResults } from './results';
import { watchRowHeights } from './row-heights';
import { watchSelection } from './selection';
import { createSidebarFrame } from './sidebar-frame';
import { restoreTabNames } from './tab-names';
import { createTopBar } from './top-bar';
import { startEngine } from './univer';
import { guardGrid } from './unsupported';
import { pageWords } from './words';

async function startPage(root: HTMLElement): Promise<void> {
  const notices = createNotices();
  root.append(
    make('div', { class: 'loading' }, pageWords(navigator.language).opening),
    notices.element,
  );

  let words = pageWords(navigator.language);

  // Listening begins before the snapshot is taken, so that nothing falls between the two.
  let apply: (batch: EventBatch) => void;
  const early: EventBatch[] = [];
  apply = (batch) => void early.push(batch);
  let wasLost = false;
  await new Promise<void>((resolve) => {
    client.listen(
      (batch) => apply(batch),
      () => {
        // The server was started again: its workbook may be another one.
        if (wasLost) window.location.reload();
        resolve();
      },
      () => {
        wasLost = true;
        bar?.setStatus(words.lost);
      },
    );
  });

  let bar: ReturnType<typeof createTopBar> | null = null;
  const [info, first] = await Promise.all([client.info(), client.snapshot()]);
  words = pageWords(first.workbook.locale);

  async function runItem(item: MenuItem): Promise<void> {
    bar?.setStatus(words.working);
    try {
      const answer = await client.run(item.function);
      if (!answer.ok) notices.show(answer.error.message, item.label);
    } catch (error) {
      notices.show((error as Error).message, item.label);
    } finally {
      bar?.setStatus('');
    }
  }

  bar = createTopBar(info, words, (item) => void runItem(item));
  const sidebar = createSidebarFrame(
    info.sidebarOrigin,
    (open) => {
      bar?.setSidebarOpen(open);
      window.dispatchEvent(new Event('resize'));
      if (!open) bar?.focusOpenButton();
    },
    () => document.querySelector<HTMLElement>('#grid canvas')?.focus(),
    words.closeSidebar,
  );
  // The grid takes its own element for itself alone.
  const gridPlace = make('div', { class: 'grid-place' }, make('main', { id: 'grid' }));
  root.replaceChildren(
    bar.element,
    make('div', { class: 'workspace' }, gridPlace, sidebar.element),
    notices.element,
  );

  const { univer, api } = startEngine('grid', first.workbook.locale.slice(0, 2));
  const injector = univer.__getInjector();
  teachEditor(injector);
  const grid = createGrid(injector, api);
  grid.open(first.workbook);
  // The grid's services stand once a workbook is open.
  const painting = createPainting(injector);
  const charts = createChartLayer(injector, grid, gridPlace);
  const rows = watchRowHeights(injector, grid);
  painting.open(first.workbook);
  charts.open(first.workbook);
  rows.grow();
  const memory = registerFunctions(injector, info.functions);
  const results = watchResults(injector, grid, memory);
  showCellHints(injector, api, grid, results);

  const queue = createEditQueue(client, {
    onChanging: (changing) => bar?.setStatus(changing ? words.working : ''),
    onChanged: () => grid.forgetSteps(),
    onRefused(message) {
      notices.show(message);
      restoreTabNames(grid.workbook());
    },
  });
  guardGrid(api, grid, {
    onBlocked: () => notices.show(words.blocked),
    onNewSheet: () => {
      const taken = grid
        .workbook()
        .getSheets()
        .map((sheet) => sheet.getName());
      let number = taken.length + 1;
      while (taken.includes(`${words.newSheet}${number}`)) number++;
      queue.change({ edits: [{ op: 'addSheet', sheet: `${words.newSheet}${number}` }] });
    },
    onWish: (wish) => queue.change(wish),
    isChanging: () => queue.underWay !== null,
  });

  const ownMenus = addOwnMenus(injector, grid, words, {
    onWish: (wish) => queue.change(wish),
    onNotice: (message) => notices.show(message),
  });
  showFilterMarks(injector, (column) => void ownMenus.filter(column));
  const onSheet = (gridId: string, send: (sheet: string) => void): void => {
    const sheet = grid.sheet(gridId)?.getName();
    if (sheet !== undefined) send(sheet);
  };
  watchEdits(injector, grid, {
    onEdit(gridId, cells) {
      for (const cell of cells) memory.forget(gridId, cell.row - 1, cell.column - 1);
      onSheet(gridId, (sheet) => queue.type(sheet, cells));
    },
    onDress: (gridId, looks) => onSheet(gridId, (sheet) => queue.dress(sheet, looks)),
    onWiden: (gridId, columns) => onSheet(gridId, (sheet) => queue.widen(sheet, columns)),
    onFreeze: (gridId, rows, columns) =>
      onSheet(gridId, (sheet) => queue.change({ edits: [{ op: 'freeze', sheet, rows, columns }] })),
  });

  let sidebarShown = 0;
  function openSidebar({ title, version }: { title: string; version: number }, take: boolean) {
    if (version <= sidebarShown) return;
    sidebarShown = version;
    sidebar.open(title, version, take);
  }

  function show(event: PageEvent): void {
    if (event.kind === 'cells') {
      grid.applyCells(event.sheetId, event.row, event.column, event.cells);
    } else if (event.kind === 'paint') painting.repaint(event.sheetId, event.painted);
    else if (event.kind === 'names') grid.applyNames(event.names);
    else if (event.kind === 'activate') grid.activate(event.sheetId, event.a1);
    else if (event.kind === 'sidebar') openSidebar(event, true);
    else if (event.kind === 'toast') notices.show(event.message, event.title);
  }

  const follow = createFollower(first.sequence, {
    async redraw() {
      const { sequence, workbook } = await client.snapshot();
      grid.open(workbook, queue.underWay);
      painting.open(workbook);
      charts.open(workbook);
      rows.grow();
      results.restart(workbook.revision);
      return sequence;
    },
    show,
    onShown: (sequence) => queue.drawn(sequence),
    onRevision: (revision) => results.expect(revision),
    onFailed(error) {
      console.error(error);
      notices.show(error.message);
    },
  });
  queue.drawn(first.sequence);
  results.restart(first.workbook.revision);
  if (info.sidebar) openSidebar(info.sidebar, false);
  // Parts of the grid, such as its scroll position, exist only from now on: the first click may be earlier.
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  apply = follow;
  watchSelection(injector, grid, (sheet, a1) => queue.select(sheet, a1));
  for (const batch of early) follow(batch);
  document.documentElement.dataset.ready = 'true';
}

const root = document.getElementById('workbench');
if (root) {
  startPage(root).catch((error: Error) => {
    console.error(error);
    root.replaceChildren(
      make('div', { class: 'loading' }, `The spreadsheet could not be opened: ${error.message}`),
    );
  });
}
