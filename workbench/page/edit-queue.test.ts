// Checks the order in which edits reach the host, and how long the grid is held.
import { createEditQueue } from './edit-queue';
import type { Wish } from './structure';

const insert: Wish = { edits: [{ op: 'insertRows', sheet: 'Plan', at: 1, count: 1 }] };

/** A host that writes down what reaches it; edits end with batch 7. */
function start(refuse = false) {
  const seen: string[] = [];
  const log = (line: string) => async () => {
    // Some time passes, so that a second call would overtake a first one that nobody waits for.
    await new Promise((resolve) => setTimeout(resolve, 1));
    seen.push(line);
  };
  const queue = createEditQueue(
    {
      type: log('type'),
      dress: log('dress'),
      widen: log('widen'),
      async edit(edit) {
        await log(edit.op === 'select' ? `select ${edit.a1}` : edit.op)();
        if (refuse) throw new Error('No.');
        return 7;
      },
    },
    {
      onChanging: (changing) => seen.push(changing ? 'hold' : 'free'),
      onChanged: () => seen.push('changed'),
      onRefused: (message) => seen.push(message),
    },
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
  return { queue, seen, settle };
}

test('what was typed before a change reaches the host before it', async () => {
  const { queue, seen, settle } = start();
  queue.type('Plan', []);
  queue.dress('Plan', []);
  queue.change(insert);
  await settle();
  expect(seen).toEqual(['hold', 'type', 'dress', 'insertRows']);
});

test('of selections that come while the host is busy only the last is sent, behind what was typed', async () => {
  const { queue, seen, settle } = start();
  queue.type('Plan', []);
  queue.select('Plan', 'A1');
  queue.select('Plan', 'B2');
  await settle();
  queue.select('Plan', 'C3');
  await settle();
  expect(seen).toEqual(['type', 'select B2', 'select C3']);
});

test('a selection the host does not take is no complaint', async () => {
  const { queue, seen, settle } = start(true);
  queue.select('Gone', 'A1');
  queue.type('Plan', []);
  await settle();
  expect(seen).toEqual(['select A1', 'type']);
});

test('the grid is held until it shows the change, and other changes are dropped meanwhile', async () => {
  const { queue, seen, settle } = start();
  queue.change(insert);
  queue.change(insert);
  await settle();
  queue.drawn(6);
  await settle();
  expect(queue.underWay).toBe(insert);
  queue.drawn(7);
  await settle();
  expect(queue.underWay).toBeNull();
  expect(seen).toEqual(['hold', 'insertRows', 'changed', 'free']);
  queue.change(insert);
  await settle();
  expect(seen.slice(4)).toEqual(['hold', 'insertRows', 'changed', 'free']);
});

test('a refusal is told, frees the grid and leaves out the rest of the wish', async () => {
  const { queue, seen, settle } = start(true);
  queue.change({ edits: [...insert.edits, ...insert.edits] });
  await settle();
  expect(seen).toEqual(['hold', 'insertRows', 'No.', 'free']);
  expect(queue.underWay).toBeNull();
});

test('a wish without edits asks nothing', async () => {
  const { queue, seen, settle } = start();
  queue.change({ edits: [] });
  await settle();
  expect(seen).toEqual([]);
});
