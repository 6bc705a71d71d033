// English words of `WA Templates` and of report tabs.
import type { CompareWords } from '../compare-words';
import { titles } from './titles';

const CONVERSION =
  'In the app and on the website together. Empty where Meta does not report it: it does for Marketing Messages only.';

export const compare: CompareWords = {
  columns: {
    ...titles,
    from: 'From',
    to: 'To',
    account: 'Account',
    accountId: 'Account ID',
    templateId: 'Template ID',
    language: 'Language',
    category: 'Category',
    status: 'Status',
    quality: 'Quality',
    text: 'Text',
    buttons: 'Buttons',
    currency: 'Currency',
    comparedFrom: 'Compared from',
    comparedTo: 'Compared to',
  },
  parts: {
    low: '{name} low',
    high: '{name} high',
    change: '{name} change',
    verdict: '{name} verdict',
  },
  notes: {
    from: 'Every sync makes this table again for its dates and templates. Columns of your own, to the right of ours, are never touched, but they do not move when our rows do: look the numbers up by Template ID, for example with XLOOKUP.',
    to: 'The last day counted. Days after the last one fetched are left out.',
    account: "The account's name at Meta.",
    accountId: "The account's ID at Meta, as text.",
    template: 'Its name. One name has one template for each language.',
    templateId: 'Its ID at Meta, as text: the key to look a row up by.',
    language: "Its language, in Meta's code.",
    category: 'As it is now. A template that changed its category is one row.',
    status: "Meta's word. DELETED: Meta no longer lists the template; its numbers stay.",
    quality: "Meta's rating: GREEN, YELLOW, RED or UNKNOWN.",
    text: 'What the message says, as Meta lists it.',
    buttons: 'The labels of its buttons, in order.',
    currency: 'What the amounts of this row are in. Amounts of two currencies are never added up.',
    sent: 'Messages sent.',
    delivered: 'Messages that reached a phone.',
    read: 'Messages that were read.',
    replied: 'Messages that were answered.',
    clicks: 'Clicks on link buttons, every click counted.',
    uniqueClicks: 'People who clicked a link button, added up over the days.',
    quickReplies: 'Taps on quick reply buttons.',
    spent: "In the account's currency, as Meta reports it.",
    addToCart: CONVERSION,
    checkouts: CONVERSION,
    purchases: CONVERSION,
    purchaseValue: CONVERSION,
    appActivations:
      'Activations of the app. Empty where Meta does not report it: it does for Marketing Messages only.',
    costPerDelivered: 'Spent / Delivered, over the rows that report both. Low is good.',
    costPerClick: 'Spent / Link clicks, over the rows that report both. Low is good.',
    costPerReply: 'Spent / Replied, over the rows that report both. Low is good.',
    roas: 'Purchase value / Spent, over the rows that report both. High is good.',
    deliveryRate: 'Delivered / Sent, over the rows that report both.',
    readRate: 'Read / Delivered, over the rows that report both.',
    replyRate: 'Replied / Delivered, over the rows that report both.',
    clickRate:
      'Link clicks / Delivered, over the rows that report both. It can pass 100 %: one person may click often.',
    comparedFrom:
      'The first of the days compared with. Changes are empty where this file does not hold all of them.',
    comparedTo: 'The last of the days compared with.',
  },
  partNotes: {
    low: '{name} of a template like this lies above this, with 95 % confidence (Wilson score interval).',
    high: '{name} of a template like this lies below this, with 95 % confidence (Wilson score interval).',
    change: '{name} / the same over the compared days - 1.',
    verdict:
      'Whether {name} differs between the two periods by more than chance explains, with 95 % confidence (Newcombe). Empty where it cannot be told.',
  },
  verdicts: { up: 'up', down: 'down', chance: 'no clear change' },
  report: {
    about:
      'Made by Ledger for WhatsApp from the numbers in this file. Every sync brings it up to date. Put notes of your own below it or to the right of column K.',
    dates: 'Dates',
    compared: 'Compared with',
    metric: 'Metric',
    now: 'These dates',
    before: 'Compared',
    change: 'Change',
    verdict: 'Verdict',
    mixed:
      'These dates were billed in two currencies, which cannot be added up. WA Templates shows each of them.',
    notHeld: 'These dates were never synced.',
    button: 'Button',
    buttonType: 'Button type',
    clicks: 'Clicks',
    uniqueClicks: 'Unique clicks',
    delivered: 'Template delivered',
    clickRate: 'Click rate',
    date: 'Date',
  },
};
