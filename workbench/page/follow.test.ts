// Checks that no event is lost or shown twice while the page draws the workbook anew.
import type { PageEvent } from './client';
import { createFollower } from './follow';

const reload: PageEvent = { kind: 'reload' };
const names: PageEvent = { kind: 'names', names: [] };
const sidebar: PageEvent = { kind: 'sidebar', title: 'Add-on', version: 1 };
const toast: PageEvent = { kind: 'toast', message: 'Done', title: '' };

/** A page that shows batch 3 and writes down what it shows; each drawing ends when the test says so. */
function start() {
  const seen: (string | number)[] = [];
  const drawings: { end: (sequence: number) => void; fail: () => void }[] = [];
  const follow = createFollower(3, {
    redraw: () =>
      new Promise((resolve, reject) => {
        seen.push('redraw');
        drawings.push({ end: resolve, fail: () => reject(new Error('Not drawn.')) });
      }),
    show(event) {
      if (event.kind === 'activate') throw new Error('No such tab.');
      if (event.kind === 'cells') throw new Error('No such cells.');
      seen.push(event.kind);
    },
    onShown: (sequence) => seen.push(sequence),
    onRevision: (revision) => seen.push(`revision ${revision}`),
    onFailed: (error) => seen.push(error.message),
  });
  const send = (sequence: number, ...events: PageEvent[]) =>
    follow({ sequence, revision: sequence * 10, events });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { send, seen, drawings, settle };
}

test('a batch is shown in its order and said to be shown', () => {
  const { send, seen } = start();
  send(4, names, toast);
  expect(seen).toEqual(['names', 'toast', 4, 'revision 40']);
});

test('after drawing anew only what no workbook holds is shown of the batch', async () => {
  const { send, seen, drawings, settle } = start();
  send(4, reload, names, sidebar);
  expect(seen).toEqual(['redraw']);
  drawings[0]?.end(4);
  await settle();
  expect(seen).toEqual(['redraw', 'sidebar', 4]);
});

test('a sidebar asked for while all is drawn anew opens, though the drawing holds its batch', async () => {
  const { send, seen, drawings, settle } = start();
  send(4, reload);
  send(5, names, sidebar);
  send(6, names);
  drawings[0]?.end(5);
  await settle();
  expect(seen).toEqual(['redraw', 5, 'sidebar', 'names', 6, 'revision 60']);
});

test('a drawing that fails is said and keeps no sidebar shut; the next batch draws again', async () => {
  const { send, seen, drawings, settle } = start();
  send(4, reload, sidebar);
  drawings[0]?.fail();
  await settle();
  expect(seen).toEqual(['redraw', 'Not drawn.', 'sidebar', 4]);
  send(5, names);
  drawings[1]?.end(5);
  await settle();
  expect(seen.slice(4)).toEqual(['redraw', 5]);
  send(6, names);
  expect(seen.slice(6)).toEqual(['names', 6, 'revision 60']);
});

test('an event that cannot be shown is said and keeps back none after it', () => {
  const { send, seen } = start();
  send(4, { kind: 'activate', sheetId: 1, a1: null }, sidebar);
  expect(seen).toEqual(['No such tab.', 'sidebar', 4, 'revision 40']);
});

test('cells that do not fit make the next batch draw anew', () => {
  const { send, seen } = start();
  send(4, { kind: 'cells', sheetId: 1, row: 1, column: 1, cells: [] });
  send(5, toast);
  expect(seen).toEqual(['No such cells.', 4, 'revision 40', 'redraw']);
});

test('what a page hears before its first drawing is shown once', () => {
  const { send, seen } = start();
  send(2, names, toast);
  send(3, reload, sidebar);
  expect(seen).toEqual(['toast', 'sidebar']);
});
