import type { MessageValues, Problem, ProblemCode } from "@pyrena/contracts";

interface Where {
  readonly line?: number | null;
  readonly column?: number | null;
  readonly values?: MessageValues;
}

const MAX_TEXT = 500;

/** A reason why a draft cannot be asked, at its line where there is one. Long texts are cut: they are shown beside the code. */
export function problem(code: ProblemCode, message: string, where: Where = {}): Problem {
  const values = Object.fromEntries(
    Object.entries(where.values ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" ? value.slice(0, MAX_TEXT) : value,
    ]),
  );
  return {
    code,
    message: message.slice(0, MAX_TEXT),
    line: where.line ?? null,
    column: where.column ?? null,
    values,
  };
}
