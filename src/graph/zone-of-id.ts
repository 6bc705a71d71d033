// Looks up the zone behind an account's number; the table itself travels outside the script.

/**
 * The zone behind an account's `timezone_id`, which Meta sends as text holding a number.
 *
 * @example zoneOfId('25', TIME_ZONES) // 'America/Sao_Paulo'
 * @returns null for 0 (unknown), a number not in the list, or anything else
 */
export function zoneOfId(id: unknown, zones: readonly string[]): string | null {
  if (typeof id !== 'number' && !(typeof id === 'string' && /^\d{1,4}$/.test(id))) return null;
  return zones[Number(id)] || null;
}
