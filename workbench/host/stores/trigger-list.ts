// The add-on's installable clock triggers: one per user and document, at most once an hour.

export const HOUR = 3_600_000;

export interface ClockTrigger {
  id: string;
  /** Who made it, and as whom it runs. */
  user: string;
  handler: string;
  /** Milliseconds between runs; null = once. */
  every: number | null;
  nextAt: number;
}

export class TriggerList {
  triggers: ClockTrigger[] = [];

  /** A user's own; nobody sees another's. */
  of(user: string): ClockTrigger[] {
    return this.triggers.filter((trigger) => trigger.user === user);
  }
  add(trigger: ClockTrigger): void {
    if (this.of(trigger.user).length > 0) {
      throw new Error(
        'This add-on has created too many time-based triggers in this document for this Google user account.',
      );
    }
    this.triggers.push(trigger);
  }
  remove(id: string): void {
    this.triggers = this.triggers.filter((trigger) => trigger.id !== id);
  }
  /** Due triggers, moved on to their next time; those that run once are gone afterwards. */
  takeDue(now: number): ClockTrigger[] {
    const due = this.triggers.filter((trigger) => trigger.nextAt <= now);
    for (const trigger of due) {
      if (trigger.every === null) this.remove(trigger.id);
      else trigger.nextAt = now + trigger.every;
    }
    return due;
  }
}
