/** Why the embedded PostgreSQL could not run, as one sentence for the person at the terminal. */
export class EmbeddedPostgresProblem extends Error {
  override readonly name = "EmbeddedPostgresProblem";
}

export function problemFrom(error: unknown): EmbeddedPostgresProblem {
  if (error instanceof EmbeddedPostgresProblem) return error;
  return new EmbeddedPostgresProblem(`The embedded PostgreSQL did not start: ${describe(error)}`, {
    cause: error,
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Node's own error code (`EACCES`, `ENOENT`, …) or PostgreSQL's five characters; undefined for other errors. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
