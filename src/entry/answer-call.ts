// Answers the sidebar's calls: checks the payload, runs the app, puts every outcome into plain words.
import { chooseAccounts, isStillChosen } from '../app/choose-accounts';
import { connect } from '../app/connection';
import type { SyncState } from '../app/cursor';
import { disconnect } from '../app/disconnect';
import { recordFailure, type StoredFailure } from '../app/failure';
import { enableInsights } from '../app/insights';
import { listLibrary } from '../app/library';
import { addLiveCell, removeLiveCell, surveyFormulas } from '../app/live-formulas';
import type { Ports } from '../app/ports';
import { restore } from '../app/restore';
import { forgetRefusal, runSchedule, setSchedule } from '../app/schedule';
import { prepareFile, readOverview } from '../app/status';
import { syncStep } from '../app/sync';
import { buildReport } from '../app/template-report';
import { listTemplates } from '../app/templates';
import { AddonError, type ErrorCode, type ErrorFacts } from '../core/errors';
import { createPorts } from '../google/ports';
import { readWords } from '../google/words';
import type { CallName, Contract, Notice, RpcAnswer, RpcError } from '../rpc/contract';
import { readCall, readSyncState } from '../rpc/schemas';
import { sayError, sayWhy } from '../texts/errors';
import { languageOf } from '../texts/language';
import { say } from '../texts/say';
import type { ServerWords } from '../texts/server-words';
import { insertCall, previewFormula } from './browse-formula';

type Handlers = {
  [N in CallName]: (ports: Ports, input: Contract[N]['input']) => Contract[N]['output'];
};

const handlers: Handlers = {
  connect: (ports, { token, accountId }) => {
    const connected = connect(ports, token, accountId);
    forgetRefusal(ports);
    return connected;
  },
  chooseAccounts: (ports, { ids }) => chooseAccounts(ports, ids),
  templates: listTemplates,
  library: listLibrary,
  sync: (ports, { cursor, ...input }) => {
    const previous: SyncState | null = cursor ? readSyncState(cursor) : null;
    // The sidebar begins anew when its cursor is refused.
    if (previous && !isStillChosen(ports, previous)) {
      throw new AddonError('bad-input', { what: 'cursor' });
    }
    const kept = previous && previous.next > 0 ? 'part' : 'nothing';
    const step = runSync(ports, kept, () => syncStep(ports, input, previous));
    return {
      done: step.done,
      cursor: step.done ? null : JSON.stringify(step.state),
      progress: step.progress,
      counts: step.state.counts,
      range: step.range,
      tab: step.tab,
      comparison: step.comparison,
      notices: inWords(step.state.notices),
    };
  },
  report: (ports, { accountId, templateId }) => buildReport(ports, accountId, templateId, null),
  previewFormula: (_, { formula }) => ({ value: previewFormula(formula) }),
  insertFormula: (ports, { formula }) =>
    withFacts({ act: 'insert' }, () => insertCall(formula, ports.separator())),
  status: (ports) => {
    const overview = readOverview(ports);
    return { ...overview, lastFailure: failureInWords(overview.lastFailure) };
  },
  // What a sync wrote just before stays, whatever becomes of the trigger.
  schedule: (ports, { on }) => withFacts({ kept: 'part' }, () => setSchedule(ports, on)),
  restore,
  formulas: surveyFormulas,
  addLive: (ports, { forget }) => addLiveCell(ports, forget),
  undoLive: removeLiveCell,
  showTab: (ports, { tab }) => ({ shown: ports.showTab(tab) }),
  enableInsights: (ports, { accountId }) => enableInsights(ports, accountId),
  disconnect,
};

/** Makes the hidden tab and the named cells `WA_LIVE` and `WA_SYNCED`. */
export function prepare(): void {
  prepareFile(createPorts());
}

/** What the hourly trigger does; its failures are kept for the sidebar. */
export function updateByTrigger(): void {
  runSchedule(createPorts(), inKnownErrors);
}

/** `rpc(name, payload)`: JSON in, JSON out, never an exception and never the token. */
export function answerCall(name: unknown, payload: unknown): RpcAnswer<unknown> {
  try {
    const call = readCall(name, payload);
    return { ok: true, value: run(call.name, call.input) };
  } catch (error) {
    return { ok: false, error: describe(error) };
  }
}

function run<N extends CallName>(name: N, input: Contract[N]['input']): Contract[N]['output'] {
  return handlers[name](createPorts(), input);
}

/** A failed sync is remembered for the sidebar; nothing in the spreadsheet changes for it. */
function runSync<T>(ports: Ports, kept: 'nothing' | 'part', step: () => T): T {
  try {
    return step();
  } catch (error) {
    const { code, facts } = asAddonError(error);
    // Another one's sync that is running is no failure of this file.
    if (code !== 'sync-running') recordFailure(ports, code, { ...facts, kept });
    throw new AddonError(code, { ...facts, kept });
  }
}

/** Says more of every failure. */
function withFacts<T>(more: ErrorFacts, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, facts } = asAddonError(error);
    throw new AddonError(code, { ...facts, ...more });
  }
}

function inKnownErrors<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw asAddonError(error);
  }
}

const words = (): ServerWords => readWords().server[languageOf(Session.getActiveUserLocale())];

function describe(error: unknown): RpcError {
  const { code, facts } = asAddonError(error);
  return { code, ...sayError(words(), code, facts) };
}

/** The account a notice is about, by its ID, so that the sidebar can offer what helps it. */
const accountOf = (id: string | number | undefined): { accountId?: string } =>
  /^\d+$/.test(String(id ?? '')) ? { accountId: String(id) } : {};

/** Google's own refusals have no code, so their text is the only sign; it is never shown as it is. */
function asAddonError(error: unknown): AddonError {
  if (error instanceof AddonError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/protected/i.test(text)) return new AddonError('tab-protected');
  if (/data validation/i.test(text)) return new AddonError('cell-rule', { what: 'validation' });
  if (/^(the )?sheet .*(deleted|not found)/i.test(text)) return new AddonError('tab-missing');
  if (/10000000 cells|limit of cells/i.test(text)) return new AddonError('no-space');
  if (/too many times for one day|too much computer time/i.test(text)) {
    return new AddonError('google-limit');
  }
  if (/authorization is required/i.test(text)) return new AddonError('authorization-needed');
  return new AddonError('unexpected');
}

function inWords(notices: SyncState['notices']): Notice[] {
  if (notices.length === 0) return [];
  const spoken = words();
  return notices.flatMap(({ code, facts }) => {
    const template = spoken.notices[code];
    if (!template) return [];
    const { why } = facts;
    const said = why === undefined ? facts : { ...facts, why: sayWhy(spoken, why, facts) };
    return [
      {
        code,
        text: say(spoken, template, said),
        ...(why === undefined ? {} : { why: String(why) }),
        ...accountOf(facts.accountId),
      },
    ];
  });
}

function failureInWords(
  failure: StoredFailure | null,
): Contract['status']['output']['lastFailure'] {
  if (!failure) return null;
  const { at, code, facts } = failure;
  return { at, code, ...sayError(words(), code as ErrorCode, facts) };
}
