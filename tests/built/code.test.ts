// Checks dist/Code.js as Google reads it: its public functions, their help, its size, and what a formula evaluates.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type vm from 'node:vm';
import { evaluateBare, readBuilt, root } from './built';

const PUBLIC = [
  'WA_ADD_TO_CART',
  'WA_APP_ACTIVATIONS',
  'WA_BUTTON_CLICKS',
  'WA_CHANGE',
  'WA_CHECKOUTS',
  'WA_CLICKS',
  'WA_CLICK_RATE',
  'WA_COST_PER_CLICK',
  'WA_COST_PER_DELIVERED',
  'WA_COST_PER_REPLY',
  'WA_COVERAGE',
  'WA_DELIVERED',
  'WA_DELIVERY_RATE',
  'WA_LAST_SYNC',
  'WA_PURCHASES',
  'WA_PURCHASE_VALUE',
  'WA_QUICK_REPLIES',
  'WA_READ',
  'WA_READ_RATE',
  'WA_REPLIED',
  'WA_REPLY_RATE',
  'WA_ROAS',
  'WA_SENT',
  'WA_SERIES',
  'WA_SPENT',
  'WA_TABLE',
  'WA_TEMPLATES',
  'WA_UNIQUE_CLICKS',
  'onInstall',
  'onOpen',
  'openSidebar',
  'rpc',
  'runSchedule',
];
const FORMULAS = PUBLIC.filter((name) => name.startsWith('WA_'));
/** 180 KB. What a formula pays is watched by what it evaluates, below and in the bench. */
const LARGEST = 184_320;

const code = readBuilt('Code.js');

/** zod leaves this name on the global object when it is evaluated. */
const hasZod = (context: vm.Context) => '__zod_globalConfig' in context;

interface Declared {
  comment: string;
  parameters: string[];
}

/** A function declared at the start of a line, with the comment that ends right above it. */
function findDeclared(name: string): Declared | null {
  const declaration = new RegExp(`^function ${name}\\(([^)]*)\\)`, 'm').exec(code);
  if (!declaration) return null;
  const above = code.slice(0, declaration.index).trimEnd();
  const comment = above.endsWith('*/') ? above.slice(above.lastIndexOf('/**')) : '';
  const parameters = (declaration[1] ?? '').split(',').map((parameter) => parameter.trim());
  return { comment, parameters: parameters.filter((parameter) => parameter !== '') };
}

const tagsOf = (comment: string) =>
  [...comment.matchAll(/^\s*\*\s*@(\w+)/gm)].map(([, tag]) => tag);
const paramsOf = (comment: string) =>
  [...comment.matchAll(/@param \{[^}]+\} (\w+) \S/g)].map(([, name]) => name);

test('the public globals are the allow-list and nothing else', () => {
  const context = evaluateBare(code);
  const names = Object.getOwnPropertyNames(context).filter(
    (name) => typeof context[name] === 'function' && !name.endsWith('_'),
  );
  expect(names.sort()).toEqual(PUBLIC);
});

test('no global of another kind is left open to the sidebar or to menus', () => {
  const context = evaluateBare(code);
  const names = Object.getOwnPropertyNames(context).filter((name) => !name.endsWith('_'));
  expect(names.sort()).toEqual(PUBLIC);
});

test('every public function is a literal declaration at the top level', () => {
  for (const name of PUBLIC) expect([name, findDeclared(name)]).not.toEqual([name, null]);
});

test.each(FORMULAS)('%s has help whose last tag is @customfunction', (name) => {
  const { comment } = findDeclared(name) as Declared;
  const tags = tagsOf(comment);
  expect(tags[tags.length - 1]).toBe('customfunction');
});

test.each(FORMULAS)('the help of %s names its parameters in their order', (name) => {
  const { comment, parameters } = findDeclared(name) as Declared;
  expect(parameters.length).toBeGreaterThan(0);
  expect(paramsOf(comment)).toEqual(parameters);
});

test('evaluating the script for a formula does not evaluate zod', () => {
  const context = evaluateBare(code);
  expect(hasZod(context)).toBe(false);
});

test('the sidebar’s door is what evaluates zod, so the check above can fail', () => {
  const context = evaluateBare(code);
  // Without Google's services the call itself throws, after the payload was read.
  expect(() => context.rpc('status', {})).toThrow(/is not defined/);
  expect(hasZod(context)).toBe(true);
});

test('evaluating the script touches no service and no timer', () => {
  expect(() => evaluateBare(code)).not.toThrow();
});

test(`the script is at most ${LARGEST} bytes`, () => {
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(LARGEST);
});

test('the script has no syntax that Apps Script refuses', () => {
  expect(code).not.toMatch(/[;{}\s]static\s*\{/);
  expect(code).not.toMatch(/this\.#\w/);
  expect(code).not.toMatch(/^\s*(import|export)\s/m);
});

test('the sidebar has no template literal and no private field', () => {
  const html = readBuilt('sidebar.html');
  expect(html).not.toContain('`');
  expect(html).not.toMatch(/this\.#\w/);
  expect(html).not.toMatch(/[;{}\s]static\s*\{/);
});

test('the sidebar is one file that loads nothing from elsewhere', () => {
  const html = readBuilt('sidebar.html');
  expect(html).not.toMatch(/<(script|img|iframe)[^>]*\ssrc=/i);
  expect(html).not.toMatch(/<link[^>]*\shref=/i);
});

test('dist holds exactly the three files that clasp pushes', () => {
  const files = readdirSync(path.join(root, 'dist')).sort();
  expect(files).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
});
