/**
 * Reading a token stream: the lowest layer of the parser.
 *
 * The parser is a chain of classes, one grammar area each: Cursor, StringParser, AtomParser, PrimaryParser,
 * ExpressionParser, PatternParser, SimpleStatementParser, CompoundStatementParser. A layer calls what it extends;
 * what lies above is declared here as abstract, so no two files need each other.
 */
import type { Expr, Name, Stmt } from "./ast.ts";
import type { Diagnostic, SourceRange } from "./diagnostics.ts";
import type { TokenStream } from "./token-stream.ts";
import { T, type TokenKind } from "./tokens.ts";

/**
 * Thrown inside the parser only, caught at its entry: the text is not Python of this version.
 * Without a diagnostic the second pass finds out what CPython says of it.
 */
export class Rejected {
  readonly diagnostic: Diagnostic | null;
  /** Found in the text of an older f-string's expression, and told from there. */
  readonly isNested: boolean;
  constructor(diagnostic: Diagnostic | null, isNested = false) {
    this.diagnostic = diagnostic;
    this.isNested = isNested;
  }
}

const rejected = new Rejected(null);

export const tooDeep = "too deeply nested for this engine";

/** Deeper than CPython's own parser goes, shallower than the host's stack. */
const maxDepth = 1200;

/** Where the text of a nested expression lies in the whole: only older f-strings parse a text of their own. */
export interface Origin {
  /** Added to every line. */
  readonly lines: number;
  /** Added to the columns of the first line. */
  readonly cols: number;
}

export abstract class Cursor {
  readonly stream: TokenStream;
  /** The x of Python 3.x. */
  readonly minor: number;
  protected readonly kinds: Uint8Array;
  /** The token to be read next, and its kind. */
  protected index = 0;
  protected kind: TokenKind;
  /** The last token read that is not layout: a node ends there. */
  protected last = 0;
  private depth = 0;

  constructor(stream: TokenStream, minor: number) {
    this.stream = stream;
    this.minor = minor;
    this.kinds = stream.kind;
    this.kind = this.kinds[0]!;
  }

  protected abstract parseExpression(): Expr;
  protected abstract parseNamedExpression(): Expr;
  protected abstract parseDisjunction(): Expr;
  protected abstract parseBitwiseOr(): Expr;
  protected abstract parseYield(): Expr;
  protected abstract parseStarExpressions(): Expr;
  protected abstract parseLambda(): Expr;
  protected abstract parseStatement(into: Stmt[]): void;

  // ---- tokens ------------------------------------------------------------------------------------------------

  protected advance(): void {
    this.last = this.index;
    this.kind = this.kinds[++this.index]!;
  }

  /** Goes past Newline, Indent or Dedent, where no node ends. */
  protected skipLayout(kind: TokenKind): void {
    if (this.kind !== kind) throw rejected;
    this.kind = this.kinds[++this.index]!;
  }

  /** Reads the token if it is a `kind`. */
  protected eat(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.last = this.index;
    this.kind = this.kinds[++this.index]!;
    return true;
  }

  protected expect(kind: TokenKind): void {
    if (this.kind !== kind) throw rejected;
    this.last = this.index;
    this.kind = this.kinds[++this.index]!;
  }

  /** The kind of the token after the next. */
  protected peek(): TokenKind {
    return this.kinds[this.index + 1]!;
  }

  /** Whether the next token is the soft keyword `word`. */
  protected atWord(word: string): boolean {
    return this.stream.isName(this.index, T.Name, word);
  }

  protected goTo(index: number): void {
    this.index = index;
    this.kind = this.kinds[index]!;
  }

  /** Refuses the text without saying why. */
  protected reject(): never {
    throw rejected;
  }

  /** Refuses what this version does not have yet. */
  protected since(minor: number): void {
    if (this.minor < minor) throw rejected;
  }

  protected fail(message: string, range: SourceRange, code: Diagnostic["code"] = "syntax-error"): never {
    throw new Rejected({ code, message, range });
  }

  /** Guards one level of recursion that a short text can repeat without end. */
  protected enter(): void {
    if (++this.depth > maxDepth) {
      this.fail(tooDeep, this.rangeOf(this.index), "unsupported");
    }
  }

  protected leave(): void {
    this.depth--;
  }

  // ---- positions ---------------------------------------------------------------------------------------------

  protected line(token: number): number {
    return this.stream.line[token]!;
  }

  protected col(token: number): number {
    return this.stream.col[token]!;
  }

  /** The end of the last token read. */
  protected endLine(): number {
    return this.stream.endLine[this.last]!;
  }

  protected endCol(): number {
    return this.stream.endCol[this.last]!;
  }

  protected rangeOf(token: number): SourceRange {
    const { line, col, endLine, endCol } = this.stream;
    return {
      lineno: line[token]!,
      colOffset: col[token]!,
      endLineno: endLine[token]!,
      endColOffset: endCol[token]!,
    };
  }

  // ---- names -------------------------------------------------------------------------------------------------

  /** The identifier at token `index`, in normal form (PEP 3131). */
  protected nameAt(index: number): string {
    const { stream } = this;
    const text = stream.text(index);
    if (stream.isAscii || stream.endCol[index]! - stream.col[index]! === text.length) return text;
    return text.normalize("NFKC");
  }

  protected expectName(): string {
    const name = this.nameAt(this.index);
    this.expect(T.Name);
    return name;
  }

  protected parseName(ctx: Name["ctx"]): Name {
    const token = this.index;
    const id = this.expectName();
    return {
      type: "Name",
      lineno: this.line(token),
      colOffset: this.col(token),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
      id,
      ctx,
    };
  }
}
