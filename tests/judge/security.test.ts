// Checks from outside that the token stays in its one place and that nothing foreign is ever asked.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startJudgeGraph } from './graph-server';
import { createRandom } from './random';
import { Stage } from './stage';
import { type Loose, startWorkbench } from './workbench';

const root = process.env.JUDGE_ROOT ?? process.cwd();

const evil = 'evil.example';
const OWN = 'https://graph.facebook.com';
const LINKS: unknown[] = [
  `https://${evil}/v26.0/1/message_templates?after=x`,
  `http://${evil}/`,
  `//${evil}/v26.0/1`,
  `https://graph.facebook.com.${evil}/v26.0/1`,
  `https://graph.facebook.com@${evil}/v26.0/1`,
  `https://user:pass@graph.facebook.com/v26.0/1`,
  `https://${evil}/?u=${OWN}/v26.0`,
  `https://${evil}#@graph.facebook.com/`,
  `https://${evil}\\@graph.facebook.com/`,
  'https://graph.facebook.com:8443/v26.0/1',
  'http://graph.facebook.com/v26.0/1',
  'ftp://graph.facebook.com/v26.0/1',
  `${OWN}/v1.0/1/message_templates?after=x`,
  `${OWN}/v99.9/1/message_templates?after=x`,
  `${OWN}/me/accounts`,
  `${OWN}/v26.0/me/messages?after=x`,
  `${OWN}/v26.0/../v1.0/me`,
  `${OWN}/v26.0/%2e%2e/me`,
  `${OWN}/v26.0/1?access_token=stolen&after=x`,
  `${OWN}/v26.0/1?after=x&access_token=EAAstolen`,
  `${OWN}/v26.0/1?after=x&method=delete`,
  `${OWN}/v26.0/1?after=x#${evil}`,
  `${OWN}/v26.0/1?after=${'A'.repeat(9_000)}`,
  `${OWN}/v26.0/${'1'.repeat(5_000)}`,
  'javascript:alert(1)',
  'javascript:fetch("https://evil.example/")',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'file://localhost/etc/passwd',
  'gopher://127.0.0.1/',
  'http://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/',
  'https://0x7f000001/',
  'not a link',
  ' ',
  `${OWN}/v26.0/1\r\nHost: ${evil}`,
  `\u202e${OWN}`,
  `https://gгaph.facebook.com/v26.0/1`,
  7,
  true,
  { href: `https://${evil}/` },
  [`https://${evil}/`],
];

test('forty hostile paging links lead nowhere: every request has our own form', async () => {
  expect(LINKS.length).toBeGreaterThanOrEqual(40);
  const stage = new Stage({ seed: 31, templates: 12, days: 30 });
  await stage.build();
  const token = 'EAAJudgeToken0123456789abcdefXYZ';
  const graph = await startJudgeGraph(stage.world, {
    token,
    pageSize: 10,
    templatesPerPage: 2,
    nextLinks: LINKS,
  });
  const bench = await startWorkbench(graph.url);
  try {
    await bench.setClock(stage.now);
    await bench.connect(token);
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await bench.trySync({ from: stage.from, to: stage.today, templates: 'all' });
      if (!answer.ok) expect(answer.error.code).toBe('bad-response');
    }
    expect(graph.seen.length).toBeGreaterThan(LINKS.length);
    expect(graph.violations).toEqual([]);
    for (const seen of graph.seen) {
      expect(seen.method).toBe('GET');
      expect(seen.url).toMatch(/^\/v26\.0\/(me|\d{1,25})(\/[a-z_]+)?\?[\w%.=&+,:{}()"[\]/!~*'-]*$/);
      expect(seen.url).not.toMatch(/evil|stolen|access_token|method=|\/\.\.|%2e/i);
      expect(seen.url.length).toBeLessThan(2_000);
      const known =
        'fields limit after start end granularity template_ids metric_types product_type use_waba_timezone'.split(
          ' ',
        );
      for (const name of Object.keys(seen.query)) expect(known).toContain(name);
      expect(seen.headers.authorization).toBe(`Bearer ${token}`);
    }
    expect(bench.heard.join('')).not.toContain(token);
  } finally {
    await bench.stop();
    await graph.close();
    await stage.close();
  }
}, 60_000);

/** Every way a secret may be written down, in pieces of twelve characters. */
function traces(secret: string): string[] {
  const pieces = new Set<string>();
  const base64 = Buffer.from(secret).toString('base64');
  const hex = Buffer.from(secret).toString('hex');
  for (const text of [secret, [...secret].reverse().join(''), base64, hex]) {
    for (let at = 0; at + 12 <= text.length; at += 1) pieces.add(text.slice(at, at + 12));
  }
  return [...pieces];
}

test('a canary token is in the owner’s user properties and nowhere else', async () => {
  const random = createRandom(20260101);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const canary = `EAA${Array.from({ length: 197 }, () => random.pick([...letters])).join('')}`;
  const stage = new Stage({ seed: 33, templates: 4, days: 12 });
  await stage.build();
  stage.graph.options.token = canary;
  await stage.open();
  const told: string[] = [];
  const keep = (answer: unknown): void => void told.push(JSON.stringify(answer));
  try {
    const { bench } = stage;
    const sync = { from: stage.from, to: stage.today, templates: 'all' as const };
    keep(await bench.rpc('connect', { token: canary }));
    keep(await bench.rpc('chooseAccounts', { ids: [stage.account.id] }));
    keep(await bench.rpc('connect', { token: `${canary}x` }));
    await stage.passDays();
    keep(await bench.trySync(sync));
    keep(await bench.rpc('schedule', { on: true }));
    keep(await bench.rpc('status'));
    // Meta says it back in every kind of trouble.
    const message = `Error validating access token ${canary}: session expired`;
    const bodies: [number, string][] = [
      [401, JSON.stringify({ error: { message, code: 190, error_data: { details: canary } } })],
      [400, JSON.stringify({ error: { message, code: 100, fbtrace_id: canary } })],
      [500, `<html>${canary}</html>`],
      [
        200,
        JSON.stringify({ data: canary, paging: { next: `https://x/?access_token=${canary}` } }),
      ],
      [200, canary],
    ];
    for (const [status, body] of bodies) {
      stage.graph.fault = () => ({ status, body, headers: { 'x-token': canary } });
      keep(await bench.trySync(sync));
      keep(await bench.rpc('templates'));
      keep(await bench.rpc('status'));
      await stage.passHours(24);
      keep(await bench.fireTriggers());
    }
    stage.graph.fault = () => 'hang-up';
    keep(await bench.trySync(sync));
    stage.graph.fault = null;
    for (const dieAt of [5, 20, 60]) {
      await bench.fault({ dieAt, pending: 'half' });
      keep(await bench.json('POST', '/api/run', { function: 'rpc', args: ['sync', sync] }));
      await stage.passHours(1);
    }
    await stage.passHours(1);
    keep(await bench.trySync(sync));
    keep(await bench.formula('WA_SENT', canary, stage.from, stage.today).then(() => 0));
    keep(await bench.formula('WA_SENT', '*', stage.from, stage.today));
    keep(await bench.json('GET', '/api/page/snapshot'));
    for (const [tab, answer] of await bench.dump()) keep([tab, answer]);
    const heard = bench.heard.filter((text) => !text.includes('There is no template'));
    const saved = await stage.stop();
    expect(Object.values(saved.properties.user)).toContain(canary);
    for (const [name, value] of Object.entries(saved.properties.user)) {
      if (value === canary) delete saved.properties.user[name];
    }
    const urls = stage.graph.seen.map((one) => {
      const { authorization: _own, ...headers } = one.headers;
      return one.url + JSON.stringify(headers);
    });
    const all = [...told, ...heard, ...urls, JSON.stringify(saved)].join('\n');
    expect(all.length).toBeGreaterThan(10_000);
    expect(all).toContain(canary.slice(-4));
    const found = traces(canary).filter((piece) => all.includes(piece));
    expect(found).toEqual([]);
    expect(traces(canary).length).toBeGreaterThan(500);
    // The search itself finds what is planted.
    expect(traces(canary).some((piece) => `${all}${canary.slice(40, 60)}`.includes(piece))).toBe(
      true,
    );

    await stage.start();
    expect((await stage.bench.rpc('disconnect')).ok).toBe(true);
    const after: Loose = await stage.stop();
    expect(traces(canary).filter((piece) => JSON.stringify(after).includes(piece))).toEqual([]);
    expect(after.triggers).toEqual([]);
    expect(after.tabs.find((tab: Loose) => tab.name === 'WA Daily').rows.length).toBeGreaterThan(
      10,
    );
  } finally {
    await stage.close();
  }
}, 60_000);

/** Each pattern is written so that this file does not match itself. */
const SECRETS = [
  new RegExp(`${'EA'}A[A-Za-z0-9]{60,}`),
  new RegExp(`${'-----BEGIN'} [A-Z ]*PRIVATE KEY-----`),
  new RegExp(`${'GOC'}SPX-[A-Za-z0-9_-]{10,}|${'client'}_secret["':= ]+[A-Za-z0-9_-]{16,}`),
];
const scan = (files: readonly string[]): string[] =>
  files.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return SECRETS.some((secret) => secret.test(text));
  });

test('no secret stands in the tree or in what is built, and planted ones are found', () => {
  const tree = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '' && !/\.(png|jpg|ico|woff2?)$/.test(name))
    .map((name) => path.join(root, name));
  const built = readdirSync(path.join(root, 'dist')).map((name) => path.join(root, 'dist', name));
  expect(tree.length).toBeGreaterThan(100);
  expect(built.length).toBeGreaterThanOrEqual(3);
  expect(scan([...tree, ...built])).toEqual([]);
  const folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
  try {
    const planted = [
      `const t = "${'EA'}A${'x1Y'.repeat(40)}";`,
      `${'-----BEGIN'} RSA PRIVATE KEY-----\nMIIE`,
      `{"${'client'}_secret": "0123456789abcdef0123"}`,
    ].map((text, i) => {
      const file = path.join(folder, `planted-${i}.js`);
      writeFileSync(file, `/* a bundle */ ${text} /* more */`);
      return file;
    });
    expect(scan([...built, ...planted])).toEqual(planted);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
