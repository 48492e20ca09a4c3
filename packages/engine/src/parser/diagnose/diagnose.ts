/**
 * The second pass: what CPython says of a text it refuses.   [mirrors _PyPegen_run_parser, _Pypegen_set_syntax_error]
 *
 * First without, then with the rules for what is wrong. Whatever they find, an error of the tokenizer further on, or a
 * bracket that is never closed, has the last word where CPython gives it.
 */
import type { Diagnostic } from "../diagnostics.ts";
import type { TokenStream } from "../token-stream.ts";
import { T } from "../tokens.ts";
import { ruleOf } from "./grammar.ts";
import { type LiteralCheck, Machine, tokenizerStopped } from "./machine.ts";
import { Raised, rangeAt } from "./raise.ts";

/** The message for the tokens from `start`, where a statement begins that the parser refused. */
export function diagnose(
  stream: TokenStream,
  minor: number,
  start: number,
  rule: "file" | "fstring",
  literalsAt: LiteralCheck,
): Diagnostic {
  if (minor === 8) {
    const found = lookOneAhead(stream, start, rule);
    if (found !== null) return found;
  }
  const machine = new Machine(stream, minor, start, literalsAt);
  const parse = ruleOf(minor, rule);
  const early = attempt(machine, () => parse(machine));
  if (early !== null) return final(machine, early);
  const lastToken = machine.lastToken();
  machine.startErrorPass(start);
  const late = attempt(machine, () => parse(machine));
  if (late !== null) return final(machine, late);
  // 3.9 points at whatever the second pass looked at last.
  return generic(machine, minor < 10 ? machine.lastToken() : lastToken);
}

/** 3.8: the first token that cannot follow; null where the text is refused only later. */
export function lookOneAhead(
  stream: TokenStream,
  start: number,
  rule: "file" | "fstring",
): Diagnostic | null {
  const machine = new Machine(stream, 8, start, () => null);
  const parse = ruleOf(8, rule === "file" ? "file_old" : "eval_old");
  let isAccepted = false;
  const finding = attempt(machine, () => {
    isAccepted = parse(machine) !== null;
  });
  if (finding !== null) return endOfText(machine, machine.lastToken()) ?? finding.diagnostic;
  if (isAccepted) return null;
  const token = machine.lastToken();
  // The text of an f-string's expression has no line end: with its last token the tokenizer has seen it all.
  const isLast = rule === "fstring" && stream.end[token] === stream.source.length - 1;
  return isLast ? ended(machine, token) : generic(machine, token);
}

/** To 3.9: what is wrong at the end of the text is that it ends. */
function endOfText(machine: Machine, token: number): Diagnostic | null {
  const { stream, kinds } = machine;
  const kind = kinds[token];
  if (machine.minor >= 10 || (kind !== T.Dedent && kind !== T.EndMarker)) return null;
  if (stream.start[token]! < stream.source.length) return null;
  return ended(machine, token);
}

function ended(machine: Machine, token: number): Diagnostic {
  const message = "unexpected EOF while parsing";
  return { code: "syntax-error", message, range: rangeAt(machine, token) };
}

interface Finding {
  readonly diagnostic: Diagnostic;
  readonly isTokenizer: boolean;
}

function final(machine: Machine, { diagnostic, isTokenizer }: Finding): Diagnostic {
  const { stream, minor } = machine;
  return isTokenizer ? diagnostic : overruled(stream, minor, diagnostic, stream.line[machine.lastToken()]!);
}

function attempt(machine: Machine, parse: () => unknown): Finding | null {
  try {
    parse();
    return null;
  } catch (error) {
    if (error instanceof Raised) return { diagnostic: error.diagnostic, isTokenizer: false };
    if (error !== tokenizerStopped) throw error;
    return { diagnostic: machine.stream.error!, isTokenizer: true };
  }
}

/** Nothing special was found: CPython points at the last token the first pass had looked at. */
function generic(machine: Machine, lastToken: number): Diagnostic {
  const atEnd = endOfText(machine, lastToken);
  if (atEnd !== null) return atEnd;
  const kind = machine.kinds[lastToken];
  const range = rangeAt(machine, lastToken);
  if (kind === T.Indent) return { code: "indentation-error", message: "unexpected indent", range };
  if (kind === T.Dedent) return { code: "indentation-error", message: "unexpected unindent", range };
  return final(machine, {
    diagnostic: { code: "syntax-error", message: "invalid syntax", range },
    isTokenizer: false,
  });
}

/**
 * From 3.10 the rest of the text is tokenized: an error there, or a bracket open since a line before the last one looked
 * at, counts more.
 */
export function overruled(stream: TokenStream, minor: number, found: Diagnostic, line: number): Diagnostic {
  if (minor < 10 || stream.error === null || stream.isErrorInFString) return found;
  if (stream.errorKind === "raised") return stream.error;
  return stream.errorKind === "end" && line > stream.error.range.lineno ? stream.error : found;
}
