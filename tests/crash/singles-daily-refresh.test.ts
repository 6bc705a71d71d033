// Dies at every service call of a daily refresh beside a user's own columns, and while Google keeps the lock.
import { crashEverywhere } from './everywhere';
import { runReference } from './reference';
import { density, describeSingles } from './singles';
import { dailyRefresh } from './stories';

describeSingles(
  'daily refresh',
  () => dailyRefresh({ seed: 502, templates: 60, days: 89, density }),
  { lost: 30, kept: 30, half: 40 },
);

test('a formula column in the last row is filled down to the new rows', () => {
  const { beforeView, afterView } = runReference(
    dailyRefresh({ seed: 504, templates: 20, days: 30, density: 0.3 }),
  );
  const fresh = afterView.rows.filter((row) => !beforeView?.byKey.has(row.key));
  expect(fresh.length).toBeGreaterThan(3);
  for (const row of fresh) {
    expect([...row.theirs.keys()].sort()).toEqual(['Cost per sent', 'Double']);
    expect(row.theirs.get('Double')).toMatch(/^=2\*\$[A-Z]+\{row\}$/);
    expect(row.theirs.get('Cost per sent')).toMatch(/^=[A-Z]+\{row\}\/[A-Z]+\{row\}$/);
  }
});

test('a dead execution whose lock Google keeps is waited for, and then it is as if it had been freed', () => {
  const reference = runReference(
    dailyRefresh({ seed: 505, templates: 12, days: 20, density: 0.4 }),
  );
  const { faults, crashes } = crashEverywhere(reference, {
    pending: ['half'],
    everyCall: true,
    most: 80,
    lock: 'held',
  });
  expect(crashes).toBeGreaterThan(50);
  expect(faults.slice(0, 8)).toEqual([]);
}, 120_000);
