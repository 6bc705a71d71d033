// All that exists for a set of scenarios: accounts with their templates, businesses.
import { type Account, americanShop, BUSINESSES, type Business, brazilianShop } from './accounts';
import { BRAZIL_TEMPLATES } from './catalogue-brazil';
import { fillUp, oddTemplates } from './catalogue-extra';
import { STATES_TEMPLATES } from './catalogue-states';
import type { Scenario } from './scenarios';
import type { Template } from './template';

export interface World {
  accounts: Account[];
  businesses: Business[];
}

export const MANY = 250;

export function createWorld(scenarios: ReadonlySet<Scenario>): World {
  let brazil = BRAZIL_TEMPLATES;
  if (scenarios.has('odd-names')) brazil = [...brazil, ...oddTemplates()];
  if (scenarios.has('many-templates')) brazil = fillUp(brazil, MANY);
  const accounts = [brazilianShop(brazil), americanShop(STATES_TEMPLATES)];
  if (scenarios.has('insights-off') || scenarios.has('insights-unavailable')) {
    for (const { node } of accounts) node.is_enabled_for_insights = false;
  }
  return { accounts, businesses: BUSINESSES };
}

export function findAccount(world: World, id: string): Account | undefined {
  return world.accounts.find(({ node }) => node.id === id);
}

export function findTemplate(world: World, id: string): Template | undefined {
  return world.accounts
    .flatMap(({ templates }) => templates)
    .find((template) => template.id === id);
}
