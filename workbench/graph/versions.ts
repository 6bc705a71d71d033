// Takes a request's address apart and tells which API version answers it.

const NEWEST = 26;
const OLDEST = 21;

export interface Path {
  /** The version that answers, such as `v26.0`. */
  version: string;
  /** A version in the address that does not exist yet, or null. */
  unknownVersion: string | null;
  /** Without version and without slashes at its ends. */
  path: string;
  query: URLSearchParams;
}

/**
 * An ended version is answered by the oldest one still in use, and a call without a version by the
 * newest, as an app made today would have it.
 */
export function readPath(address: string): Path {
  const url = new URL(address, 'https://graph.facebook.com');
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const asked = /^v(\d{1,3})\.\d$/.exec(parts[0] ?? '');
  if (asked !== null) parts.shift();
  const major = Number(asked?.[1] ?? NEWEST);
  return {
    version: `v${Math.min(NEWEST, Math.max(OLDEST, major))}.0`,
    unknownVersion: asked !== null && major > NEWEST ? asked[0] : null,
    path: parts.map(decode).join('/'),
    query: url.searchParams,
  };
}

/** Text with a stray percent sign stands as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
