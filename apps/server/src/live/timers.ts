/** Longest delay setTimeout takes without wrapping round. */
const MAX_DELAY_MS = 2_147_483_647;

/** One alarm at a server instant; setting it again moves it. */
export class CloseTimer {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly now: () => number,
    private readonly ring: () => void,
  ) {}

  set(at: number): void {
    this.cancel();
    const delay = Math.max(0, at - this.now());
    // A delay beyond the limit wakes early and is set again.
    this.timer = setTimeout(
      () => (at > this.now() ? this.set(at) : this.ring()),
      Math.min(delay, MAX_DELAY_MS),
    );
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}

/** Runs at most once per interval however often it is requested, and always after the last request. */
export class Throttle {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly intervalMs: number,
    private readonly run: () => void,
  ) {}

  request(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.run();
    }, this.intervalMs);
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
