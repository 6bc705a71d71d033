// Writes what a formula answers as a person reads it: money, percent, days.

import { dayOfSerial } from '../src/core/day';
import {
  type Account,
  FUNCTIONS,
  type FunctionName,
  METRICS,
  type MetricName,
  type Unit,
} from '../src/rpc/contract';
import { accountWord, type BrowseForm, cutOf } from './browse-form';
import { formatCount, formatDay } from './format';

type Kind = Unit | 'text' | 'day' | 'month' | 'moment' | 'change';

/** The kind of each column of an answer, from the left; the last one stands for all further ones. */
export function kindsOf(name: FunctionName, form: BrowseForm): Kind[] {
  const unit = (metric: MetricName): Kind => METRICS[metric].unit;
  const spec = FUNCTIONS[name];
  const cut = cutOf(name, form);
  const first: Kind = cut === 'month' ? 'month' : cut === '' ? 'text' : 'day';
  switch (spec.answers) {
    case 'metric':
      return [unit(spec.metric)];
    case 'buttons':
      return ['count'];
    case 'change':
      return ['change'];
    case 'table':
      return [first, ...form.metrics.map(unit)];
    case 'series':
      return [first, unit(form.metric)];
    case 'coverage':
      return ['day', 'day', 'text'];
    case 'last-sync':
      return ['moment'];
    default:
      return ['text'];
  }
}

/** The currency of an answer, or null where the accounts it is about have no one currency. */
export function currencyOf(form: BrowseForm, accounts: readonly Account[]): string | null {
  const meant = accounts.filter(
    (account) => !form.account || accountWord(account, accounts) === form.account,
  );
  const [currency, ...others] = [...new Set(meant.map((account) => account.currency))];
  return others.length === 0 ? (currency ?? null) : null;
}

const DAY_MS = 86_400_000;
const EPOCH = 25_569;

function formatSerial(serial: number, style: Intl.DateTimeFormatOptions, locale: string): string {
  const date = new Date(Math.round((serial - EPOCH) * DAY_MS));
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...style }).format(date);
}

function formatMoney(value: number, most: number, currency: string | null, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: most };
  try {
    const style = currency ? ({ style: 'currency', currency } as const) : {};
    return new Intl.NumberFormat(locale, { ...style, ...digits }).format(value);
  } catch {
    // A currency the browser does not know.
    return new Intl.NumberFormat(locale, digits).format(value);
  }
}

/** @example formatAnswer(0.5, 'rate', 'pt-BR', null) // '50,0%' */
export function formatAnswer(
  value: number | string,
  kind: Kind,
  locale: string,
  currency: string | null,
): string {
  if (typeof value === 'string') return value;
  const percent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  switch (kind) {
    case 'money':
      return formatMoney(value, 2, currency, locale);
    case 'unitPrice':
      // Prices of a single message are fractions of a cent.
      return formatMoney(value, 4, currency, locale);
    case 'rate':
      return new Intl.NumberFormat(locale, percent).format(value);
    case 'change':
      return new Intl.NumberFormat(locale, { ...percent, signDisplay: 'exceptZero' }).format(value);
    case 'day':
      return formatDay(dayOfSerial(value), locale);
    case 'month':
      return formatSerial(value, { month: 'short', year: 'numeric' }, locale);
    case 'moment':
      return formatSerial(value, { dateStyle: 'medium', timeStyle: 'short' }, locale);
    case 'times':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
    default:
      return formatCount(value, locale);
  }
}
