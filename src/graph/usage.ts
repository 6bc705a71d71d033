// Reads how long Meta asks us to pause from its usage headers, which may be missing or broken.

/** Meta lengthens the block for callers who do not wait, so a pause is never shorter than this. */
export const SHORTEST_WAIT = 5;
/** A longer wait than a day is a broken header. */
const LONGEST_WAIT = 1_440;
/** The header carries up to 32 objects; a longer one is not Meta's. */
const LONGEST_HEADER = 20_000;

/**
 * Minutes until calls are allowed again: the longest any of the header's entries names.
 *
 * @example waitMinutes({ 'X-Business-Use-Case-Usage': '{"1":[{"estimated_time_to_regain_access":19}]}' }) // 19
 */
export function waitMinutes(headers: unknown): number {
  let longest = SHORTEST_WAIT;
  for (const entry of readEntries(headers)) {
    const raw = (entry as Record<string, unknown> | null)?.estimated_time_to_regain_access;
    const minutes = typeof raw === 'string' ? Number(raw) : raw;
    if (typeof minutes !== 'number' || !(minutes > longest)) continue;
    longest = Math.min(Math.ceil(minutes), LONGEST_WAIT);
  }
  return longest;
}

function readEntries(headers: unknown): unknown[] {
  const [, value] =
    Object.entries(Object(headers)).find(
      ([name]) => name.toLowerCase() === 'x-business-use-case-usage',
    ) ?? [];
  // A repeated header arrives as a list in some hosts.
  const text: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof text !== 'string' || text.length > LONGEST_HEADER) return [];
  try {
    return Object.values(Object(JSON.parse(text))).flat();
  } catch {
    return [];
  }
}
