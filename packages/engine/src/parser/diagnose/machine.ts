/**
 * The parsing expression machine of the second pass: position, memo, and how far the text has been read.
 *
 * CPython's messages depend on which rule speaks first and on the last token any rule has looked at, so rules are
 * tried in CPython's order and `fill` counts what its parser would have fetched.
 */
import type { Diagnostic } from "../diagnostics.ts";
import type { TokenStream } from "../token-stream.ts";
import { T, type TokenKind } from "../tokens.ts";

/** What a rule found: the tokens from `start` to `end`, both inclusive, and its parts. */
export interface Node {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  readonly items: readonly Node[];
}

/** A rule or a part of one: the node it finds at the mark, or null. */
export type Matcher = (machine: Machine) => Node | null;

/** Thrown where the parser would fetch a token that cannot be read. */
export const tokenizerStopped = Symbol("the tokenizer stopped here");

const noItems: readonly Node[] = [];

/** What is wrong with the string literals that begin at a token; null where nothing is. */
export type LiteralCheck = (token: number) => Diagnostic | null;

export class Machine {
  readonly stream: TokenStream;
  readonly minor: number;
  readonly kinds: Uint8Array;
  /** The token to look at next. */
  mark: number;
  /** One past the last token looked at. */
  fill: number;
  /** Whether `invalid_` rules are tried. */
  withInvalid = false;
  /** Results by rule and token. Like CPython's they hold with and without invalid rules. */
  private memo: Memo[] = [];
  private readonly levels: Int16Array;

  /** A rule that looks further than the parser did may be the first to read a literal. */
  readonly literalsAt: LiteralCheck;

  constructor(stream: TokenStream, minor: number, start: number, literalsAt: LiteralCheck) {
    this.literalsAt = literalsAt;
    this.stream = stream;
    this.minor = minor;
    this.kinds = stream.kind;
    this.mark = start;
    this.fill = start;
    this.levels = bracketLevels(stream, start);
  }

  /** Starts again at `start`, this time with the rules for what is wrong. */
  startErrorPass(start: number): void {
    this.mark = start;
    this.withInvalid = true;
    this.memo = [];
  }

  /** The kind of the token at the mark, which counts as looked at. */
  peek(): TokenKind {
    const { mark } = this;
    const kind = this.kinds[mark]!;
    if (mark >= this.fill) {
      this.fill = mark + 1;
      if (kind === T.Error) throw tokenizerStopped;
    }
    return kind;
  }

  /** Takes the token at the mark as a leaf. */
  take(tag: string): Node {
    const at = this.mark++;
    return { tag, start: at, end: at, items: noItems };
  }

  /** The last token anything has looked at. */
  lastToken(): number {
    return this.fill - 1;
  }

  /** How many brackets are open after token `index`. */
  levelAt(index: number): number {
    return this.levels[index] ?? 0;
  }

  /** The result of `matcher` at the mark, found once. */
  remembered(id: number, matcher: Matcher): Node | null {
    const { mark } = this;
    this.memo[id] ??= {
      nodes: new Array<Node | null>(this.stream.length + 1),
      ends: new Int32Array(this.stream.length + 1),
    };
    const { nodes, ends } = this.memo[id];
    const known = ends[mark]!;
    if (known > 0) {
      this.mark = known - 1;
      return nodes[mark]!;
    }
    const node = matcher(this);
    nodes[mark] = node;
    ends[mark] = this.mark + 1;
    return node;
  }
}

/** What one rule has found: the node by the token where it was tried, and one past the mark it left. */
interface Memo {
  readonly nodes: (Node | null)[];
  readonly ends: Int32Array;
}

function bracketLevels(stream: TokenStream, start: number): Int16Array {
  const levels = new Int16Array(stream.length);
  let level = 0;
  for (let i = start; i < stream.length; i++) {
    const kind = stream.kind[i];
    if (kind === T.LParen || kind === T.LBracket || kind === T.LBrace) level++;
    else if (kind === T.RParen || kind === T.RBracket || kind === T.RBrace) level--;
    levels[i] = level;
  }
  return levels;
}
