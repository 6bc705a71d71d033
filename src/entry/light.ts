// The light half of the add-on: what every execution evaluates, formulas included. No zod, no date-fns.
export * from './formulas';
export * from './menu';
