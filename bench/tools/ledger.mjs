// Invents a ledger: rows of templates on days, the same ones for the same size.
import { createRandom } from './random.mjs';

/** The day after the last one of every ledger; "today" of its sync. */
export const TODAY = '2026-11-22';
const MS_PER_DAY = 86_400_000;
const LANGUAGES = ['pt_BR', 'en_US', 'es'];
const CATEGORIES = ['MARKETING', 'UTILITY'];
const ACCOUNT = {
  accountId: '104996122399160',
  account: 'Loja Aurora',
  currency: 'BRL',
  timeZone: 'America/Sao_Paulo',
};

export const plusDays = (day, count) =>
  new Date(Date.parse(day) + count * MS_PER_DAY).toISOString().slice(0, 10);

/** The first and the last day of a ledger. */
export const spanOf = ({ days }) => ({ from: plusDays(TODAY, -days), to: plusDays(TODAY, -1) });

/** Templates as Meta lists them. Ids have 16 digits, as many of Meta's have. */
export function templatesOf({ templates }) {
  return Array.from({ length: templates }, (_, i) => ({
    ...ACCOUNT,
    templateId: String(1_000_000_000_000_000 + i * 7_919_777_321),
    name: `campanha_${String(i).padStart(4, '0')}_oferta`,
    language: LANGUAGES[i % LANGUAGES.length],
    category: CATEGORIES[i % CATEGORIES.length],
  }));
}

/**
 * Every template on every day, in the order a sync writes them: by day, then by template.
 *
 * @param size `{ templates, days }`
 * @param from leaves out the days before
 */
export function rowsOf(size, from = '') {
  const templates = templatesOf(size);
  const rows = [];
  const span = spanOf(size);
  for (let day = span.from; day <= span.to; day = plusDays(day, 1)) {
    if (day < from) continue;
    const random = createRandom(Date.parse(day) / MS_PER_DAY);
    for (const { templateId, name, language, category } of templates) {
      const metrics = numbers(random);
      const { clicks, uniqueClicks } = metrics;
      rows.push({
        accountId: ACCOUNT.accountId,
        account: ACCOUNT.account,
        currency: ACCOUNT.currency,
        day,
        product: 'cloud_api',
        templateId,
        template: name,
        language,
        category,
        metrics,
        // Every template has one link.
        buttons: [{ type: 'url_button', label: 'Ver oferta', clicks, uniqueClicks }],
      });
    }
  }
  return rows;
}

function numbers(random) {
  const sent = 20 + Math.floor(random() * 5_000);
  const delivered = Math.floor(sent * (0.9 + random() * 0.1));
  const clicks = 1 + Math.floor(delivered * random() * 0.1);
  return {
    sent,
    delivered,
    read: Math.floor(delivered * random()),
    replied: Math.floor(delivered * random() * 0.05),
    clicks,
    uniqueClicks: Math.ceil(clicks * 0.9),
    quickReplies: null,
    spent: Math.round(delivered * 625) / 10_000,
    appAddToCart: null,
    websiteAddToCart: null,
    appCheckouts: null,
    websiteCheckouts: null,
    appPurchases: null,
    websitePurchases: null,
    appPurchaseValue: null,
    websitePurchaseValue: null,
    appActivations: null,
  };
}
