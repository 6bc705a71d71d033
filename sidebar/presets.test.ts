// Preset ranges on ordinary days and at the awkward edges of the calendar.

import { presetRange as resolveInCore } from '../src/core/calendar';
import { addDays } from '../src/core/day';
import { PRESETS, type Preset } from '../src/rpc/contract';
import { presetOf, presetRange } from './presets';

// 22 Nov 2026 is a Sunday, the last day of a week that starts on Monday.
test.each<[Preset, string, string]>([
  ['today', '2026-11-22', '2026-11-22'],
  ['yesterday', '2026-11-21', '2026-11-21'],
  ['last_7_days', '2026-11-15', '2026-11-21'],
  ['last_14_days', '2026-11-08', '2026-11-21'],
  ['last_28_days', '2026-10-25', '2026-11-21'],
  ['last_30_days', '2026-10-23', '2026-11-21'],
  ['last_90_days', '2026-08-24', '2026-11-21'],
  ['this_week', '2026-11-16', '2026-11-22'],
  ['last_week', '2026-11-09', '2026-11-15'],
  ['this_month', '2026-11-01', '2026-11-22'],
  ['last_month', '2026-10-01', '2026-10-31'],
  ['this_quarter', '2026-10-01', '2026-11-22'],
  ['this_year', '2026-01-01', '2026-11-22'],
  ['last_year', '2025-01-01', '2025-12-31'],
  ['last_12_months', '2025-11-01', '2026-10-31'],
])('on Sunday 22 November 2026 %s is %s to %s', (preset, from, to) => {
  expect(presetRange(preset, '2026-11-22')).toEqual({ from, to });
});

test.each<[string, Preset, string, string]>([
  ['2027-01-01', 'last_month', '2026-12-01', '2026-12-31'],
  ['2027-01-01', 'last_12_months', '2026-01-01', '2026-12-31'],
  ['2027-01-01', 'this_quarter', '2027-01-01', '2027-01-01'],
  ['2027-01-01', 'yesterday', '2026-12-31', '2026-12-31'],
  ['2028-03-31', 'last_month', '2028-02-01', '2028-02-29'],
  ['2026-03-31', 'last_month', '2026-02-01', '2026-02-28'],
  ['2026-11-23', 'this_week', '2026-11-23', '2026-11-23'],
  ['2026-11-23', 'last_week', '2026-11-16', '2026-11-22'],
  ['2026-12-31', 'this_quarter', '2026-10-01', '2026-12-31'],
])('on %s the preset %s is %s to %s', (today, preset, from, to) => {
  expect(presetRange(preset, today)).toEqual({ from, to });
});

test('the days shown are the days the server resolves, on every day of three years', () => {
  for (let day = '2026-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
    for (const preset of PRESETS) {
      expect(presetRange(preset, day)).toEqual(resolveInCore(preset, day, addDays(day, -1)));
    }
  }
});

test('a range is recognised as the preset it stands for, and any other range is not', () => {
  expect(presetOf({ from: '2026-10-23', to: '2026-11-21' }, '2026-11-22')).toBe('last_30_days');
  expect(presetOf({ from: '2026-10-22', to: '2026-11-21' }, '2026-11-22')).toBeNull();
});
