// What a person fills in for a formula, and the call it makes.

import type { Day } from '../src/core/day';
import {
  type Account,
  type Cut,
  FUNCTIONS,
  type FunctionCall,
  type FunctionName,
  METRIC_NAMES,
  METRICS,
  type MetricName,
  type Parameter,
  type Preset,
} from '../src/rpc/contract';
import type { State } from './state';

/** What the field for templates is set to; of a category its word follows, as in `category:MARKETING`. */
export type TemplateKind = '*' | 'selected' | 'one' | 'pattern' | `category:${string}`;
export type DaysChoice = Preset | 'selected' | 'custom';

/** It stays the same while functions are tried, so that a template is chosen once. */
export interface BrowseForm {
  metric: MetricName;
  metrics: MetricName[];
  kind: TemplateKind;
  /** Name or ID of the one template. */
  one: string | null;
  pattern: string;
  days: DaysChoice;
  from: Day;
  to: Day;
  /** Empty for a row per template. */
  by: Cut | '';
  button: string;
  /** Empty for all accounts. */
  account: string;
}

export const emptyForm: BrowseForm = {
  metric: 'spent',
  metrics: ['sent', 'delivered', 'read', 'clicks', 'spent', 'costPerClick'],
  kind: '*',
  one: null,
  pattern: '',
  days: 'selected',
  from: '',
  to: '',
  by: '',
  button: '',
  account: '',
};

/** Metrics that have a function, in the order of the docs: halves of a sum are only found in tables. */
export const OFFERED_METRICS = METRIC_NAMES.filter((name) => METRICS[name].formula !== null);

/** The form as it opens: what was synced last, by name where that name still means it. */
export function formFor({ status, dates }: State): BrowseForm {
  const kind = status?.selection && status.selection.templates !== 'all' ? 'selected' : '*';
  // "Today" is never a complete day, and formulas count from complete days.
  const days = dates.preset === 'custom' || dates.preset === 'today' ? 'selected' : dates.preset;
  return { ...emptyForm, kind, days };
}

export const has = (name: FunctionName, parameter: Parameter): boolean =>
  FUNCTIONS[name].parameters.includes(parameter);

/** How a formula names an account: by its name, or by its ID where the name is empty or not only its own. */
export function accountWord({ id, name }: Account, accounts: readonly Account[]): string {
  return name && accounts.filter((one) => one.name === name).length === 1 ? name : id;
}

/** Whether a table over time has rows per template where none is said; a series has rows per day. */
export const cutOf = (name: FunctionName, { by }: BrowseForm): Cut | '' =>
  name === 'WA_SERIES' ? by || 'day' : by;

export type Missing = 'template' | 'pattern' | 'metrics' | 'missing' | 'reversed';

/** What is still to be filled in before there is a formula, or null. */
export function missingIn(name: FunctionName, form: BrowseForm): Missing | null {
  if (has(name, 'metrics') && form.metrics.length === 0) return 'metrics';
  if (has(name, 'template') || has(name, 'pattern')) {
    if (form.kind === 'one' && !form.one && has(name, 'template')) return 'template';
    if (form.kind === 'pattern' && !form.pattern.trim()) return 'pattern';
  }
  if (!has(name, 'from') || form.days !== 'custom') return null;
  if (!form.from || !form.to) return 'missing';
  return form.to < form.from ? 'reversed' : null;
}

function templateWord(name: FunctionName, { kind, one, pattern }: BrowseForm): string {
  if (kind === 'pattern') return pattern.trim();
  // A list of names has no use for a single one.
  if (kind === 'one') return has(name, 'template') ? (one ?? '') : '*';
  return kind;
}

/** The call that a filled form makes. `titles` are the metrics in the person's language. */
export function callOf(
  name: FunctionName,
  form: BrowseForm,
  titles: Readonly<Record<MetricName, string>>,
): FunctionCall | null {
  if (missingIn(name, form)) return null;
  const template = templateWord(name, form);
  const { days } = form;
  const given: Partial<Record<Parameter, string>> = {
    metric: titles[form.metric],
    metrics: form.metrics.map((metric) => titles[metric]).join(', '),
    template,
    pattern: template,
    from: days === 'custom' ? form.from : days,
    to: days === 'custom' ? form.to : '',
    by: cutOf(name, form),
    button: form.button.trim(),
    account: form.account,
  };
  const values: FunctionCall['values'] = {};
  for (const parameter of FUNCTIONS[name].parameters) {
    const value = given[parameter];
    if (value) values[parameter] = value;
  }
  return { name, values };
}
