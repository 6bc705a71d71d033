// Checks what happens to templates on the first of December: deleted, archived, renamed.
import { createGraph, type Scenario } from './index';
import { analyticsUrl, ask, BRAZIL, type Loose, read, readPoints } from './testing';

const BEFORE = '2026-11-30T20:00:00Z';
/** Two in the morning in Sao Paulo. */
const AFTER = '2026-12-01T05:00:00Z';
const at = (scenarios: Scenario[], moment: string) =>
  createGraph({ now: () => Date.parse(moment), scenarios });
const list = (scenarios: Scenario[], moment: string): Loose[] =>
  read(at(scenarios, moment), `/v26.0/${BRAZIL}/message_templates?limit=100`).data;
const idsOf = (templates: Loose[]): string[] => templates.map(({ id }) => id);
const [CART, COUPON, WELCOME, MAIL] = [
  '1290557163341447',
  '3390871225540196',
  '905112347766201',
  '731904466281530',
];
const november = (template_ids: string) => ({
  start: '2026-11-01',
  end: '2026-11-29',
  template_ids,
});

test('deleted-templates: two with traffic are there in November and nowhere in December', () => {
  const scenario: Scenario[] = ['deleted-templates'];
  expect(list(scenario, BEFORE)).toEqual(list([], BEFORE));
  for (const id of [CART, COUPON]) {
    const points = readPoints(at(scenario, BEFORE), BRAZIL, november(id));
    expect(points.length).toBeGreaterThan(20);
    expect(points).toEqual(readPoints(at([], BEFORE), BRAZIL, november(id)));
  }
  const gone = idsOf(list([], AFTER)).filter((id) => !idsOf(list(scenario, AFTER)).includes(id));
  expect(gone.sort()).toEqual([CART, COUPON].sort());
  for (const id of gone) {
    // A batch with a deleted id fails as a whole, and the id answers no more.
    const batch = analyticsUrl(BRAZIL, november(`[${MAIL},${id}]`));
    expect(read(at(scenario, AFTER), batch).error.code).toBe(100);
    expect(read(at(scenario, AFTER), `/v26.0/${id}`).error.error_subcode).toBe(33);
  }
});

test('the day begins in the account’s zone', () => {
  const count = (moment: string) => list(['deleted-templates'], moment).length;
  expect(count('2026-12-01T02:59:00Z') - count('2026-12-01T03:00:00Z')).toBe(2);
});

test('archived-templates: they stop, are archived, keep their history, and go after 28 days', () => {
  const scenario: Scenario[] = ['archived-templates'];
  const status = (moment: string) =>
    list(scenario, moment)
      .filter(({ id }) => [WELCOME, MAIL].includes(id))
      .map((template) => template.status);
  expect(status(BEFORE)).toEqual(['APPROVED', 'APPROVED']);
  expect(status(AFTER)).toEqual(['ARCHIVED', 'ARCHIVED']);
  expect(status('2026-12-28T12:00:00Z')).toEqual(['ARCHIVED', 'ARCHIVED']);
  expect(status('2026-12-29T12:00:00Z')).toEqual([]);
  const own = { start: '2026-11-20', end: '2026-12-10', template_ids: WELCOME };
  const points = readPoints(at(scenario, '2026-12-10T20:00:00Z'), BRAZIL, own);
  const plain = readPoints(at([], '2026-12-10T20:00:00Z'), BRAZIL, own);
  expect(plain).toHaveLength(21);
  expect(points).toEqual(plain.slice(0, 11));
});

test('renamed-templates: one has another name, one another category, and their numbers go on', () => {
  const scenario: Scenario[] = ['renamed-templates'];
  expect(list(scenario, BEFORE)).toEqual(list([], BEFORE));
  const plain = list([], AFTER);
  const changed = list(scenario, AFTER).filter(
    (template, index) => JSON.stringify(template) !== JSON.stringify(plain[index]),
  );
  expect(changed.map(({ id, name, category }) => [id, name, category])).toEqual([
    [MAIL, 'novidades_do_mes', 'MARKETING'],
    ['36620418875590127', 'pesquisa_atendimento', 'MARKETING'],
  ]);
  expect(read(at(scenario, AFTER), `/v26.0/${MAIL}?fields=name`).name).toBe('novidades_do_mes');
  for (const { id } of changed) {
    const url = analyticsUrl(BRAZIL, november(id));
    expect(ask(at(scenario, AFTER), url).body).toBe(ask(at([], AFTER), url).body);
  }
});

test('several fates of one template come one after the other', () => {
  const both: Scenario[] = ['renamed-templates', 'archived-templates'];
  const mail = list(both, AFTER).find(({ id }) => id === MAIL);
  expect(mail).toMatchObject({ name: 'novidades_do_mes', status: 'ARCHIVED' });
});
