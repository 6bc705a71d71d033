// A row of the ledger with everything a test does not care about filled in.
import type { DailyRow } from '../daily';
import { type Metrics, NO_METRICS } from '../metrics';

/** @example row('101', '2026-11-20', { sent: 10 }, { category: 'UTILITY' }) */
export const row = (
  templateId: string,
  day: string,
  some: Partial<Metrics>,
  more: Partial<DailyRow> = {},
): DailyRow => ({
  accountId: 'A',
  day,
  templateId,
  product: 'cloud_api',
  account: 'Acme',
  template: `t${templateId}`,
  language: 'en_US',
  category: 'MARKETING',
  currency: 'USD',
  metrics: { ...NO_METRICS, ...some },
  ...more,
});
