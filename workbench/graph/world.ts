// All that exists for a set of scenarios: accounts with their templates, businesses.
import {
  type Account,
  americanShop,
  type Business,
  brazilianShop,
  businesses,
  ISTANBUL,
  turkishShop,
} from './accounts';
import { dayAt, toDayText } from './calendar';
import { BRAZIL_TEMPLATES } from './catalogue-brazil';
import { fillUp, oddTemplates } from './catalogue-extra';
import { ISTANBUL_TEMPLATES } from './catalogue-istanbul';
import { STATES_TEMPLATES } from './catalogue-states';
import { changeTemplates } from './changes';
import { presentInsights } from './insights';
import type { Scenario } from './scenarios';
import type { Template } from './template';

export interface World {
  accounts: Account[];
  businesses: Business[];
  /** The accounts that the token's own list names. */
  assigned: Account[];
}

export const MANY = 250;

export function createWorld(scenarios: ReadonlySet<Scenario>): World {
  let brazil = BRAZIL_TEMPLATES;
  if (scenarios.has('odd-names')) brazil = [...brazil, ...oddTemplates()];
  if (scenarios.has('many-templates')) brazil = fillUp(brazil, MANY);
  brazil = changeTemplates(brazil, scenarios);
  const assigned = [brazilianShop(brazil), americanShop(STATES_TEMPLATES)];
  const isThree = scenarios.has('three-accounts');
  const accounts = isThree ? [...assigned, turkishShop(ISTANBUL_TEMPLATES)] : assigned;
  for (const account of accounts) {
    presentInsights(account, scenarios);
    if (scenarios.has('no-marketing')) {
      account.node.marketing_messages_onboarding_status = 'ELIGIBLE';
    }
  }
  return { accounts, assigned, businesses: businesses(isThree ? [ISTANBUL] : []) };
}

export function findAccount(world: World, id: string): Account | undefined {
  return world.accounts.find(({ node }) => node.id === id);
}

/** The templates that an account still has, as its list shows them at a moment (unix seconds). */
export function templatesOf({ templates, zone }: Account, now: number): Template[] {
  const today = toDayText(dayAt(zone, now));
  return templates.flatMap((template) => {
    const past = template.changes?.filter(({ from }) => from <= today) ?? [];
    if (past.some(({ to }) => to === null)) return [];
    return past.length === 0 ? template : Object.assign({}, template, ...past.map(({ to }) => to));
  });
}

export function findTemplate(world: World, id: string, now: number): Template | undefined {
  return world.accounts
    .flatMap((account) => templatesOf(account, now))
    .find((template) => template.id === id);
}
