// Who holds which lock: a running execution, or one that died and whose lock Google has not freed yet.

export class LockTable {
  readonly #holders = new Map<string, { holder: object; until: number }>();

  /** @returns 0 when the lock is the holder's now, else the time from which it will be free: Infinity while another runs */
  take(name: string, holder: object, now: number): number {
    const present = this.#holders.get(name);
    if (present && present.holder !== holder && present.until > now) return present.until;
    this.#holders.set(name, { holder, until: Infinity });
    return 0;
  }
  holds(name: string, holder: object): boolean {
    return this.#holders.get(name)?.holder === holder;
  }
  release(name: string, holder: object): void {
    if (this.holds(name, holder)) this.#holders.delete(name);
  }
  /** The holder has ended: all its locks are free, at once or from `until` on. */
  end(holder: object, until: number | null): void {
    for (const [name, present] of this.#holders) {
      if (present.holder !== holder) continue;
      if (until === null) this.#holders.delete(name);
      else present.until = until;
    }
  }
}
