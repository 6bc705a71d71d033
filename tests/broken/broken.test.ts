// Builds the add-on broken on purpose, into a folder of its own, and wants tests that pass on the sound build to fail.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATCHES, type Patch, type Replacement } from './patches';

/** Takes minutes, so only when asked: npm run test:broken. */
const asked = process.env.BROKEN === '1';
const root = path.resolve(__dirname, '..', '..');
const PARTS = ['src', 'sidebar', 'appsscript.json', 'esbuild.config.mjs', 'package.json'];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function buildWith(replacements: Replacement[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-broken-'));
  folders.push(folder);
  for (const part of PARTS)
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const replacement of replacements) replaceIn(folder, replacement);
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: folder, stdio: 'pipe' });
  return folder;
}

function replaceIn(folder: string, { file, find, put }: Replacement): void {
  const place = path.join(folder, file);
  const source = readFileSync(place, 'utf8');
  const times = source.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} holds this ${times} times, not once:\n${find}`);
  writeFileSync(
    place,
    source.replace(find, () => put),
  );
}

/** Names of the tests, by how they ended on that build. */
function runOn(folder: string, { tests, named }: Patch): { passed: string[]; failed: string[] } {
  const output = path.join(folder, `result-${folders.length}.json`);
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const rest = ['-t', named, '--json', `--outputFile=${output}`, '--silent'];
  spawnSync(process.execPath, [jest, tests, ...rest], {
    cwd: root,
    env: { ...process.env, JUDGE_ROOT: folder, BROKEN: '' },
    stdio: 'pipe',
  });
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  const all = testResults.flatMap((file) => file.assertionResults);
  const of = (status: string): string[] =>
    all.filter((one) => one.status === status).map((one) => one.fullName);
  return { passed: of('passed'), failed: of('failed') };
}

test('each replacement still fits its file', () => {
  for (const { replacements } of PATCHES) {
    for (const { file, find } of replacements) {
      const source = readFileSync(path.join(root, file), 'utf8');
      expect(`${file}: ${source.split(find).length - 1} times`).toBe(`${file}: 1 times`);
    }
  }
});

(asked ? test.each(PATCHES) : test.skip.each(PATCHES))(
  '$name: the tests turn red',
  (patch) => {
    const sound = runOn(buildWith([]), patch);
    const broken = runOn(buildWith(patch.replacements), patch);
    process.stdout.write(
      `${patch.name}: ${sound.passed.length} green on the sound build, ${broken.failed.length} red on this one\n`,
    );
    expect(sound.passed.length).toBeGreaterThan(0);
    const noticed = broken.failed.filter((name) => sound.passed.includes(name));
    expect(noticed).not.toEqual([]);
  },
  1_200_000,
);
