// English words in the sheet itself: headers, header notes, log words.
import type { SheetWords } from '../server-words';
import { titles } from './titles';

export const headers: SheetWords = {
  columns: {
    ...titles,
    account: 'Account',
    accountId: 'Account ID',
    templateId: 'Template ID',
    language: 'Language',
    category: 'Category',
    product: 'Product',
    currency: 'Currency',
    buttonType: 'Button type',
    button: 'Button',
    buttonClicks: 'Clicks',
    buttonUniqueClicks: 'Unique clicks',
    templateDelivered: 'Template delivered',
    buttonClickRate: 'Click rate',
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
    buttonType: 'The kind of button, in the word Meta uses.',
    button: 'What the button says. Two buttons with one label are one row.',
    buttonClicks:
      'Clicks on this button, every click counted; people where Meta reports only these.',
    buttonUniqueClicks:
      'People who clicked this button. Do not add people up over days or buttons.',
    templateDelivered:
      'Messages of the template that arrived that day. The same on each button of the day: do not add it up over buttons.',
    buttonClickRate: 'Clicks / Template delivered of this row. Do not add it up: divide sums.',
    appPurchaseValue: "What people bought for, as Meta reports it, in the account's currency.",
    websitePurchaseValue: "What people bought for, as Meta reports it, in the account's currency.",
  },
  lacks: 'Not available for {accounts}: Meta does not report it there.',
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
