// Long texts in a store: whole, the one before, or nothing, whatever moment the run dies.
import { getLong, removeLong, setLong } from './stored-text';
import { storeInMemory } from './testing/memory-store';

const [OLD, NEW] = ['a'.repeat(6_500), 'b'.repeat(6_500)];

test('a text of any length is kept, replaced and removed without a rest', () => {
  const store = storeInMemory();
  for (const length of [0, 1, 3_000, 3_001, 400_000, 20]) {
    const text = 'é'.repeat(length);
    setLong(store, 'x', text);
    expect(getLong(store, 'x')).toBe(text);
  }
  expect(store.keys()).toHaveLength(2);
  removeLong(store, 'x');
  expect(getLong(store, 'x')).toBeNull();
  expect(store.keys()).toEqual([]);
});

test.each(Array.from({ length: 8 }, (_, i) => i))(
  'a run that dies after %i writes leaves the old text or the new one, never a mix',
  (writes) => {
    const store = storeInMemory();
    setLong(store, 'x', OLD);
    store.dieAfter(writes);
    try {
      setLong(store, 'x', NEW);
    } catch {
      // It died, as planned.
    }
    expect(getLong(store, 'x')).toBe(writes < 4 ? OLD : NEW);
  },
);

test('a part that was changed is noticed', () => {
  const store = storeInMemory();
  setLong(store, 'x', OLD);
  const part = store.keys().find((key) => key !== 'x') ?? '';
  store.set(part, 'c'.repeat(3_000));
  expect(getLong(store, 'x')).toBeNull();
});

test('a store without room for it keeps the text before and no part of the new one', () => {
  const store = storeInMemory();
  setLong(store, 'x', OLD);
  const before = store.keys();
  const full = {
    ...store,
    set: (key: string, value: string) => {
      if (key.endsWith('2')) throw new Error('You have exceeded the property storage quota.');
      store.set(key, value);
    },
  };
  expect(() => setLong(full, 'x', NEW)).toThrow('quota');
  expect(getLong(store, 'x')).toBe(OLD);
  expect(store.keys()).toEqual(before);
});
