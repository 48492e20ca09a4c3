/** Counts failures per key in a sliding pair of windows; lives in memory, since losing it costs an attacker nothing they lack. */
export interface Throttle {
  /** Seconds to wait, or 0 when the key may try. */
  retryAfter(key: string): number;
  fail(key: string): void;
  forgive(key: string): void;
}

export interface ThrottleOptions {
  readonly limit: number;
  readonly windowMs: number;
  readonly now?: () => number;
}

interface Count {
  readonly since: number;
  readonly failures: number;
}

/** Beyond this many keys the oldest are forgotten: a flood of keys must not become a flood of memory. */
const MAX_KEYS = 10_000;

export function createThrottle({ limit, windowMs, now = Date.now }: ThrottleOptions): Throttle {
  const counts = new Map<string, Count>();
  const current = (key: string): Count | undefined => {
    const count = counts.get(key);
    if (count !== undefined && now() - count.since >= windowMs) counts.delete(key);
    return counts.get(key);
  };
  return {
    retryAfter(key) {
      const count = current(key);
      if (count === undefined || count.failures < limit) return 0;
      return Math.max(1, Math.ceil((count.since + windowMs - now()) / 1000));
    },
    fail(key) {
      const count = current(key) ?? { since: now(), failures: 0 };
      counts.set(key, { ...count, failures: count.failures + 1 });
      const [oldest] = counts.keys();
      if (counts.size > MAX_KEYS && oldest !== undefined) counts.delete(oldest);
    },
    forgive(key) {
      counts.delete(key);
    },
  };
}
