import { useFormatter } from "next-intl";

/** Instants in words, on the class's clock. */
export function useTimes(timeZone: string) {
  const format = useFormatter();
  return {
    at: (instant: Date) => format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone }),
    clock: (instant: Date) => format.dateTime(instant, { timeStyle: "medium", timeZone }),
  };
}
