// English titles of metrics and of the first columns: in headers, tables of formulas, docs and the sidebar.
import type { Aliases, Titles } from '../../core/formula/metric-word';

export const titles: Titles = {
  date: 'Date',
  week: 'Week (Mon)',
  month: 'Month',
  template: 'Template',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  replied: 'Replied',
  clicks: 'Link clicks',
  uniqueClicks: 'Unique link clicks',
  quickReplies: 'Quick replies',
  spent: 'Spent',
  appAddToCart: 'App add to cart',
  websiteAddToCart: 'Website add to cart',
  appCheckouts: 'App checkouts',
  websiteCheckouts: 'Website checkouts',
  appPurchases: 'App purchases',
  websitePurchases: 'Website purchases',
  appPurchaseValue: 'App purchase value',
  websitePurchaseValue: 'Website purchase value',
  appActivations: 'App activations',
  addToCart: 'Add to cart',
  checkouts: 'Checkouts',
  purchases: 'Purchases',
  purchaseValue: 'Purchase value',
  costPerDelivered: 'Cost per delivered',
  costPerClick: 'Cost per click',
  costPerReply: 'Cost per reply',
  deliveryRate: 'Delivery rate',
  readRate: 'Read rate',
  replyRate: 'Reply rate',
  clickRate: 'Click rate',
  roas: 'ROAS',
};

/** Other words people use for a metric in a formula. */
export const aliases: Aliases = {
  cost: 'spent',
  spend: 'spent',
  'unique clicks': 'uniqueClicks',
  replies: 'replied',
};
