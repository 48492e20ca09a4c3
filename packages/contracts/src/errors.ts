/**
 * Every refusal a client can meet, by module. The server maps each to a transport code in one table
 * (packages/api/src/errors.ts) and the pages render each by its code; a new code fails to compile in both.
 */
export const ACCESS_CODES = [
  "sign-in-required",
  "not-allowed",
  "invitation-required",
  "invitation-invalid",
  "email-taken",
  "class-not-found",
  "origin-not-allowed",
  "too-many-attempts",
] as const;

export const ITEM_CODES = [
  "item-not-found",
  "item-has-problems",
  "deck-not-found",
  "deck-empty",
  "deck-too-long",
  "import-malformed",
  "engine-busy",
  "engine-timeout",
] as const;

export const ROOM_CODES = [
  "room-not-found",
  "room-ended",
  "room-locked",
  "room-unavailable",
  "not-room-host",
  "participant-unknown",
  "participant-removed",
  "projector-link-revoked",
  "nickname-empty",
  "nickname-too-long",
  "nickname-forbidden-characters",
  "nickname-taken",
  "results-not-ready",
] as const;

export const COURSEWORK_CODES = [
  "time-zone-unknown",
  "assignment-not-found",
  "attempt-not-found",
  "attempt-open",
  "already-submitted",
  "draft-outdated",
  "wrong-widget",
  "not-open-yet",
  "closed",
  "time-is-up",
  "no-attempts-left",
] as const;

export const DOMAIN_CODES = [...ACCESS_CODES, ...ITEM_CODES, ...ROOM_CODES, ...COURSEWORK_CODES] as const;

export type AccessCode = (typeof ACCESS_CODES)[number];
export type ItemCode = (typeof ITEM_CODES)[number];
export type RoomCode = (typeof ROOM_CODES)[number];
export type CourseworkCode = (typeof COURSEWORK_CODES)[number];
export type DomainCode = (typeof DOMAIN_CODES)[number];

/** What the API puts into `error.data.domain`, beside tRPC's own code. */
export interface DomainProblem {
  readonly code: DomainCode;
  /** Set by "nickname-taken" only: a name that is free. */
  readonly suggestion?: string;
  /** Set by "too-many-attempts" only. */
  readonly retryAfterSeconds?: number;
  /** Set by "import-malformed" only: where in the file, and what is wrong there. */
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

export function isDomainCode(code: unknown): code is DomainCode {
  return (DOMAIN_CODES as readonly unknown[]).includes(code);
}
