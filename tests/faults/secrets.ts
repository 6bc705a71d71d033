// Searches texts for a secret, in every form a careless line of code could give it.

/** Pieces of this length count as the secret; the last four characters may be shown. */
const PIECE = 12;

const known = new Map<string, string[]>();

/** Every form and piece of a secret that must not be met. */
function formsOf(secret: string): string[] {
  const before = known.get(secret);
  if (before) return before;
  const backwards = [...secret].reverse().join('');
  const forms = new Set([secret, encodeURIComponent(secret), backwards]);
  for (let at = 0; at + PIECE <= secret.length; at += 1) {
    forms.add(secret.slice(at, at + PIECE));
    forms.add(backwards.slice(at, at + PIECE));
  }
  // Base64 looks different at each of the three places a text may begin in.
  for (const lead of ['', 'x', 'xx']) {
    const whole = Buffer.from(lead + secret).toString('base64');
    forms.add(whole.slice(lead.length === 0 ? 0 : 4, -4));
  }
  const list = [...forms];
  known.set(secret, list);
  return list;
}

/** The forms and pieces of a secret that stand in a text. */
export function findSecret(text: string, secret: string): string[] {
  if (text.length < PIECE) return [];
  return formsOf(secret).filter((form) => text.includes(form));
}

/** Where in a JSON value the secret stands. */
export function pathsHolding(value: unknown, secret: string, at = ''): string[] {
  if (typeof value === 'string') return findSecret(value, secret).length > 0 ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(findSecret(key, secret).length > 0 ? [`${at}.${key} (key)`] : []),
    ...pathsHolding(item, secret, `${at}.${key}`),
  ]);
}
