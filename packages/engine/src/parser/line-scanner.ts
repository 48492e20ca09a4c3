/**
 * Lines and indentation: where a logical line begins, and how the text ends.   [mirrors tok_get_normal_mode, nextline]
 *
 * Indentation is compared twice, with tabs of eight columns and of one: where the two disagree, so may readers.
 */
import { type OpenBracket, Scanner, TokenError, utf8Length } from "./scanner.ts";
import { T } from "./tokens.ts";

const maxIndents = 100;
const tabSize = 8;

const space = 32;
const tab = 9;
const newline = 10;
const formFeed = 12;
const hash = 35;
const backslash = 92;

export class LineScanner extends Scanner {
  protected atLineStart = true;
  private readonly indents = [0];
  /** The same indents with tabs counted as one column: the two must agree. */
  private readonly altIndents = [0];

  /** Reads the indentation of a logical line, skipping lines without code; false where the text ends. */
  protected startLine(): boolean {
    const { source } = this;
    for (;;) {
      let col = 0;
      let altCol = 0;
      let continuedCol = 0;
      let pos = this.pos;
      for (; ; pos++) {
        const code = source.charCodeAt(pos);
        if (code === space) {
          col++;
          altCol++;
        } else if (code === tab) {
          col = (Math.floor(col / tabSize) + 1) * tabSize;
          altCol++;
        } else if (code === formFeed) {
          col = 0;
          altCol = 0;
        } else if (code === backslash && this.minor >= 9 && source.charCodeAt(pos + 1) === newline) {
          // The indentation is what stands before the first backslash.
          continuedCol = continuedCol || col;
          this.nextLine(pos + 2);
          pos++;
          if (pos + 1 >= source.length) throw this.unexpectedEnd();
        } else break;
      }
      this.pos = pos;
      const code = source.charCodeAt(pos);
      if (code === newline || code === hash) {
        const end = code === newline ? pos : source.indexOf("\n", pos);
        this.pos = end + 1;
        this.nextLine(end + 1);
        continue;
      }
      if (pos >= source.length) return this.finish();
      this.atLineStart = false;
      this.indentTo(continuedCol || col, continuedCol || altCol);
      return true;
    }
  }

  private indentTo(col: number, altCol: number): void {
    const current = this.indents.at(-1)!;
    if (col === current) {
      if (altCol !== this.altIndents.at(-1)) throw this.tabError();
    } else if (col > current) {
      if (this.indents.length >= maxIndents) {
        throw this.codedError("indentation-error", "too many levels of indentation", this.pos, this.pos);
      }
      if (altCol <= this.altIndents.at(-1)!) throw this.tabError();
      this.indents.push(col);
      this.altIndents.push(altCol);
      this.pushLayout(T.Indent);
    } else {
      this.dedentTo(col, altCol);
    }
  }

  private dedentTo(col: number, altCol: number): void {
    let dedents = 0;
    while (this.indents.length > 1 && col < this.indents.at(-1)!) {
      this.indents.pop();
      this.altIndents.pop();
      dedents++;
    }
    if (col !== this.indents.at(-1)) {
      throw this.codedError(
        "indentation-error",
        "unindent does not match any outer indentation level",
        ...this.lineEnd(),
      );
    }
    if (altCol !== this.altIndents.at(-1)) throw this.tabError();
    for (; dedents > 0; dedents--) this.pushLayout(T.Dedent);
  }

  /** Where CPython's tokenizer stands when it has given up on a line. */
  private lineEnd(): [number, number] {
    const end = this.source.indexOf("\n", this.pos);
    return [end, end];
  }

  private tabError(): TokenError {
    const message = "inconsistent use of tabs and spaces in indentation";
    if (this.minor === 8) return this.codedError("tab-error", message, ...this.lineEnd());
    return this.codedError("tab-error", message, this.lineStart, this.lineStart);
  }

  /** Indent, Dedent and EndMarker have no column of their own. */
  private pushLayout(kind: number): void {
    this.push(kind, this.pos, this.pos);
    const index = this.stream.length - 1;
    this.stream.col[index] = -1;
    if (this.pos < this.source.length || this.pos === 0) return;
    // At the end CPython still stands behind the last line.
    const start = this.lastLineStart();
    this.stream.line[index]! -= 1;
    this.stream.endLine[index]! -= 1;
    this.stream.endCol[index] = utf8Length(this.source, start, this.pos);
  }

  private lastLineStart(): number {
    return this.source.lastIndexOf("\n", this.source.length - 2) + 1;
  }

  protected finish(): boolean {
    this.pos = this.source.length;
    const open = this.brackets.at(-1);
    // To 3.9 a text that ends inside brackets just ends.
    if (open !== undefined && this.minor >= 10) throw this.neverClosed(open);
    if (!this.atLineStart && open === undefined) {
      // Only the text of a single expression has no line end.
      this.push(T.Newline, this.pos, this.pos);
    }
    for (let i = this.indents.length; i > 1; i--) this.pushLayout(T.Dedent);
    this.pushLayout(T.EndMarker);
    return false;
  }

  protected unexpectedEnd(): TokenError {
    if (this.line > 1) {
      this.line -= 1;
      this.lineStart = this.lastLineStart();
      this.pos = this.source.length - 1;
    }
    return this.codedError("syntax-error", "unexpected EOF while parsing", this.pos, this.pos);
  }

  protected neverClosed({ char, line, col }: OpenBracket): TokenError {
    const range = { lineno: line, colOffset: col, endLineno: line, endColOffset: col };
    return new TokenError({ code: "syntax-error", message: `'${char}' was never closed`, range }, "end");
  }
}
