// What Google says when a call never arrives, in words for people.

import {
  failureFromGoogle,
  failureFromServer,
  localFailure,
  remediesOf,
  wordsOf,
} from './failures';
import { LANGUAGES, textsOf } from './language';

test.each([
  ['NetworkError: Connection failure due to HTTP 0', 'network'],
  ['Authorization is required to perform that action.', 'authorization'],
  ['É necessária autorização para realizar esta ação.', 'authorization'],
  [
    'We’re sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.',
    'severalAccounts',
  ],
  ['Exceeded maximum execution time', 'tooLong'],
  ['Service invoked too many times for one day: urlfetch.', 'quota'],
  ['Script function not found: rpc', 'outdated'],
  ['TypeError: x is not a function', 'unexpected'],
  ['', 'unexpected'],
])('%j is understood as %s', (message, code) => {
  expect(failureFromGoogle(new Error(message)).code).toBe(code);
  expect(failureFromGoogle(message).code).toBe(code);
});

test('a thrown nothing is an unexpected failure, not a crash', () => {
  expect(failureFromGoogle(undefined).code).toBe('unexpected');
  expect(failureFromGoogle(null).code).toBe('unexpected');
});

test('a technical detail never shows what may be a token', () => {
  const token = `EAAG${'aB3'.repeat(20)}`;
  const failure = failureFromGoogle(new Error(`Bad header Bearer ${token}`));
  expect(JSON.stringify(failure)).not.toContain(token.slice(4, 20));
  expect(failure).toMatchObject({ detail: 'Bad header Bearer …' });
});

test('the sentences of the server are shown as they are, ours in the language of the sidebar', () => {
  const [en, ptBr] = LANGUAGES.map(textsOf);
  if (!en || !ptBr) throw new Error('Both languages are needed.');
  const server = failureFromServer({ code: 'rate-limited', message: 'M', hint: 'H' });
  expect(wordsOf(server, ptBr)).toMatchObject({ message: 'M', hint: 'H' });
  const lost = localFailure('network');
  expect(wordsOf(lost, en).message).toBe('The connection to Google was lost.');
  expect(wordsOf(lost, ptBr).message).toBe('A conexão com o Google caiu.');
});

test.each([
  ['token-expired', ['reconnect']],
  ['token-invalid', ['reconnect']],
  ['no-permission', ['retry', 'reconnect']],
  ['account-not-found', ['accounts']],
  ['rate-limited', ['retry']],
  ['meta-busy', ['retry']],
  ['unknown-template', ['templates']],
  ['out-of-reach', []],
  ['insights-off', ['insights', 'retry']],
  ['insights-unavailable', ['accounts', 'retry']],
  ['tab-missing', ['tab', 'retry']],
  ['sheet-changed', ['column', 'retry']],
  ['key-column-missing', ['retry']],
  ['cell-rule', ['retry']],
  ['tab-protected', ['retry']],
  ['sync-running', ['retry']],
  ['no-space', ['retry']],
  ['google-limit', []],
  ['authorization-needed', []],
])('%s offers %j', (code, remedies) => {
  expect(remediesOf(failureFromServer({ code, message: '', hint: '' }))).toEqual(remedies);
});
