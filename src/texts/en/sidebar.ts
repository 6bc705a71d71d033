// Every English text of the sidebar; its shape is what the other languages must fill.

import type { FunctionName, MetricFunction } from '../../core/formula/functions';
import { functions } from './functions';
import { titles } from './titles';

/** Functions without a metric whose title could be theirs. */
type Untitled = Exclude<FunctionName, MetricFunction>;

const rows = (count: number, shown: string) => (count === 1 ? '1 row' : `${shown} rows`);

export const sidebar = {
  loading: 'Opening your ledger…',
  back: 'Back',
  or: 'or',

  steps: {
    label: 'Getting started',
    connect: 'Connect',
    accounts: 'Account',
    sync: 'First table',
  },

  connect: {
    title: 'Connect WhatsApp',
    intro:
      'Paste an access token from Meta. With it, this sheet can read the numbers of your account.',
    token: 'Access token',
    privacy: 'The token stays in your Google account and is never written into the sheet.',
    where: 'Where do I find it?',
    whereSteps: [
      'Open Business settings at Meta. You need to be an admin there.',
      'Under Users, choose System users, then pick one or add one.',
      'Choose Assign assets, tick your WhatsApp account and save.',
      'Choose Generate token, pick your app, tick whatsapp_business_management, and set it to never expire.',
      'Copy the token and paste it above.',
    ],
    openMeta: 'Open Business settings',
    haveId: 'I have an account ID',
    accountId: 'Account ID (optional)',
    accountIdHelp:
      'Only needed when your token cannot list its accounts. You find it in WhatsApp Manager, under Account tools.',
    badId: 'An account ID has digits only, for example 102290129340398.',
    missingToken: 'Paste the token first.',
    submit: 'Connect',
    working: 'Asking Meta…',
  },

  accounts: {
    title: 'Choose your account',
    intro: 'These are the WhatsApp Business accounts your token can see.',
    none: 'Your token works, but Meta does not tell us which accounts it can see. That happens when the token has no business_management permission. Type the ID instead: it is in WhatsApp Manager, under Account tools.',
    group: 'Accounts',
    id: 'Account ID',
    another: 'Add another by its ID',
    missing: 'Choose at least one account.',
    submit: 'Continue',
    working: 'Checking the account…',
    noCurrency: 'currency not reported',
    expires: (day: string) => `This token works until ${day}.`,
  },

  dates: {
    title: 'Dates',
    preset: 'Period',
    names: {
      today: 'Today',
      yesterday: 'Yesterday',
      last_7_days: 'Last 7 days',
      last_14_days: 'Last 14 days',
      last_28_days: 'Last 28 days',
      last_30_days: 'Last 30 days',
      last_90_days: 'Last 90 days',
      this_week: 'This week',
      last_week: 'Last week',
      this_month: 'This month',
      last_month: 'Last month',
      this_quarter: 'This quarter',
      this_year: 'This year',
      last_year: 'Last year',
      last_12_months: 'Last 12 months',
      custom: 'Custom',
    },
    compare: 'Compare with',
    comparisons: {
      none: 'No comparison',
      previous: 'Previous period',
      weekday: 'Previous period (same weekdays)',
      year: 'Previous year',
    },
    compared: (days: string) => `Compared days: ${days}.`,
    comparedGap: 'The sheet does not have all of them, so some changes may stay empty.',
    from: 'First day',
    to: 'Last day',
    days: (count: number, shown: string) => (count === 1 ? '1 day' : `${shown} days`),
    missing: 'Choose the first and the last day.',
    reversed: 'The last day is before the first one.',
    future: 'These days have not come yet.',
    reachEdge: (reach: string) =>
      `Meta keeps 90 days only. You get all it still has, from ${reach} on.`,
    reachNone: (reach: string) =>
      'Meta only goes back to ' +
      reach +
      '. Earlier days are not in this sheet and cannot be fetched.',
    reachSome: (reach: string, held: string) =>
      'Meta only goes back to ' +
      reach +
      '. Of the earlier days, the sheet already holds ' +
      held +
      '.',
    reachAll: (reach: string) =>
      `Meta only goes back to ${reach}. Earlier days come from what this sheet already holds.`,
  },

  templates: {
    title: 'Templates',
    all: 'All templates',
    some: 'Choose…',
    reading: 'Reading your templates…',
    search: 'Search templates',
    searchHint: 'Name, message, button, language…',
    list: 'Templates found',
    selectShown: (shown: string) => `Select all shown (${shown})`,
    clear: 'Clear',
    chosen: (count: number, shown: string) => (count === 1 ? '1 chosen' : `${shown} chosen`),
    noMatch: 'No template matches your search.',
    empty: 'This account has no templates yet.',
    scopeNote: 'The history of the other templates is not kept, and Meta deletes it after 90 days.',
    missing: 'Choose at least one template.',
    gone: (count: number, shown: string) =>
      count === 1
        ? '1 chosen template is no longer listed by Meta.'
        : `${shown} chosen templates are no longer listed by Meta.`,
    buttons: 'Buttons:',
    languages: (shown: string) => `${shown} languages`,
    unlisted: 'No longer at Meta, history kept',
    unlistedShort: 'No longer at Meta',
    more: 'Show the whole message',
    less: 'Show less',
    filters: { category: 'Category', language: 'Language', status: 'Status' },
    anyOf: { category: 'Category: any', language: 'Language: any', status: 'Status: any' },
    noneFiltered: 'No template matches your search and filters.',
    removeFilters: 'Remove the filters',
    qualities: {
      GREEN: 'High quality',
      YELLOW: 'Medium quality',
      RED: 'Low quality',
    } as Record<string, string>,
    categories: {
      MARKETING: 'Marketing',
      UTILITY: 'Utility',
      AUTHENTICATION: 'Authentication',
    } as Record<string, string>,
    statuses: {
      APPROVED: 'Approved',
      PENDING: 'In review',
      REJECTED: 'Rejected',
      PAUSED: 'Paused',
      DISABLED: 'Disabled',
      IN_APPEAL: 'In appeal',
      PENDING_DELETION: 'Being deleted',
      DELETED: 'Deleted',
      LIMIT_EXCEEDED: 'Limit exceeded',
      ARCHIVED: 'Archived',
    } as Record<string, string>,
  },

  main: {
    title: 'Sync your templates',
    account: 'Account',
    lastSync: (when: string) => `Last sync: ${when}`,
    neverSynced: 'Nothing synced yet',
    submit: 'Sync',
  },

  daily: {
    title: 'Daily update',
    tick: 'Update every day',
    help: 'Works by itself each morning around 5:00, even with the sheet closed. It uses your connection to Meta, and you can stop it any time.',
    why: 'Meta forgets each day after about 90 days. With a daily update, this sheet keeps them all.',
    others: 'Somebody else in this file updates it every day.',
    also: 'Also update with my connection',
    alsoHelp:
      'Their update stops if their token ends. With yours too, the sheet stays up to date. You can stop yours any time.',
    lastSuccess: 'Last success',
    lastFailure: 'Last failure',
    next: 'Next update',
    never: 'none yet',
    off: 'off',
    today: (hour: number) => `today around ${hour}:00`,
    tomorrow: (hour: number) => `tomorrow around ${hour}:00`,
    onDay: (day: string, hour: number) => `${day}, around ${hour}:00`,
    soon: 'within the next hours',
    switching: 'Just a moment…',
    isOn: (next: string) => `The daily update is on. Next one: ${next}.`,
    failedOn: 'The daily update could not be switched on.',
    failedOff: 'The daily update could not be switched off.',
    syncWorked: 'The sync itself worked.',
  },

  restore: {
    tab: 'Make the tab again',
    column: 'Add the column again',
    aboutTab:
      'All rows this file remembers come back. Your own columns, notes and colors on the deleted tab do not: only File > Version history brings those back.',
    aboutColumn:
      'Our column comes back at the end of the table. Formulas, notes and colors of the deleted one do not: only File > Version history brings those back.',
    yesTab: 'Yes, make the tab',
    yesColumn: 'Yes, add the column',
    no: 'Not now',
    working: 'Making it again…',
    madeTab: (tab: string, count: number, shown: string) =>
      `The tab “${tab}” is back, with ${rows(count, shown)}.`,
    madeColumn: (tab: string, count: number, shown: string, filled: string) =>
      `${count === 1 ? '1 column was' : `${shown} columns were`} added to “${tab}”, which has ${filled} rows.`,
    nothing: (tab: string) => `Nothing is missing from “${tab}” any more.`,
    next: 'Sync now to bring the newest numbers.',
    sync: 'Sync now',
  },

  insights: {
    offer: 'Switch on template insights',
    offerFor: (account: string) => `Switch on template insights for ${account}`,
    title: 'Switch on template insights?',
    account: 'For which account?',
    chooseAccount: 'Choose an account',
    about: 'Meta then counts what becomes of your templates: sent, delivered, read, clicked.',
    terms: [
      'It is for good: Meta cannot switch it off again.',
      'Meta adds link tracking to the URL buttons of your templates and may use anonymized chat data.',
      'Counting starts today. Nothing from before comes back.',
      'Agree first with whoever is responsible for the account.',
    ],
    understood: 'I understand that this cannot be undone',
    yes: 'Switch on',
    no: 'Cancel',
    working: 'Asking Meta to switch it on…',
    done: (account: string) => `Template insights are on for ${account}.`,
    next: 'Meta counts from today. It may take a day until the first numbers are there: sync again tomorrow.',
  },

  formulas: {
    title: 'Formulas',
    intro: 'Numbers for your own tables. Find one, see its value, and put it into a cell.',
    search: 'Search formulas',
    searchHint: 'Cost of a click, reads, table…',
    list: 'Formulas found',
    noMatch: 'No formula matches these words. Try others, such as cost, clicks or table.',
    /** Words that say nothing about which formula is meant. */
    fillers: 'a an and the of for from in on to by per my how much many what which is did do i we',
    summary: functions.summary,
    needs: functions.needs,
    parameters: functions.parameters,
    details: functions.details,
    metrics: titles,
    /** Functions that are not named after a metric. */
    titles: {
      WA_BUTTON_CLICKS: 'Clicks on a button',
      WA_CHANGE: 'Change',
      WA_TABLE: 'Table',
      WA_SERIES: 'A number over time',
      WA_TEMPLATES: 'Names of templates',
      WA_LAST_SYNC: 'Last sync',
      WA_COVERAGE: 'Days this file holds',
    } as Record<Untitled, string>,
    back: 'All formulas',
    about: 'What it can be given',
    fields: {
      metric: 'Number',
      metrics: 'Columns',
      template: 'Templates',
      dates: 'Dates',
      by: 'Rows',
      button: 'Button',
      account: 'Account',
    },
    kinds: {
      selected: 'The ones synced last',
      one: 'One template…',
      pattern: 'Names like…',
    },
    onlyCategory: (category: string) => `Only ${category}`,
    pattern: 'Part of the name, * for any text',
    buttonHint: 'Its label; empty for all buttons',
    selectedDays: 'The days synced last',
    allAccounts: 'All accounts',
    rows: {
      template: 'One per template',
      day: 'One per day',
      week: 'One per week',
      month: 'One per month',
    },
    missing: {
      template: 'Choose a template.',
      pattern: 'Type a part of the name.',
      metrics: 'Choose at least one column.',
    },
    readTemplates: 'Show the templates',
    value: 'Value',
    asking: 'Working it out…',
    empty: 'Empty: Meta reports no number for this, or there is nothing to divide by.',
    more: (count: number, shown: string) =>
      count === 1 ? 'and 1 more row' : `and ${shown} more rows`,
    formula: 'Formula',
    insert: 'Insert into the selected cell',
    insertHelp: 'Select an empty cell in the sheet first. Nothing is written over.',
    inserting: 'Inserting…',
    inserted: (cell: string, tab: string) => `The formula is in ${cell} on the tab “${tab}”.`,
  },

  reports: {
    title: 'Report of one template',
    intro:
      'A tab for one template, for the dates you synced last: totals, costs, each day, buttons and a chart. Every sync keeps it up to date.',
    choose: 'Choose a template',
    make: 'Make the report',
    making: 'Making the report…',
    made: (tab: string) => `The report is on the tab “${tab}”.`,
    existing: 'Your reports',
    open: 'Open',
    update: 'Update',
    updateTab: (tab: string) => `Update ${tab}`,
  },

  fresh: {
    title: 'Formulas that stay old',
    intro:
      'Google Sheets works out a formula again only when something inside it changes. WA_LIVE changes with every sync: a formula that has it is always up to date.',
    many: (shown: string) =>
      `This file has ${shown} of our formulas, and Google Sheets works out each by itself. One formula over a range, or WA_TABLE, gives the same numbers in one go.`,
    look: 'Look for them',
    lookAgain: 'Look again',
    looking: 'Looking through your formulas…',
    lacking: (count: number, shown: string) =>
      count === 1 ? '1 formula does not have it yet:' : `${shown} formulas do not have it yet:`,
    list: 'Formulas without WA_LIVE',
    now: 'Formula now',
    becomes: 'Formula afterwards',
    more: (count: number, shown: string) =>
      count === 1 ? 'And 1 more, not shown here.' : `And ${shown} more, not shown here.`,
    add: (count: number, shown: string) =>
      count === 1 ? 'Add WA_LIVE to it' : `Add WA_LIVE to all ${shown}`,
    adding: 'Adding WA_LIVE…',
    added: (count: number, shown: string) =>
      count === 0
        ? 'No formula was changed.'
        : `${count === 1 ? '1 formula was' : `${shown} formulas were`} changed. From now on every sync updates ${count === 1 ? 'it' : 'them'}.`,
    skipped: (count: number, shown: string) =>
      count === 1
        ? '1 formula stayed as it was: its cell is protected, or somebody changed it just now.'
        : `${shown} formulas stayed as they were: their cells are protected, or somebody changed them just now.`,
    left: (count: number, shown: string) =>
      `${count === 1 ? '1 formula is' : `${shown} formulas are`} still to do. There is no room to remember more former texts.`,
    goOn: 'Go on, and keep what was changed so far',
    undo: (count: number, shown: string) =>
      count === 1 ? 'Put 1 formula back as it was' : `Put ${shown} formulas back as they were`,
    undoing: 'Putting the formulas back…',
    restored: (count: number, shown: string) =>
      count === 0
        ? 'No formula was put back.'
        : `${count === 1 ? '1 formula is' : `${shown} formulas are`} back as before.`,
    kept: (count: number, shown: string) =>
      count === 1
        ? '1 formula stays as it is: somebody changed it since, or its cell is protected.'
        : `${shown} formulas stay as they are: somebody changed them since, or their cells are protected.`,
    allWell: (count: number, shown: string) =>
      count === 1
        ? 'All is well: your formula is updated by every sync.'
        : `All is well: every sync updates all your ${shown} formulas.`,
    none: 'There is nothing to do: no formula here lacks WA_LIVE.',
  },

  history: {
    title: 'History',
    intro: 'The days this sheet holds for all templates.',
    held: (count: number, shown: string) =>
      count === 1 ? '1 day in the sheet' : `${shown} days in the sheet`,
    open: (count: number, shown: string) =>
      count === 1
        ? '1 day missing. Meta still has it.'
        : `${shown} days missing. Meta still has them.`,
    lost: (count: number, shown: string) =>
      count === 1
        ? '1 day missing. Meta no longer has it.'
        : `${shown} days missing. Meta no longer has them.`,
    fetch: 'Fetch the missing days',
    fetchThese: (days: string) => `Fetch the missing days: ${days}`,
    earlier: (count: number, shown: string) =>
      count === 1 ? 'One more stretch before that.' : `${shown} more stretches before that.`,
  },

  progress: {
    title: 'Syncing',
    starting: 'Asking Meta…',
    steps: (done: string, total: string) => `${done} of ${total} steps`,
    soFar: (added: number, addedShown: string, changed: number, changedShown: string) =>
      `${rows(added, addedShown)} added, ${changed === 0 ? 'none' : changedShown} changed`,
    cancel: 'Cancel',
    stopping: 'Stopping…',
    keepOpen: 'Keep this sidebar open. You can work in the sheet meanwhile.',
  },

  result: {
    done: 'Done',
    upToDate: 'Everything was up to date',
    stopped: 'Stopped',
    stoppedText: 'What was written stays in the sheet. The next sync fetches the rest.',
    stoppedEmpty: 'Nothing was written. The next sync starts again.',
    keptText: (count: number, shown: string) =>
      `Before that, ${rows(count, shown)} were written. They stay in the sheet.`,
    dates: 'Dates',
    added: 'Rows added',
    changed: 'Rows changed',
    restated: 'Restated by Meta',
    held: 'Held back',
    requests: 'Requests to Meta',
    explain: 'What do these mean?',
    explainChanged: 'Changed: rows that were in the sheet and have new numbers now.',
    explainRestated:
      'Restated: the changed rows whose day was already over. Meta has corrected their numbers since.',
    explainHeld:
      'Held back: Meta now reports fewer reads, replies or clicks for days more than a week old, because it drops those counts. The sheet keeps the earlier numbers.',
    compare: 'See how your templates compare',
    open: (tab: string) => `Open ${tab}`,
    notices: 'Good to know',
    nextTitle: 'Use it in your own sheet',
    nextText: 'Put the first day in A1 and the last day in A2, then paste this into any cell:',
    nextSimple: 'Paste this into any cell. It uses the dates and templates you just synced:',
    formula: 'Formula',
    copy: 'Copy formula',
    copied: 'Copied',
    copyByHand: 'Press Ctrl+C to copy (Cmd+C on a Mac).',
  },

  failure: {
    title: 'That did not work',
    tryAgain: 'Try again',
    connectAgain: 'Connect again',
    changeAccount: 'Change account',
    reloadTemplates: 'Reload templates',
    details: 'Technical details',
    network: {
      message: 'The connection to Google was lost.',
      hint: 'Check your internet connection and try again. What was written stays in the sheet.',
    },
    authorization: {
      message: 'Google needs your permission before the add-on can run.',
      hint: 'Reload the page, open the add-on from the Extensions menu and accept what Google asks.',
    },
    severalAccounts: {
      message: 'Google mixed up your accounts: you are signed in to more than one in this browser.',
      hint: 'Open this spreadsheet in a private window, or in a browser profile with only one Google account.',
    },
    tooLong: {
      message: 'Google stopped the work because it took too long.',
      hint: 'What was written stays in the sheet. Try again: it goes on where it stopped.',
    },
    quota: {
      message: 'Google’s limit for this account is used up for now.',
      hint: 'Wait a little and try again. If it is the daily limit, it opens again within 24 hours. What was written stays in the sheet.',
    },
    outdated: {
      message: 'This sidebar is older than the add-on.',
      hint: 'Close the sidebar and open it again from the Extensions menu.',
    },
    noAnswer: {
      message: 'Google did not answer.',
      hint: 'Wait a minute and try again. What was written stays in the sheet.',
    },
    stalled: {
      message: 'The sync is not getting any further.',
      hint: 'What was written stays in the sheet. Wait some minutes and sync again.',
    },
    unexpected: {
      message: 'Something went wrong that we did not foresee.',
      hint: 'What was written stays in the sheet. Try again; if it happens once more, close the sidebar and open it again.',
    },
  },

  settings: {
    title: 'Settings',
    token: (tail: string) => `Connected with the token ending in ${tail}`,
    changeAccounts: 'Change accounts',
    newToken: 'Use another token',
    language: 'Language',
    automatic: 'Automatic',
    disconnect: 'Disconnect',
    confirm: 'Disconnect? The token is deleted. Everything in the sheet stays.',
    confirmDaily: 'Your daily update stops.',
    confirmYes: 'Yes, disconnect',
    confirmNo: 'Keep connected',
    disconnecting: 'Disconnecting…',
  },
};

/** What a language must say; a missing text does not compile. */
export type SidebarTexts = typeof sidebar;
