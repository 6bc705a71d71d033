// The browser of formulas: what is searched, chosen and filled in, its value before, and the insertion.

import type { Contract, FormulaPreview, FunctionCall, FunctionName } from '../src/rpc/contract';
import { type BrowseForm, callOf, emptyForm, formFor } from './browse-form';
import type { Tools } from './controller';
import type { Failure } from './failures';
import { languageOf, textsOf } from './language';
import type { State } from './state';

/** The value before the formula is there. Of several that were asked for only the last one counts. */
export type Preview =
  | { is: 'asked' }
  | { is: 'shown'; value: FormulaPreview }
  | { is: 'failed'; failure: Failure };

export interface Browse {
  search: string;
  /** The formula looked at; null shows the list. */
  name: FunctionName | null;
  form: BrowseForm;
  /** What is searched among the templates, to choose one. */
  templateSearch: string;
  /** Null while the form is not filled in. */
  preview: Preview | null;
  /** Where the last formula went. */
  inserted: Contract['insertFormula']['output'] | null;
  copied: State['copied'];
}

export type BrowseAct =
  | { do: 'search'; search: string }
  | { do: 'choose'; name: FunctionName }
  | { do: 'leave' }
  | { do: 'fill'; change: Partial<BrowseForm> }
  | { do: 'search-templates'; search: string }
  | { do: 'preview'; preview: Preview | null }
  | { do: 'insert' }
  | { do: 'inserted'; answer: Contract['insertFormula']['output'] }
  | { do: 'copied'; how: State['copied'] };

export const noBrowse: Browse = {
  search: '',
  name: null,
  form: emptyForm,
  templateSearch: '',
  preview: null,
  inserted: null,
  copied: 'no',
};

export function browseAfter(state: State, act: BrowseAct): Partial<State> {
  const { browse } = state;
  const now = (changes: Partial<Browse>) => ({ browse: { ...browse, ...changes } });
  /** What was said of the formula before means nothing now. */
  const anew = { preview: null, inserted: null, copied: 'no' } as const;
  switch (act.do) {
    case 'search':
      return now({ search: act.search });
    case 'choose': {
      const form = browse.form === emptyForm ? formFor(state) : browse.form;
      return now({ ...anew, name: act.name, form });
    }
    case 'leave':
      return { ...now({ ...anew, name: null }), ...forgetFailure(state) };
    case 'fill':
      return {
        ...now({ ...anew, form: { ...browse.form, ...act.change } }),
        ...forgetFailure(state),
      };
    case 'search-templates':
      return now({ templateSearch: act.search });
    case 'preview':
      return now({ preview: act.preview });
    case 'insert':
      return now({ inserted: null });
    case 'inserted':
      return { ...now({ inserted: act.answer }), task: null };
    case 'copied':
      return now({ copied: act.how });
  }
}

/** A refused insertion was about the formula as it was. */
const forgetFailure = ({ failure }: State): Partial<State> =>
  failure?.task === 'insert' ? { failure: null } : {};

/** The formula as it is filled in now, or null. */
export function chosenCall(state: State, browserLanguage: string): FunctionCall | null {
  const { name, form } = state.browse;
  const { metrics } = textsOf(languageOf(state.language, browserLanguage)).formulas;
  return name && callOf(name, form, metrics);
}

/** While a person is still choosing or typing, nothing is asked. */
export const PAUSE_MS = 400;

export function browseActs(
  { state, dispatch, perform, call, focus }: Tools,
  readTemplates: () => Promise<boolean>,
  { copy, language = '' }: { copy(text: string): Promise<boolean>; language?: string },
) {
  const tell = (act: BrowseAct) => dispatch({ type: 'browse', act });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Counts the questions, so that an answer that comes late is known as such. */
  let asked = 0;

  async function ask(formula: FunctionCall): Promise<void> {
    asked += 1;
    const own = asked;
    const answer = await call('previewFormula', { formula });
    if (own !== asked) return;
    tell({
      do: 'preview',
      preview: answer.ok
        ? { is: 'shown', value: answer.value.value }
        : { is: 'failed', failure: answer.failure },
    });
  }

  /** Shows the value of what is chosen now, and of nothing chosen before. */
  function preview(pause = 0): void {
    clearTimeout(waiting);
    asked += 1;
    const formula = chosenCall(state(), language);
    tell({ do: 'preview', preview: formula && { is: 'asked' } });
    if (formula) waiting = setTimeout(() => void ask(formula), pause);
  }

  async function showTemplates(): Promise<void> {
    if (state().templates.list === null && !state().task) await readTemplates();
  }

  return {
    searchFormulas: (search: string) => tell({ do: 'search', search }),
    chooseFormula: (name: FunctionName) => {
      tell({ do: 'choose', name });
      preview();
      focus('browsed');
    },
    leaveFormula: () => {
      tell({ do: 'leave' });
      preview();
      focus('formula-search');
    },
    fillFormula: (change: Partial<BrowseForm>) => {
      tell({ do: 'fill', change });
      preview(PAUSE_MS);
    },
    chooseTemplateKind: async (kind: BrowseForm['kind']) => {
      tell({ do: 'fill', change: { kind } });
      preview(PAUSE_MS);
      if (kind === 'one') await showTemplates();
    },
    showTemplates,
    searchFormulaTemplates: (search: string) => tell({ do: 'search-templates', search }),
    /** After a sync, or when it failed. */
    previewFormula: () => {
      if (state().browse.name) preview();
    },
    insertFormula: async () => {
      const formula = chosenCall(state(), language);
      if (!formula || state().task) return;
      tell({ do: 'insert' });
      const answer = await perform('insert', 'insertFormula', { formula });
      if (!answer) return;
      tell({ do: 'inserted', answer });
      focus('formula-inserted');
    },
    copyFormula: async (text: string) =>
      tell({ do: 'copied', how: (await copy(text)) ? 'yes' : 'by-hand' }),
  };
}
