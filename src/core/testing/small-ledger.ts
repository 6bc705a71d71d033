// A ledger small enough to add up by hand: two accounts, two currencies, six templates, a gap in the history.
import { noteFetched, refreshKeywords } from '../coverage';
import type { DailyRow } from '../daily';
import type { ChunkLoader } from '../formula/call';
import type { Head } from '../index/head';
import { enterTemplate } from '../index/update';
import { type Metrics, NO_METRICS } from '../metrics';
import { createStore, textAt, writeRows } from './index-store';

const ACME = { accountId: '102290129340398', account: 'Acme', currency: 'USD' };
const LOJA = { accountId: '109000000000001', account: 'Loja Aurora', currency: 'BRL' };
const TEMPLATES = {
  promoEn: {
    ...ACME,
    templateId: '11',
    template: 'promo',
    language: 'en_US',
    category: 'MARKETING',
  },
  promoPt: {
    ...ACME,
    templateId: '90000000000000012',
    template: 'promo',
    language: 'pt_BR',
    category: 'MARKETING',
  },
  welcome: {
    ...ACME,
    templateId: '13',
    template: 'welcome',
    language: 'en_US',
    category: 'UTILITY',
  },
  silent: {
    ...ACME,
    templateId: '14',
    template: 'promo_silent',
    language: 'en_US',
    category: 'MARKETING',
  },
  natal: {
    ...LOJA,
    templateId: '21',
    template: 'Promo_Natal',
    language: 'pt_BR',
    category: 'MARKETING',
  },
  ola: { ...LOJA, templateId: '23', template: 'ola', language: 'pt_BR', category: 'UTILITY' },
};
const row = (
  template: keyof typeof TEMPLATES,
  day: string,
  metrics: Partial<Metrics>,
): DailyRow => ({
  ...TEMPLATES[template],
  day,
  product: 'cloud_api',
  metrics: { ...NO_METRICS, ...metrics },
});

/** Two months of rows; none before 30 October and none on most days. */
export const ROWS: DailyRow[] = [
  row('promoEn', '2026-10-30', { sent: 100, delivered: 90, read: 50, clicks: 10, spent: 9 }),
  row('promoEn', '2026-11-01', { sent: 200, delivered: 180, read: 100, clicks: 20, spent: 18 }),
  row('promoPt', '2026-11-01', { sent: 30, delivered: 30, clicks: 6, spent: 3 }),
  row('welcome', '2026-11-02', { sent: 5, delivered: 5, read: 0 }),
  row('natal', '2026-11-06', { sent: 1_000, delivered: 800, clicks: 100, spent: 50.25 }),
  row('ola', '2026-11-07', { sent: 7, delivered: 7, spent: 1 }),
  // Of these three, the first reports no clicks: it stays out of every ratio of clicks.
  row('promoEn', '2026-11-15', { sent: 50, delivered: 40, spent: 4 }),
  row('promoEn', '2026-11-16', { sent: 20, delivered: 20, clicks: 8, spent: 2 }),
  row('promoEn', '2026-11-20', { sent: 10, delivered: 10, clicks: 0, spent: 0 }),
];

export interface SmallLedger {
  head: Head;
  load: ChunkLoader;
  /** How many places each call of `load` asked for. */
  loads: number[];
}

/** Acme was fetched 20 October to 10 November and 13 to 22 November, Loja from 5 November on. */
export function smallLedger(): SmallLedger {
  const store = createStore();
  for (const { template: name, ...template } of Object.values(TEMPLATES)) {
    enterTemplate(store.head, { ...template, name, timeZone: null });
  }
  writeRows(store, ROWS);
  const { head } = store;
  const note = (accountId: string, from: string, to: string): void =>
    noteFetched(head, accountId, 'all', { from, to }, '2026-11-21');
  note(ACME.accountId, '2026-10-20', '2026-11-10');
  note(ACME.accountId, '2026-11-13', '2026-11-22');
  note(LOJA.accountId, '2026-11-05', '2026-11-22');
  refreshKeywords(head, []);
  head.selection = { from: '2026-11-01', to: '2026-11-10', templates: ['11', '13'] };
  const loads: number[] = [];
  return {
    head,
    loads,
    load: (places) => {
      loads.push(places.length);
      return places.map((place) => textAt(store, place));
    },
  };
}
