// Number format patterns: which show dates, and the one that means "automatic".

/** What `getNumberFormat` answers for a cell without a format of its own. */
export const AUTOMATIC = '0.###############';

/** A pattern as it is kept: automatic is the empty text. */
export function keepPattern(pattern: string): string {
  return pattern === '' || pattern === AUTOMATIC || pattern.toLowerCase() === 'general'
    ? ''
    : pattern;
}

const seen = new Map<string, boolean>();

/** Whether numbers in this pattern are dates or times: it has date letters outside of literals. */
export function isDatePattern(pattern: string): boolean {
  if (pattern === '' || pattern === '@') return false;
  let answer = seen.get(pattern);
  if (answer === undefined) {
    const bare = pattern
      .replace(/"[^"]*"|\\.|_./g, '')
      .replace(/\[(h+|m+|s+)\]/gi, '$1')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/[eE][+-]/g, '');
    answer = /[ymdhs]/i.test(bare);
    seen.set(pattern, answer);
  }
  return answer;
}
