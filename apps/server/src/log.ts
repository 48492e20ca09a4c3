import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** One line of JSON per event. Answers, names and tokens are never logged. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
