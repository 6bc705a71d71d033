// Where the named cells stand, and which changes of cells a sync of unchanged data may make.
import { changedCells, type RangeAnswer, type Workbench } from './workbench';

export interface NamedCells {
  /** Places as `tab!row,column`. */
  live: string;
  synced: string;
  /** What the live cell says. */
  value: unknown;
}

export async function namedCells(bench: Workbench): Promise<NamedCells> {
  const { workbook } = await bench.json('GET', '/api/page/snapshot');
  const placeOf = (name: string): { sheet: string; a1: string } => {
    const named = workbook.names.find((one: { name: string }) => one.name === name);
    const sheet = workbook.sheets.find((one: { id: number }) => one.id === named.sheetId).name;
    return { sheet, a1: named.a1 };
  };
  const [live, synced] = [placeOf('WA_LIVE'), placeOf('WA_SYNCED')];
  const { values } = await bench.range(live.sheet, live.a1);
  return { live: placeText(live), value: values[0]?.[0], synced: placeText(synced) };
}

function placeText({ sheet, a1 }: { sheet: string; a1: string }): string {
  const match = /^\$?([A-Z]+)\$?(\d+)/.exec(a1);
  const column = [...(match?.[1] ?? '')].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
  return `${sheet}!${match?.[2]},${column}`;
}

/** Changed cells outside the log and the last-sync cell. */
export async function unexpectedChanges(
  bench: Workbench,
  before: Map<string, RangeAnswer>,
): Promise<string[]> {
  const { synced } = await namedCells(bench);
  return changedCells(before, await bench.dump()).filter(
    (cell) => !cell.startsWith('WA Log!') && !cell.startsWith(`${synced} `),
  );
}
