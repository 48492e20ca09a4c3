/**
 * The class's calendar: what its wall clock says, as an instant, and back.
 *
 * Instants are milliseconds since the epoch. A time zone's days have 23 or 25 hours when the clocks change, so days are added on
 * the calendar and never as hours.
 */
import { Temporal } from "temporal-polyfill";

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * `wallTime` as a form has it, `2026-03-29T23:59`. A time the clocks leave out is moved later by what they leave out; of a time
 * they show twice the first is meant, as the calendars of phones do.
 */
export function instantOf(wallTime: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone).epochMilliseconds;
}

/** To the minute, `2026-03-29T23:59`. */
export function wallTimeOf(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/** The same wall time so many days on, then so many hours. */
export function addCalendar(
  instant: number,
  span: { readonly days: number; readonly hours: number },
  timeZone: string,
): number {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .add({ days: span.days })
    .add({ hours: span.hours }).epochMilliseconds;
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}
