// Checks how a list of fields is read and what of an object is shown.
import { type NodeType, parseFields, project } from './fields';

const SHOP: NodeType = { name: 'Shop', known: new Set(['id', 'name', 'city']), usual: ['name'] };

test('nesting and modifiers are read, spaces or not', () => {
  expect(parseFields('id, owned.limit(5){id,name},x.in([1,(2)])')).toEqual([
    { name: 'id', modifiers: {}, fields: null },
    {
      name: 'owned',
      modifiers: { limit: '5' },
      fields: [
        { name: 'id', modifiers: {}, fields: null },
        { name: 'name', modifiers: {}, fields: null },
      ],
    },
    { name: 'x', modifiers: { in: '[1,(2)]' }, fields: null },
  ]);
});

test.each(['id,', '{id}', 'a{b', 'a{b}}', 'a.limit', 'a.limit(5', 'a b', '1a', ''])(
  'fields that read %j are refused',
  (text) => {
    expect(() => parseFields(text)).toThrow('bad-fields');
  },
);

test('only what was asked for is shown, the id always, a field without value never', () => {
  const node = { id: '1', name: 'Aurora' };
  expect(project(node, SHOP, parseFields('city'))).toEqual({ id: '1' });
  expect(project(node, SHOP, parseFields('name'))).toEqual({ name: 'Aurora', id: '1' });
  expect(project(node, SHOP, null)).toEqual({ name: 'Aurora', id: '1' });
});

test('a field the object does not have is refused', () => {
  expect(() => project({ id: '1' }, SHOP, parseFields('id,colour'))).toThrow('unknown-field');
});
