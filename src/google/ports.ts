// Connects the app to Google's services: every port of `src/app/ports.ts`, made here.
import { CACHE_SECONDS } from '../app/index-keys';
import type { ClockPort, HttpPort, Lock, Ports, TextStore } from '../app/ports';
import { forTables, TABLES } from '../core/tables';
import { headerLanguage } from '../texts/headers';
import { createFormulaCells } from './formula-cells';
import { createGuard } from './guard';
import { createIndexTab } from './index-tab';
import { separatorFor } from './locale';
import { createLogTab } from './log-tab';
import { createReportTab } from './report-tab';
import { createTableTab } from './table-tab';
import { findTab } from './tabs';
import { createTemplatesTab } from './templates-tab';
import { triggers } from './triggers';
import { readWords } from './words';

/** How long a writer waits for another one to finish. */
const LOCK_WAIT_MS = 10_000;

export function createPorts(): Ports {
  const spreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet =>
    SpreadsheetApp.getActiveSpreadsheet();
  const language = () => headerLanguage(spreadsheet().getSpreadsheetLocale());
  const tables = forTables((id) => createTableTab(TABLES[id], spreadsheet, language));
  return {
    http,
    clock,
    began: clock.now(),
    user: textStore(() => PropertiesService.getUserProperties()),
    document: textStore(() => PropertiesService.getDocumentProperties()),
    tables,
    index: createIndexTab(spreadsheet),
    log: createLogTab(spreadsheet, language),
    templatesTab: createTemplatesTab(spreadsheet, language),
    reportTab: createReportTab(spreadsheet, language),
    formulaCells: createFormulaCells(spreadsheet),
    cache: {
      get: (key) => cache()?.get(key) ?? null,
      putAll: (entries) => cache()?.putAll(entries, CACHE_SECONDS),
      removeAll: (keys) => cache()?.removeAll([...keys]),
    },
    lock,
    guard: createGuard(spreadsheet, tables),
    triggers,
    language,
    columnTitle: (key) => readWords().sheet[language()].columns[key],
    newId: () => Utilities.getUuid(),
    flush: () => SpreadsheetApp.flush(),
    spreadsheetZone: () => spreadsheet().getSpreadsheetTimeZone(),
    zones: () => readWords().zones,
    separator: () => separatorFor(spreadsheet().getSpreadsheetLocale()),
    showTab(name) {
      const sheet = findTab(spreadsheet(), name);
      sheet?.activate();
      return sheet !== null;
    },
  };
}

/** Outside a document there is no cache; formulas then read the hidden tab. */
const cache = (): GoogleAppsScript.Cache.Cache | null => CacheService.getDocumentCache();

const clock: ClockPort = {
  now: () => Date.now(),
  sleep: (ms) => Utilities.sleep(ms),
};

/** The one door to the network. Google refuses other hosts by the manifest; redirects are not followed. */
const http: HttpPort = {
  fetchAll(requests) {
    const options = requests.map(
      (request): GoogleAppsScript.URL_Fetch.URLFetchRequest => ({
        url: request.url,
        method: request.method ?? 'get',
        headers: request.headers,
        muteHttpExceptions: true,
        followRedirects: false,
      }),
    );
    try {
      return UrlFetchApp.fetchAll(options).map(toAnswer);
    } catch (error) {
      // The day's quota or a withdrawn permission does not pass by trying again.
      if (/too many times|authorization is required/i.test(String(error))) throw error;
      // One unreachable answer loses the whole batch; the client tries it again a few times.
      return requests.map(() => ({ failed: 'unreachable' }));
    }
  },
};

function toAnswer(response: GoogleAppsScript.URL_Fetch.HTTPResponse): {
  status: number;
  headers: Record<string, string>;
  body: string;
} {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders() as Record<string, unknown>)) {
    headers[name.toLowerCase()] = String(value);
  }
  return { status: response.getResponseCode(), headers, body: response.getContentText() };
}

function textStore(open: () => GoogleAppsScript.Properties.Properties): TextStore {
  return {
    get: (key) => open().getProperty(key),
    set: (key, value) => {
      open().setProperty(key, value);
    },
    remove: (key) => {
      open().deleteProperty(key);
    },
  };
}

const lock: Lock = {
  hold(work, refuse) {
    const documentLock = LockService.getDocumentLock();
    if (!documentLock.tryLock(LOCK_WAIT_MS)) return refuse();
    try {
      return work();
    } finally {
      // Writes still under way must not meet the next writer's.
      SpreadsheetApp.flush();
      documentLock.releaseLock();
    }
  },
};
