// The first call of a sync: what Meta and the ledger know now, and the plan that follows from it.
import type { Comparison } from '../core/compare/periods';
import { type Day, type DayRange, dayNumber, hullOf, maxDay, minDay } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays } from '../core/index/covered';
import type { Head, Selection } from '../core/index/head';
import type { Preset } from '../core/presets';
import { NOTHING_SEEN } from '../core/restatement';
import { todayIn } from '../core/zone';
import type { AccountNode, GraphClient, TemplateNode } from '../graph';
import type { SyncState } from './cursor';
import type { Listed } from './fetch';
import { loadLedger } from './ledger';
import { type AccountPlan, askedDays, chooseIds, planSpan, reachOf } from './plan';
import type { Ports } from './ports';
import { isOfOneAccount, tellSkipped } from './skipped';

export interface SyncInput {
  from?: string;
  to?: string;
  preset?: Preset;
  templates: Selection['templates'];
  compareTo?: Comparison;
}
/** What Meta says of a chosen account, or why it says nothing. */
interface Asked {
  account: AccountNode;
  templates: TemplateNode[];
  refusal: AddonError | null;
}

/**
 * Plans a sync. An account Meta refuses is left out, and the person is told.
 *
 * @param accounts the chosen accounts, brought up to date with what Meta says; the caller saves them
 * @throws AddonError when no account can be asked, or the input is wrong for all of them
 */
export function beginSync(
  ports: Ports,
  client: GraphClient,
  input: SyncInput,
  accounts: Map<string, AccountNode>,
  listed: Listed,
  run: string,
): SyncState {
  if (accounts.size === 0) throw new AddonError('no-account');
  const startedAt = ports.clock.now();
  const answers = [...accounts.values()].map((known) => askAccount(client, known));
  const refused = answers.find(({ refusal }) => refusal !== null);
  if (refused?.refusal && answers.every(({ refusal }) => refusal)) throw refused.refusal;
  const { head } = loadLedger(ports);
  const notices: SyncState['notices'] = [];
  const todays = answers.map(({ account }) =>
    todayIn(startedAt, account.timeZone ?? ports.spreadsheetZone()),
  );
  const days = askedOfAll(input, todays);
  const plans = answers.map(({ account, templates, refusal }, i): AccountPlan => {
    const { id } = account;
    const today = todays[i] ?? '';
    const asked = days[i] ?? null;
    const chosen = chooseIds(templates, input.templates);
    const scope = input.templates === 'all' ? 'all' : chosen;
    const span = refusal || !asked ? null : planSpan(head, id, asked, today, scope);
    return {
      ...{ id, today, asked, span, ids: chosen },
      ...{ refused: refusal !== null, doubted: [], seen: NOTHING_SEEN, paid: null },
    };
  });
  const asked = plans.flatMap((plan) => plan.asked ?? []);
  if (asked.length === 0) throw new AddonError('bad-input', { what: 'future' });
  if (!refused) checkChoice(input.templates, plans, head);
  checkReach(
    plans.filter((plan) => !plan.refused),
    head,
    notices,
  );
  for (const { account, templates, refusal } of answers) {
    if (refusal) {
      notices.push(tellSkipped(account.name, refusal));
      continue;
    }
    noteChanges(accounts.get(account.id), account, notices);
    accounts.set(account.id, account);
    listed.set(account.id, templates);
  }
  return {
    run,
    startedAt,
    selection: {
      from: asked.map(({ from }) => from).reduce(minDay),
      to: asked.map(({ to }) => to).reduce(maxDay),
      templates: input.templates,
      ...(input.preset ? { preset: input.preset } : {}),
    },
    accounts: plans,
    next: 0,
    counts: { added: 0, changed: 0, restated: 0, held: 0, requests: 0 },
    notices,
  };
}

/**
 * The days asked of each account. A preset of several days begins everywhere on the day it begins where the
 * date is behind: formulas count the same words from the last day that is complete in all accounts.
 */
function askedOfAll(input: SyncInput, todays: readonly Day[]): (DayRange | null)[] {
  const days = todays.map((today) => askedDays(input, today));
  const first = hullOf(days.flatMap((asked) => asked ?? []))?.from ?? '';
  return days.map((asked) =>
    asked && input.preset && asked.from < asked.to ? { ...asked, from: first } : asked,
  );
}

function askAccount(client: GraphClient, known: AccountNode): Asked {
  try {
    const read = client.readAccount(known.id);
    // A zone learnt from answers stays known: without it a day would end by the spreadsheet's clock.
    const account = { ...read, timeZone: read.timeZone ?? known.timeZone };
    return { account, templates: client.listTemplates(known.id), refusal: null };
  } catch (error) {
    if (!isOfOneAccount(error)) throw error;
    return { account: known, templates: [], refusal: error };
  }
}

/** A chosen template must be one Meta lists, or one whose history the ledger keeps. */
function checkChoice(
  templates: Selection['templates'],
  plans: readonly AccountPlan[],
  head: Head,
): void {
  if (templates === 'all') return;
  // Of a deleted one, what was fetched may be all that is known where the index was lost.
  const known = new Set([
    ...plans.flatMap((plan) => plan.ids),
    ...head.series.map(([id]) => id),
    ...head.coverage.map(({ scope }) => scope),
  ]);
  const unknown = templates.find((id) => !known.has(id));
  if (templates.length === 0) throw new AddonError('bad-input', { what: 'templates' });
  if (unknown !== undefined) throw new AddonError('unknown-template', { id: unknown });
}

/** Days beyond Meta's reach come from the ledger alone: say so, or refuse when it has none of them. */
function checkReach(
  plans: readonly AccountPlan[],
  head: Head,
  notices: SyncState['notices'],
): void {
  for (const { id, today, asked, ids } of plans) {
    const reach = reachOf(today);
    if (!asked || asked.from >= reach) continue;
    const [from, to] = [dayNumber(asked.from), dayNumber(asked.to)];
    const held = [null, ...ids].some((template) =>
      fetchedDays(head, id, template).some(([first, last]) => first <= to && last >= from),
    );
    if (asked.to < reach && !held) throw new AddonError('out-of-reach', { reach });
    if (!notices.some((notice) => notice.code === 'clipped')) {
      notices.push({ code: 'clipped', facts: { reach } });
    }
  }
}

/** What Meta changed about an account; days and amounts already in the sheet stay as they are. */
function noteChanges(
  before: AccountNode | undefined,
  account: AccountNode,
  notices: SyncState['notices'],
): void {
  const name = account.name || account.id;
  if (before?.timeZone && account.timeZone && before.timeZone !== account.timeZone) {
    notices.push({ code: 'zone-changed', facts: { account: name, zone: account.timeZone } });
  }
  if (before?.currency && account.currency && before.currency !== account.currency) {
    notices.push({
      code: 'currency-changed',
      facts: { account: name, currency: account.currency },
    });
  }
}
