/** What is wrong with a source text, as data: returned, never thrown. */

/**
 * Lines from 1, columns from 0 in UTF-8 bytes, as in the AST; `end…` may equal the start when CPython gives none.
 * CPython's own `offset` counts characters from 1; where it is 0, because nothing in the line is to blame, the column is -1.
 */
export interface SourceRange {
  readonly lineno: number;
  readonly colOffset: number;
  readonly endLineno: number;
  readonly endColOffset: number;
}

/**
 * `syntax-error`, `indentation-error`, `tab-error`: CPython of this version rejects it too, with this message.
 * `unsupported`: valid Python of this version that the engine does not run yet; never a silent wrong answer.
 */
export interface Diagnostic {
  readonly code: "syntax-error" | "indentation-error" | "tab-error" | "unsupported";
  readonly range: SourceRange;
  readonly message: string;
}
