// Adding the live cell when the store has little room: what is changed can be put back, the rest is left.
import { addLiveCell, removeLiveCell, surveyFormulas } from './live-formulas';
import type { FormulaCell, Ports, TextStore } from './ports';
import { storeInMemory } from './testing/memory-store';

/** A store that holds so many characters. */
function storeOf(most: number): TextStore & { size(): number } {
  const store = storeInMemory();
  const size = () => store.keys().reduce((sum, key) => sum + (store.get(key) ?? '').length, 0);
  const set = (key: string, value: string): void => {
    if (size() - (store.get(key) ?? '').length + value.length > most) {
      throw new Error('You have exceeded the property storage quota.');
    }
    store.set(key, value);
  };
  return { get: store.get, remove: store.remove, set, size };
}

/** A file with one formula in each of so many rows. */
function file(rows: number, document: TextStore) {
  const cells: FormulaCell[] = Array.from({ length: rows }, (_, i) => ({
    tabId: 7,
    tab: 'Plan',
    row: i + 1,
    column: 2,
    cell: `B${i + 1}`,
    formula: `=WA_SENT(A${i + 1})`,
  }));
  const formulaCells: Ports['formulaCells'] = {
    list: () => cells.map((cell) => ({ ...cell })),
    live: () => ({ tab: 'WA Index', cell: 'B1' }),
    write: (changes) => {
      for (const { row, to } of changes) (cells[row - 1] as FormulaCell).formula = to;
      return [...changes];
    },
  };
  const ports = {
    document,
    formulaCells,
    separator: () => ';',
    index: { isWhole: () => true },
    lock: { hold: (work: () => unknown) => work() },
  } as unknown as Ports;
  return { ports, texts: () => cells.map(({ formula }) => formula) };
}

test('a store that is nearly full takes fewer, and all of these can be put back', () => {
  const store = storeOf(2_000);
  const { ports, texts } = file(400, store);
  const before = texts();
  const { changed, skipped, left } = addLiveCell(ports);
  expect([changed + left, skipped]).toEqual([400, 0]);
  expect(changed).toBeGreaterThan(20);
  expect(surveyFormulas(ports)).toMatchObject({ undo: changed, fresh: changed, more: left - 200 });
  expect(removeLiveCell(ports)).toEqual({ restored: changed, left: 0 });
  expect(texts()).toEqual(before);
  expect(store.size()).toBe(0);
});

test('a full store changes nothing and keeps what it holds', () => {
  const store = storeOf(3);
  store.set('x', 'abc');
  const { ports, texts } = file(3, store);
  const before = texts();
  expect(addLiveCell(ports)).toEqual({ changed: 0, skipped: 0, left: 3 });
  expect([texts(), store.size()]).toEqual([before, 3]);
});
