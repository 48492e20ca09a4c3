import { notFound, redirect } from "next/navigation";
import { problemOf } from "./problem.ts";

/**
 * Loads what a page of the desk needs. Without a session it leads to the sign-in page and back; what is not there, or
 * belongs to somebody else, is "not found"; everything else reaches the error page.
 */
export async function guarded<T>(path: string, load: () => Promise<T>): Promise<T> {
  const outcome = await load().then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, error }),
  );
  if (outcome.ok) return outcome.value;
  const { code } = problemOf(outcome.error);
  if (code === "sign-in-required") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (missing.has(code)) notFound();
  throw outcome.error;
}

const missing: ReadonlySet<string> = new Set([
  "not-allowed",
  "room-not-found",
  "not-room-host",
  "deck-not-found",
  "item-not-found",
  "class-not-found",
  "assignment-not-found",
  "attempt-not-found",
]);
