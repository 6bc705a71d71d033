// Checks what Google is told: the manifest's scopes and hosts, and the files clasp would push.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { readBuilt, root } from './built';

const manifest = JSON.parse(readBuilt('appsscript.json'));

test('the manifest asks for exactly four scopes', () => {
  const scope = 'https://www.googleapis.com/auth/';
  expect([...manifest.oauthScopes].sort()).toEqual([
    `${scope}script.container.ui`,
    `${scope}script.external_request`,
    `${scope}script.scriptapp`,
    `${scope}spreadsheets.currentonly`,
  ]);
});

test('the manifest allows exactly one host', () => {
  expect(manifest.urlFetchWhitelist).toEqual(['https://graph.facebook.com/']);
});

test('the manifest says V8, UTC, no shared log, and nothing else', () => {
  const { oauthScopes: _scopes, urlFetchWhitelist: _hosts, ...rest } = manifest;
  expect(rest).toEqual({ timeZone: 'Etc/UTC', runtimeVersion: 'V8', exceptionLogging: 'NONE' });
});

test('clasp would push exactly the three files', () => {
  const clasp = path.join(root, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
  const printed = execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { filesToPush, untrackedFiles } = JSON.parse(printed);
  expect([...filesToPush].sort()).toEqual([
    'dist/Code.js',
    'dist/appsscript.json',
    'dist/sidebar.html',
  ]);
  expect(untrackedFiles).toEqual([]);
}, 30_000);
