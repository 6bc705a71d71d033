// The definitions of every metric, written down once more: sums, ratios of sums, and money that is never mixed.
import type { Cell } from './compare-tab';
import type { LedgerRow } from './ledger-rows';
import { sum } from './numbers';

type Read = (row: LedgerRow) => number | null;
export interface MetricRule {
  /** In English and in Portuguese, as in the headers of the tabs. */
  titles: readonly [en: string, pt: string];
  /** Of a sum the number itself, of a ratio what is divided and by what. */
  parts: readonly [Read] | readonly [Read, Read];
  /** Whether the first part is money. */
  money: boolean;
  /** Counts of conversions, which a row may have without any other number. */
  conversions: boolean;
}
/** Money of two currencies. */
export const REFUSED = { refused: 'currencies' } as const;

type Key = keyof LedgerRow['numbers'];
const read =
  (...names: Key[]): Read =>
  ({ numbers }) =>
    sum(names.map((name) => numbers[name]));
const count = (en: string, pt: string, ...names: Key[]): MetricRule => ({
  titles: [en, pt],
  parts: [read(...names)],
  money: false,
  conversions: false,
});
const paid = (rule: MetricRule): MetricRule => ({ ...rule, money: true });
const conversion = (...[en, pt, ...names]: Parameters<typeof count>): MetricRule => ({
  ...count(en, pt, ...names),
  conversions: true,
});
const share = (en: string, pt: string, part: Read, whole: Read): MetricRule => ({
  titles: [en, pt],
  parts: [part, whole],
  money: false,
  conversions: false,
});
const value = read('appValue', 'webValue');

export const RULES: Readonly<Record<string, MetricRule>> = {
  WA_SENT: count('Sent', 'Enviadas', 'sent'),
  WA_DELIVERED: count('Delivered', 'Entregues', 'delivered'),
  WA_READ: count('Read', 'Lidas', 'read'),
  WA_REPLIED: count('Replied', 'Respondidas', 'replied'),
  WA_CLICKS: count('Link clicks', 'Cliques no link', 'clicks'),
  WA_UNIQUE_CLICKS: count('Unique link clicks', 'Cliques únicos no link', 'unique'),
  WA_QUICK_REPLIES: count('Quick replies', 'Respostas rápidas', 'quick'),
  WA_SPENT: paid(count('Spent', 'Gasto', 'spent')),
  WA_ADD_TO_CART: conversion('Add to cart', 'Adições ao carrinho', 'appCart', 'webCart'),
  WA_CHECKOUTS: conversion('Checkouts', 'Finalizações iniciadas', 'appCheckouts', 'webCheckouts'),
  WA_PURCHASES: conversion('Purchases', 'Compras', 'appPurchases', 'webPurchases'),
  WA_PURCHASE_VALUE: paid(
    conversion('Purchase value', 'Valor das compras', 'appValue', 'webValue'),
  ),
  WA_APP_ACTIVATIONS: conversion('App activations', 'Ativações do app', 'activations'),
  WA_COST_PER_DELIVERED: paid(
    share('Cost per delivered', 'Custo por entregue', read('spent'), read('delivered')),
  ),
  WA_COST_PER_CLICK: paid(
    share('Cost per click', 'Custo por clique', read('spent'), read('clicks')),
  ),
  WA_COST_PER_REPLY: paid(
    share('Cost per reply', 'Custo por resposta', read('spent'), read('replied')),
  ),
  WA_DELIVERY_RATE: share('Delivery rate', 'Taxa de entrega', read('delivered'), read('sent')),
  WA_READ_RATE: share('Read rate', 'Taxa de leitura', read('read'), read('delivered')),
  WA_REPLY_RATE: share('Reply rate', 'Taxa de resposta', read('replied'), read('delivered')),
  WA_CLICK_RATE: share('Click rate', 'Taxa de cliques', read('clicks'), read('delivered')),
  WA_ROAS: paid(share('ROAS', 'ROAS', value, read('spent'))),
};
export const METRIC_FUNCTIONS = Object.keys(RULES);
export const ruleOf = (name: string): MetricRule => {
  const rule = RULES[name];
  if (!rule) throw new Error(`There is no rule for ${name}.`);
  return rule;
};

export type Wanted = Cell | typeof REFUSED;

/** What a function answers over some rows of covered days. */
export function compute(name: string, rows: readonly LedgerRow[]): Wanted {
  const { parts, money, conversions } = ruleOf(name);
  const counted = conversions || name === 'WA_ROAS' ? rows : rows.filter((row) => row.isDaily);
  const [part, whole] = parts;
  const reported = counted.filter(
    (row) => part(row) !== null && (whole === undefined || whole(row) !== null),
  );
  if (money && new Set(reported.map((row) => row.currency)).size > 1) return REFUSED;
  const total = sum(reported.map(part));
  if (whole === undefined) return counted.length === 0 ? 0 : (total ?? '');
  const divisor = sum(reported.map(whole)) ?? 0;
  return divisor === 0 ? '' : (total ?? 0) / divisor;
}

/**
 * Whether a refusal is as right as a number: the amounts are of two currencies, though all that also report
 * what they are divided by are of one.
 */
export function mayRefuse(name: string, rows: readonly LedgerRow[]): boolean {
  const { parts, money } = ruleOf(name);
  const paidRows = rows.filter((row) => parts[0](row) !== null);
  return money && new Set(paidRows.map((row) => row.currency)).size > 1;
}
