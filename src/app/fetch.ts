// Fetches a few waves from Meta and makes ledger rows of them.
import { storableText } from '../core/cell-text';
import { countButtons, countClicks } from '../core/clicks';
import type { PointRow } from '../core/daily';
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
import { presentDays, type SyncState } from './cursor';
import { createLabels } from './labels';
import { loadLedger } from './ledger';
import { type AccountPlan, type Batch, waveAt } from './plan';
import type { Ports } from './ports';
import { skipAccount } from './skipped';

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
  /** Whether the answers named an account's zone that was not known. */
  learnt: boolean;
  /** Ids of accounts whose points had deliveries, by whether one of them had a cost. */
  paid: ReadonlyMap<string, boolean>;
  /** Why a later wave was refused, after which nothing more was asked; null when none was. */
  refusal: unknown;
}

/** Requests in one parallel wave. */
export const WAVE_REQUESTS = 25;
/** Waves fetched before they are written together: a thousand templates then cost one write, not eight. */
const WAVES_A_CALL = 8;
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
  accounts: Map<string, AccountNode>,
  listed: Listed,
): FetchedWave {
  const zone = ports.spreadsheetZone();
  /** Refused through one product, so not asked for through the other. */
  const gone = new Set<string>();
  const toRequest = (batch: Batch): AnalyticsRequest => {
    const plan = planOf(state, batch);
    return {
      accountId: plan.id,
      product: batch.product,
      templateIds: batch.ids.filter((id) => !gone.has(id)),
      ...spanOf(plan),
      timeZone: accounts.get(plan.id)?.timeZone ?? null,
      fallbackZone: zone,
      today: plan.today,
    };
  };
  const isAsked = (batch: Batch): boolean => !planOf(state, batch).refused;
  const nameOf = (id: string): string => accounts.get(id)?.name ?? id;
  const answered: Batch[] = [];
  const readWave = (wave: readonly Batch[]): AnalyticsAnswer => {
    for (;;) {
      const asked = wave.filter(isAsked);
      try {
        const answer = client.readAnalytics(asked.map(toRequest));
        answered.push(...asked);
        for (const id of answer.missingTemplates) gone.add(id);
        return answer;
      } catch (error) {
        if (!skipAccount(state, error, nameOf)) throw error;
      }
    }
  };
  const began = ports.clock.now();
  const answers: AnalyticsAnswer[] = [];
  let next = state.next;
  let refusal: unknown = null;
  for (let i = 0; i < WAVES_A_CALL && next < batches.length; i += 1) {
    if (i > 0 && ports.clock.now() - began > FETCH_BUDGET_MS) break;
    const wave = waveAt(batches, next, WAVE_REQUESTS);
    try {
      answers.push(readWave(wave));
    } catch (error) {
      if (i === 0) throw error;
      refusal = error;
      break;
    }
    next += wave.length;
  }
  const requests = answered.map(toRequest);
  const learnt = answers.map(({ zones }) => learnZones(accounts, zones)).includes(true);

  const templates = requests
    .map((request) => request.accountId)
    .filter((id, i, all) => all.indexOf(id) === i)
    .filter(
      (id) => listed.has(id) || !state.accounts.some((plan) => plan.id === id && plan.refused),
    )
    .flatMap((id) => directoryOf(client, accounts.get(id), listed));
  const points = answers.flatMap((answer) => answer.points);
  const labelsOf = createLabels(templates, accounts, () => loadLedger(ports).head);
  const asked = new Map<string, DayRange>();
  const habits = client.habits();
  for (const request of requests) {
    const { accountId, product } = request;
    // What Meta refuses altogether says nothing about the rows there are.
    if (product === 'marketing_messages' && habits[accountId]?.noMarketing) continue;
    for (const id of request.templateIds) asked.set(`${accountId}|${id}|${product}`, request);
  }
  return {
    next,
    points: points.map((point) => toRow(point, labelsOf(point))),
    paid: paidBy(points),
    span: hullOf(requests),
    asked: ({ accountId, templateId, product, day }) => {
      const span = asked.get(`${accountId}|${templateId}|${product}`);
      return span !== undefined && span.from <= day && day <= span.to;
    },
    syncDays: presentDays(ports, state),
    seen: new Map(state.accounts.map((plan) => [plan.id, plan.seen])),
    done: doneBy(state, batches, answered, next),
    templates,
    dropped: answers.reduce((sum, answer) => sum + answer.dropped, 0),
    missingTemplates: answers.flatMap((answer) => answer.missingTemplates),
    learnt,
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
      if (!unfinished && !plan.refused) done.push({ ...base, scope: 'all', doubted: plan.doubted });
    } else {
      for (const id of answeredIds(batches, wave, next, account)) {
        done.push({ ...base, scope: id, doubted: [] });
      }
    }
  }
  return done;
}

/** Templates of an account whose last request of this sync was answered just now. */
function answeredIds(
  batches: readonly Batch[],
  wave: readonly Batch[],
  next: number,
  account: number,
): string[] {
  const later = new Set(
    batches.slice(next).flatMap((batch) => (batch.account === account ? batch.ids : [])),
  );
  const own = wave.filter((batch) => batch.account === account).flatMap(({ ids }) => ids);
  return [...new Set(own)].filter((id) => !later.has(id));
}

function paidBy(points: readonly Point[]): Map<string, boolean> {
  const paid = new Map<string, boolean>();
  for (const { accountId, delivered, spent } of points) {
    if ((delivered ?? 0) === 0) continue;
    paid.set(accountId, paid.get(accountId) === true || spent !== null);
  }
  return paid;
}

/** Where Meta does not give an account's zone, its answers name it. @returns whether one was new */
function learnZones(
  accounts: ReadonlyMap<string, AccountNode>,
  zones: Readonly<Record<string, string>>,
): boolean {
  let learnt = false;
  for (const account of accounts.values()) {
    const zone = zones[account.id];
    if (zone && account.timeZone === null) {
      account.timeZone = zone;
      learnt = true;
    }
  }
  return learnt;
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

function toRow(point: Point, template: DirectoryTemplate): PointRow {
  const buttons = countButtons(
    point.buttons?.map((button) => ({
      ...button,
      label: button.label && storableText(button.label),
    })) ?? null,
  );
  return {
    accountId: point.accountId,
    day: point.day,
    templateId: point.templateId,
    product: point.product,
    account: template.account,
    template: template.name,
    language: template.language,
    category: template.category,
    currency: template.currency,
    buttons,
    metrics: {
      sent: point.sent,
      delivered: point.delivered,
      read: point.read,
      replied: point.replied,
      ...countClicks(buttons),
      spent: point.spent,
      ...point.conversions,
    },
  };
}
