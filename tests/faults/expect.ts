// Judges what a fault file says it expects: words, requests, counts, notices and single cells.
import { serialOf } from '../judge/days';
import { cellsOf, HEADERS, same } from '../judge/expected';
import { type LedgerRow, metaRows, type ReadLedger } from './daily';
import type { Bound, CellCheck, Expectation, Fault } from './form';
import type { Outcome, Stage } from './stage';
import { holds, type Locale, missingWords } from './told';
import { accountAt, daysFrom } from './truth';
import { fits, type WireRequest } from './wire';

/** A sentence where a number does not keep to its bound. */
export function judgeBound(name: string, bound: Bound | undefined, n: number): string[] {
  if (bound === undefined || fits(bound, n)) return [];
  return [`${name}: ${n} does not keep to ${JSON.stringify(bound)}`];
}

/** Everything the person read: the failure, or the notices of a sync that worked. */
function textOf(outcome: Outcome | null): string {
  if (outcome === null) return '';
  if ('told' in outcome) return `${outcome.told.message} ${outcome.told.hint}`;
  const notices: { text: string }[] = outcome.value?.notices ?? [];
  return notices.map((notice) => notice.text).join(' ');
}

export function judgeSaid(expect: Expectation, outcome: Outcome | null, locale: Locale): string[] {
  const language = locale === 'pt_BR' ? 'pt-BR' : 'en';
  const text = textOf(outcome);
  const never = (expect.neverSays?.[language] ?? []).filter((word) => holds(word, text));
  const codes: string[] = (outcome && 'value' in outcome ? (outcome.value?.notices ?? []) : []).map(
    (notice: { code: string }) => notice.code,
  );
  return [
    ...missingWords(expect.says?.[language] ?? [], text).map(
      (word) => `"${word}" is not said: ${text}`,
    ),
    ...never.map((word) => `"${word}" is said: ${text}`),
    ...(expect.notices ?? [])
      .filter((code) => codes.filter((one) => one === code).length !== 1)
      .map((code) => `the notice ${code} is not there exactly once: ${codes.join(', ') || 'none'}`),
    ...(expect.noNotices ?? [])
      .filter((code) => codes.includes(code))
      .map((code) => `the notice ${code} is there`),
  ];
}

/** How often Meta was asked what, and that no request was one that may never be sent. */
export function judgeWire(
  { requests = {}, faulted }: Expectation,
  seen: readonly WireRequest[],
  faults: readonly Fault[],
): string[] {
  const { toEndpoint = {}, afterFirstFault, ...all } = requests;
  const hit = seen.filter((one) => one.fault !== null).length;
  const late = seen.filter((one) => one.late).length;
  const wrong = [
    ...judgeBound('requests', all, seen.length),
    ...judgeBound('requests after the first fault', afterFirstFault, late),
    ...judgeBound(
      'answers the faults touched',
      faulted ?? { least: Math.min(1, faults.length) },
      hit,
    ),
  ];
  for (const [endpoint, bound] of Object.entries(toEndpoint)) {
    const n = seen.filter((one) => endpoint === 'any' || one.endpoint === endpoint).length;
    wrong.push(...judgeBound(`requests to ${endpoint}`, bound, n));
  }
  for (const { method, url, query } of seen) {
    if (method !== 'GET' || !url.startsWith('/v26.0/') || 'access_token' in query) {
      wrong.push(`a request that may never be sent: ${method} ${url}`);
    }
  }
  return wrong;
}

export function judgeNumbers(
  expect: Expectation,
  outcome: Outcome | null,
  before: ReadLedger,
  after: ReadLedger,
): string[] {
  const counts: Record<string, number> =
    (outcome && 'value' in outcome && outcome.value?.counts) || {};
  const added = [...after.rows.keys()].filter((key) => !before.rows.has(key)).length;
  const gone = [...before.rows.keys()].filter((key) => !after.rows.has(key)).length;
  return [
    ...Object.entries(expect.counts ?? {}).flatMap(([name, bound]) =>
      judgeBound(`count of ${name}`, bound, counts[name] ?? Number.NaN),
    ),
    ...judgeBound('rows added', expect.rows?.added, added),
    ...judgeBound('rows gone', expect.rows?.gone ?? 0, gone),
  ];
}

interface Place {
  account?: number | undefined;
  templates?: number[] | undefined;
  days?: readonly [number, number] | undefined;
}
/** Whether a row is one of those a file means by account, templates and days. */
function isMeant(
  stage: Stage,
  place: Place,
  row: Pick<LedgerRow, 'account' | 'template' | 'serial'>,
): boolean {
  const account = accountAt(stage.world, place.account);
  if (place.account !== undefined && row.account !== account.id) return false;
  const ids = place.templates?.map((at) => account.templates[at]?.id);
  if (ids && !ids.includes(row.template)) return false;
  if (!place.days) return true;
  const { from, to } = daysFrom(stage.today(), place.days);
  return serialOf(from) <= row.serial && row.serial <= serialOf(to);
}

/** Whether a row is one the file expects not to be written. */
export const without = (
  stage: Stage,
  left: readonly Place[],
  row: Pick<LedgerRow, 'account' | 'template' | 'serial'>,
): boolean => left.some((place) => isMeant(stage, place, row));

export function judgeCells(
  stage: Stage,
  expect: Expectation,
  before: ReadLedger,
  after: ReadLedger,
): string[] {
  const wrong: string[] = [];
  for (const place of expect.without ?? []) {
    for (const [key, row] of after.rows) {
      if (isMeant(stage, place, row)) wrong.push(`a row that must not be there: ${key}`);
    }
  }
  if (!expect.checks) return wrong;
  const meta = metaRows(stage.world, '0000-01-01', stage.today());
  for (const check of expect.checks) wrong.push(...judgeCheck(stage, check, before, after, meta));
  return wrong;
}

function judgeCheck(
  stage: Stage,
  check: CellCheck,
  before: ReadLedger,
  after: ReadLedger,
  meta: ReturnType<typeof metaRows>,
): string[] {
  const base = check.are === 'as before' ? before : after;
  const rows = [...base.rows].filter(([, row]) => isMeant(stage, check, row));
  const unknown = check.columns.filter((name) => !HEADERS.includes(name));
  if (unknown.length > 0) return [`no such column: ${unknown.join(', ')}`];
  if (rows.length === 0) return [`no row to look at: ${JSON.stringify(check)}`];
  const wrong = rows.flatMap(([key]) =>
    check.columns.flatMap((name) => {
      const is = after.rows.get(key)?.cells[name];
      const wish = wishOf(check, key, name, before, meta);
      const good = wish.reported ? is !== '' && is !== undefined : same(is, wish.value);
      return good ? [] : [`${key} ${name}: is ${JSON.stringify(is)}, not ${JSON.stringify(wish)}`];
    }),
  );
  return wrong.slice(0, 4);
}

function wishOf(
  { are }: CellCheck,
  key: string,
  name: string,
  before: ReadLedger,
  meta: ReturnType<typeof metaRows>,
): { value?: unknown; reported?: boolean } {
  if (typeof are === 'object') return { value: are.value };
  if (are === 'reported') return { reported: true };
  if (are === 'empty') return { value: '' };
  if (are === 'as before') return { value: before.rows.get(key)?.cells[name] };
  const row = meta.get(key);
  return { value: row ? cellsOf(row)[HEADERS.indexOf(name)] : 'a row of Meta' };
}
