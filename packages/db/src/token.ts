import { createHash, randomBytes } from "node:crypto";

/** A secret for one browser: 256 random bits. Only its hash is stored, so a copy of the database lets nobody in. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** No salt and no stretching: the token is random, so there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
