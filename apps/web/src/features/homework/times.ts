/** The three times of an assignment as a form has them. */

/** As the browser's fields have them, `2026-03-29T23:59`; empty is no such time. */
export interface TimeValues {
  readonly opens: string;
  readonly due: string;
  readonly closes: string;
}

export function timeValues(times: Record<keyof TimeValues, string | null> | null): TimeValues {
  return { opens: times?.opens ?? "", due: times?.due ?? "", closes: times?.closes ?? "" };
}

/** As the server takes them. */
export function wallTimes({ opens, due, closes }: TimeValues) {
  return { opens: opens || null, due: due || null, closes: closes || null };
}
