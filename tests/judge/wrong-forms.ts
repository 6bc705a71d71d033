// Calls that cannot be answered, over every function and every argument, each with what its sentence must name.

export interface Known {
  /** A template of the first account with a button that says "Ver ofertas". */
  name: string;
  /** An ID with more digits than a number keeps. */
  longId: string;
  account: string;
  /** The first and the last day of the history. */
  first: string;
  last: string;
  /** The day before the first. */
  before: string;
}
export type Wrong = [name: string, args: unknown[], named: string[]];

const LIVE = { live: true };
const LONG = 'xyzw '.repeat(70).trim();

const dates = ({ name, account, first, last }: Known): Wrong[] => [
  ...['31/12/2026', '2026-13', '2026-11-31', '11/2026', '2026', 'novembro', 'NaN'].map(
    (text): Wrong => ['WA_SENT', [name, text], [`"${text}"`]],
  ),
  ...['undefined', 'null', 'tomorrow', 'today', '=A1', '2026-11-01T00:00', '1/11'].map(
    (text): Wrong => ['WA_READ_RATE', [name, text, null, account], [`"${text}"`]],
  ),
  ...[2026, 0, -1, 1e9, 20261101, 0.5].map(
    (number): Wrong => ['WA_SPENT', [name, number], [String(number)]],
  ),
  ['WA_SENT', [name, true], []],
  ['WA_SENT', [name, first, false], []],
  ['WA_SENT', [name, 'last_8_days'], ['last_8_days', 'last_7_days']],
  ['WA_CLICKS', [name, 'last_30_dayz', null, null, LIVE], ['last_30_dayz', 'last_30_days']],
  ['WA_SENT', [name, last, first], [first, last]],
  ['WA_SENT', [name, '2026-11', '2026-10'], ['2026-11', '2026-10']],
  ['WA_SENT', [name, { date: last }, { date: first }], [first, last]],
  ['WA_SENT', [name, 'last_7_days', last], ['last_7_days']],
  ['WA_SENT', [name, 'this_month', 'week'], ['this_month']],
  ['WA_SENT', [name, 'selected', last], ['selected']],
  ['WA_SENT', [name, null, last], []],
  ['WA_CHANGE', ['sent', name, null, last], []],
  ['WA_SENT', [name, first, '2026-13'], ['2026-13']],
  ['WA_SENT', [name, first, '31/12/2026'], ['31/12/2026']],
  ['WA_SENT', [name, first, 'weeek'], ['weeek', 'week']],
  ['WA_SENT', [name, first, 'decade'], ['decade']],
  ['WA_SENT', [name, first, 'last_7_days'], ['last_7_days']],
  ['WA_SENT', [name, first, 5], ['5']],
  ['WA_SENT', [name, LONG], []],
  ['WA_TABLE', ['sent', name, '31/12/2026'], ['31/12/2026']],
  ['WA_SERIES', ['sent', name, last, first], [first, last]],
  ['WA_COVERAGE', ['2026-13'], ['2026-13']],
  ['WA_COVERAGE', [last, first], [first, last]],
];

const templates = ({ name, longId, first, last }: Known): Wrong[] => [
  ['WA_SENT', ['nothing like it'], ['nothing like it']],
  ['WA_SENT', [`${name}x`, first, last], [`${name}x`, `"${name}"`]],
  ['WA_SENT', [123], ['123']],
  ['WA_SENT', [1.5], ['1.5']],
  ['WA_SENT', [Number(longId), first], []],
  ['WA_TEMPLATES', [Number(longId)], []],
  ['WA_SENT', [true], []],
  ['WA_SENT', [false, first], []],
  ['WA_SENT', [{ date: first }], []],
  ['WA_SENT', ['category:NOPE'], ['category:NOPE']],
  ['WA_SENT', ['language:xx'], ['language:xx']],
  ['WA_SENT', ['category:'], ['category:']],
  ['WA_SENT', ['zzz*'], ['zzz*']],
  ['WA_SENT', ['undefined'], ['undefined']],
  ['WA_SENT', ['NaN'], ['NaN']],
  ['WA_SENT', [LONG], []],
  ['WA_SENT', ['One. Two? Three!\nFour'], []],
  ['WA_TABLE', ['sent', 'zzz*'], ['zzz*']],
  ['WA_SERIES', ['sent', 'zzz*'], ['zzz*']],
  ['WA_CHANGE', ['sent', `${name}x`, last], [`${name}x`, `"${name}"`]],
  ['WA_TEMPLATES', ['zzz*'], ['zzz*']],
  ['WA_TEMPLATES', [true], []],
];

const accounts = ({ name, account, longId, first, last }: Known): Wrong[] => [
  ['WA_SENT', [name, first, last, 'Nobody'], ['Nobody', account]],
  ['WA_SENT', [name, first, last, 1], ['1', account]],
  ['WA_SENT', [name, first, last, true], [account]],
  ['WA_SENT', [name, first, last, { date: first }], [first, account]],
  ['WA_SENT', [name, first, last, Number(longId)], []],
  ['WA_SENT', [name, first, last, LONG], []],
  ['WA_TEMPLATES', [name, 'Nobody'], ['Nobody', account]],
  ['WA_COVERAGE', [first, last, 'Nobody'], ['Nobody', account]],
  ['WA_TABLE', ['sent', '*', first, last, '', 'Nobody'], ['Nobody', account]],
];

const shapes = ({ name, account, first, last }: Known): Wrong[] => [
  ['WA_SENT', [name, first, last, account, 'x'], ['WA_SENT']],
  ['WA_SENT', [name, first, last, account, LIVE, LIVE], ['WA_LIVE']],
  ['WA_TEMPLATES', [name, account, 'x'], ['WA_TEMPLATES']],
  ['WA_COVERAGE', [first, last, account, 'x'], ['WA_COVERAGE']],
  ['WA_TABLE', ['sent', name, first, last, 'day', account, 'x'], ['WA_TABLE']],
  [
    'WA_SENT',
    [
      [[name], [name]],
      [[first], [first], [last]],
    ],
    ['2', '3'],
  ],
  ['WA_SENT', [[[name, name]], [[first, first, last]]], ['2', '3']],
  ['WA_SENT', [[[name], ['nope_nope']], first], ['2', 'nope_nope']],
  ['WA_SENT', [name, [[first, '31/12/2026']]], ['2', '31/12/2026']],
  ['WA_SENT', [[[name], [`${name}x`]], [[first, last]]], ['2', `${name}x`, `"${name}"`]],
  ['WA_SENT', [name, LIVE, last], ['WA_LIVE']],
  ['WA_SENT', [name, first, LIVE, account], ['WA_LIVE']],
  ['WA_SENT', [LIVE, first, last], ['WA_LIVE']],
  ['WA_SENT', [name, first, last, LIVE, 'x'], ['WA_LIVE']],
  ['WA_CHANGE', [LIVE, name, first], ['WA_LIVE']],
  ['WA_TABLE', ['sent', name, first, last, LIVE, account], ['WA_LIVE']],
  ['WA_TEMPLATES', [LIVE, account], ['WA_LIVE']],
  ['WA_TABLE', ['sent', name, [[first], [last]]], ['WA_TABLE']],
  ['WA_TABLE', ['sent', name, first, last, [['day'], ['week']]], ['WA_TABLE']],
  ['WA_SERIES', [[['sent'], ['read']], name], ['WA_SERIES']],
  ['WA_SERIES', ['sent', name, first, last, 'day', [[account], [account]]], ['WA_SERIES']],
  ['WA_TEMPLATES', [name, [[account], [account]]], ['WA_TEMPLATES']],
  ['WA_COVERAGE', [[[first], [last]]], ['WA_COVERAGE']],
];

const words = ({ name, first, last }: Known): Wrong[] => [
  ['WA_CHANGE', [], []],
  ['WA_SERIES', [null, name, last], []],
  ['WA_CHANGE', ['zebra', name, last], ['zebra']],
  ['WA_CHANGE', ['spentt', name, last], ['spentt']],
  ['WA_SERIES', ['sent, clicks', name, last], ['sent, clicks']],
  ['WA_SERIES', [5, name, last], ['5']],
  ['WA_SERIES', [true, name, last], []],
  ['WA_TABLE', ['sent, zebra', name, last], ['zebra']],
  ['WA_TABLE', [[['sent'], [{ date: first }]], name, last], [first]],
  ['WA_TABLE', [LONG, name, last], []],
  ['WA_TABLE', ['sent', name, first, last, 'quarter'], ['quarter']],
  ['WA_TABLE', ['sent', name, first, last, 'year'], ['year']],
  ['WA_TABLE', ['sent', name, first, last, 5], ['5']],
  ['WA_TABLE', ['sent', name, first, last, true], []],
  ['WA_SERIES', ['sent', name, first, last, 'quarter'], ['quarter']],
  ['WA_SERIES', ['sent', name, first, last, { date: first }], [first]],
  ['WA_BUTTON_CLICKS', [name, 'Ver oferta', first, last], ['Ver oferta', 'Ver ofertas']],
  ['WA_BUTTON_CLICKS', [name, { date: first }, first, last], []],
  ['WA_BUTTON_CLICKS', [name, LIVE, first, last], ['WA_LIVE']],
  ['WA_LAST_SYNC', [], ['WA_LAST_SYNC(WA_SYNCED)']],
  ['WA_LAST_SYNC', ['x'], ['WA_LAST_SYNC(WA_SYNCED)']],
  ['WA_LAST_SYNC', [true], ['WA_LAST_SYNC(WA_SYNCED)']],
  ['WA_LAST_SYNC', [LIVE], ['WA_LAST_SYNC(WA_SYNCED)']],
];

const history = ({ name, account, before, first, last }: Known): Wrong[] => [
  ['WA_SENT', [name, before, last], [before, first, '=WA_SENT(']],
  ['WA_SENT', ['tpl_*', before, last, account, LIVE], [before, first, `"${account}"`]],
  ['WA_SENT', [[[name], [name]], [[first], [before]], last], [before, '2']],
  ['WA_TABLE', ['sent', '*', before, last, 'week'], [before, first, '=WA_TABLE(']],
  ['WA_SERIES', ['sent', name, before, last], [before, first, '=WA_SERIES(']],
  ['WA_CHANGE', ['sent', name, before, last], ['=WA_CHANGE(']],
  ['WA_BUTTON_CLICKS', [name, 'Ver ofertas', before, last], [before, '=WA_BUTTON_CLICKS(']],
  ['WA_SPENT', ['*', first, last], ['BRL', 'USD']],
  ['WA_COST_PER_CLICK', [null, first, last, null, LIVE], ['BRL', 'USD']],
  ['WA_PURCHASE_VALUE', ['*', first, last], ['BRL', 'USD']],
  ['WA_ROAS', ['*', first, last], ['BRL', 'USD']],
  ['WA_TABLE', ['sent, spent', '*', first, last, 'month'], ['BRL', 'USD']],
  ['WA_SERIES', ['cost per click', '*', first, last, 'month'], ['BRL', 'USD']],
  ['WA_CHANGE', ['spent', '*', 'last_7_days'], ['BRL', 'USD']],
];

/** About a hundred and twenty. */
export const wrongForms = (known: Known): Wrong[] =>
  [dates, templates, accounts, shapes, words, history].flatMap((list) => list(known));

const LEDGER_FUNCTIONS = [
  ['WA_SENT', []],
  ['WA_COST_PER_CLICK', ['promo', '2026-11']],
  ['WA_BUTTON_CLICKS', ['promo', 'OK']],
  ['WA_CHANGE', ['sent']],
  ['WA_TABLE', []],
  ['WA_SERIES', ['sent', '*']],
  ['WA_TEMPLATES', []],
  ['WA_COVERAGE', ['2026-11']],
] as const;
/** Before the first sync nothing can be answered. */
export const beforeAnySync = (): Wrong[] =>
  LEDGER_FUNCTIONS.flatMap(([name, args]): Wrong[] => [
    [name, [...args], []],
    [name, [...args, { live: true }], []],
  ]);

/** After a sync of one template's present day. */
export const afterOneTemplate = (name: string): Wrong[] => [
  ['WA_SENT', ['*'], ['*']],
  ['WA_SENT', ['tpl_*'], ['*']],
  ['WA_SPENT', ['category:MARKETING', null, null, null, { live: true }], []],
  ['WA_TABLE', ['sent', '*', null, null, 'day'], ['*']],
  ['WA_SERIES', ['sent', '*'], ['*']],
  ['WA_CHANGE', ['sent', '*'], ['*']],
  ['WA_SENT', [name, 'last_7_days'], ['last_7_days']],
  ['WA_TABLE', ['sent', name, 'yesterday'], ['yesterday']],
  ['WA_COVERAGE', ['this_month'], ['this_month']],
];
