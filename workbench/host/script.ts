// The built script: compiled once, its top-level functions, and the help their comments give.
import vm from 'node:vm';
import type { FunctionHelp } from './api';

export class ScriptText {
  readonly compiled: vm.Script;
  /** Top-level function declarations, private ones included. */
  readonly declared: ReadonlySet<string>;
  readonly help: FunctionHelp[];
  readonly #customs: Map<string, string>;

  constructor(code: string) {
    this.compiled = new vm.Script(code, { filename: 'Code.js' });
    this.declared = new Set(declaredFunctions(code));
    this.help = [];
    for (const name of this.declared) {
      const comment = commentAbove(code, name);
      if (comment && /@customfunction\b/i.test(comment) && !name.endsWith('_')) {
        this.help.push(readHelp(name, comment));
      }
    }
    this.#customs = new Map(this.help.map(({ name }) => [name.toUpperCase(), name]));
  }
  /** Whether the sidebar, a menu or a trigger may call it. */
  isPublic(name: string): boolean {
    return this.declared.has(name) && !name.endsWith('_');
  }
  /** A custom function's own spelling; in cells upper and lower case are the same. */
  customFunction(name: string): string | undefined {
    return this.#customs.get(name.toUpperCase());
  }
}

/**
 * Function declarations exist before a script's first statement runs, and nothing else does: a script
 * that throws at once leaves exactly the declared functions behind.
 */
function declaredFunctions(code: string): string[] {
  const context = vm.createContext({});
  try {
    new vm.Script(`throw 0;${code}`).runInContext(context);
  } catch {
    // The throw above.
  }
  const global = context as Record<string, unknown>;
  return Object.keys(global).filter((name) => typeof global[name] === 'function');
}

function commentAbove(code: string, name: string): string | null {
  const source = String.raw`\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async\s+)?function\s+`;
  return new RegExp(`${source}${name.replaceAll('$', '\\$')}\\s*\\(`).exec(code)?.[1] ?? null;
}

function readHelp(name: string, comment: string): FunctionHelp {
  const text = comment.replace(/^[ \t]*\*[ \t]?/gm, '').trim();
  const [description = '', ...tags] = text.split(/\n?^[ \t]*(?=@\w)/m);
  const params = tags.flatMap((tag) => {
    const found = /^@param\s+(?:\{([^}]*)\}\s+)?([\w$]+)\s*([\s\S]*)$/.exec(tag);
    if (!found) return [];
    return [{ type: found[1] ?? '', name: found[2] ?? '', description: oneLine(found[3] ?? '') }];
  });
  return { name, description: oneLine(description.startsWith('@') ? '' : description), params };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
