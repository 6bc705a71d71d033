// Decides whether a request comes from this machine's own pages or from somewhere foreign.

export interface GuardedHeaders {
  host?: string | undefined;
  origin?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}

/** Names under which a browser on this machine reaches the loopback listener. */
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Null when the request may pass, otherwise the reason it may not. */
export function refuseForeign(headers: GuardedHeaders, port: number, path: string): string | null {
  const hosts = ownNames.map((name) => `${name}:${port}`);
  // Browsers leave the port out when it is the scheme's own.
  if (port === 80) hosts.push(...ownNames);
  const host = headers.host?.toLowerCase();
  // A foreign name that resolves to this machine (DNS rebinding) arrives with its own Host.
  if (host === undefined || !hosts.includes(host)) return 'This Host is not served here.';
  if (headers.origin !== undefined) {
    const origins = hosts.map((name) => `http://${name}`);
    if (!origins.includes(headers.origin.toLowerCase())) return 'This Origin is not allowed.';
  }
  // A plain GET from a foreign page has no Origin, but says where it comes from.
  if (path.startsWith('/api/') && headers['sec-fetch-site'] === 'cross-site') {
    return 'Requests from other sites are not allowed.';
  }
  return null;
}
