// The custom functions, as people meet them in a cell: the comment above each is its help while typing.
import {
  answerButtons,
  answerDaysHeld,
  answerFormula,
  answerLastSync,
  type FormulaValue,
} from './answer-formula';

/**
 * Messages sent with a template.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_SENT(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_SENT', 'sent', [template, from, to, account, live]);
}

/**
 * Messages of a template that reached a phone.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_DELIVERED(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_DELIVERED', 'delivered', [template, from, to, account, live]);
}

/**
 * Messages of a template that were read.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_READ(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_READ', 'read', [template, from, to, account, live]);
}

/**
 * Replies to a template, as Meta counts them.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_REPLIED(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_REPLIED', 'replied', [template, from, to, account, live]);
}

/**
 * Clicks on a template's link buttons.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_CLICKS(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_CLICKS', 'clicks', [template, from, to, account, live]);
}

/**
 * People who clicked a template's link buttons, added up over days: one person may count on several.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_UNIQUE_CLICKS(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_UNIQUE_CLICKS', 'uniqueClicks', [template, from, to, account, live]);
}

/**
 * Taps on a template's quick reply buttons.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_QUICK_REPLIES(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_QUICK_REPLIES', 'quickReplies', [template, from, to, account, live]);
}

/**
 * Money spent on a template, in the account's currency.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_SPENT(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_SPENT', 'spent', [template, from, to, account, live]);
}

/**
 * Cost of one delivered message: spent / delivered.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_COST_PER_DELIVERED(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_COST_PER_DELIVERED', 'costPerDelivered', [
    template,
    from,
    to,
    account,
    live,
  ]);
}

/**
 * Cost of one link click: spent / link clicks.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_COST_PER_CLICK(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_COST_PER_CLICK', 'costPerClick', [template, from, to, account, live]);
}

/**
 * Cost of one reply: spent / replied.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_COST_PER_REPLY(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_COST_PER_REPLY', 'costPerReply', [template, from, to, account, live]);
}

/**
 * Part of the sent messages that arrived: delivered / sent. Format the cell as percent.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_DELIVERY_RATE(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_DELIVERY_RATE', 'deliveryRate', [template, from, to, account, live]);
}

/**
 * Part of the delivered messages that were read: read / delivered. Format the cell as percent.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_READ_RATE(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_READ_RATE', 'readRate', [template, from, to, account, live]);
}

/**
 * Replies for each delivered message: replied / delivered. Format the cell as percent.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_REPLY_RATE(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_REPLY_RATE', 'replyRate', [template, from, to, account, live]);
}

/**
 * Link clicks for each delivered message: link clicks / delivered. Format the cell as percent.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_CLICK_RATE(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_CLICK_RATE', 'clickRate', [template, from, to, account, live]);
}

/**
 * Products put into the cart after a template, in the app and on the website. Marketing Messages only.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_ADD_TO_CART(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_ADD_TO_CART', 'addToCart', [template, from, to, account, live]);
}

/**
 * Checkouts begun after a template, in the app and on the website. Marketing Messages only.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_CHECKOUTS(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_CHECKOUTS', 'checkouts', [template, from, to, account, live]);
}

/**
 * Purchases after a template, in the app and on the website. Marketing Messages only.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_PURCHASES(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_PURCHASES', 'purchases', [template, from, to, account, live]);
}

/**
 * What people bought for after a template, in the account's currency. Marketing Messages only.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_PURCHASE_VALUE(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_PURCHASE_VALUE', 'purchaseValue', [template, from, to, account, live]);
}

/**
 * Times the app was opened after a template. Marketing Messages only.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_APP_ACTIVATIONS(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_APP_ACTIVATIONS', 'appActivations', [template, from, to, account, live]);
}

/**
 * Return on ad spend: purchase value / spent, of Marketing Messages.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_ROAS(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_ROAS', 'roas', [template, from, to, account, live]);
}

/**
 * Clicks on a template's button, by what the button says.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {string} button What the button says, or "Buy*".
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_BUTTON_CLICKS(
  template: FormulaValue,
  button: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerButtons('WA_BUTTON_CLICKS', [template, button, from, to, account, live]);
}

/**
 * When the ledger was last brought up to date. Format the cell as date and time.
 *
 * @param {date} synced Write WA_SYNCED here.
 * @customfunction
 */
export function WA_LAST_SYNC(synced: FormulaValue) {
  return answerLastSync(synced);
}

/**
 * Days the ledger holds: rows of first day, last day, and "complete", "partial" or "never fetched".
 *
 * @param {date} from First day, "2026-11" or "last_30_days". All values are optional.
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_COVERAGE(
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerDaysHeld([from, to, account, live]);
}
