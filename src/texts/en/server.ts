// English sentences of the server: errors, formulas, notices.
import type { ServerWords } from '../server-words';
import { functions } from './functions';

export const server: ServerWords = {
  writing: {
    day: '{day} {month} {year}',
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    group: ',',
    decimal: '.',
  },
  errors: {
    'not-connected': [
      'You are not connected to Meta yet.',
      'Paste your Meta access token in the sidebar and choose Connect.',
    ],
    'no-account': [
      'No WhatsApp account is chosen yet.',
      'Choose an account in the sidebar, or enter its ID from WhatsApp Manager.',
    ],
    'token-expired': [
      'Your Meta access token has expired.',
      'Create a new one in Meta Business settings under System users, and connect again with it.',
    ],
    'token-invalid': [
      'Meta does not accept this access token: it is mistyped, ended or was withdrawn.',
      'Copy the whole token again, or create a new one in Meta Business settings under System users.',
    ],
    'no-permission': [
      'The token may not read {account?:account %|this account}.',
      'In Meta Business settings, assign the account to the system user and create a token with whatsapp_business_management.',
    ],
    'account-not-found': [
      'Meta finds no WhatsApp account {account?:with the ID %|with this ID} for your token.',
      'Check the ID in WhatsApp Manager (digits only, not the phone number) and that the token has this account.',
    ],
    'account-restricted': [
      'Meta has restricted {account?:account %|this account}, for policy or payment.',
      'Open WhatsApp Manager, follow what it asks under Account quality or Payment, then sync again.',
    ],
    'rate-limited': [
      'Meta asks for a pause: too many requests in the last hour.',
      'Wait {minutes?:about % min|a few minutes}, then sync again; it goes on where it stopped.',
    ],
    'insights-off': [
      'Template insights are switched off for {account?:account %|this account}.',
      'An admin can switch them on in WhatsApp Manager under Insights. Meta counts only from then on, for good. Just done? Sync tomorrow.',
    ],
    'insights-unavailable': [
      'Meta does not offer template insights for {account?:account %|this account}.',
      'This happens for some regions and new accounts. Choose another account, or ask Meta support.',
    ],
    coexistence: [
      'Meta gives no template numbers for an account also used in the WhatsApp Business app.',
      'Choose an account whose numbers are only on the WhatsApp Business Platform.',
    ],
    'meta-busy': [
      'Meta did not give a usable answer, even after several tries.',
      'This usually passes. Sync again in a few minutes.',
    ],
    network: [
      'Meta could not be reached.',
      'Check the connection and sync again in a few minutes.',
    ],
    'bad-response': [
      'Meta answered in a form we cannot trust, so nothing of it was used.',
      'Sync again later. If it stays, report it and name this page of Meta: {endpoint|unknown}.',
    ],
    'request-refused': [
      'Meta refused the request{code?: (code %)|}.',
      'Choose fewer days or templates and sync again. If it stays, report the code.',
    ],
    'bad-input': [
      'Something you entered cannot be used like this.',
      'Check it in the sidebar and try again.',
    ],
    'unknown-template': [
      '{id?:The template %|A chosen template} is not in this account.',
      'It may be deleted or renamed. Reload the template list in the sidebar and choose again.',
    ],
    'out-of-reach': [
      'Meta keeps template numbers for 90 days, and these dates lie before that.',
      '{reach?:Choose dates from % on.|Choose later dates. Days synced earlier stay in your sheet.}',
    ],
    'sheet-changed': [
      'In {tab?:the tab "%"|a data tab}, {column?:the column "%"|a column of ours} is gone.',
      'Undo the change, bring the tab back from File > Version history, or add the column again here. Then sync.',
    ],
    'key-column-missing': [
      'In {tab?:the tab "%"|a data tab}, {column?:the column "%"|a key column} is gone, and without it rows cannot be told apart.',
      'Undo the change or bring the tab back from File > Version history, then sync again.',
    ],
    'tab-missing': [
      'The tab {tab?:"%"|with the daily rows} was deleted.',
      'Bring it back from File > Version history to keep your own columns, or make it again here from what this file remembers.',
    ],
    'cell-rule': [
      'In {tab?:the tab "%"|a data tab}, {what?merged:merged cells|a data validation rule} at {cell|a cell} would stop us halfway through writing.',
      'Remove {what?merged:the merge|the rule} there, then {act?insert:insert|sync} again.',
    ],
    'sheet-busy': [
      'Rows or columns of {tab?:the tab "%"|a data tab} were being moved while we wrote.',
      'Sync again when nobody sorts or inserts there; the rows written so far are right.',
    ],
    'tab-protected': [
      'You may not edit {range?:the range % of |}{tab?:the tab "%"|a data tab}: it is protected.',
      'Ask its owner to let you edit it under Data > Protect sheets and ranges, then {act?insert:insert|sync} again.',
    ],
    'sync-running': [
      '{who?schedule:The daily update|Another sync} {since?:has been running in this spreadsheet since %|of this spreadsheet is running right now}.',
      'Wait until it is done; its rows are yours too. If it does not end, try again in {minutes|10} min.',
    ],
    'no-space': [
      '{cells?:With the new rows the spreadsheet would hold % million cells|The new rows would not fit}; a spreadsheet holds {limit|10} million.',
      'Delete tabs or empty columns you do not need, or sync into a new spreadsheet.',
    ],
    'too-many-templates': [
      '{count|So many} templates with names this long are more than the index for formulas can hold.',
      'Choose fewer accounts for this spreadsheet and keep the others in a second one, then sync again.',
    ],
    'google-limit': [
      "Google's daily limit for this add-on is used up.",
      'It begins anew within 24 hours. Sync again tomorrow; it goes on where it stopped.',
    ],
    'no-cell': [
      'No cell is selected.',
      'Click the cell where the formula should stand, then insert again.',
    ],
    'own-tab': [
      '{tab?:The tab "%"|This tab} is kept by the syncs, so a formula has no safe place there.',
      'Click an empty cell on a tab of your own, then insert again.',
    ],
    'cell-taken': [
      '{size?:The answer needs %, but |}{cell|The cell} is not empty.',
      'Click {size?:a cell with enough empty cells below and beside it|an empty cell}, then insert again.',
    ],
    'formula-refused': [
      '{why|The formula would only show an error.}',
      'Change what you chose, then insert again.',
    ],
    'authorization-needed': [
      'Google asks you to allow Ledger for WhatsApp again.',
      'Choose Extensions > Ledger for WhatsApp > Open sidebar, allow what Google asks, then sync again.',
    ],
    unexpected: [
      'Something went wrong that we did not foresee.',
      'Try again. If it happens twice, report what you did just before.',
    ],
  },
  kept: { nothing: 'Nothing in the sheet was changed.', part: 'What was already written stays.' },
  unusable: {
    token: ['The token cannot be used like this.', 'Copy it again, whole and without spaces.'],
    account: ['The account cannot be used like this.', ''],
    accountId: [
      'The account ID cannot be used like this: it has digits only.',
      'Copy it from WhatsApp Manager.',
    ],
    ids: ['This choice of accounts cannot be used.', ''],
    dates: [
      'These dates cannot be used: the first must not lie after the last.',
      'Choose the dates again and sync.',
    ],
    from: ['The first day cannot be used.', 'Choose the dates again and sync.'],
    to: ['The last day cannot be used.', 'Choose the dates again and sync.'],
    future: ['These dates lie in the future.', 'Choose dates up to today and sync again.'],
    preset: ['This choice of dates is not known.', 'Choose the dates again and sync.'],
    templates: [
      'This choice of templates cannot be used.',
      'Choose at least one template, or all of them, and sync again.',
    ],
    cursor: [
      'The sync that had begun can no longer be continued.',
      'Start the sync again; days already written are not fetched twice.',
    ],
  },
  formulas: {
    'nothing-synced':
      'Nothing has been synced in this file yet: open Extensions > Ledger for WhatsApp > Open sidebar and press Sync.',
    'index-damaged':
      'The hidden tab "WA Index" was changed, so its numbers cannot be trusted: open Extensions > Ledger for WhatsApp > Open sidebar and press Sync, which makes it right again.',
    'no-selection':
      'No dates or templates were synced in the sidebar yet: sync once, or give template and dates, as in =WA_SPENT("promo";"2026-11-01";"2026-11-30").',
    'template-unknown':
      'There is no template "{name}" in this file: check the name, or sync the account that has it.',
    'template-guess': 'There is no template "{name}" in this file: did you mean "{guess}"?',
    'id-as-number':
      'This ID has more digits than Sheets keeps in a number: write it as text, in quotes, as in "12345678901234567".',
    'template-bad': 'The template must be a name, an ID or a pattern such as "promo_*".',
    'account-unknown': 'There is no account "{name}" in this file, only {known}.',
    'date-bad':
      '"{value}" is not a day: use a date cell, "2026-11-01", a month such as "2026-11", or a word such as "last_30_days".',
    'date-guess': '"{value}" is neither a day nor a known word: did you mean "{guess}"?',
    'end-bad':
      '"{value}" is not a last day: use a date cell, "2026-11-30", or "day", "week", "month", "quarter" or "year".',
    'date-missing':
      'The last day is given but the first day is missing: give both, or leave both empty.',
    'no-complete-day':
      '"{keyword}" counts from the last complete day, and no day is complete yet: sync again tomorrow, or give the first and the last day.',
    'dates-reversed': 'The first day {from} comes after the last day {to}: swap them.',
    'keyword-with-end': '"{keyword}" already says both days: leave the last day empty.',
    'before-coverage':
      '{day} was never fetched, since the history starts on {first}; this works: {formula}',
    gap: '{day} was never fetched: sync these dates in the sidebar, or use what works now: {formula}',
    'needs-all':
      'A pattern or "*" needs the history of all templates, but only some were synced: sync with "All templates" once.',
    'never-fetched':
      'No day of this template was fetched yet: choose its dates in the sidebar and press Sync.',
    'two-currencies':
      'These templates are paid in different currencies ({currencies}), which cannot be added: give the account as well.',
    shapes:
      'The ranges do not line up, one has {a} cells and the other {b} in the same direction: make them equally long, or use a column with a row.',
    'too-many-arguments': 'Too many values: {name} takes {parameters}, in this order.',
    'button-guess': 'These templates have no button "{name}": did you mean "{guess}"?',
    'button-bad': 'The button must be its label, as text, such as "See offers".',
    'one-value':
      '{name} answers with a table, so its value "{parameter}" must be one value or one cell, not a range.',
    'live-place': 'WA_LIVE must be the last value: put it behind all the others.',
    'metric-missing': 'Say which number first, as in "spent", "clicks" or "cost per click".',
    'metric-unknown':
      'There is no number called "{name}": use a name such as "spent", "clicks" or "cost per click".',
    'metric-guess': 'There is no number called "{name}": did you mean "{guess}"?',
    'by-bad':
      '"{value}" cannot cut a table into rows: use "day", "week" or "month", or leave it empty.',
    'last-sync-argument': 'Use =WA_LAST_SYNC(WA_SYNCED).',
  },
  parameters: functions.parameters,
  inCell: 'Row {row}, column {column} of the answer: ',
  notices: {
    clipped:
      'Meta keeps 90 days only, so it answers from {reach} on. That is normal: what this sheet already holds of earlier days stays.',
    dropped:
      '{count} {count?1:number|numbers} from Meta did not fit a day or template that was asked for and {count?1:was|were} left out.',
    'missing-templates':
      'Meta refused {count} {count?1:template|templates}, perhaps deleted just now. {count?1:Its|Their} rows stay as they are.',
    'moved-rows':
      'Rows were sorted, added or deleted by hand, so the whole tab was read once to find each row.',
    'tab-was-missing': 'The tab "{tab}" was gone and has been made again.',
    doubted:
      'Meta answered only zeros for {day} although the sheet has messages there. The old numbers stay and the day is asked again next time.',
    'copied-rows':
      '{count} {count?1:row is a copy|rows are copies} made by hand, the first one in row {row}. We left {count?1:it|them} alone; formulas count each original once.',
    'kept-counts':
      'Meta has dropped reads or clicks of days more than 7 days ago. The sheet keeps the earlier counts, in {count} {count?1:row|rows}.',
    rebuilt:
      'The hidden index that formulas read was damaged or missing. It has been made again from the rows in the sheet.',
    'new-fields':
      'Meta sent numbers this add-on does not know yet{names?:: %|}. They were left out; everything else was written.',
    'account-refused':
      '{account?:The account "%"|An account} was left out, so its rows stay as they are; the others were synced. {why|Sync again later.}',
    'no-cost':
      'Meta reports no spend for {account?:the account "%"|an account}, as it does for accounts billed through a partner. Spent and the cost columns stay empty there; everything else was written.',
    'metrics-refused':
      'Meta refuses some numbers for {account?:the account "%"|an account}: {names|some of them}. Their columns stay empty there, and the note on each header says so; everything else was written.',
    'no-marketing':
      'Meta gives no Marketing Messages numbers for {account?:the account "%"|an account}. Numbers of the Cloud API are complete.',
    'zone-changed':
      '{account?:The account "%"|An account} now counts its days in the time zone {zone}. Earlier rows keep the days they were counted in.',
    'currency-changed':
      '{account?:The account "%"|An account} is now billed in {currency}. Earlier rows keep their currency; the two are never added up.',
    'finished-earlier':
      'An earlier sync had been cut off. Its rows were checked and completed: none is missing, none is double.',
    'restored-rows':
      '{count} {count?1:row|rows} that had gone missing from the sheet {count?1:is|are} back.',
    'half-full':
      'This file holds {cells} million cells, more than half of the 10 million a spreadsheet can have. Delete tabs or empty columns you do not need.',
    'compare-missing':
      'The changes in WA Templates are empty where the days compared with are not all in this file: {day} is missing. Sync those days too, or compare with other ones.',
    'comparison-protected':
      'The tab "{tab}" was not brought up to date: it is protected, or has merged cells or a rule on its cells. Everything else was written.',
    'comparison-space':
      'The tab "{tab}" was not made: the file would pass the 10 million cells of a spreadsheet. Everything else was written.',
  },
};
