/** A domain refusal is a value, never an exception: a code from a closed list and, where it helps, its details. */
export type Result<T, Code extends string, Detail = undefined> =
  | { readonly ok: true; readonly value: T }
  | Refusal<Code, Detail>;

export interface Refusal<Code extends string, Detail = undefined> {
  readonly ok: false;
  readonly code: Code;
  readonly detail: Detail;
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code): Refusal<Code>;
export function refuse<Code extends string, Detail>(code: Code, detail: Detail): Refusal<Code, Detail>;
export function refuse<Code extends string, Detail>(code: Code, detail?: Detail) {
  return { ok: false as const, code, detail };
}
