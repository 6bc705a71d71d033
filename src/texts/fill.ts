// Puts facts into a sentence template.

/** What a sentence may name. */
export type Facts = Readonly<Record<string, string | number>>;

/** Longest fact shown whole; a template name can have 512 characters. */
const LONGEST = 40;
const SLOT = /\{(\w+)(?:\?(\w*):([^|}]*))?(?:\|([^}]*))?\}/g;

/**
 * Fills a template. `{name}` is the fact, `{name|text}` has a text for when the fact is missing;
 * `{name?value:text|other}` is `text` when the fact has that value, and `{name?:text % more|other}`
 * is `text` with the fact in place of `%` when there is one.
 *
 * @example fill('Wait {minutes?:% minutes|a few minutes}.', { minutes: 5 }) // 'Wait 5 minutes.'
 */
export function fill(template: string, facts: Facts): string {
  return template.replace(
    SLOT,
    (_, name: string, value: string | undefined, text: string | undefined, other = '') => {
      const fact = String(facts[name] ?? '');
      const short = fact.length > LONGEST && text !== undefined ? fact.slice(0, LONGEST) : fact;
      if (text === undefined) return short || other;
      if (value) return short === value ? text : other;
      return short ? text.replace('%', () => short) : other;
    },
  );
}
