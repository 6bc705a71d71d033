// Checks from outside that the library tells templates as people know them, those Meta no longer lists included.
import { openShop, type Shop } from './shop';
import type { JudgeTemplate } from './world';

let shop: Shop;
afterEach(() => shop.close());

interface Item {
  id: string;
  name: string;
  language: string;
  listed: boolean;
  buttons: string[];
}

const itemOf = (template: JudgeTemplate, account: { id: string; name: string }) => ({
  id: template.id,
  name: template.name,
  language: template.language,
  category: template.category,
  status: template.status,
  accountId: account.id,
  account: account.name,
  quality: template.content?.quality ?? null,
  text: template.content?.text ?? '',
  buttons: (template.content?.buttons ?? []).flatMap(({ text }) => (text ? [text] : [])),
  listed: true,
});

async function library(): Promise<Item[]> {
  const answer = await shop.bench.rpc('library');
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.map((item: Item) => ({ ...item, buttons: item.buttons.filter(Boolean) }));
}
const sorted = <T extends { id: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

test('text, buttons, quality and languages come as Meta tells them, by name and language', async () => {
  shop = await openShop(
    { seed: 73, zones: ['America/Sao_Paulo', 'Europe/Lisbon'], templates: 18 },
    { templatesPerPage: 7, templatesOverlap: true },
  );
  const wanted = shop.world.accounts.flatMap((account) =>
    account.templates.map((template) => itemOf(template, account)),
  );
  expect(wanted.filter(({ text }) => text !== '').length).toBeGreaterThan(20);
  const found = await library();
  expect(sorted(found)).toEqual(sorted(wanted));
  const places = new Map<string, number[]>();
  found.forEach(({ name }, at) => {
    places.set(name, [...(places.get(name) ?? []), at]);
  });
  // One name in several languages stands together.
  for (const [name, at] of places) {
    expect([name, (at.at(-1) ?? 0) - (at[0] ?? 0)]).toEqual([name, at.length - 1]);
  }
  expect(shop.graph.violations).toEqual([]);
}, 30_000);

test('a template that is gone stays with its last name while the ledger has its history', async () => {
  shop = await openShop({ seed: 74, templates: 8, plainNames: true });
  await shop.sync();
  const [gone] = shop.account.templates.splice(2, 1) as [JudgeTemplate];
  expect(gone.points.size).toBeGreaterThan(5);
  const found = await library();
  const item = found.find(({ id }) => id === gone.id);
  expect(item).toMatchObject({ name: gone.name, language: gone.language, listed: false });
  expect(found).toHaveLength(shop.account.templates.length + 1);
  expect(found.filter(({ listed }) => !listed)).toHaveLength(1);
  const templates = await shop.bench.rpc('templates');
  const fields = 'id name language category status accountId'.split(' ').sort();
  if (!templates.ok) throw new Error(templates.error.code);
  for (const one of templates.value) expect(Object.keys(one).sort()).toEqual(fields);
  expect(templates.value).toHaveLength(shop.account.templates.length);
}, 30_000);
