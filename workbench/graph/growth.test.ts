// Checks how days grow with the clock, and that UTC days and the account's days tell the same story.
import * as fc from 'fast-check';
import { startOfDay, toDayNumber } from './calendar';
import { BRAZIL_TEMPLATES } from './catalogue-brazil';
import { countSpan, shareGrown, shareSent } from './growth';
import { dayTotals } from './traffic';

const ZONE = 'America/Sao_Paulo';
const DAY = Number(toDayNumber('2026-11-17'));
const HOUR = 3600;
const running = fc.constantFrom(
  ...BRAZIL_TEMPLATES.filter((template) => dayTotals(template, DAY) !== null),
);

const countDay = (template: (typeof BRAZIL_TEMPLATES)[number], zone: string, now: number) =>
  countSpan(template, ZONE, startOfDay(zone, DAY), startOfDay(zone, DAY + 1), now);

test('both shares begin at their start, end at 1 and never fall', () => {
  expect(shareSent(0)).toBe(0);
  expect(shareSent(1)).toBe(1);
  expect(shareGrown(7)).toBe(1);
  fc.assert(
    fc.property(fc.double({ min: -1, max: 9, noNaN: true }), (at) => {
      expect(shareSent(at + 0.01)).toBeGreaterThanOrEqual(shareSent(at));
      expect(shareGrown(at + 0.01)).toBeGreaterThanOrEqual(shareGrown(at));
      expect(shareGrown(at)).toBeLessThanOrEqual(1);
    }),
  );
});

test.each(['UTC', ZONE])('in days of %s no number ever falls as the clock goes on', (zone) => {
  const hours = fc.integer({ min: 0, max: 24 * 10 });
  fc.assert(
    fc.property(running, hours, hours, (template, a, b) => {
      const first = startOfDay(zone, DAY);
      const early = countDay(template, zone, first + Math.min(a, b) * HOUR);
      const late = countDay(template, zone, first + Math.max(a, b) * HOUR);
      if (early === null) return;
      expect(late?.sent).toBeGreaterThanOrEqual(early.sent);
      expect(late?.delivered).toBeGreaterThanOrEqual(early.delivered);
      expect(late?.read).toBeGreaterThanOrEqual(early.read);
      early.buttons.forEach((button, index) => {
        expect(late?.buttons[index]?.clicks).toBeGreaterThanOrEqual(button.clicks);
        expect(late?.buttons[index]?.unique).toBeGreaterThanOrEqual(button.unique);
      });
    }),
  );
});

test('sent is final when the day ends, reads and clicks a week later', () => {
  const template = BRAZIL_TEMPLATES.find(({ name }) => name === 'black_friday');
  if (template === undefined) throw new Error('No black_friday.');
  const end = startOfDay(ZONE, DAY + 1);
  const totals = dayTotals(template, DAY);
  expect(countDay(template, ZONE, end)?.sent).toBe(totals?.sent);
  expect(countDay(template, ZONE, end)?.read).toBeLessThan(totals?.read ?? 0);
  expect(countDay(template, ZONE, end + 6 * 24 * HOUR)?.read).toBeLessThan(totals?.read ?? 0);
  expect(countDay(template, ZONE, end + 7 * 24 * HOUR)).toEqual(totals);
});

test('UTC days hold all messages of the account days, shifted by the zone', () => {
  fc.assert(
    fc.property(running, (template) => {
      const long = startOfDay(ZONE, DAY + 40);
      const sum = (zone: string) =>
        Array.from({ length: 20 }, (_, index) => DAY + index)
          .map((day) =>
            countSpan(template, ZONE, startOfDay(zone, day), startOfDay(zone, day + 1), long),
          )
          .reduce((all, counts) => all + (counts?.sent ?? 0), 0);
      // What differs is the evening of the day before the first and of the last.
      const edge = [DAY - 1, DAY + 19].map((day) => dayTotals(template, day)?.sent ?? 0);
      expect(Math.abs(sum('UTC') - sum(ZONE))).toBeLessThanOrEqual(0.12 * Math.max(...edge) + 1);
    }),
  );
});
