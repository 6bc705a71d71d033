// Checks what a sidebar may send to the server, by Google's rules.
import { checkArguments } from './arguments';

test('primitives, null, plain objects and arrays pass as copies', () => {
  const inner = { list: [1, 'a', true, null] };
  const [copied] = checkArguments([inner]);
  expect(copied).toEqual(inner);
  expect(copied).not.toBe(inner);
});

test('undefined becomes null in a list and vanishes in an object', () => {
  expect(checkArguments([[1, undefined, 3], { a: undefined, b: 1 }, undefined])).toEqual([
    [1, null, 3],
    { b: 1 },
    null,
  ]);
  // A hole in a list is undefined too.
  expect(checkArguments([new Array(2)])).toEqual([[null, null]]);
});

class Element {}

test.each([
  ['a date', new Date(0)],
  ['a function', () => 1],
  ['a class instance such as a DOM element', new Element()],
  ['a map', new Map()],
  ['a symbol', Symbol('x')],
  ['a big integer', 1n],
])('%s is refused, nested too', (_name, value) => {
  expect(() => checkArguments([value])).toThrow('illegal value');
  expect(() => checkArguments([{ a: [{ b: value }] }])).toThrow('illegal value');
});

test('a cycle is refused, the same object twice is not', () => {
  const loop: Record<string, unknown> = {};
  loop.self = { loop };
  expect(() => checkArguments([loop])).toThrow('circular');
  const shared = { x: 1 };
  expect(checkArguments([{ a: shared, b: shared }])).toEqual([{ a: { x: 1 }, b: { x: 1 } }]);
});
