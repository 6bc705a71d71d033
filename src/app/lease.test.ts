// Whose turn it is, against stores in memory and a clock that is set by hand.
import { inTurn } from './lease';
import type { Ports } from './ports';
import { storeInMemory } from './testing/memory-store';

const START = Date.parse('2026-11-22T15:00:00Z');
const MINUTE = 60_000;

function fileOf() {
  const document = storeInMemory();
  let now = START;
  let ids = 0;
  const person = (): Ports =>
    ({
      user: storeInMemory(),
      document,
      clock: { now: () => now, sleep: () => undefined },
      lock: { hold: (work: () => unknown) => work() },
      newId: () => `id-${ids++}`,
      spreadsheetZone: () => 'UTC',
    }) as unknown as Ports;
  const step = (ports: Ports, id: string) =>
    inTurn(ports, { id, who: 'sidebar', begins: true }, () => ({ done: false }));
  return { person, step, setNow: (at: number) => (now = at) };
}

test('a turn is kept for two minutes between two steps, and then free', () => {
  const file = fileOf();
  const [ana, bea] = [file.person(), file.person()];
  file.step(ana, 'a');
  file.setNow(START + 2 * MINUTE - 1);
  expect(() => file.step(bea, 'b')).toThrow(expect.objectContaining({ code: 'sync-running' }));
  file.setNow(START + 2 * MINUTE);
  expect(file.step(bea, 'b')).toEqual({ done: false });
});

test('a clock set back two days makes nobody wait for two days', () => {
  const file = fileOf();
  const [ana, bea] = [file.person(), file.person()];
  file.step(ana, 'a');
  file.setNow(START - MINUTE);
  expect(() => file.step(bea, 'b')).toThrow(expect.objectContaining({ code: 'sync-running' }));
  file.setNow(START - 2 * 24 * 60 * MINUTE);
  expect(file.step(bea, 'b')).toEqual({ done: false });
});
