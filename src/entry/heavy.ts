// The heavy half of the add-on: everything the sidebar asks for. Loaded by `heavy-link.ts` on first use.
import { createPorts } from '../google/ports';

export { answerCall } from './answer-call';

/** Makes the hidden tab and the named cells `WA_LIVE` and `WA_SYNCED`. */
export function prepareFile(): void {
  const ports = createPorts();
  ports.lock.hold(() => ports.index.ensure());
}
