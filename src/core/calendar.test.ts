// Presets on awkward days, in four zones of the machine, against arithmetic that knows no date library.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { presetRange } from './calendar';
import { PRESETS, type Preset } from './presets';

/** Leap days, month ends, new years, and days on which clocks change somewhere. */
const AWKWARD = [
  '2024-02-29',
  '2025-02-28',
  '2026-03-01',
  '2026-03-31',
  '2026-04-05',
  '2026-05-31',
  '2026-09-06',
  '2026-10-04',
  '2026-11-01',
  '2026-12-31',
  '2027-01-01',
  '2018-11-04',
];

const MS = 86_400_000;
const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);
const shift = (day: string, days: number): string => text(ms(day) + days * MS);
/** First of the month that lies so many months away. */
const first = (day: string, months: number): string =>
  text(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1 + months, 1));
const monday = (day: string): string => shift(day, -((new Date(ms(day)).getUTCDay() + 6) % 7));

function expected(preset: Preset, today: string, lastFull: string): [string, string] {
  const rolling = /^last_(\d+)_days$/.exec(preset);
  if (rolling) return [shift(lastFull, 1 - Number(rolling[1])), lastFull];
  const month = +today.slice(5, 7) - 1;
  const whole: Partial<Record<Preset, [string, string]>> = {
    today: [today, today],
    yesterday: [lastFull, lastFull],
    this_week: [monday(today), today],
    last_week: [shift(monday(today), -7), shift(monday(today), -1)],
    this_month: [first(today, 0), today],
    last_month: [first(today, -1), shift(first(today, 0), -1)],
    this_quarter: [first(today, -(month % 3)), today],
    this_year: [`${today.slice(0, 4)}-01-01`, today],
    last_year: [first(today, -month - 12), shift(first(today, -month), -1)],
    last_12_months: [first(today, -12), shift(first(today, 0), -1)],
  };
  return whole[preset] ?? ['', ''];
}

const CASES = AWKWARD.flatMap((today) =>
  PRESETS.map((preset) => ({ preset, today, lastFull: shift(today, -1) })),
);

test.each(AWKWARD)('every preset is right on %s', (today) => {
  for (const preset of PRESETS) {
    const lastFull = shift(today, -1);
    const [from, to] = expected(preset, today, lastFull);
    expect({ preset, ...presetRange(preset, today, lastFull) }).toEqual({ preset, from, to });
  }
});

test.each([
  ['last_7_days', '2026-11-22', '2026-11-15', '2026-11-21'],
  ['last_30_days', '2026-03-01', '2026-01-30', '2026-02-28'],
  ['last_month', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['last_month', '2027-01-01', '2026-12-01', '2026-12-31'],
  ['last_week', '2027-01-01', '2026-12-21', '2026-12-27'],
  ['this_week', '2027-01-01', '2026-12-28', '2027-01-01'],
  ['this_quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ['last_12_months', '2024-02-29', '2023-02-01', '2024-01-31'],
  ['last_year', '2027-01-01', '2026-01-01', '2026-12-31'],
] as const)('%s on %s is %s to %s', (preset, today, from, to) => {
  expect(presetRange(preset, today, shift(today, -1))).toEqual({ from, to });
});

test('in formulas rolling presets end on the last complete day itself', () => {
  expect(presetRange('last_7_days', '2026-11-20', '2026-11-20')).toEqual({
    from: '2026-11-14',
    to: '2026-11-20',
  });
  expect(presetRange('yesterday', '2026-11-20', '2026-11-20').to).toBe('2026-11-20');
});

test('the zone of the machine changes no preset', () => {
  const built = buildSync({
    entryPoints: [join(__dirname, 'calendar.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'calendar',
    platform: 'node',
  });
  const script = `${built.outputFiles[0]?.text}
    const cases = ${JSON.stringify(CASES)};
    const offsets = cases.map(({ today }) => new Date(today + 'T12:00Z').getTimezoneOffset());
    const ranges = cases.map((c) => calendar.presetRange(c.preset, c.today, c.lastFull));
    console.log(JSON.stringify({ offsets: [...new Set(offsets)], ranges }));`;
  const answers = ['UTC', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Kiritimati'].map(
    (TZ) =>
      JSON.parse(
        execFileSync(process.execPath, ['-e', script], {
          env: { ...process.env, TZ },
          encoding: 'utf8',
        }),
      ) as { offsets: number[]; ranges: { from: string; to: string }[] },
  );
  const wanted = CASES.map(({ preset, today, lastFull }) => {
    const [from, to] = expected(preset, today, lastFull);
    return { from, to };
  });
  // Each child really ran elsewhere: Sao Paulo and Lord Howe with two offsets each.
  expect(answers.map(({ offsets }) => offsets)).toEqual([[0], [180, 120], [-660, -630], [-840]]);
  for (const { ranges } of answers) expect(ranges).toEqual(wanted);
});
