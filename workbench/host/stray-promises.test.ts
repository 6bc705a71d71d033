import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { MANIFEST } from './testing';

/** Runs a program around the host in a process of its own: only there an unhandled rejection is what it is. */
function runProcess(body: string): { status: number | null; stdout: string } {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { createHost } from './index';
        const options = { sidebarHtml: '', manifest: ${JSON.stringify(MANIFEST)}, fetch: () => [], log: console.log };
        ${body}`,
      resolveDir: __dirname,
    },
    bundle: true,
    platform: 'node',
    write: false,
  });
  return spawnSync(process.execPath, ['-'], {
    input: outputFiles[0]?.text,
    encoding: 'utf8',
  });
}

test('a rejection that the script left unhandled is printed and does not end the host', () => {
  const { status, stdout } = runProcess(`
    const host = createHost({ ...options, code: 'function lose() { Promise.reject(new Error("lost")); return 1; }' });
    host.run('lose', []);
    setTimeout(() => console.log(JSON.stringify(host.run('lose', []))), 5);`);
  expect({ status, lines: stdout.trim().split('\n') }).toEqual({
    status: 0,
    lines: [
      'Unhandled rejection: Error: lost',
      '{"ok":true,"value":1}',
      'Unhandled rejection: Error: lost',
    ],
  });
});

test('a rejection of the program around the host stays fatal', () => {
  const { status } = runProcess(`
    createHost({ ...options, code: '' });
    Promise.reject(new Error('ours'));`);
  expect(status).not.toBe(0);
});
