// Reads `;` between arguments as the engine's comma, keeping every position in the text.

/** Same length, so that every position stays; strings, tab names and arrays keep their `;`. */
export function semicolonsToCommas(formula: string): string {
  let depth = 0;
  return formula.replace(/"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|[{};]/g, (part) => {
    if (part === '{') depth++;
    if (part === '}') depth--;
    return part === ';' && depth <= 0 ? ',' : part;
  });
}

/** What stands in the original where the changed text has a comma outside strings. */
export function separatorsOf(original: string, changed: string): string[] {
  const separators: string[] = [];
  for (const match of changed.matchAll(/"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|,/g)) {
    if (match[0] === ',') separators.push(original[match.index] as string);
  }
  return separators;
}
