// Date serials of a spreadsheet as ISO text, without any time zone.

const dayMs = 86_400_000;
/** Serial 0 in Sheets. */
const zeroDay = Date.UTC(1899, 11, 30);

/** `2026-11-01`, or with the time of day where the serial has one. */
export function serialToIso(serial: number): string {
  const time = new Date(zeroDay + Math.round(serial * 86_400) * 1000);
  const text = time.toISOString();
  return time.getTime() % dayMs === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
