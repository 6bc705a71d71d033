// Our functions that take the live cell as their last argument, with the number of their parameters.

const METRICS =
  'SENT DELIVERED READ REPLIED CLICKS UNIQUE_CLICKS QUICK_REPLIES SPENT ADD_TO_CART CHECKOUTS PURCHASES PURCHASE_VALUE APP_ACTIVATIONS COST_PER_DELIVERED COST_PER_CLICK COST_PER_REPLY DELIVERY_RATE READ_RATE REPLY_RATE CLICK_RATE ROAS';

/** @example liveFunctions().get('WA_SENT') // 5 */
export const liveFunctions = (): Map<string, number> =>
  new Map([
    ...METRICS.split(' ').map((name): [string, number] => [`WA_${name}`, 5]),
    ['WA_BUTTON_CLICKS', 6],
    ['WA_COVERAGE', 4],
  ]);
