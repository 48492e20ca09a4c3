/** The session endpoints of better-auth, called plainly: same origin, the cookie is the browser's business. */

export type AuthOutcome = { readonly ok: true } | { readonly ok: false; readonly code: AuthProblem };
export type AuthProblem = "wrong" | "foreign-origin" | "too-many" | "unreachable" | "unknown";

export function signIn(email: string, password: string): Promise<AuthOutcome> {
  return post("/api/auth/sign-in/email", { email, password });
}

export function signOut(): Promise<AuthOutcome> {
  return post("/api/auth/sign-out", {});
}

async function post(path: string, body: object): Promise<AuthOutcome> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    if (response.status === 429) return { ok: false, code: "too-many" };
    // The front door refuses requests from addresses it does not know as its own.
    if (response.status === 403) return { ok: false, code: "foreign-origin" };
    return { ok: false, code: response.status < 500 ? "wrong" : "unknown" };
  } catch {
    return { ok: false, code: "unreachable" };
  }
}

/** Only a path of this site may be led to; anything else is the start of the desk. */
export function safeNext(next: string | null | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : "/decks";
}
