// English words in the sheet itself: headers, header notes, log words.
import type { SheetWords } from '../server-words';

export const headers: SheetWords = {
  daily: {
    date: 'Date',
    week: 'Week (Mon)',
    month: 'Month',
    account: 'Account',
    accountId: 'Account ID',
    template: 'Template',
    templateId: 'Template ID',
    language: 'Language',
    category: 'Category',
    product: 'Product',
    currency: 'Currency',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    replied: 'Replied',
    clicks: 'Link clicks',
    uniqueClicks: 'Unique link clicks',
    quickReplies: 'Quick replies',
    spent: 'Spent',
    costPerDelivered: 'Cost per delivered',
    costPerClick: 'Cost per click',
  },
  notes: {
    date: "The account's own day. Empty cells mean Meta does not report the number; 0 means zero.",
    week: 'Monday of the week.',
    month: 'First day of the month.',
    clicks: 'Clicks on link buttons, every click counted.',
    uniqueClicks: 'People who clicked a link button. Do not add people up over days or buttons.',
    quickReplies: 'Taps on quick reply buttons.',
    spent: "In the account's currency, as Meta reports it.",
    costPerDelivered:
      'Spent / Delivered of this row. Do not add it up: use WA_COST_PER_DELIVERED or divide sums.',
    costPerClick:
      'Spent / Link clicks of this row. Do not add it up: use WA_COST_PER_CLICK or divide sums.',
  },
  log: {
    when: 'When',
    who: 'Who started it',
    dates: 'Dates',
    added: 'Added',
    changed: 'Changed',
    restated: 'Restated',
    held: 'Held back',
    requests: 'Requests',
    seconds: 'Seconds',
    result: 'Result',
  },
  who: { sidebar: 'Sidebar', menu: 'Menu', schedule: 'Schedule' },
};
