// Fetches a few waves from Meta and makes ledger rows of them.
import { storableText } from '../core/cell-text';
import { countClicks } from '../core/clicks';
import { type DailyRow, PRODUCT_NAMES } from '../core/daily';
import { addDays, type DayRange, hullOf } from '../core/day';
import { AddonError } from '../core/errors';
import type { DirectoryTemplate } from '../core/index/update';
import type {
  AccountNode,
  AnalyticsAnswer,
  AnalyticsRequest,
  GraphClient,
  Point,
  TemplateNode,
} from '../graph';
import type { Done, Wave } from './commit';
import { chosenAccounts, saveAccounts } from './connection';
import type { SyncState } from './cursor';
import type { AccountPlan, Batch } from './plan';
import type { Ports } from './ports';

/** Templates per account, listed at most once in an execution. */
export type Listed = Map<string, TemplateNode[]>;

/** A wave as fetched and checked: nothing of it is written yet. */
export interface FetchedWave extends Wave {
  /** Batches fetched when this one is written. */
  next: number;
  templates: DirectoryTemplate[];
  dropped: number;
  missingTemplates: string[];
  /** Names in Meta's answers that this add-on does not know. */
  unknown: string[];
  /** Why a later wave was refused, after which nothing more was asked; null when none was. */
  refusal: unknown;
}

/** Requests in one parallel wave. */
export const WAVE_REQUESTS = 25;
/** Waves fetched before they are written together: a thousand templates then cost one write, not four. */
const WAVES_A_CALL = 4;
/** After this long no further wave is begun: progress shows, Cancel works, Google's six minutes are far. */
const FETCH_BUDGET_MS = 10_000;

/**
 * Fetches the next batches, a few waves of parallel requests. What was fetched before a later wave fails
 * is kept, with the failure.
 */
export function fetchWaves(
  ports: Ports,
  client: GraphClient,
  state: SyncState,
  batches: readonly Batch[],
  listed: Listed,
): FetchedWave {
  const accounts = new Map(chosenAccounts(ports).map((account) => [account.id, account]));
  const zone = ports.spreadsheetZone();
  const toRequest = (batch: Batch): AnalyticsRequest => {
    const plan = planOf(state, batch);
    return {
      accountId: plan.id,
      templateIds: batch.ids,
      ...spanOf(plan),
      timeZone: accounts.get(plan.id)?.timeZone ?? null,
      fallbackZone: zone,
      today: plan.today,
    };
  };
  const began = ports.clock.now();
  const answers: AnalyticsAnswer[] = [];
  let next = state.next;
  let refusal: unknown = null;
  for (let i = 0; i < WAVES_A_CALL && next < batches.length; i += 1) {
    if (i > 0 && ports.clock.now() - began > FETCH_BUDGET_MS) break;
    const wave = batches.slice(next, next + WAVE_REQUESTS);
    try {
      answers.push(client.readAnalytics(wave.map(toRequest)));
    } catch (error) {
      if (i === 0) throw error;
      refusal = error;
      break;
    }
    next += wave.length;
  }
  const wave = batches.slice(state.next, next);
  const requests = wave.map(toRequest);
  for (const { zones } of answers) learnZones(ports, accounts, zones);

  const templates = requests
    .map((request) => request.accountId)
    .filter((id, i, all) => all.indexOf(id) === i)
    .flatMap((id) => directoryOf(client, accounts.get(id), listed));
  const byId = new Map(templates.map((t) => [`${t.accountId}|${t.templateId}`, t]));
  const asked = new Map<string, DayRange>();
  for (const request of requests) {
    for (const id of request.templateIds) asked.set(`${request.accountId}|${id}`, request);
  }
  return {
    next,
    rows: answers
      .flatMap((answer) => answer.points)
      .flatMap((point) => {
        const template = byId.get(`${point.accountId}|${point.templateId}`);
        return template ? [toRow(point, template)] : [];
      }),
    span: hullOf(requests),
    asked: ({ accountId, templateId, day }) => {
      const span = asked.get(`${accountId}|${templateId}`);
      return span !== undefined && span.from <= day && day <= span.to;
    },
    syncDays: new Map(state.accounts.map((plan) => [plan.id, plan.today])),
    done: doneBy(state, batches, wave, next),
    templates,
    dropped: answers.reduce((sum, answer) => sum + answer.dropped, 0),
    missingTemplates: answers.flatMap((answer) => answer.missingTemplates),
    unknown: [...new Set(answers.flatMap((answer) => answer.unknown))],
    refusal,
  };
}

const planOf = (state: SyncState, batch: Batch): AccountPlan => {
  const plan = state.accounts[batch.account];
  if (!plan) throw new AddonError('bad-input', { what: 'cursor' });
  return plan;
};
const spanOf = (plan: AccountPlan): DayRange => {
  if (!plan.span) throw new AddonError('bad-input', { what: 'cursor' });
  return plan.span;
};

/** What is complete once this wave is written: chosen templates at once, "all" with the last of them. */
function doneBy(
  state: SyncState,
  batches: readonly Batch[],
  wave: readonly Batch[],
  next: number,
): Done[] {
  const done: Done[] = [];
  for (const account of new Set(wave.map((batch) => batch.account))) {
    const plan = state.accounts[account];
    if (!plan?.span) continue;
    const base = { accountId: plan.id, span: plan.span, lastEnded: addDays(plan.today, -1) };
    if (state.selection.templates === 'all') {
      const unfinished = batches.slice(next).some((batch) => batch.account === account);
      if (!unfinished) done.push({ ...base, scope: 'all' });
    } else {
      for (const batch of wave) {
        if (batch.account === account)
          done.push(...batch.ids.map((id) => ({ ...base, scope: id })));
      }
    }
  }
  return done;
}

/** Where Meta does not give an account's zone, its answers name it. */
function learnZones(
  ports: Ports,
  accounts: Map<string, AccountNode>,
  zones: Readonly<Record<string, string>>,
): void {
  let learnt = false;
  for (const account of accounts.values()) {
    const zone = zones[account.id];
    if (zone && account.timeZone === null) {
      account.timeZone = zone;
      learnt = true;
    }
  }
  if (learnt) saveAccounts(ports, [...accounts.values()]);
}

/** The templates of an account as the directory keeps them, whether they have traffic or not. */
export function directoryOf(
  client: GraphClient,
  account: AccountNode | undefined,
  listed: Listed,
): DirectoryTemplate[] {
  if (!account) throw new AddonError('no-account');
  const templates = listed.get(account.id) ?? client.listTemplates(account.id);
  listed.set(account.id, templates);
  return templates.map((template) => ({
    ...template,
    // As the cells will give them back, or every sync would take them for changed.
    name: storableText(template.name),
    language: storableText(template.language),
    category: storableText(template.category),
    templateId: template.id,
    accountId: account.id,
    account: storableText(account.name),
    currency: account.currency && storableText(account.currency),
    timeZone: account.timeZone,
  }));
}

function toRow(point: Point, template: DirectoryTemplate): DailyRow {
  return {
    accountId: point.accountId,
    day: point.day,
    templateId: point.templateId,
    product: point.product in PRODUCT_NAMES ? point.product : 'cloud_api',
    account: template.account,
    template: template.name,
    language: template.language,
    category: template.category,
    currency: template.currency,
    metrics: {
      sent: point.sent,
      delivered: point.delivered,
      read: point.read,
      replied: point.replied,
      ...countClicks(point.buttons),
      spent: point.spent,
    },
  };
}
