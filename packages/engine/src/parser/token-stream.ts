/**
 * The tokens of one source text, column by column.
 *
 * Typed arrays instead of token objects: the parser asks mostly for kinds, and positions only for nodes it keeps.
 * Columns are UTF-8 bytes, as in CPython's AST; `start` and `end` are offsets into `source`.
 */
import type { Diagnostic } from "./diagnostics.ts";
import type { TokenKind } from "./tokens.ts";

/** Columns longer than this are not kept. */
const mostKept = 1 << 14;
/** A stream that has been read to its end: typed arrays cost more to make than a short text to read. */
let spare: TokenStream | null = null;

export class TokenStream {
  /** The text with line ends unified and a final newline, which is what offsets refer to. */
  readonly source: string;
  /** Without characters beyond ASCII a column is a difference of offsets and a name needs no NFKC. */
  readonly isAscii: boolean;
  length = 0;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  line: Int32Array;
  col: Int32Array;
  endLine: Int32Array;
  endCol: Int32Array;
  /** Why the last token is an Error token. */
  error: Diagnostic | null = null;
  /**
   * `raised`: a message of the tokenizer's own, which overrules one of the parser; `end`: the text ends inside brackets;
   * `coded`: any other, such as a wrong indentation.
   */
  errorKind: "raised" | "end" | "coded" = "raised";
  /** The error is inside an f-string (3.12), where one of the parser's comes first. */
  isErrorInFString = false;

  constructor(source: string, isAscii: boolean) {
    this.source = source;
    this.isAscii = isAscii;
    const capacity = (source.length >> 2) + 1024;
    const kept = spare;
    spare = null;
    this.kind = kept?.kind ?? new Uint8Array(capacity);
    this.start = kept?.start ?? new Int32Array(capacity);
    this.end = kept?.end ?? new Int32Array(capacity);
    this.line = kept?.line ?? new Int32Array(capacity);
    this.col = kept?.col ?? new Int32Array(capacity);
    this.endLine = kept?.endLine ?? new Int32Array(capacity);
    this.endCol = kept?.endCol ?? new Int32Array(capacity);
  }

  /** Nobody reads this stream any more: the next one may have its columns. */
  release(): void {
    if (this.kind.length <= mostKept) spare = this;
  }

  /** Makes room for one more token. */
  grow(): void {
    const capacity = this.kind.length * 2;
    const kind = new Uint8Array(capacity);
    kind.set(this.kind);
    this.kind = kind;
    this.start = enlarged(this.start, capacity);
    this.end = enlarged(this.end, capacity);
    this.line = enlarged(this.line, capacity);
    this.col = enlarged(this.col, capacity);
    this.endLine = enlarged(this.endLine, capacity);
    this.endCol = enlarged(this.endCol, capacity);
  }

  text(index: number): string {
    return this.source.slice(this.start[index], this.end[index]);
  }

  /** Whether token `index` is the (soft keyword) name `word`. */
  isName(index: number, kind: TokenKind, word: string): boolean {
    return (
      this.kind[index] === kind &&
      this.end[index]! - this.start[index]! === word.length &&
      this.source.startsWith(word, this.start[index])
    );
  }
}

function enlarged(column: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}
