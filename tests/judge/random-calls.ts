// Draws calls of metric functions at random, in every form an argument may have, each with the rows it means.
import { daysBetween, maxDay, minDay, plusDays, serialOf } from './days';
import type { LedgerRow } from './ledger-rows';
import type { Random } from './random';

export interface RandomCall {
  name: string;
  args: unknown[];
  /** The rows it means; null where a blank or days outside the history make the answer empty. */
  rows: LedgerRow[] | null;
}
/** Days the file holds, each of them whole. */
export interface History {
  rows: readonly LedgerRow[];
  byAccount: ReadonlyMap<string, readonly LedgerRow[]>;
  first: string;
  last: string;
}
export const historyOf = (rows: readonly LedgerRow[], first: string, last: string): History => ({
  rows,
  byAccount: new Map(
    [...new Set(rows.map(({ accountId }) => accountId))].map((id) => [
      id,
      rows.filter(({ accountId }) => accountId === id),
    ]),
  ),
  first,
  last,
});
interface Choice {
  arg: unknown;
  keep: ((row: LedgerRow) => boolean) | null;
}
interface Days {
  args: unknown[];
  /** Null where nothing is answered. */
  span: [from: string, to: string] | null;
}

const shout = (text: string, random: Random): string =>
  random.chance(0.15) ? ` ${text.toUpperCase()} ` : text;
const monthEnd = (day: string): string =>
  plusDays(`${plusDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);

/** One account of the file, by its name or its ID, or none; and its rows. */
function drawAccount(
  { rows, byAccount }: History,
  random: Random,
): [unknown, readonly LedgerRow[]] {
  if (random.chance(0.4)) return [random.pick([null, '', [['']]]), rows];
  const { account, accountId } = random.pick(rows);
  const isShort = Number(accountId) < 1e15;
  const forms = [account, accountId, shout(account, random), [[account]]];
  if (isShort) forms.push(Number(accountId) as unknown as string);
  return [random.pick(forms), byAccount.get(accountId) ?? []];
}

/** A template of the account, or many of them. */
function drawTemplate(own: readonly LedgerRow[], random: Random): Choice {
  const { name, id, language, category } = random.pick(own);
  const lower = name.toLowerCase();
  switch (random.int(0, 10)) {
    case 0:
    case 1:
    case 2: {
      const arg = shout(name, random);
      return { arg, keep: (row) => row.name.toLowerCase() === lower };
    }
    case 3:
    case 4: {
      const arg = Number(id) < 1e15 && random.chance(0.5) ? Number(id) : random.pick([id, [[id]]]);
      return { arg, keep: (row) => row.id === id };
    }
    case 5: {
      const start = lower.slice(0, random.int(1, 4));
      return { arg: `${start}*`, keep: (row) => row.name.toLowerCase().startsWith(start) };
    }
    case 6: {
      const end = lower.slice(-random.int(1, 3));
      return { arg: `*${end}`, keep: (row) => row.name.toLowerCase().endsWith(end) };
    }
    case 7: {
      const part = lower.slice(1, 3);
      return { arg: `*${part}*`, keep: (row) => row.name.toLowerCase().includes(part) };
    }
    case 8: {
      const arg = random.pick([`category:${category}`, `category:${category.toLowerCase()}`]);
      return { arg, keep: (row) => row.category === category };
    }
    case 9:
      return { arg: `language:${language}`, keep: (row) => row.language === language };
    default:
      return random.chance(0.1)
        ? { arg: random.pick(['', [['']]]), keep: null }
        : { arg: random.pick(['*', null, 'selected', '**']), keep: () => true };
  }
}

/** A day in one of the forms it is written in. */
function written(day: string, random: Random): unknown {
  return random.pick<unknown>([
    day,
    ` ${day}`,
    { date: day },
    [[{ date: day }]],
    serialOf(day),
    serialOf(day) + 0.75,
  ]);
}

function periodAround(day: string, word: string): [string, string] {
  const month = Number(day.slice(5, 7));
  const quarter = String(month - ((month - 1) % 3)).padStart(2, '0');
  const monday = plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  switch (word) {
    case 'day':
      return [day, day];
    case 'week':
      return [monday, plusDays(monday, 6)];
    case 'month':
      return [`${day.slice(0, 7)}-01`, monthEnd(day)];
    case 'quarter': {
      const start = `${day.slice(0, 4)}-${quarter}-01`;
      return [start, monthEnd(plusDays(start, 62))];
    }
    default:
      return [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`];
  }
}

/** Keywords count from the last complete day, which here is the last day of the history. */
function keywordDays(word: string, last: string): [string, string] {
  const month = periodAround(last, 'month');
  const [monday] = periodAround(last, 'week');
  const count = /^last_(\d+)_days$/.exec(word)?.[1];
  if (count) return [plusDays(last, 1 - Number(count)), last];
  if (word === 'yesterday') return [last, last];
  if (word === 'this_week') return [monday, last];
  if (word === 'last_week') return [plusDays(monday, -7), plusDays(monday, -1)];
  if (word === 'this_month') return [month[0], last];
  if (word === 'last_month') return periodAround(plusDays(month[0], -1), 'month');
  return [periodAround(last, 'quarter')[0], last];
}
const KEYWORDS = [
  'yesterday',
  'last_7_days',
  'last_14_days',
  'last_28_days',
  'last_30_days',
].concat(['this_week', 'last_week', 'this_month', 'last_month', 'this_quarter']);

function drawDays({ first, last }: History, random: Random): Days {
  const days = daysBetween(first, last);
  const [x, y] = [random.pick(days), random.pick(days)];
  const [a, b] = [minDay(x, y), maxDay(x, y)];
  const months = [...new Set(days.filter((day) => day.endsWith('-01')))];
  const month = random.pick(months);
  const none = random.pick([null, '', [['']]]);
  switch (random.int(0, 11)) {
    case 0:
    case 1:
    case 2:
      return { args: [written(a, random), written(b, random)], span: [a, b] };
    case 3:
      return { args: [written(a, random), none], span: [a, a] };
    case 4:
      return { args: [month.slice(0, 7), none], span: [month, monthEnd(month)] };
    case 5: {
      const other = random.pick(months.filter((one) => one >= month));
      return { args: [month.slice(0, 7), other.slice(0, 7)], span: [month, monthEnd(other)] };
    }
    case 6: {
      const words = ['day', 'week', 'month', 'quarter'].filter(
        (word) => periodAround(a, word)[0] >= first,
      );
      const word = random.pick(words);
      return { args: [written(a, random), shout(word, random)], span: periodAround(a, word) };
    }
    case 7: {
      const word = random.pick(KEYWORDS);
      return { args: [shout(word, random), none], span: keywordDays(word, last) };
    }
    case 8:
      return { args: [random.pick([null, 'selected']), null], span: [first, last] };
    case 9:
      // Days after the last sync are ignored.
      return { args: [written(a, random), plusDays(last, random.int(1, 90))], span: [a, last] };
    case 10: {
      const end = plusDays(first, -random.int(1, 60));
      return { args: [written(plusDays(end, -9), random), end], span: null };
    }
    default:
      return random.chance(0.2)
        ? { args: [random.pick(['', [['']]]), none], span: null }
        : {
            args: [month.slice(0, 7), written(monthEnd(month), random)],
            span: [month, monthEnd(month)],
          };
  }
}

export function drawCall(names: readonly string[], history: History, random: Random): RandomCall {
  const [account, own] = drawAccount(history, random);
  const template = drawTemplate(own, random);
  const { args: days, span } = drawDays(history, random);
  const args: unknown[] = [template.arg, ...days, account];
  const isOpen = (arg: unknown): boolean => arg === null;
  while (args.length > 0 && isOpen(args[args.length - 1]) && random.chance(0.7)) args.pop();
  if (random.chance(0.6)) args.push({ live: true });
  const { keep } = template;
  const rows =
    keep === null || span === null
      ? null
      : own.filter((row) => row.day >= span[0] && row.day <= span[1] && keep(row));
  return { name: random.pick(names), args, rows };
}
