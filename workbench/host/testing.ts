// Helps the tests of this room: a host around a small script.
import type { FetchAnswer, FetchRequest, HostApi, HostOptions, Json } from './api';
import { createHost } from './index';

const SCOPES = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.external_request',
  'script.scriptapp',
];

export const MANIFEST = JSON.stringify({
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`),
  urlFetchWhitelist: ['https://graph.facebook.com/'],
});

export const noFetch = (requests: FetchRequest[]): FetchAnswer[] =>
  requests.map(() => ({ failed: 'no network in this test' }));

export function hostWith(code: string, options: Partial<HostOptions> = {}): HostApi {
  return createHost({
    code,
    sidebarHtml: '<!DOCTYPE html><title>Ledger</title>',
    manifest: MANIFEST,
    fetch: noFetch,
    ...options,
  });
}

/** A host whose script has the function `go` with this body (`ss` is the spreadsheet, `sheet` its first tab). */
export function hostDoing(body: string, options: Partial<HostOptions> = {}): HostApi {
  return hostWith(
    `function go(a, b) { const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0]; ${body} }`,
    options,
  );
}

/** What `go` answers. @throws with its message */
export function outcome(host: HostApi, ...args: Json[]): Json {
  const answer = host.run('go', args);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Runs a body of `go` in a host of its own. */
export const run = (body: string, options: Partial<HostOptions> = {}): Json =>
  outcome(hostDoing(body, options));
