// Google's rules for what may be passed to a server function from a sidebar.

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

function describe(value: unknown): string {
  if (value instanceof Date) return 'Date';
  if (typeof value === 'function') return 'Function';
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  return typeof name === 'string' && name !== '' ? name : typeof value;
}

function refuse(value: unknown): never {
  throw new TypeError(
    `Failed due to illegal value in property: a value of type ${describe(value)} cannot be sent.`,
  );
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  // The second step covers plain objects of another frame.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function copy(value: unknown, path: object[]): Plain | undefined {
  if (value === null || value === undefined) return value;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return refuse(value);
  if (path.includes(value)) {
    throw new TypeError('Failed due to circular reference in the value to send.');
  }
  const inside = [...path, value];
  if (Array.isArray(value)) return Array.from(value, (item) => copy(item, inside) ?? null);
  if (!isPlainObject(value)) return refuse(value);
  const result: { [key: string]: Plain } = {};
  for (const [key, item] of Object.entries(value)) {
    const copied = copy(item, inside);
    if (copied !== undefined) result[key] = copied;
  }
  return result;
}

/** A copy that is safe to send, or an error as Google throws it. */
export function checkArguments(args: unknown[]): Plain[] {
  return args.map((arg) => copy(arg, []) ?? null);
}
