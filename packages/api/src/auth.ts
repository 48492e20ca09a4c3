import { type Database, tables } from "@pyrena/db";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nanoid } from "nanoid";
import { createThrottle, type Throttle } from "./throttle.ts";

export interface AuthOptions {
  readonly db: Database;
  /** Signs the cookies; random per installation. */
  readonly secret: string;
  /** PUBLIC_URL, when the installation has one. */
  readonly publicUrl: string | null;
  /** What the library has to say; standard error where nobody asks for it. */
  readonly onLog?: (message: string) => void;
}

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isInstructor: boolean;
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth for the people with accounts. It serves /api/auth; registering goes through `setup.register` and `class.register`,
 * which know who may.
 */
export function createAuth({ db, secret, publicUrl, onLog = console.error }: AuthOptions) {
  // Per account and not per address: thirty people of one school share one.
  const signIns = createThrottle({ limit: 10, windowMs: 5 * 60_000 });
  return betterAuth({
    appName: "Pyrena",
    secret,
    basePath: "/api/auth",
    // Without PUBLIC_URL the address is whatever the request was sent to: localhost, or one of the local network.
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    trustedOrigins: async (request) => ownOrigins(request, publicUrl),
    database: drizzleAdapter(db, { provider: "pg", schema: tables }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128, autoSignIn: false },
    user: {
      additionalFields: {
        isInstructor: { type: "boolean", required: false, input: false, defaultValue: false },
      },
    },
    session: { expiresIn: 14 * 24 * 3600, updateAge: 24 * 3600 },
    disabledPaths: ["/sign-up/email"],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: "pyrena",
      // Said aloud, since the library leaves it out by itself where NODE_ENV is "test".
      disableOriginCheck: false,
      // A school's network is plain http: a Secure cookie would never come back.
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      database: { generateId: () => nanoid() },
    },
    hooks: signInHooks(signIns),
    logger: { level: "error", log: (_level, message) => onLog(`better-auth: ${message}`) },
    onAPIError: {
      onError: (error) => {
        // A wrong password or a taken address is an answer, not a fault.
        if (!(error instanceof APIError))
          onLog(`better-auth: ${error instanceof Error ? error.stack : error}`);
      },
    },
  } satisfies BetterAuthOptions);
}

/** Reads the session cookie; null for everybody without a valid one. */
export async function readSession(auth: Auth, headers: Headers): Promise<SessionUser | null> {
  const session = await auth.api.getSession({ headers });
  if (session === null) return null;
  const { id, name, email, isInstructor } = session.user;
  return { id, name, email, isInstructor: isInstructor === true };
}

function ownOrigins(request: Request | undefined, publicUrl: string | null): string[] {
  const host = request?.headers.get("host");
  const own = host == null ? [] : [`http://${host}`, `https://${host}`];
  return publicUrl === null ? own : [...own, new URL(publicUrl).origin];
}

function signInHooks(signIns: Throttle): NonNullable<BetterAuthOptions["hooks"]> {
  const accountOf = (body: unknown): string | null => {
    if (typeof body !== "object" || body === null || !("email" in body)) return null;
    return typeof body.email === "string" ? body.email.toLowerCase() : null;
  };
  return {
    before: createAuthMiddleware(async (context) => {
      const account = context.path === "/sign-in/email" ? accountOf(context.body) : null;
      if (account === null) return;
      const seconds = signIns.retryAfter(account);
      if (seconds > 0) {
        throw new APIError("TOO_MANY_REQUESTS", { code: "too-many-attempts", retryAfterSeconds: seconds });
      }
    }),
    after: createAuthMiddleware(async (context) => {
      const account = context.path === "/sign-in/email" ? accountOf(context.body) : null;
      if (account === null) return;
      if (context.context.returned instanceof APIError) signIns.fail(account);
      else signIns.forgive(account);
    }),
  };
}
