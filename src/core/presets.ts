// The names of the date presets, shared by sidebar, sync and formulas.

/** Date ranges people know by name. `calendar.ts` resolves them. */
export const PRESETS = [
  'today',
  'yesterday',
  'last_7_days',
  'last_14_days',
  'last_28_days',
  'last_30_days',
  'last_90_days',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'this_year',
  'last_year',
  'last_12_months',
] as const;
export type Preset = (typeof PRESETS)[number];
