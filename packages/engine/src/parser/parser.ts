/**
 * The entry of the parser: source text in, Module or diagnostic out.
 *
 * One pass accepts what CPython of this version accepts and builds the tree. Only for a text it refuses does a second
 * look find CPython's message and place.
 */
import type { PythonVersion } from "../python-version.ts";
import { minorVersion } from "../python-version.ts";
import type { Expr, Module, Stmt } from "./ast.ts";
import { CompoundStatementParser } from "./compound-statement.ts";
import { Rejected, tooDeep } from "./cursor.ts";
import { diagnose, lookOneAhead, overruled } from "./diagnose/diagnose.ts";
import { withLegacyHint } from "./diagnose/legacy-statements.ts";
import type { Diagnostic, SourceRange } from "./diagnostics.ts";
import type { TokenStream } from "./token-stream.ts";
import { normalizeSource, tokenize } from "./tokenizer.ts";
import { T } from "./tokens.ts";

export type ParseResult =
  | { readonly ok: true; readonly module: Module }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Parses `source` as a file of this version. */
export function parseModule(source: string, version: PythonVersion): ParseResult {
  try {
    return parse(source, minorVersion(version));
  } catch (error) {
    // The only thing that overflows the host's stack here is a text nested beyond reason.
    if (!(error instanceof RangeError)) throw error;
    const range = { lineno: 1, colOffset: 0, endLineno: 1, endColOffset: 0 };
    return { ok: false, diagnostic: { code: "unsupported", message: tooDeep, range } };
  }
}

function parse(source: string, minor: number): ParseResult {
  const stream = tokenize(normalizeSource(source), minor);
  const parser = new Parser(stream, minor);
  try {
    const module = parser.parseFile();
    stream.release();
    return { ok: true, module };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const found = explain(parser, error);
    return { ok: false, diagnostic: minor < 10 ? withLegacyHint(found, stream.source) : found };
  }
}

/** What CPython says of the text that `parser` has refused. */
function explain(parser: Parser, { diagnostic }: Rejected): Diagnostic {
  const { stream, minor, previousStart } = parser;
  try {
    // 3.8 reads the whole text before it looks into strings.
    const early = minor === 8 ? lookOneAhead(stream, previousStart, "file") : null;
    if (early !== null) return early;
    if (diagnostic === null) {
      return diagnose(stream, minor, previousStart, "file", (token) => parser.literalsAt(token));
    }
    return overruled(stream, minor, diagnostic, diagnostic.range.lineno);
  } catch (error) {
    // The second pass goes deeper than the first: brackets in brackets may overflow the host's stack.
    if (!(error instanceof RangeError)) throw error;
    return { code: "syntax-error", message: "invalid syntax", range: parser.here() };
  }
}

/** The statements of `module` as they would be typed at a prompt: those that share a line are one input. */
export function interactiveInputs(module: Module): Stmt[][] {
  const inputs: Stmt[][] = [];
  let lastLine = 0;
  for (const statement of module.body) {
    const line = statement.lineno;
    const input = inputs.at(-1);
    if (input !== undefined && line === lastLine) input.push(statement);
    else inputs.push([statement]);
    lastLine = statement.endLineno;
  }
  return inputs;
}

class Parser extends CompoundStatementParser {
  /**
   * The first token of the statement before the one being parsed: an `elif` that comes too late is refused as a
   * statement of its own, and explained with the `if` it follows.
   */
  previousStart = 0;

  /** The token at which the text was refused. */
  here(): SourceRange {
    return this.rangeOf(this.index);
  }

  /** What is wrong with the literals from `token` on, where the second pass looks ahead of this one. */
  literalsAt(token: number): Diagnostic | null {
    const { index, last } = this;
    try {
      this.goTo(token);
      this.parseStrings();
      return null;
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return error.diagnostic?.code === "unsupported" ? null : error.diagnostic;
    } finally {
      this.goTo(index);
      this.last = last;
    }
  }

  parseFile(): Module {
    const body: Stmt[] = [];
    let start = 0;
    while (this.kind !== T.EndMarker) {
      this.previousStart = start;
      start = this.index;
      this.parseStatement(body);
    }
    return { type: "Module", body };
  }

  /** The text of an f-string's expression, in parentheses. */
  parseLoneExpression(): Expr {
    const value = this.parseStarExpressions();
    this.skipLayout(T.Newline);
    if (this.kind !== T.EndMarker) this.reject();
    return value;
  }

  protected override parseNested(text: string, lines: number, cols: number): Expr {
    const stream = tokenize(normalizeSource(text), this.minor);
    shift(stream, lines, cols);
    const parser = new Parser(stream, this.minor);
    try {
      return parser.parseLoneExpression();
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      if (error.isNested) throw error;
      throw new Rejected(explainNested(parser, error.diagnostic, lines, cols), true);
    }
  }
}

/** What is wrong with an older f-string's expression: columns count in the expression's own text. */
function explainNested(parser: Parser, found: Diagnostic | null, lines: number, cols: number): Diagnostic {
  const { stream, minor } = parser;
  if (found?.code === "unsupported") return found;
  const { code, message, range } =
    found ?? diagnose(stream, minor, 0, "fstring", (at) => parser.literalsAt(at));
  if (stream.error !== null && message === stream.error.message) {
    const at = { ...range, lineno: range.lineno + lines, endLineno: range.endLineno + lines };
    return { code, message, range: at };
  }
  const colOffset = range.colOffset - (range.lineno === lines + 1 ? cols : 0);
  const endColOffset = range.endColOffset - (range.endLineno === lines + 1 ? cols : 0);
  const prefix = minor === 8 ? "" : "f-string: ";
  return { code, message: `${prefix}${message}`, range: { ...range, colOffset, endColOffset } };
}

/** Moves all tokens by `lines`, and those of the first line by `cols`. */
function shift(stream: TokenStream, lines: number, cols: number): void {
  const { line, col, endLine, endCol } = stream;
  for (let token = 0; token < stream.length; token++) {
    if (line[token] === 1) col[token]! += cols;
    if (endLine[token] === 1) endCol[token]! += cols;
    line[token]! += lines;
    endLine[token]! += lines;
  }
}
