// Reads `fields=` with its nesting, and shows of an object only what was asked for.
import { Refusal } from './refusals';

export interface Field {
  name: string;
  /** Modifiers such as `.limit(5)`. */
  modifiers: Record<string, string>;
  /** What stands in braces, or null. */
  fields: Field[] | null;
}

/** @example parseFields('id,phone_numbers.limit(5){id}') */
export function parseFields(text: string): Field[] {
  let at = 0;
  const fail = (): never => {
    throw new Refusal('bad-fields', { at, text });
  };
  const readName = (): string => {
    const match = /^\s*([A-Za-z_]\w*)\s*/.exec(text.slice(at)) ?? fail();
    at += match[0].length;
    return match[1] ?? fail();
  };
  const readArgument = (): string => {
    const from = at + 1;
    for (let depth = 0; at < text.length; at += 1) {
      if (text[at] === '(') depth += 1;
      if (text[at] === ')') depth -= 1;
      if (depth === 0) {
        at += 1;
        return text.slice(from, at - 1);
      }
    }
    return fail();
  };
  const readField = (): Field => {
    const field: Field = { name: readName(), modifiers: {}, fields: null };
    while (text[at] === '.') {
      at += 1;
      const modifier = readName();
      field.modifiers[modifier] = text[at] === '(' ? readArgument() : fail();
    }
    if (text[at] === '{') {
      at += 1;
      field.fields = readMany();
      if (text[at] !== '}') fail();
      at += 1;
    }
    return field;
  };
  const readMany = (): Field[] => {
    const list = [readField()];
    while (text[at] === ',') {
      at += 1;
      list.push(readField());
    }
    return list;
  };
  const fields = readMany();
  if (at < text.length) fail();
  return fields;
}

/** The kind of object, the fields it can have, and those shown when none are asked for. */
export interface NodeType {
  name: string;
  known: ReadonlySet<string>;
  usual: readonly string[];
}

/** Known fields without a value are left out, as Meta does; unknown ones are refused; the id always comes. */
export function project(
  node: Record<string, unknown>,
  type: NodeType,
  fields: Field[] | null,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const { name } of fields ?? type.usual.map((usual) => ({ name: usual }))) {
    if (!type.known.has(name)) throw new Refusal('unknown-field', { field: name, type: type.name });
    if (node[name] !== undefined) shown[name] = node[name];
  }
  if (shown.id === undefined) shown.id = node.id;
  return shown;
}
