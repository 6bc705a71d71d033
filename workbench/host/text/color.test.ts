import { hexColor, mixColors } from './color';

test.each([
  ['#ABCDEF', '#abcdef'],
  ['#0f8', '#00ff88'],
  ['white', '#ffffff'],
  ['RebeccaPurple', '#663399'],
  ['no colour', null],
  ['', null],
  ['#12345', null],
  ['constructor', null],
  ['ff0000', null],
])('%j is the colour %j', (text, hex) => {
  expect(hexColor(text)).toBe(hex);
});

test('a mix lies on the straight line between two colours', () => {
  expect(mixColors('#000000', '#ff8040', 0)).toBe('#000000');
  expect(mixColors('#000000', '#ff8040', 1)).toBe('#ff8040');
  expect(mixColors('#ffffff', '#000000', 0.5)).toBe('#808080');
  expect(mixColors('#0000ff', '#ff0000', 0.25)).toBe('#4000bf');
});
