// Every error as English people read it: what happened and what was kept, then what to do.
import type { ErrorCode, ErrorFacts } from '../../core/errors';

/** The fact as short text, or '' when it is not known. */
const fact = (facts: ErrorFacts, name: string): string => String(facts[name] ?? '').slice(0, 40);
/** `text` with the fact in place of `%`, or `otherwise` when the fact is not known. */
const withFact = (facts: ErrorFacts, name: string, text: string, otherwise: string): string =>
  fact(facts, name) ? text.replace('%', () => fact(facts, name)) : otherwise;

const kept = (facts: ErrorFacts): string =>
  facts.kept === 'part' ? 'What was already written stays.' : 'Nothing in the sheet was changed.';
const account = (facts: ErrorFacts): string =>
  withFact(facts, 'account', 'account %', 'this account');

function wait(facts: ErrorFacts): string {
  const minutes = Number(facts.minutes);
  if (!(minutes > 0)) return 'a few minutes';
  if (minutes === 1) return '1 minute';
  return minutes <= 90 ? `${Math.ceil(minutes)} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** What cannot be used, by the name the code has for it. */
const UNUSABLE: Record<string, string> = {
  token: 'The token cannot be used like this.',
  account: 'The account cannot be used like this.',
  accounts: 'This choice of accounts cannot be used.',
  dates: 'These dates cannot be used: the first must not lie after the last.',
  future: 'These dates lie in the future.',
  preset: 'This choice of dates is not known.',
  templates: 'This choice of templates cannot be used.',
  cursor: 'The sync that had begun can no longer be continued.',
};
const REMEDIES: Record<string, string> = {
  dates: 'Choose the dates again and sync.',
  future: 'Choose dates up to today and sync again.',
  templates: 'Choose at least one template, or all of them, and sync again.',
  cursor: 'Start the sync again; days already written are not fetched twice.',
};

export const errors: Record<ErrorCode, (facts: ErrorFacts) => { message: string; hint: string }> = {
  'not-connected': (f) => ({
    message: `You are not connected to Meta yet. ${kept(f)}`,
    hint: 'Paste your Meta access token in the sidebar and choose Connect.',
  }),
  'no-account': (f) => ({
    message: `No WhatsApp account is chosen yet. ${kept(f)}`,
    hint: 'Choose an account in the sidebar, or enter its ID from WhatsApp Manager.',
  }),
  'token-expired': (f) => ({
    message: `Your Meta access token has expired. ${kept(f)}`,
    hint: 'Create a new one in Meta Business settings under System users, and connect again with it.',
  }),
  'token-invalid': (f) => ({
    message: `Meta does not accept this access token: it is mistyped, ended or was withdrawn. ${kept(f)}`,
    hint: 'Copy the whole token again, or create a new one in Meta Business settings under System users.',
  }),
  'no-permission': (f) => ({
    message: `The token may not read ${account(f)}. ${kept(f)}`,
    hint: 'In Meta Business settings, assign the account to the system user and create a token with whatsapp_business_management.',
  }),
  'account-not-found': (f) => ({
    message: `Meta finds no WhatsApp account ${withFact(f, 'account', 'with the ID %', 'with this ID')} for your token. ${kept(f)}`,
    hint: 'Check the ID in WhatsApp Manager (digits only, not the phone number) and that the token has this account.',
  }),
  'account-restricted': (f) => ({
    message: `Meta has restricted ${account(f)}, for policy or payment. ${kept(f)}`,
    hint: 'Open WhatsApp Manager, follow what it asks under Account quality or Payment, then sync again.',
  }),
  'rate-limited': (f) => ({
    message: `Meta asks for a pause: too many requests in the last hour. ${kept(f)}`,
    hint: `Wait ${wait(f)}, then sync again; it goes on where it stopped.`,
  }),
  'insights-off': (f) => ({
    message: `Template insights are switched off for ${account(f)}. ${kept(f)}`,
    hint: 'An admin can switch them on in WhatsApp Manager under Insights. Meta counts only from then on, and they stay on.',
  }),
  'insights-unavailable': (f) => ({
    message: `Meta does not offer template insights for ${account(f)}. ${kept(f)}`,
    hint: 'This happens for some regions and new accounts. Choose another account, or ask Meta support.',
  }),
  coexistence: (f) => ({
    message: `Meta gives no template numbers for an account also used in the WhatsApp Business app. ${kept(f)}`,
    hint: 'Choose an account whose numbers are only on the WhatsApp Business Platform.',
  }),
  'meta-busy': (f) => ({
    message: `Meta did not give a usable answer, even after several tries. ${kept(f)}`,
    hint: 'This usually passes. Sync again in a few minutes.',
  }),
  network: (f) => ({
    message: `Meta could not be reached. ${kept(f)}`,
    hint: 'Check the connection and sync again in a few minutes.',
  }),
  'bad-response': (f) => ({
    message: `Meta answered in a form we cannot trust, so nothing of it was used. ${kept(f)}`,
    hint: 'Sync again later. If it stays, report it and name this page of Meta: '.concat(
      withFact(f, 'endpoint', '%.', 'unknown.'),
    ),
  }),
  'request-refused': (f) => ({
    message: `Meta refused the request${withFact(f, 'code', ' (code %)', '')}. ${kept(f)}`,
    hint: 'Choose fewer days or templates and sync again. If it stays, report the code.',
  }),
  'bad-input': (f) => ({
    message: `${UNUSABLE[fact(f, 'what')] ?? 'Something you entered cannot be used like this.'} ${kept(f)}`,
    hint: REMEDIES[fact(f, 'what')] ?? 'Check it in the sidebar and try again.',
  }),
  'unknown-template': (f) => ({
    message: `${withFact(f, 'template', 'The template "%"', withFact(f, 'id', 'The template %', 'A chosen template'))} is not in this account. ${kept(f)}`,
    hint: 'It may be deleted or renamed. Reload the template list in the sidebar and choose again.',
  }),
  'out-of-reach': (f) => ({
    message: `Meta keeps template numbers for 90 days, and these dates lie before that. ${kept(f)}`,
    hint: withFact(
      f,
      'reach',
      'Choose dates from % on.',
      'Choose later dates. Days synced earlier stay in your sheet.',
    ),
  }),
  'sheet-changed': (f) => ({
    message: `The header of ${withFact(f, 'tab', 'the tab "%"', 'a data tab')} no longer fits: a column of ours is gone. ${kept(f)}`,
    hint: 'Undo the change, or restore the tab from File > Version history, then sync again.',
  }),
  'tab-protected': (f) => ({
    message: `${withFact(f, 'tab', 'The tab "%"', 'A tab')} is protected and you may not edit it. ${kept(f)}`,
    hint: 'Ask its owner to let you edit it under Data > Protect sheets and ranges, then sync again.',
  }),
  'sync-running': (f) => ({
    message: `${withFact(f, 'who', '% is syncing this spreadsheet', 'Another sync of this spreadsheet is running')} right now. ${kept(f)}`,
    hint: 'Wait until it is done; its rows are yours too. If it does not end, try again in 10 minutes.',
  }),
  'no-space': (f) => ({
    message: `The new rows would pass the 10 million cells a spreadsheet may hold. ${kept(f)}`,
    hint: 'Delete tabs or empty columns you do not need, or sync into a new spreadsheet.',
  }),
  unexpected: (f) => ({
    message: `Something went wrong that we did not foresee. ${kept(f)}`,
    hint: 'Try again. If it happens twice, report what you did just before.',
  }),
};
