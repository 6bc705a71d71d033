// Report tabs of single templates: which template, making one, bringing one up to date.

import type { Contract } from '../src/rpc/contract';
import type { Tools } from './controller';
import type { State } from './state';

type ReportOf = Contract['report']['input'];

export interface Reports {
  /** Whether the section was opened; until then nothing of it is read or drawn. */
  opened: boolean;
  search: string;
  /** The template chosen for a new report. */
  templateId: string | null;
  /** What was asked for last, for another try. */
  asked: ReportOf | null;
  /** The tab made or brought up to date last. */
  made: string | null;
}

export type ReportsAct =
  | { do: 'open' }
  | { do: 'search'; search: string }
  | { do: 'choose'; templateId: string }
  | { do: 'ask'; of: ReportOf }
  | { do: 'made'; of: ReportOf; tab: string };

export const noReports: Reports = {
  opened: false,
  search: '',
  templateId: null,
  asked: null,
  made: null,
};

export function reportsAfter(state: State, act: ReportsAct): Partial<State> {
  const { reports, status } = state;
  switch (act.do) {
    case 'open':
      return { reports: { ...reports, opened: true } };
    case 'search':
      return { reports: { ...reports, search: act.search } };
    case 'choose':
      return { reports: { ...reports, templateId: act.templateId, made: null } };
    case 'ask':
      return { reports: { ...reports, asked: act.of, made: null } };
    case 'made': {
      const { accountId, templateId } = act.of;
      const others = (status?.reports ?? []).filter(
        (one) => one.templateId !== templateId || one.accountId !== accountId,
      );
      return {
        reports: { ...reports, made: act.tab },
        status: status && { ...status, reports: [...others, { ...act.of, tab: act.tab }] },
        task: null,
      };
    }
  }
}

export function reportsActs(
  { state, dispatch, perform, focus }: Tools,
  readTemplates: () => Promise<boolean>,
) {
  const tell = (act: ReportsAct) => dispatch({ type: 'reports', act });

  async function make(of: ReportOf): Promise<void> {
    if (state().task) return;
    tell({ do: 'ask', of });
    const answer = await perform('report', 'report', of);
    if (!answer) return;
    tell({ do: 'made', of, tab: answer.tab });
    focus('report-made');
  }

  return {
    openReports: async () => {
      if (!state().reports.opened) tell({ do: 'open' });
      // What runs now is not disturbed; a button reads the list later.
      if (state().templates.list === null && !state().task) await readTemplates();
    },
    searchReport: (search: string) => tell({ do: 'search', search }),
    chooseReport: (templateId: string) => tell({ do: 'choose', templateId }),
    makeReport: async () => {
      const { templateId } = state().reports;
      const template = state().templates.list?.find(({ id }) => id === templateId);
      if (template) await make({ accountId: template.accountId, templateId: template.id });
    },
    updateReport: make,
    remakeReport: async () => {
      const { asked } = state().reports;
      if (asked) await make(asked);
    },
  };
}
