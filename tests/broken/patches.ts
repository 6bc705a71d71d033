// Ways to break the add-on on purpose: each is a few replacements in its source, and the tests that must notice.

export interface Replacement {
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  put: string;
}
export interface Patch {
  name: string;
  replacements: Replacement[];
  /** Test files that run on the broken build, and the names of the tests in them. */
  tests: string;
  named: string;
}

const COMMIT = 'src/app/commit.ts';

export const PATCHES: Patch[] = [
  {
    name: 'rows are cleared, and then written',
    replacements: [
      {
        file: COMMIT,
        find: '  if (!writeBlocks(ports, blocks)) {\n',
        put: `  if (tab && ledger.places.end > 1) {
    const kept = ports.daily.read(2, ledger.places.end).rows;
    ports.daily.clear(2, ledger.places.end);
    ports.flush();
    ports.daily.write(2, kept);
  }
  if (!writeBlocks(ports, blocks)) {
`,
      },
    ],
    tests: 'tests/crash/singles',
    named: 'daily refresh dying at any call',
  },
  {
    name: 'what is done is noted before the rows are flushed',
    replacements: [
      {
        file: COMMIT,
        find: '  const isChange = plan.updates.length',
        put: `  if (wave) {
    noteDone(ledger, wave, plan);
    ports.index.writeHead(
      encodeHead(ledger.head),
      seal(encodePlaces(ledger.places), ledger.head.version),
    );
    ports.flush();
  }
  const isChange = plan.updates.length`,
      },
      {
        file: COMMIT,
        find: "import { addRows, lastRowAbove } from '../core/places';\n",
        put: `import { encodeHead } from '../core/index/head';
import { seal } from '../core/index/seal';
import { addRows, encodePlaces, lastRowAbove } from '../core/places';
`,
      },
    ],
    tests: 'tests/crash/singles',
    named: 'first sync dying at any call with unflushed writes lost',
  },
  {
    name: 'nobody waits for the lock',
    replacements: [
      {
        file: 'src/google/ports.ts',
        find: '    if (!documentLock.tryLock(LOCK_WAIT_MS)) return refuse();\n',
        put: '    if (LOCK_WAIT_MS < 0) return refuse();\n',
      },
      {
        file: 'src/app/lease.ts',
        find: '      if (!ownLeftover) throw running(ports, held);\n',
        put: '      if (!ownLeftover && run.id === "") throw running(ports, held);\n',
      },
    ],
    tests: 'tests/crash/together',
    named: 'daily refresh another user',
  },
  {
    name: 'a reported 0 becomes an empty cell',
    replacements: [
      {
        file: 'src/google/cells.ts',
        find: "  if (value === null) return '';\n",
        put: "  if (!value) return '';\n",
      },
    ],
    tests: 'tests/crash/singles',
    named: 'undisturbed',
  },
  {
    name: 'a missing permission is asked again',
    replacements: [
      {
        file: 'src/graph/codes.ts',
        find: "  permission: ['no-permission'],\n",
        put: "  permission: ['no-permission', 'soon', 3],\n",
      },
    ],
    tests: 'tests/crash/refusal',
    named: 'permission missing',
  },
];
