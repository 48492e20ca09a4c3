import type { LiveRefusal } from "@pyrena/contracts";
import type { z } from "zod";

/** A frame this page does not understand comes from a newer server: better said than shown half. */
export function parseFrame<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  take: (frame: T) => void,
  refuse: (refusal: LiveRefusal) => void,
): void {
  const frame = schema.safeParse(raw);
  if (frame.success) take(frame.data);
  else {
    console.error("A frame was not understood.", frame.error.issues);
    refuse("protocol-mismatch");
  }
}
