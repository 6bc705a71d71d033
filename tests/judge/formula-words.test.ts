// Every way of writing a formula wrong is answered by one sentence of a person's own language, without a look at any tab.
import { plusDays } from './days';
import { METRIC_FUNCTIONS } from './ledger-metrics';
import { faultsOf, type Language } from './sentences';
import { openShop, type Shop } from './shop';
import { afterOneTemplate, beforeAnySync, type Known, type Wrong, wrongForms } from './wrong-forms';

describe.each<[Language, string]>([
  ['en', 'en_US'],
  ['pt-BR', 'pt_BR'],
])('in %s', (language, locale) => {
  let shop: Shop;
  let known: Known;
  beforeAll(async () => {
    shop = await openShop(
      {
        seed: 71,
        zones: ['America/Sao_Paulo', 'America/Sao_Paulo'],
        currencies: ['BRL', 'USD'],
        templates: 8,
        plainNames: true,
        density: 0.6,
      },
      {},
      ['--timezone', 'America/Sao_Paulo', '--locale', locale],
    );
    const { templates, name: account } = shop.account;
    const own = templates.find(({ kind }) => kind === 'both') ?? templates[0];
    const longId = templates.find(({ id }) => id.length > 15)?.id ?? '';
    const [first, last] = [shop.from, plusDays(shop.today(), -1)];
    known = { name: own?.name ?? '', longId, account, first, last, before: plusDays(first, -1) };
    expect([own?.kind, longId.length > 15]).toEqual(['both', true]);
    await shop.bench.resetCalls();
  }, 60_000);
  afterAll(() => shop.close());

  /** Each must be refused in a sentence without a fault. */
  async function checkAll(forms: readonly Wrong[]): Promise<void> {
    const names = shop.world.accounts.map(({ name }) => name);
    const faults: unknown[] = [];
    for (const [name, args, named] of forms) {
      const answer = await shop.bench.formula(name, ...args);
      const call = `${name}(${args.map((arg) => JSON.stringify(arg)).join('; ')})`;
      if (answer.ok) faults.push([call, 'is answered', answer.value]);
      else {
        const { message } = answer.error;
        for (const rule of faultsOf(message, language, named, names)) {
          faults.push([call, rule, message]);
        }
      }
    }
    expect(faults).toEqual([]);
  }

  test('before any sync', () => checkAll(beforeAnySync()));

  test('with the present day of one template alone', async () => {
    const id = shop.account.templates.find(({ name }) => name === known.name)?.id ?? '';
    await shop.sync({ from: shop.today(), templates: [id] });
    await checkAll(afterOneTemplate(known.name));
  });

  test('every wrong argument of every function', async () => {
    await shop.sync({ to: known.last });
    await shop.bench.resetCalls();
    const forms = wrongForms(known);
    expect(forms.length).toBeGreaterThan(100);
    await checkAll(forms);
    const { calls, cellsWritten, tabs } = await shop.bench.calls();
    expect(Object.keys(calls).filter((call) => /UrlFetch|Propert|^Lock/.test(call))).toEqual([]);
    expect([cellsWritten, Object.keys(tabs).filter((tab) => tab !== 'WA Index')]).toEqual([0, []]);
  }, 60_000);

  test('a warm formula reads the cache twice at most, the zone once, and no cell at all', async () => {
    const { name, account, first, last } = known;
    const days = [{ date: first }, [[{ date: last }]]];
    const asked: [string, unknown[], number][] = [
      ...METRIC_FUNCTIONS.map((metric): [string, unknown[], number] => [
        metric,
        [[[name], [name]], ...days, account],
        2,
      ]),
      ['WA_BUTTON_CLICKS', [name, 'Ver ofertas', ...days], 2],
      ['WA_CHANGE', ['spent', name, { date: last }, 'week', account], 2],
      ['WA_TABLE', ['sent, spent', '*', ...days, '', account], 2],
      ['WA_TABLE', ['sent', '*', ...days, 'day'], 2],
      ['WA_SERIES', ['clicks', '*', ...days, 'week'], 2],
      ['WA_TEMPLATES', ['tpl_*'], 1],
      ['WA_COVERAGE', days, 1],
    ];
    for (const [formula, args, reads] of asked) {
      await shop.bench.formula(formula, ...args, { live: true });
      await shop.bench.resetCalls();
      const answer = await shop.bench.formula(formula, ...args, { live: true });
      const { calls, cellsRead, cellsWritten, tabs } = await shop.bench.calls();
      const { 'Cache.getAll': cache = 0, 'Spreadsheet.getSpreadsheetTimeZone': zone = 0 } = calls;
      const others = Object.keys(calls).filter((call) =>
        /^(Cache\.(?!getAll$)|Range|Sheet\.|UrlFetch|Propert|Html)/.test(call),
      );
      expect([formula, answer.error, others, Object.keys(tabs)]).toEqual([
        formula,
        undefined,
        [],
        [],
      ]);
      expect([formula, cellsRead, cellsWritten]).toEqual([formula, 0, 0]);
      expect(cache).toBeLessThanOrEqual(reads);
      expect(zone).toBeLessThanOrEqual(1);
    }
  });
});
