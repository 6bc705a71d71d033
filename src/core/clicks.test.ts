// Every rule about clicks of design §3, and that the order of the list never matters.
import fc from 'fast-check';
import { type ButtonClicks, countButtons, countClicks as sumClicks } from './clicks';

const countClicks = (list: readonly ButtonClicks[] | null) => sumClicks(countButtons(list));

const url = (label: string | null, count: number): ButtonClicks => ({
  type: 'url_button',
  label,
  count,
});
const unique = (label: string | null, count: number): ButtonClicks => ({
  type: 'unique_url_button',
  label,
  count,
});
const quick = (label: string | null, count: number): ButtonClicks => ({
  type: 'quick_reply_button',
  label,
  count,
});

test.each<[string, ButtonClicks[] | null, (number | null)[]]>([
  ['no list: nothing is reported', null, [null, null, null]],
  ['an empty list: nothing is reported', [], [null, null, null]],
  ['only a total', [url('Buy', 8)], [8, null, null]],
  ['only unique: it stands in for the total', [unique('Buy', 6)], [6, 6, null]],
  ['the same button twice: the total wins', [url('Buy', 8), unique('Buy', 6)], [8, 6, null]],
  ['the unique row first', [unique('Buy', 6), url('Buy', 8)], [8, 6, null]],
  ['a total of 0 beside a unique count is 0', [url('Buy', 0), unique('Buy', 6)], [0, 6, null]],
  ['a total of one button, unique of another', [url('Buy', 8), unique('More', 5)], [13, 5, null]],
  [
    'two buttons with both',
    [url('Buy', 8), unique('Buy', 6), url('More', 3), unique('More', 2)],
    [11, 8, null],
  ],
  ['a repeated label is added up', [url('Buy', 8), url('Buy', 1)], [9, null, null]],
  ['missing labels are one button', [url(null, 4), unique(null, 3), url(null, 1)], [5, 3, null]],
  ['a missing and an empty label are the same button', [url(null, 4), unique('', 3)], [4, 3, null]],
  ['labels that differ in case are two buttons', [url('Buy', 4), unique('buy', 3)], [7, 3, null]],
  ['quick replies only', [quick('Yes', 5), quick('No', 2)], [null, null, 7]],
  ['quick replies never count as link clicks', [quick('Buy', 5), unique('Buy', 2)], [2, 2, 5]],
  ['a reported 0 is 0', [url('Buy', 0), quick('Yes', 0)], [0, null, 0]],
  [
    'unknown types are left out',
    [{ type: 'copy_code_button', label: 'Code', count: 9 }],
    [null, null, null],
  ],
  [
    'an unknown type beside a known one',
    [{ type: 'flow', label: 'Buy', count: 9 }, url('Buy', 1)],
    [1, null, null],
  ],
  [
    'types in capitals',
    [
      { type: 'URL_BUTTON', label: 'Buy', count: 8 },
      { type: 'Unique_Url_Button', label: 'Buy', count: 6 },
    ],
    [8, 6, null],
  ],
  [
    'labels named like object members',
    [url('__proto__', 2), unique('constructor', 3)],
    [5, 3, null],
  ],
])('%s', (_name, buttons, [clicks, uniqueClicks, quickReplies]) => {
  expect(countClicks(buttons)).toEqual({ clicks, uniqueClicks, quickReplies });
});

const anyButton = fc.record({
  type: fc.constantFrom('url_button', 'unique_url_button', 'quick_reply_button', 'voice_call'),
  label: fc.option(fc.constantFrom('Buy', 'More', 'Yes'), { nil: null }),
  count: fc.nat({ max: 1_000 }),
});

test('the order of the list changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyButton, { maxLength: 10 }), fc.nat({ max: 9 }), (list, turn) => {
      const turned = [...list.slice(turn), ...list.slice(0, turn)].reverse();
      expect(countClicks(turned)).toEqual(countClicks(list));
    }),
    { numRuns: 200, seed: 20260101 },
  );
});

test('link clicks are, label by label, the total or else the unique count', () => {
  fc.assert(
    fc.property(fc.array(anyButton, { maxLength: 10 }), (list) => {
      const sum = (type: string, label: string | null): number | null => {
        const rows = list.filter((row) => row.type === type && row.label === label);
        return rows.length === 0 ? null : rows.reduce((total, row) => total + row.count, 0);
      };
      const parts = ['Buy', 'More', 'Yes', null]
        .map((label) => sum('url_button', label) ?? sum('unique_url_button', label))
        .filter((part): part is number => part !== null);
      expect(countClicks(list).clicks).toBe(
        parts.length === 0 ? null : parts.reduce((total, part) => total + part, 0),
      );
    }),
    { numRuns: 200, seed: 20260101 },
  );
});

test.each<[string, ButtonClicks[], ReturnType<typeof countButtons>]>([
  [
    'a link with both counts is one button',
    [url('Buy', 8), unique('Buy', 6)],
    [{ type: 'url_button', label: 'Buy', clicks: 8, uniqueClicks: 6 }],
  ],
  [
    'a link with people only counts them as clicks',
    [unique('Buy', 6)],
    [{ type: 'url_button', label: 'Buy', clicks: 6, uniqueClicks: 6 }],
  ],
  [
    'a quick reply has clicks and no people, and a kind of its own',
    [quick('Buy', 2), url('Buy', 1)],
    [
      { type: 'quick_reply_button', label: 'Buy', clicks: 2, uniqueClicks: null },
      { type: 'url_button', label: 'Buy', clicks: 1, uniqueClicks: null },
    ],
  ],
  [
    'a kind we do not know passes through',
    [{ type: 'Voice_Call', label: null, count: 3 }],
    [{ type: 'voice_call', label: '', clicks: 3, uniqueClicks: null }],
  ],
])('%s', (_name, list, buttons) => {
  expect(countButtons(list)).toEqual(buttons);
});
