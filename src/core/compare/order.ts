// The order of the comparison: one block for each currency, and in it what was spent most on first.
import { compareText } from '../daily';
import { type ComparedTemplate, valueIn } from './comparison';

/** The currency with the most rows first; then by spend, unknown last; then by name, language, ID. */
export function inOrder(rows: readonly ComparedTemplate[]): ComparedTemplate[] {
  const sizes = new Map<string, number>();
  for (const { labels } of rows) {
    sizes.set(labels.currency, (sizes.get(labels.currency) ?? 0) + 1);
  }
  const sized = rows.map((row) => ({
    row,
    size: sizes.get(row.labels.currency) ?? 0,
    spent: valueIn(row, 'spent') ?? -1,
  }));
  return sized
    .sort((a, b) => {
      const [one, other] = [a.row.labels, b.row.labels];
      return (
        b.size - a.size ||
        compareText(one.currency, other.currency) ||
        b.spent - a.spent ||
        compareText(one.template, other.template) ||
        compareText(one.language, other.language) ||
        compareText(one.templateId, other.templateId) ||
        compareText(one.accountId, other.accountId)
      );
    })
    .map(({ row }) => row);
}

/** Rows of one currency, which stand together, as places from 0 in the ordered list. */
export interface Block {
  first: number;
  last: number;
}

export function currencyBlocks(rows: readonly ComparedTemplate[]): Block[] {
  const blocks: Block[] = [];
  rows.forEach(({ labels }, i) => {
    const block = blocks[blocks.length - 1];
    if (block && rows[block.last]?.labels.currency === labels.currency) block.last = i;
    else blocks.push({ first: i, last: i });
  });
  return blocks;
}
