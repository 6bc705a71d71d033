// What each authorization mode and the manifest's scopes allow, and the sentence when they do not.

export type Mode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';
/** Who started the execution. */
export type Purpose = 'call' | 'formula' | 'open' | 'trigger';

export interface Manifest {
  timeZone: string;
  scopes: Set<string>;
  fetchPrefixes: string[];
}

const SCOPE = 'https://www.googleapis.com/auth/';

export function readManifest(text: string): Manifest {
  const raw = JSON.parse(text) as Record<string, unknown>;
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  if (typeof raw.timeZone !== 'string') throw new Error('The manifest has no timeZone.');
  if (raw.runtimeVersion !== 'V8') throw new Error('The manifest must set runtimeVersion to V8.');
  return {
    timeZone: raw.timeZone,
    scopes: new Set(texts(raw.oauthScopes)),
    fetchPrefixes: texts(raw.urlFetchWhitelist),
  };
}

/** The part of an execution that decides. */
export interface Caller {
  mode: Mode;
  purpose: Purpose;
  world: { manifest: Manifest; planned: { unauthorized: boolean } };
}

const DOCUMENT = new Set([
  'SpreadsheetApp',
  'Spreadsheet',
  'Sheet',
  'Range',
  'RangeList',
  'NamedRange',
  'Protection',
  'DataValidation',
  'Filter',
  'DeveloperMetadata',
  'DeveloperMetadataFinder',
  'DeveloperMetadataLocation',
  'TextFinder',
]);
/** Methods of the document classes that change nothing; what `new…` begins is put into the document by another call. */
const READS =
  /^(get|is|has|can|new|offset$|find$|findAll$|match|with|create(DeveloperMetadata|Text)Finder$|flush$|toString$)/;
const STORES = new Set(['PropertiesService', 'Properties']);
/** What ScriptApp tells anybody, however little was authorized. */
const AUTHORIZATION_FREE = new Set(['getScriptId', 'getAuthorizationInfo']);
const IDENTITY = new Set(['getActiveUserLocale', 'getScriptTimeZone']);

/** Whether the call changes the workbook, and so may be lost while it is not committed. */
export const changesDocument = (service: string, method: string): boolean =>
  DOCUMENT.has(service) && method !== 'toast' && !READS.test(method);

/** @returns why the call is refused, or null when it is allowed. */
export function refuseCall(
  service: string,
  method: string,
  { mode, purpose, world: { manifest, planned } }: Caller,
): string | null {
  const scope = scopeFor(service, method);
  const name = `${service}.${method}`;
  const denied = `You do not have permission to call ${name}.`;
  if (scope && !scope.some((one) => manifest.scopes.has(SCOPE + one))) {
    return `Specified permissions are not sufficient to call ${name}. Required permissions: ${scope.map((one) => SCOPE + one).join(' or ')}`;
  }
  if (planned.unauthorized && needsGrant(service, method) && mode === 'FULL') {
    return 'Authorization is required to perform that action.';
  }
  if (mode === 'FULL') {
    const ui = service === 'Ui' || method === 'getUi';
    return ui && purpose === 'trigger' ? `Cannot call ${name}() from this context.` : null;
  }
  if (mode === 'CUSTOM_FUNCTION') return refuseInFormula(service, method, name);
  const restricted =
    service === 'UrlFetchApp' ||
    (service === 'ScriptApp' && !AUTHORIZATION_FREE.has(method)) ||
    (service === 'Session' && !IDENTITY.has(method)) ||
    (service === 'Ui' && !/^create/.test(method));
  if (restricted) {
    const need = scope ? ` Required permissions: ${SCOPE}${scope[0]}` : '';
    return denied + need;
  }
  if (mode === 'LIMITED') return null;
  const documentless = DOCUMENT.has(service) && method !== 'getUi';
  return documentless || STORES.has(service) ? denied : null;
}

function refuseInFormula(service: string, method: string, name: string): string | null {
  if (service === 'Ui' || method === 'getUi') return `Cannot call ${name}() from this context.`;
  if (DOCUMENT.has(service)) {
    return READS.test(method) ? null : `You do not have permission to call ${method}`;
  }
  if (service === 'ScriptApp' || (service === 'Session' && !IDENTITY.has(method))) {
    return `You do not have permission to call ${name}`;
  }
  return null;
}

/** What a user must have authorized, beyond opening the file: requests to other sites, and triggers. */
const needsGrant = (service: string, method: string): boolean =>
  service === 'UrlFetchApp' || (service === 'ScriptApp' && /[tT]rigger/.test(method));

/** Scopes of which one must be in the manifest; null when none is needed. */
function scopeFor(service: string, method: string): string[] | null {
  if (method === 'getUi') return null;
  if (DOCUMENT.has(service)) return ['spreadsheets.currentonly', 'spreadsheets'];
  if (service === 'UrlFetchApp') return ['script.external_request'];
  if (service === 'Ui' && !/^create/.test(method)) return ['script.container.ui'];
  if (service === 'ScriptApp' && /[tT]rigger/.test(method)) return ['script.scriptapp'];
  return null;
}
