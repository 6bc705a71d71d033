// The table of time zones: its ends, its middle, and what is not in it.
import { isZone } from '../core/zone';
import { TIME_ZONES } from './time-zones';
import { zoneOfId } from './zone-of-id';

test.each([
  ['1', 'America/Los_Angeles'],
  ['7', 'America/New_York'],
  ['25', 'America/Sao_Paulo'],
  [25, 'America/Sao_Paulo'],
  ['3', 'Pacific/Honolulu'],
  ['8', 'Asia/Dubai'],
  ['10', 'America/Argentina/Buenos_Aires'],
  ['13', 'Australia/Perth'],
  ['36', 'America/Blanc-Sablon'],
  ['54', 'Atlantic/Canary'],
  ['55', 'Europe/Madrid'],
  ['71', 'Asia/Kolkata'],
  ['89', 'Indian/Mauritius'],
  ['96', 'Africa/Lagos'],
  ['110', 'Europe/Lisbon'],
  ['142', 'Africa/Lusaka'],
])('the id %p is %s', (id, zone) => {
  expect(zoneOfId(id, TIME_ZONES)).toBe(zone);
});

test.each([
  ['0'],
  ['143'],
  ['999999'],
  ['-1'],
  ['2.5'],
  [2.5],
  [''],
  ['Europe/Paris'],
  [null],
  [undefined],
  [{}],
])('the id %p is unknown', (id) => {
  expect(zoneOfId(id, TIME_ZONES)).toBeNull();
});

test('every name in the table is a zone this machine knows', () => {
  for (let id = 1; id <= 142; id += 1)
    expect([id, isZone(zoneOfId(id, TIME_ZONES))]).toEqual([id, true]);
});
