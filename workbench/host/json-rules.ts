// What may cross between sidebar and script: JSON only, by the rules of google.script.run.

export interface Maker {
  array(length: number): unknown[];
  object(): Record<string, unknown>;
}
export const HOST_MAKER: Maker = {
  array: (length) => new Array(length),
  object: () => ({}),
};

/**
 * Copies a value, refusing what cannot cross (dates, functions, cycles, other objects).
 * Undefined becomes null in arrays and vanishes from objects.
 * @param refuse tells objects that only look plain
 */
export function copyJson(
  value: unknown,
  maker: Maker,
  refuse: (value: object) => boolean,
): unknown {
  return copy(value, maker, refuse, []);
}

function copy(
  value: unknown,
  maker: Maker,
  refuse: (value: object) => boolean,
  above: object[],
): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`The number ${value} cannot be sent.`);
    return value;
  }
  if (typeof value !== 'object') throw new Error(`A ${typeof value} cannot be sent.`);
  if (above.includes(value)) throw new Error('An object that contains itself cannot be sent.');
  const path = [...above, value];
  if (Array.isArray(value)) {
    const list = maker.array(value.length);
    for (let i = 0; i < value.length; i++) list[i] = copy(value[i], maker, refuse, path);
    return list;
  }
  const kind = Object.prototype.toString.call(value);
  const parent = Object.getPrototypeOf(value);
  const plain = parent === null || Object.getPrototypeOf(parent) === null;
  if (kind !== '[object Object]' || !plain || refuse(value)) {
    throw new Error(`A value of kind ${kind.slice(8, -1)} cannot be sent.`);
  }
  const object = maker.object();
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) object[key] = copy(item, maker, refuse, path);
  }
  return object;
}
