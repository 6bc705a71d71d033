// The one function of the grid's own React that the page calls.
declare module 'react' {
  export function createElement(
    type: string,
    attributes: Record<string, unknown>,
    ...children: unknown[]
  ): unknown;
}
