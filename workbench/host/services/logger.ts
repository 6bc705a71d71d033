// Logger and console: what the add-on prints goes to the host's log.
import { at, Service } from '../service';

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Object.prototype.toString.call(value) === '[object Error]') return String(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

abstract class Printer extends Service {
  static override readonly variadic = new Set(['log', 'info', 'warn', 'error', 'debug']);
  log(...values: unknown[]): void {
    this[at].world.log(Array.from(values, shown).join(' '));
  }
}

export class LoggerService extends Printer {
  static override readonly service = 'Logger';
}

export class ConsoleService extends Printer {
  static override readonly service = 'console';
  info(...values: unknown[]): void {
    this.log(...values);
  }
  warn(...values: unknown[]): void {
    this.log(...values);
  }
  error(...values: unknown[]): void {
    this.log(...values);
  }
  debug(...values: unknown[]): void {
    this.log(...values);
  }
}
