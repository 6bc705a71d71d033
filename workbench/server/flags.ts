// Reads the workbench's command line into options, or says in plain words what is wrong with it.

export interface WorkbenchFlags {
  port: number;
  open: boolean;
  /** Null = the built-in Graph server. */
  graph: string | null;
  workbook: string | null;
  scenarios: string[];
  locale: string;
  timeZone: string | null;
  /** Only asked what there is to ask for. */
  help: boolean;
}

export class FlagError extends Error {}

export const usage = `Usage: npm start -- [flags]
  --port N            port to listen on (default 4173, 0 = any free one)
  --no-open           do not open the browser
  --graph URL         another Graph server; "live" is the real one, with your own token
  --workbook FILE     keep the spreadsheet in this file between runs
  --scenario NAME,... behaviour of the built-in Graph server
  --locale NAME       locale of the spreadsheet, such as en_US or pt_BR
  --timezone ZONE     time zone of the spreadsheet, such as America/Sao_Paulo
  --help              show this`;

const liveGraph = 'https://graph.facebook.com';

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new FlagError(`--port needs a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function readGraph(text: string): string {
  if (text === 'live') return liveGraph;
  try {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.href.replace(/\/+$/, '');
  } catch {
    // Reported below, with the same words as a wrong protocol.
  }
  throw new FlagError(`--graph needs an http address or "live", not "${text}".`);
}

function readTimeZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    throw new FlagError(`--timezone does not know the zone "${text}".`);
  }
}

function readLocale(text: string): string {
  const match = /^([a-z]{2,3})(?:[_-]([A-Za-z]{2}|\d{3}))?$/.exec(text);
  if (!match) throw new FlagError(`--locale needs a name such as pt_BR, not "${text}".`);
  return match[2] ? `${match[1]}_${match[2].toUpperCase()}` : text;
}

/** Accepts `--flag value` and `--flag=value`; the last one given counts, scenarios add up. */
export function readFlags(args: string[]): WorkbenchFlags {
  const flags: WorkbenchFlags = {
    port: 4173,
    open: true,
    graph: null,
    workbook: null,
    scenarios: [],
    locale: 'en_US',
    timeZone: null,
    help: false,
  };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    const equals = arg.indexOf('=');
    const name = equals > 0 ? arg.slice(0, equals) : arg;
    const inline = equals > 0 ? arg.slice(equals + 1) : null;
    const takeValue = (): string => {
      const value = inline ?? args[++at];
      if (value === undefined || value === '' || (inline === null && value.startsWith('--'))) {
        throw new FlagError(`${name} needs a value.`);
      }
      return value;
    };
    switch (name) {
      case '--port':
        flags.port = readPort(takeValue());
        break;
      case '--no-open':
        if (inline !== null) throw new FlagError('--no-open takes no value.');
        flags.open = false;
        break;
      case '--graph':
        flags.graph = readGraph(takeValue());
        break;
      case '--workbook':
        flags.workbook = takeValue();
        break;
      case '--scenario':
        flags.scenarios.push(
          ...takeValue()
            .split(',')
            .map((part) => part.trim())
            .filter((part) => part !== ''),
        );
        break;
      case '--locale':
        flags.locale = readLocale(takeValue());
        break;
      case '--timezone':
        flags.timeZone = readTimeZone(takeValue());
        break;
      case '--help':
      case '-h':
        flags.help = true;
        break;
      default:
        throw new FlagError(`Unknown flag ${arg}.`);
    }
  }
  if (flags.graph !== null && flags.scenarios.length > 0) {
    throw new FlagError('--scenario is for the built-in Graph server; it cannot go with --graph.');
  }
  return flags;
}
