// Changes between two periods, worked out by hand.
import { changeOf } from './change';

test.each([
  [150, 100, 0.5],
  [50, 100, -0.5],
  [0, 100, -1],
  [100, 100, 0],
  [1, 3, -0.66666666666667],
  [0.3, 0.1, 2],
  [5, 0, null],
  [0, 0, null],
  [null, 100, null],
  [100, null, null],
])('from %2$p to %1$p is a change of %3$p', (value, before, change) => {
  expect(changeOf(value, before)).toBe(change);
});
