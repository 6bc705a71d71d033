// Checks that the command line is read as written and that mistakes are named.
import { FlagError, readFlags } from './flags';

test('without flags the defaults stand', () => {
  expect(readFlags([])).toEqual({
    port: 4173,
    open: true,
    graph: null,
    workbook: null,
    scenarios: [],
    locale: 'en_US',
    timeZone: null,
    help: false,
  });
});

test('every flag is read, with a space or an equals sign', () => {
  const flags = readFlags([
    '--port=0',
    '--no-open',
    '--workbook',
    'a b.json',
    '--scenario',
    'throttled,expired-token',
    '--scenario=slow',
    '--locale',
    'pt_BR',
    '--timezone=America/New_York',
  ]);
  expect(flags).toEqual({
    port: 0,
    open: false,
    graph: null,
    workbook: 'a b.json',
    scenarios: ['throttled', 'expired-token', 'slow'],
    locale: 'pt_BR',
    timeZone: 'America/New_York',
    help: false,
  });
});

test.each(['--help', '-h'])('%s asks for the list of flags', (flag) => {
  expect(readFlags([flag]).help).toBe(true);
});

test('the word live means the real Graph server and a trailing slash is dropped', () => {
  expect(readFlags(['--graph', 'live']).graph).toBe('https://graph.facebook.com');
  expect(readFlags(['--graph', 'http://127.0.0.1:9000/']).graph).toBe('http://127.0.0.1:9000');
});

test.each([
  [['--colour'], 'Unknown flag --colour.'],
  [['4173'], 'Unknown flag 4173.'],
  [['--port'], '--port needs a value.'],
  [['--port', 'abc'], '--port needs a number from 0 to 65535, not "abc".'],
  [['--port', '70000'], '--port needs a number from 0 to 65535, not "70000".'],
  [['--workbook', '--no-open'], '--workbook needs a value.'],
  [['--graph', 'ftp://x'], '--graph needs an http address or "live", not "ftp://x".'],
  [['--timezone', 'Mars/Base'], '--timezone does not know the zone "Mars/Base".'],
  [['--locale', 'português'], '--locale needs a name such as pt_BR, not "português".'],
  [
    ['--graph', 'live', '--scenario', 'slow'],
    '--scenario is for the built-in Graph server; it cannot go with --graph.',
  ],
])('%j is refused in plain words', (args, message) => {
  expect(() => readFlags(args)).toThrow(new FlagError(message));
});
