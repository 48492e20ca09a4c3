import type { MessageValues, Problem, ProblemCode } from "@pyrena/contracts";

interface Where {
  readonly line?: number | null;
  readonly column?: number | null;
  readonly values?: MessageValues;
}

/** A reason why a draft cannot be asked, at its line where there is one. */
export function problem(code: ProblemCode, message: string, where: Where = {}): Problem {
  return {
    code,
    message,
    line: where.line ?? null,
    column: where.column ?? null,
    values: where.values ?? {},
  };
}
