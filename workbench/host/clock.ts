// The host's clock: real time until it is set, then it stands and only `sleep` moves it.

export class Clock {
  #standing: number | null = null;
  #ahead = 0;

  now(): number {
    return this.#standing ?? Date.now() + this.#ahead;
  }
  /** @param now ISO text or epoch ms */
  set(now: string | number): void {
    const instant = typeof now === 'number' ? now : Date.parse(now);
    if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) {
      throw new Error(`Not a time: ${JSON.stringify(now)}`);
    }
    this.#standing = instant;
  }
  /** Nobody waits: time moves on instead. */
  sleep(ms: number): void {
    if (this.#standing === null) this.#ahead += ms;
    else this.#standing += ms;
  }
}
