/** Ending the second pass with a message, and the places CPython gives it.   [mirrors Parser/pegen_errors.c] */
import type { Diagnostic, SourceRange } from "../diagnostics.ts";
import { T } from "../tokens.ts";
import type { Machine, Node } from "./machine.ts";

/** Thrown by a rule that knows what is wrong; caught in diagnose.ts. */
export class Raised {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    this.diagnostic = diagnostic;
  }
}

export function raise(
  machine: Machine,
  code: Diagnostic["code"],
  message: string,
  range: SourceRange,
): never {
  // Some old versions give no end.
  const { lineno, colOffset } = range;
  const shown = machine.minor < 10 ? { ...range, endLineno: lineno, endColOffset: colOffset } : range;
  throw new Raised({ code, message, range: shown });
}

/** RAISE_ERROR_KNOWN_LOCATION for one token. */
export function rangeOfToken(machine: Machine, token: number): SourceRange {
  const { kind, line, col, endLine, endCol } = machine.stream;
  // From 3.12 a line end is a token one column wide.
  const width = kind[token] === T.Newline && machine.minor >= 12 ? 1 : 0;
  return {
    lineno: line[token]!,
    colOffset: Math.max(0, col[token]!),
    endLineno: endLine[token]!,
    endColOffset: (width > 0 ? col[token]! : Math.max(0, endCol[token]!)) + width,
  };
}

/** From the first token of `first` to the last of `last`. */
export function rangeOfNodes(machine: Machine, first: Node, last: Node): SourceRange {
  const { line, col, endLine, endCol } = machine.stream;
  return {
    lineno: line[first.start]!,
    colOffset: col[first.start]!,
    endLineno: endLine[last.end]!,
    endColOffset: endCol[last.end]!,
  };
}

/** RAISE_SYNTAX_ERROR: the last token looked at. One without a column of its own ends where the tokenizer stands. */
export function rangeOfLast(machine: Machine): SourceRange {
  return rangeAt(machine, machine.lastToken());
}

export function rangeAt(machine: Machine, token: number): SourceRange {
  const { line, col, endCol } = machine.stream;
  if (col[token]! >= 0) {
    const range = rangeOfToken(machine, token);
    // 3.8 names the line where a token ends.
    return machine.minor === 8 ? { ...range, lineno: range.endLineno } : range;
  }
  // CPython's offset is then the tokenizer's own, not that plus one.
  const colOffset = endCol[token]! - 1;
  return { lineno: line[token]!, colOffset, endLineno: line[token]!, endColOffset: colOffset };
}

/** RAISE_SYNTAX_ERROR_STARTING_FROM: up to where the tokenizer stands. */
export function rangeFrom(machine: Machine, first: Node): SourceRange {
  const { kind, line, col, endLine, endCol } = machine.stream;
  const last = machine.lastToken();
  return {
    lineno: line[first.start]!,
    colOffset: col[first.start]!,
    endLineno: endLine[last]!,
    // CPython takes the tokenizer's column, behind a line end, for one counted from 1.
    endColOffset: kind[last] === T.Newline ? col[last]! : endCol[last]! - 1,
  };
}
