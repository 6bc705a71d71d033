// Checks from outside the browser of formulas: the value before, the text in the cell, and all that is never written over.
import { openShop, type Shop } from './shop';
import { changedCells, type Loose } from './workbench';

let shop: Shop;
afterEach(() => shop.close());

const select = (sheet: string, a1: string): Promise<void> =>
  shop.bench.edit('select', sheet, { a1 });
const call = (name: string, values: Record<string, string>) => ({ formula: { name, values } });
const preview = async (name: string, values: Record<string, string>): Promise<Loose> =>
  ((await shop.bench.rpc('previewFormula', call(name, values))) as Loose).value;
const insert = (name: string, values: Record<string, string>): Promise<Loose> =>
  shop.bench.rpc('insertFormula', call(name, values));
const live = { live: true };

/** An insertion that must be refused, with its code; nothing may have changed. */
async function refused(name: string, values: Record<string, string>): Promise<Loose> {
  const before = await shop.bench.dump();
  const answer = await insert(name, values);
  expect(answer.ok).toBe(false);
  expect(changedCells(before, await shop.bench.dump())).toEqual([]);
  return answer.error;
}

test.each([
  ['en_US', ', ', 'Sheet1'],
  ['pt_BR', '; ', 'Página1'],
])(
  'a formula is shown as a cell would show it and lands in the selected cell: %s',
  async (locale, separator, firstTab) => {
    shop = await openShop({ seed: 71, templates: 8, days: 40 }, {}, ['--locale', locale]);
    const { bench } = shop;
    const nothing = await preview('WA_SPENT', {});
    expect(nothing.value.kind).toBe('refusal');
    await shop.sync();
    const asked = shop.graph.seen.length;
    const name = shop.account.templates[0]?.name as string;
    const from = shop.from;
    const to = shop.today();
    await bench.edit('addSheet', 'Plan');
    await select('Plan', 'B3');

    // One value.
    const values = { template: name, from, to };
    const spent = await bench.formula('WA_SPENT', name, from, to, live);
    expect(await preview('WA_SPENT', values)).toEqual({
      value: { kind: 'value', value: spent.value },
    });
    const written = [`"${name}"`, `"${from}"`, `"${to}"`, 'WA_LIVE'].join(separator);
    const before = await bench.dump();
    const made = await insert('WA_SPENT', values);
    expect(made.value).toEqual({ tab: 'Plan', cell: 'B3', formula: `=WA_SPENT(${written})` });
    const changed = changedCells(before, await bench.dump());
    expect(changed.filter((one) => !one.startsWith('Plan!3,2'))).toEqual([]);
    expect((await bench.range('Plan', 'B3')).formulas[0]?.[0]).toBe(made.value.formula);

    // The cell is taken now.
    expect(await refused('WA_SENT', values)).toMatchObject({
      code: 'cell-taken',
      message: expect.stringContaining('B3'),
    });

    // A table, as one formula, with the rows that are not shown counted.
    const whole = await bench.formula('WA_TABLE', 'spent, clicks', '*', from, to, 'day', live);
    const table = { metrics: 'spent, clicks', template: '*', from, to, by: 'day' };
    expect((await preview('WA_TABLE', table)).value).toEqual({
      kind: 'table',
      rows: whole.value.slice(0, 6),
      more: whole.value.length - 6,
    });
    const size = whole.value.length;
    await bench.type('Plan', `F${4 + size}`, [["'mine"]]);
    await select('Plan', 'D5');
    const blocked = await refused('WA_TABLE', table);
    expect(blocked.code).toBe('cell-taken');
    expect(blocked.message).toContain(`F${4 + size}`);
    expect(blocked.message).toContain(`D5:F${4 + size}`);
    await select('Plan', 'D4');
    const tableMade = await insert('WA_TABLE', table);
    expect(tableMade.value).toMatchObject({ tab: 'Plan', cell: 'D4' });
    expect((await bench.range('Plan')).formulas.flat().filter(Boolean)).toHaveLength(2);

    // At the very end of the grid it grows by what the answer needs.
    const shape = async () =>
      (await bench.json('GET', '/api/sheets')).find((one: Loose) => one.name === 'Plan');
    const { rows, columns } = await shape();
    await select('Plan', `Z${rows}`);
    expect((await insert('WA_TABLE', table)).ok).toBe(true);
    expect(await shape()).toMatchObject({ rows: rows + size - 1, columns: columns + 2 });

    // What a cell would refuse is not inserted, and its sentence is told.
    await select(firstTab, 'A1');
    const wrong = { template: 'there is none such', from, to };
    const sentence = (await bench.formula('WA_READ', wrong.template, from, to, live)).error.message;
    const shown = await preview('WA_READ', wrong);
    expect(shown.value.kind).toBe('refusal');
    expect(sentence).toContain(shown.value.text);
    const error = await refused('WA_READ', wrong);
    expect(error.code).toBe('formula-refused');
    expect(error.message).toContain(shown.value.text);

    // The time of the last sync.
    const synced = await preview('WA_LAST_SYNC', {});
    expect(synced.value.value).toBeGreaterThan(40_000);
    expect(shop.graph.seen.length).toBe(asked);
  },
  120_000,
);

test('our own tabs, protected ones and merged cells are left alone', async () => {
  shop = await openShop({ seed: 72, templates: 6, days: 30 });
  const { bench, account } = shop;
  await shop.sync();
  const report = await bench.rpc('report', {
    accountId: account.id,
    templateId: account.templates[0]?.id,
  });
  const { tab } = (report as Loose).value;
  await bench.edit('renameSheet', 'WA Daily', { name: 'My numbers' });
  await bench.edit('showSheet', 'WA Index');
  for (const own of ['My numbers', 'WA Buttons', 'WA Templates', 'WA Log', 'WA Index', tab]) {
    await select(own, 'Z900');
    const error = await refused('WA_SENT', {});
    expect([own, error.code]).toEqual([own, 'own-tab']);
    expect(error.message).toContain(own);
  }

  await bench.edit('addSheet', 'Closed');
  await bench.edit('protect', 'Closed', { a1: 'C1:C9' });
  await select('Closed', 'C2');
  const closed = await refused('WA_SENT', {});
  expect(closed.code).toBe('tab-protected');
  expect(closed.hint).not.toContain('sync');
  // A table that only reaches into the protected part.
  await select('Closed', 'B2');
  expect((await refused('WA_TABLE', {})).code).toBe('tab-protected');
  expect((await insert('WA_SENT', {})).value).toMatchObject({ tab: 'Closed', cell: 'B2' });

  await bench.edit('addSheet', 'Merged');
  await bench.edit('merge', 'Merged', { a1: 'A1:B2' });
  await select('Merged', 'A1');
  expect((await refused('WA_TABLE', {})).code).toBe('cell-rule');
  expect((await insert('WA_SENT', {})).value).toMatchObject({ tab: 'Merged', cell: 'A1' });

  // A formula that shows nothing fills its cell too.
  await bench.type('Merged', 'D1', [['=""']]);
  await select('Merged', 'D1');
  expect((await refused('WA_SENT', {})).code).toBe('cell-taken');
}, 120_000);
