/** Requests a connection may make: a burst, refilled at a steady rate. */
const BURST = 30;
const PER_SECOND = 10;

/** Connections one participant may hold at once: tabs and devices, not a flood. */
export const MAX_CONNECTIONS_PER_PARTICIPANT = 6;

/** A token bucket per participant or host, never per address: a school has one address for everybody. */
export class RequestBudget {
  private tokens = BURST;
  private at: number;

  constructor(now: number) {
    this.at = now;
  }

  take(now: number): boolean {
    this.tokens = Math.min(BURST, this.tokens + ((now - this.at) / 1000) * PER_SECOND);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
