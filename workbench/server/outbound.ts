// Performs the add-on's HTTP requests: the Graph host is mapped to the chosen server, others are refused.
import type { FetchAnswer, FetchRequest } from '../host/api';

const graphOrigin = 'https://graph.facebook.com';
const timeoutMs = 60_000;

/** The address to ask instead, or null where the add-on may not go. */
export function mapToGraph(url: string, graphUrl: string): string | null {
  // The text is compared, not a parsed URL: path and query must pass exactly as the add-on wrote them.
  if (!url.startsWith(`${graphOrigin}/`)) return null;
  return graphUrl + url.slice(graphOrigin.length);
}

function headersOf(response: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) headers[name] = value;
  return headers;
}

async function fetchOne(request: FetchRequest, graphUrl: string): Promise<FetchAnswer> {
  const url = mapToGraph(request.url, graphUrl);
  if (url === null) {
    let place = 'that address';
    try {
      place = new URL(request.url).origin;
    } catch {
      // Not even an address: the general words stand.
    }
    return { failed: `The add-on may only call ${graphOrigin}/, not ${place}.` };
  }
  try {
    const response = await fetch(url, {
      method: request.method.toUpperCase(),
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await response.text();
    return { status: response.status, headers: headersOf(response), body };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return { failed: `Timeout: ${graphOrigin}` };
    }
    // As UrlFetchApp words it; the path and query are left out, as they may be private.
    return { failed: `Address unavailable: ${graphOrigin}` };
  }
}

/** Sends all requests at once and answers when the last one is back. Never rejects. */
export function fetchAll(requests: FetchRequest[], graphUrl: string): Promise<FetchAnswer[]> {
  return Promise.all(requests.map((request) => fetchOne(request, graphUrl)));
}
