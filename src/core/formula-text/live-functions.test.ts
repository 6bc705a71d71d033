// The table of functions against the functions themselves.
import { readFileSync } from 'node:fs';
import { liveFunctions } from './live-functions';

test('every formula with a live argument is in the table, with as many parameters as it has', () => {
  const source = readFileSync('src/entry/formulas.ts', 'utf8');
  const declared = [...source.matchAll(/^export function (WA_\w+)\(([^)]*)\)/gm)]
    .map(([, name = '', list = '']) => ({ name, parameters: [...list.matchAll(/(\w+):/g)] }))
    .filter(({ parameters }) => parameters.at(-1)?.[1] === 'live')
    .map(({ name, parameters }) => [name, parameters.length]);
  expect(declared.length).toBeGreaterThan(20);
  expect([...liveFunctions()].sort()).toEqual(declared.sort());
});
