// Keeps a rejection that the add-on left unhandled from ending the host's process, as it would Node's own.

let log: ((line: string) => void) | null = null;

/** From now on such rejections are printed with `print`; those of the host itself stay fatal. */
export function catchStrayPromises(print: (line: string) => void): void {
  if (!log) {
    process.on('unhandledRejection', (reason, promise) => {
      if (promise instanceof Promise) throw reason;
      log?.(`Unhandled rejection: ${reason}`);
    });
  }
  log = print;
}
