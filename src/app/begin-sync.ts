// The first call of a sync: what Meta and the ledger know now, and the plan that follows from it.
import { dayNumber, maxDay, minDay } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays } from '../core/index/covered';
import type { Head, Selection } from '../core/index/head';
import type { Preset } from '../core/presets';
import { todayIn } from '../core/zone';
import type { AccountNode, GraphClient } from '../graph';
import { chosenAccounts, saveAccounts } from './connection';
import type { SyncState } from './cursor';
import type { Listed } from './fetch';
import { loadLedger } from './ledger';
import { type AccountPlan, askedDays, chooseIds, planSpan, reachOf } from './plan';
import type { Ports } from './ports';

export interface SyncInput {
  from?: string;
  to?: string;
  preset?: Preset;
  templates: Selection['templates'];
}
/** Plans a sync. @throws AddonError when nothing can be asked */
export function beginSync(
  ports: Ports,
  client: GraphClient,
  input: SyncInput,
  listed: Listed,
  run: string,
): SyncState {
  const known = new Map(chosenAccounts(ports).map((account) => [account.id, account]));
  const ids = chosenAccounts(ports).map((account) => account.id);
  if (ids.length === 0) throw new AddonError('no-account');
  const startedAt = ports.clock.now();
  const accounts = ids.map((id) => client.readAccount(id));
  const { head } = loadLedger(ports);
  const notices: SyncState['notices'] = [];
  const plans = accounts.map((account): AccountPlan => {
    const today = todayIn(startedAt, account.timeZone ?? ports.spreadsheetZone());
    const asked = askedDays(input, today);
    const templates = client.listTemplates(account.id);
    listed.set(account.id, templates);
    const chosen = chooseIds(templates, input.templates);
    const scope = input.templates === 'all' ? 'all' : chosen;
    const span = planSpan(head, account.id, asked, today, scope);
    return { id: account.id, today, asked, span, ids: chosen };
  });
  checkChoice(input.templates, plans, head);
  checkReach(plans, head, notices);
  for (const account of accounts) noteChanges(known.get(account.id), account, notices);
  saveAccounts(ports, accounts);
  return {
    run,
    startedAt,
    selection: {
      from: plans.map((plan) => plan.asked.from).reduce(maxDay),
      to: plans.map((plan) => plan.asked.to).reduce(minDay),
      templates: input.templates,
      ...(input.preset ? { preset: input.preset } : {}),
    },
    accounts: plans,
    next: 0,
    counts: { added: 0, changed: 0, restated: 0, held: 0, requests: 0 },
    notices,
  };
}

/** A chosen template must be one Meta lists, or one whose history the ledger keeps. */
function checkChoice(
  templates: Selection['templates'],
  plans: readonly AccountPlan[],
  head: Head,
): void {
  if (templates === 'all') return;
  const known = new Set([...plans.flatMap((plan) => plan.ids), ...head.series.map(([id]) => id)]);
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
    if (asked.from >= reach) continue;
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
