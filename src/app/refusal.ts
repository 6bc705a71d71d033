// A refusal met after something was fetched: the next step tells it without asking Meta again.
import { AddonError } from '../core/errors';
import { readStored } from './connection';
import type { Ports } from './ports';

const REFUSAL = 'refusal';

interface Kept {
  run: string;
  code: AddonError['code'];
  facts: AddonError['facts'];
}

/**
 * Keeps what a wave was refused with, so that the waves before it can be written and the cursor goes on
 * behind them. A throttled account must not be asked once more only to hear it again.
 */
export function keepRefusal(ports: Ports, run: string, refusal: unknown): void {
  if (!(refusal instanceof AddonError)) return;
  const { code, facts } = refusal;
  ports.document.set(REFUSAL, JSON.stringify({ run, code, facts } satisfies Kept));
}

/** @throws AddonError once, what the step before was refused with */
export function tellRefusal(ports: Ports, run: string): void {
  const kept = readStored(ports.document, REFUSAL) as Kept | null;
  if (!kept) return;
  ports.document.remove(REFUSAL);
  if (kept.run === run) throw new AddonError(kept.code, kept.facts);
}
