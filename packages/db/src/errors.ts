import pg from "pg";

/** PostgreSQL's own error inside whatever drizzle wrapped around it. */
export function postgresError(error: unknown): pg.DatabaseError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof pg.DatabaseError) return cause;
  }
  return null;
}

/** Whether a row was refused because one with the same key is there; `constraint` says which key. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = postgresError(error);
  return cause?.code === "23505" && (constraint === undefined || cause.constraint === constraint);
}

/** A statement may be repeated as it is after these: the connection broke, or PostgreSQL undid it whole. */
export function isTransient(error: unknown): boolean {
  const code = postgresError(error)?.code;
  if (code !== undefined) return /^(08|40|57P0[123])/.test(code);
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(String(cause.code))) return true;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(cause.message)) return true;
  }
  return false;
}
