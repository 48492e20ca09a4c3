/**
 * The server's time as this page knows it. Only the server decides what is late; the page merely shows the same
 * instant, whatever its own clock says.
 */
export interface ClockSample {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly serverTime: number;
}

export interface ServerClock {
  /** Add this to the local clock to get the server's. */
  readonly offset: number;
  /** Half the round trip of the best sample: the offset is at most this wrong. */
  readonly uncertainty: number;
}

/** A frame carries the server's time but no round trip, so it only starts the clock; measurements then refine it. */
export function clockFromFrame(serverTime: number, receivedAt: number): ServerClock {
  return { offset: serverTime - receivedAt, uncertainty: Number.POSITIVE_INFINITY };
}

/** The sample with the shortest round trip wins: what delays a packet can only make it worse. */
export function refineClock(clock: ServerClock | null, sample: ClockSample): ServerClock {
  const uncertainty = Math.max(0, sample.receivedAt - sample.sentAt) / 2;
  if (clock && clock.uncertainty <= uncertainty) return clock;
  return { offset: sample.serverTime - (sample.sentAt + uncertainty), uncertainty };
}

export function serverNow(clock: ServerClock | null, localNow: number): number {
  return localNow + (clock?.offset ?? 0);
}

/** Whole seconds left, never negative: 0 means that the time is up. */
export function secondsLeft(deadline: number, now: number): number {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}

export type TimerMark = "half" | "ten-seconds" | "over";

/**
 * What a screen reader should say as the time passes from one second to the next: at half, at ten seconds and at the
 * end. A timer that talks every second drowns the question.
 */
export function timerMark(before: number, after: number, total: number): TimerMark | null {
  const passes = (mark: number) => before > mark && after <= mark;
  if (passes(0)) return "over";
  if (total > 10 && passes(10)) return "ten-seconds";
  if (total >= 30 && passes(total / 2)) return "half";
  return null;
}
