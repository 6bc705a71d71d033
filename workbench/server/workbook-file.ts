// Keeps the workbook in a file: read at the start, written shortly after changes, always as a whole.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface WorkbookFile {
  /** Plans a save; several changes close together are saved once. */
  changed(): void;
  /** Saves what is still unsaved. */
  finish(): Promise<void>;
}

const delayMs = 400;

export async function readWorkbook(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The workbook ${file} cannot be read: ${(error as Error).message}`);
  }
}

export function keepWorkbook(file: string, save: () => Promise<string>): WorkbookFile {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    try {
      const text = await save();
      await mkdir(path.dirname(path.resolve(file)), { recursive: true });
      // A rename swaps the whole file at once: a crash leaves the old or the new one, never half.
      const draft = `${file}.${process.pid}.tmp`;
      await writeFile(draft, text);
      await rename(draft, file);
    } catch (error) {
      console.error(`The workbook could not be saved to ${file}: ${(error as Error).message}`);
    }
  }

  function plan(): void {
    timer = null;
    running = running.then(write);
  }

  return {
    changed() {
      if (timer === null) timer = setTimeout(plan, delayMs);
    },
    async finish() {
      if (timer !== null) {
        clearTimeout(timer);
        plan();
      }
      await running;
    },
  };
}
