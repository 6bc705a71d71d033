// Checks that cells that look alike go to the host together.
import { groupLooks } from './looks';

test('cells of one look go together, each look once', () => {
  const bold = { bold: true };
  expect(
    groupLooks([
      { row: 1, column: 2, look: bold },
      { row: 1, column: 3, look: {} },
      { row: 2, column: 2, look: { bold: true } },
    ]),
  ).toEqual([
    {
      look: bold,
      cells: [
        [1, 2],
        [2, 2],
      ],
    },
    { look: {}, cells: [[1, 3]] },
  ]);
});
