// The built files and the script's globals, for the tests of the build.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

export const root = path.resolve(__dirname, '..', '..');

export function readBuilt(name: string): string {
  const file = path.join(root, 'dist', name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing. Run: npm run build`);
  return readFileSync(file, 'utf8');
}

/** A context with nothing but the language, with the script evaluated in it. */
export function evaluateBare(code: string): vm.Context {
  const context = vm.createContext({});
  new vm.Script(code, { filename: 'Code.js' }).runInContext(context);
  return context;
}
