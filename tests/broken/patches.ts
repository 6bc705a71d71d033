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

export const PATCHES: Patch[] = [
  {
    name: 'rows are cleared, and then written',
    replacements: [
      {
        file: 'src/app/write-tables.ts',
        find: '  for (const [i, change] of changes.entries()) {\n',
        put: `  for (const [i, change] of changes.entries()) {
    const { end } = ledger.places[change.id];
    if (change.tab && end > 1) {
      const kept = ports.tables[change.id].read(2, end).rows;
      ports.tables[change.id].clear(2, end);
      ports.flush();
      ports.tables[change.id].write(2, kept);
    }
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
        file: 'src/app/commit.ts',
        find: '    const due = changes.filter(isChange);\n',
        put: `    const due = changes.filter(isChange);
    if (wave) {
      noteDone(ledger, wave, judgement);
      ports.index.writeHead(encodeHead(head), seal(encodeAll(ledger.places), head.version));
      ports.flush();
    }
`,
      },
      {
        file: 'src/app/commit.ts',
        find: "import type { IndexedRows, Ledger } from './ledger';\n",
        put: `import { encodeHead } from '../core/index/head';
import { seal } from '../core/index/seal';
import { encodeAll, type IndexedRows, type Ledger } from './ledger';
`,
      },
      {
        file: 'src/app/ledger.ts',
        find: 'const encodeAll = (places',
        put: 'export const encodeAll = (places',
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
