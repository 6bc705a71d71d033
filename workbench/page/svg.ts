// Writes SVG elements as text, with everything that comes from cells escaped.

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const attribute = (value: string): string =>
  value.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/** @param content SVG text, or for a title plain text that was escaped */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
    .join('');
  const inner = name === 'title' ? attribute(content) : content;
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

export interface TextPlace {
  x: number;
  y: number;
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Turned by so many degrees around its place. */
  turn?: number;
}
export function text(content: string, { x, y, size, fill, anchor, turn }: TextPlace): string {
  const attributes: Record<string, string | number> = { x, y, 'font-size': size, fill };
  if (anchor) attributes['text-anchor'] = anchor;
  if (turn !== undefined) attributes.transform = `rotate(${turn} ${x} ${y})`;
  return element('text', attributes, attribute(content));
}

/** About how wide a text is; there is nothing to measure with before it is drawn. */
export const widthOf = (content: string, size: number): number => content.length * size * 0.54;

/** The text cut so that it fits. */
export function shorten(content: string, size: number, width: number): string {
  const most = Math.max(1, Math.floor(width / (size * 0.54)));
  return content.length <= most ? content : `${content.slice(0, most - 1).trimEnd()}…`;
}
