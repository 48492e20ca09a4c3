import type { DomainCode, DomainProblem } from "@pyrena/contracts";
import { TRPCError } from "@trpc/server";

/** tRPC's code for every refusal there is: a new domain code does not compile until it stands here. */
const TRPC_CODE = {
  "sign-in-required": "UNAUTHORIZED",
  "not-allowed": "FORBIDDEN",
  "invitation-required": "FORBIDDEN",
  "invitation-invalid": "FORBIDDEN",
  "email-taken": "CONFLICT",
  "class-not-found": "NOT_FOUND",
  "origin-not-allowed": "FORBIDDEN",
  "too-many-attempts": "TOO_MANY_REQUESTS",
  "item-not-found": "NOT_FOUND",
  "item-has-problems": "UNPROCESSABLE_CONTENT",
  "deck-not-found": "NOT_FOUND",
  "deck-empty": "UNPROCESSABLE_CONTENT",
  "deck-too-long": "UNPROCESSABLE_CONTENT",
  "import-malformed": "UNPROCESSABLE_CONTENT",
  "engine-busy": "TOO_MANY_REQUESTS",
  "engine-timeout": "TIMEOUT",
  "room-not-found": "NOT_FOUND",
  "room-ended": "CONFLICT",
  "room-locked": "CONFLICT",
  "room-unavailable": "CONFLICT",
  "not-room-host": "FORBIDDEN",
  "participant-unknown": "UNAUTHORIZED",
  "participant-removed": "FORBIDDEN",
  "projector-link-revoked": "FORBIDDEN",
  "nickname-empty": "UNPROCESSABLE_CONTENT",
  "nickname-too-long": "UNPROCESSABLE_CONTENT",
  "nickname-forbidden-characters": "UNPROCESSABLE_CONTENT",
  "nickname-taken": "CONFLICT",
  "results-not-ready": "CONFLICT",
  "time-zone-unknown": "UNPROCESSABLE_CONTENT",
  "assignment-not-found": "NOT_FOUND",
  "attempt-not-found": "NOT_FOUND",
  "attempt-open": "CONFLICT",
  "already-submitted": "CONFLICT",
  "draft-outdated": "CONFLICT",
  "wrong-widget": "UNPROCESSABLE_CONTENT",
  "not-open-yet": "CONFLICT",
  closed: "CONFLICT",
  "time-is-up": "CONFLICT",
  "no-attempts-left": "CONFLICT",
} satisfies Record<DomainCode, TRPCError["code"]>;

/** Carries a refusal through tRPC; the error formatter turns it into `data.domain`. */
export class DomainRefusal extends Error {
  override readonly name = "DomainRefusal";
  readonly problem: DomainProblem;

  constructor(problem: DomainProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The one way a procedure refuses. */
export function refusal(code: DomainCode, detail: Omit<DomainProblem, "code"> = {}): TRPCError {
  return new TRPCError({
    code: TRPC_CODE[code],
    message: code,
    cause: new DomainRefusal({ code, ...detail }),
  });
}

export function problemOf(error: TRPCError): DomainProblem | null {
  return error.cause instanceof DomainRefusal ? error.cause.problem : null;
}
