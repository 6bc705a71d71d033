// The days of the ledger as people see them.

import { draw, everything, gappy, opened, page } from './drawn';

test('the history names each gap and offers those Meta still has', () => {
  const state = opened({ coverage: gappy });
  const elements = everything(draw(state));
  expect(page(state)).toMatch(/Jul 1\s–\s31, 2026 31 days in the sheet/);
  expect(page(state)).toContain('23 days missing. Meta no longer has them.');
  const fetches = elements.filter(({ props }) =>
    String(props['aria-label']).startsWith('Fetch the missing days'),
  );
  expect(fetches).toHaveLength(1);
  expect(page(state)).toContain('38 days missing. Meta still has them.');
});
