// Formulas that stay old after a sync: looking for them, adding what they lack, putting former texts back.

import type { Contract, LiveFormulas } from '../src/rpc/contract';
import type { Tools } from './controller';
import type { State } from './state';

/** What was done last: formulas changed or restored, skipped as they were, left for another press. */
export type FreshDone =
  | ({ what: 'added' } & Contract['addLive']['output'])
  | ({ what: 'restored' } & Contract['undoLive']['output']);

export interface Fresh {
  /** What a look found; null before the first one. */
  found: LiveFormulas | null;
  /** What was asked for last, for another try. */
  asked: 'look' | 'add' | 'forget' | 'undo';
  done: FreshDone | null;
}

export type FreshAct =
  | { do: 'ask'; asked: Fresh['asked'] }
  | { do: 'found'; found: LiveFormulas }
  | { do: 'done'; done: FreshDone };

export const noFresh: Fresh = { found: null, asked: 'look', done: null };

export function freshAfter({ fresh }: State, act: FreshAct): Partial<State> {
  switch (act.do) {
    case 'ask':
      return { fresh: { ...fresh, asked: act.asked } };
    case 'found':
      return { fresh: { ...fresh, found: act.found }, task: null };
    case 'done':
      return { fresh: { ...fresh, done: act.done } };
  }
}

export function freshActs({ state, dispatch, perform, focus }: Tools) {
  const tell = (act: FreshAct) => dispatch({ type: 'fresh', act });

  /** Every end shows what the sheet then has; only what was done is repeated after a failure. */
  async function look(): Promise<boolean> {
    tell({ do: 'ask', asked: 'look' });
    const found = await perform('fresh', 'formulas', {});
    if (found) tell({ do: 'found', found });
    return found !== null;
  }

  async function change(asked: 'add' | 'forget' | 'undo'): Promise<void> {
    if (state().task) return;
    tell({ do: 'ask', asked });
    const done = asked === 'undo' ? await undo() : await add(asked === 'forget');
    if (!done) return;
    tell({ do: 'done', done });
    if (await look()) focus('fresh-done');
  }
  const add = async (forget: boolean): Promise<FreshDone | null> => {
    const answer = await perform('fresh', 'addLive', forget ? { forget } : {});
    return answer && { what: 'added', ...answer };
  };
  const undo = async (): Promise<FreshDone | null> => {
    const answer = await perform('fresh', 'undoLive', {});
    return answer && { what: 'restored', ...answer };
  };

  return {
    /** What runs now is not disturbed; a button looks later. */
    lookForOld: async () => {
      if (!state().task) await look();
    },
    addLive: () => change('add'),
    addLiveForGood: () => change('forget'),
    undoLive: () => change('undo'),
    retryFresh: async () => {
      const { asked } = state().fresh;
      if (asked === 'look') await look();
      else await change(asked);
    },
  };
}

/** The text a formula becomes, in pieces: those that are new and those it has already. */
export function freshPieces(formula: string, fresh: string): { text: string; added: boolean }[] {
  const pieces: { text: string; added: boolean }[] = [];
  let old = 0;
  let from = 0;
  for (const { 0: text, index } of fresh.matchAll(/[;,]? ?WA_LIVE/g)) {
    const gap = fresh.slice(from, index);
    if (formula.startsWith(gap + text, old)) continue;
    if (gap) pieces.push({ text: gap, added: false });
    pieces.push({ text, added: true });
    old += gap.length;
    from = index + text.length;
  }
  const rest = fresh.slice(from);
  return rest ? [...pieces, { text: rest, added: false }] : pieces;
}
