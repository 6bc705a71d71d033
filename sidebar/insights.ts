// Switching template insights on at Meta, which cannot be undone: what was asked, agreed to and done.

import type { Account } from '../src/rpc/contract';
import type { Tools } from './controller';
import type { State } from './state';

/** The question, and later its answer. Nothing is sent before both an account and a yes are there. */
export interface Insights {
  /** Null until the person says which of several accounts. */
  accountId: string | null;
  /** Whether the person ticked that it cannot be undone. */
  understood: boolean;
  /** Name of the account they are on for now, or null while it is still a question. */
  enabled: string | null;
}

export type InsightsAct =
  | { do: 'ask'; accountId: string | null }
  | { do: 'choose'; accountId: string | null }
  | { do: 'understand'; understood: boolean }
  | { do: 'refuse' }
  | { do: 'enabled'; account: string };

/** The account a refusal is about: the one it names, or the only one there is. */
function accountAsked(accounts: readonly Account[], accountId: string | null): string | null {
  if (accounts.some(({ id }) => id === accountId)) return accountId;
  return accounts.length === 1 ? (accounts[0]?.id ?? null) : null;
}

/** What changes in the state; a yes given for one account is never taken for another. */
export function insightsAfter(state: State, act: InsightsAct): Partial<State> {
  const { insights, status } = state;
  switch (act.do) {
    case 'ask': {
      const accountId = accountAsked(status?.accounts ?? [], act.accountId);
      return { insights: { accountId, understood: false, enabled: null } };
    }
    case 'choose':
      return {
        insights: insights && { ...insights, accountId: act.accountId, understood: false },
      };
    case 'understand':
      return { insights: insights && { ...insights, understood: act.understood } };
    case 'refuse':
      return { insights: null };
    case 'enabled':
      return {
        insights: insights && { ...insights, enabled: act.account },
        task: null,
        failure: null,
        // The server has forgotten the failure that led here too.
        status: status && { ...status, lastFailure: null },
      };
  }
}

export function insightsActs({ state, dispatch, perform, focus }: Tools) {
  const tell = (act: InsightsAct) => dispatch({ type: 'insights', act });
  return {
    askInsights: (accountId: string | null) => {
      tell({ do: 'ask', accountId });
      focus('insights');
    },
    chooseInsightsAccount: (accountId: string) =>
      tell({ do: 'choose', accountId: accountId || null }),
    understandInsights: (understood: boolean) => tell({ do: 'understand', understood }),
    refuseInsights: () => {
      tell({ do: 'refuse' });
      const { failure, run } = state();
      focus(failure ? 'failure' : run ? 'result' : 'daily');
    },
    enableInsights: async () => {
      const { accountId, understood, enabled } = state().insights ?? {};
      if (!accountId || !understood || enabled || state().task) return;
      const answer = await perform('insights', 'enableInsights', { accountId, understood: true });
      if (!answer) return;
      tell({ do: 'enabled', account: answer.account });
      focus('insights');
    },
  };
}
