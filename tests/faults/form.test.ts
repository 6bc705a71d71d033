// Checks the judges: a slip in a fault file is named, and a file that expects what is not so turns red.
import { runCase } from './case';
import { type FaultFile, readFaultFile, readFaultFolder } from './form';
import { findSecret } from './secrets';
import { judgeTold } from './told';

const good = { id: 'A99', title: 'a case', do: { sync: {} }, expect: {} };
const read = (more: object): FaultFile =>
  readFaultFile('slip', JSON.stringify({ ...good, ...more }));

test.each([
  ['expect.recuests', { expect: { recuests: { most: 1 } } }],
  ['faults.0.on.endpont', { faults: [{ on: { endpont: 'me' }, answer: { hangUp: true } }] }],
  ['faults.0.answer.change.sets', { faults: [{ answer: { change: { sets: {} } } }] }],
  ['do.sync.form', { do: { sync: { form: -3 } } }],
  ['before.1.clok', { before: [{ sync: {} }, { clok: { days: 1 } }] }],
  ['world.graph.pagesize', { world: { graph: { pagesize: 3 } } }],
  ['expect.requests.toEndpoint', { expect: { requests: { toEndpoint: { analytics: 3 } } } }],
])('a slip is an error that names its place: %s', (place, more) => {
  expect(() => read(more)).toThrow(place);
});

test('what fields alone cannot tell is refused too', () => {
  const answer = { hangUp: true, text: '' };
  expect(() => read({ faults: [{ answer }] })).toThrow('faults.0.answer');
  expect(() => read({ faults: [{ answer: {} }] })).toThrow('faults.0.answer');
  expect(() => read({ do: { sync: {}, clock: { days: 1 } } })).toThrow('do.0');
  expect(() => read({ do: [] })).toThrow('do');
  expect(() => readFaultFile('slip', '{')).toThrow('slip');
});

test('every row of the fault list has a file', () => {
  const ids = new Set(readFaultFolder('tests/faults/files').map(({ file }) => file.id));
  const rows = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24, 25, 26];
  for (const row of [...rows, 27, 28, 30]) {
    expect(ids).toContain(`A${String(row).padStart(2, '0')}`);
  }
});

test('a file that expects what is not so turns red, in each part', async () => {
  const wrong = await runCase(
    read({
      faults: [{ answer: { error: { code: 4, message: 'pause' } } }],
      expect: {
        code: 'network',
        says: { en: ['cucumber'] },
        requests: { exactly: 99 },
        kept: 'old and finished blocks',
        checks: [{ columns: ['Sent'], days: [-40, 0], are: { value: -1 } }],
      },
    }),
    'en_US',
  );
  const all = wrong.join('\n');
  for (const words of ['not network', 'cucumber', 'requests', 'no finished block', 'Sent: is']) {
    expect(all).toContain(words);
  }
}, 60_000);

test('a failure told badly is seen: a part, the language, the length, the words of Meta', () => {
  const fine = {
    code: 'x',
    message: 'Meta could not be reached for a while. Nothing in the sheet was changed.',
    hint: 'Check the connection and sync again in a few minutes.',
  };
  const judge = (more: object) => judgeTold({ ...fine, ...more }, 'en_US', 'nothing', []);
  expect(judge({})).toEqual([]);
  expect(judge({ hint: '' })).not.toEqual([]);
  expect(judge({ message: 'Meta could not be reached for a while.' })).not.toEqual([]);
  expect(judge({ message: 'Nothing in the sheet was changed.' })).not.toEqual([]);
  expect(judge({ hint: `${'again and '.repeat(30)}again.` })).not.toEqual([]);
  expect(judgeTold(fine, 'pt_BR', null, [])).not.toEqual([]);
  const faults = [{ answer: { error: { message: 'Check the connection' } } }];
  expect(judgeTold(fine, 'en_US', 'nothing', faults)).not.toEqual([]);
});

test('a secret is found in every form', () => {
  const secret = 'EAAJ7Qz9Xw8Vu6Ts5Rq4Po3+Nm2/Lk1Jh0GfYd7Cb6Za5';
  const forms = [
    secret,
    encodeURIComponent(secret),
    [...secret].reverse().join(''),
    secret.slice(9, 21),
    ...['', 'a', 'ab'].map((lead) => Buffer.from(`${lead}${secret} b`).toString('base64')),
  ];
  for (const form of forms) expect(findSecret(`x ${form} y`, secret)).not.toEqual([]);
  expect(findSecret('nothing of it, …Za5', secret)).toEqual([]);
});
