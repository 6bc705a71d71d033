// Elements as data, and the few lines that bring the page to them; text only ever becomes text nodes.

export type Handler = (event: Event) => void;
export type Props = Record<string, string | number | boolean | null | undefined | Handler>;
export interface Described {
  tag: string;
  /** Keeps an element itself, with focus and typed text, when its neighbours come and go. */
  key: string | null;
  props: Props;
  children: Child[];
}
export type Child = Described | string;
type Loose = Child | null | false | undefined | Loose[];

/** Set as properties of the node, because as attributes they only give the first value. */
const PROPERTIES = new Set(['value', 'checked', 'indeterminate', 'disabled']);

function keepChildren(children: readonly Loose[]): Child[] {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return keepChildren(child);
    return child === null || child === undefined || child === false ? [] : [child];
  });
}

/** Describes an element. `key` among the props names it; null and false children are left out. */
export function h(
  tag: string,
  props: Props & { key?: string } = {},
  ...children: Loose[]
): Described {
  const { key, ...rest } = props;
  return { tag, key: key ?? null, props: rest, children: keepChildren(children) };
}

interface Mounted {
  id: string;
  node: Node;
  child: Child;
  children: Mounted[];
}

function setProp(node: HTMLElement, name: string, value: Props[string]): void {
  if (typeof value === 'function' || name.startsWith('on')) {
    Object.assign(node, { [name]: value ?? null });
  } else if (PROPERTIES.has(name)) {
    if (Reflect.get(node, name) !== value) Object.assign(node, { [name]: value ?? '' });
  } else if (value === null || value === undefined || value === false) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, value === true ? '' : String(value));
  }
}

function create(child: Child, id: string): Mounted {
  if (typeof child === 'string') {
    return { id, node: document.createTextNode(child), child, children: [] };
  }
  const node = document.createElement(child.tag);
  const mounted: Mounted = { id, node, child: { ...child, props: {}, children: [] }, children: [] };
  update(mounted, child);
  return mounted;
}

function update(mounted: Mounted, next: Child): void {
  const before = mounted.child;
  mounted.child = next;
  if (typeof next === 'string' || typeof before === 'string') {
    if (next !== before) mounted.node.nodeValue = String(next);
    return;
  }
  const node = mounted.node as HTMLElement;
  // Children first: a select takes its value only once its options are there.
  mounted.children = updateChildren(node, mounted.children, next.children);
  for (const name of Object.keys(before.props)) {
    if (!(name in next.props)) setProp(node, name, null);
  }
  for (const [name, value] of Object.entries(next.props)) setProp(node, name, value);
}

/** Gives each child a name that stays the same from one drawing to the next. */
function identify(children: readonly Child[]): string[] {
  const counts = new Map<string, number>();
  return children.map((child) => {
    const tag = typeof child === 'string' ? '#text' : child.tag;
    if (typeof child !== 'string' && child.key !== null) return `${tag}:${child.key}`;
    const count = counts.get(tag) ?? 0;
    counts.set(tag, count + 1);
    return `${tag}#${count}`;
  });
}

function updateChildren(parent: Node, before: Mounted[], next: readonly Child[]): Mounted[] {
  const names = identify(next);
  const wanted = new Set(names);
  const known = new Map<string, Mounted>();
  for (const mounted of before) {
    if (wanted.has(mounted.id)) known.set(mounted.id, mounted);
    else parent.removeChild(mounted.node);
  }
  let place = parent.firstChild;
  return next.map((child, index) => {
    const id = names[index] ?? '';
    const old = known.get(id);
    const mounted = old ?? create(child, id);
    if (old) update(old, child);
    // A node that is already in its place is not touched, so it keeps focus and scroll.
    if (mounted.node === place) place = place.nextSibling;
    else parent.insertBefore(mounted.node, place);
    return mounted;
  });
}

/** Makes a function that brings the inside of `root` to what it is given. */
export function createRenderer(root: HTMLElement): (children: Child[]) => void {
  let mounted: Mounted[] = [];
  return (children) => {
    mounted = updateChildren(root, mounted, children);
  };
}
