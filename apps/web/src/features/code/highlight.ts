/**
 * Colours for Python source, line by line: a scanner, not a parser, because a phone should not download one to look
 * at twelve lines. What it does not know stays plain ink; it never drops or adds a character.
 */
export type TokenKind = "plain" | "keyword" | "builtin" | "string" | "number" | "comment" | "name";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ["comment", /#[^\n]*/y],
  ["string", /[rRbBuUfFtT]{0,2}("""|''')(?:\\[\s\S]|(?!\1)[\s\S])*(?:\1|$)/y],
  ["string", /[rRbBuUfFtT]{0,2}(?:"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)/y],
  [
    "number",
    /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ]?)/y,
  ],
  ["name", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["plain", /[^\S\n]+|\n|[\s\S]/y],
];

const keywords = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield None True False"
  ).split(" "),
);
const builtins = new Set(
  (
    "print len range list dict set tuple str int float bool id type object sum min max sorted open super isinstance " +
    "getattr setattr hasattr iter next enumerate zip map filter repr bytes bytearray frozenset"
  ).split(" "),
);

/** One list of tokens per line; joining their texts gives the source back. */
export function highlightPython(source: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const token of scan(source)) {
    token.text.split("\n").forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text) push(lines[lines.length - 1] ?? [], { kind: token.kind, text });
    });
  }
  return lines;
}

function* scan(source: string): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    yield token;
    at += token.text.length;
  }
}

function tokenAt(source: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text) return { kind: kind === "name" ? wordKind(text) : kind, text };
  }
  return { kind: "plain", text: source.charAt(at) };
}

function wordKind(word: string): TokenKind {
  if (keywords.has(word)) return "keyword";
  return builtins.has(word) ? "builtin" : "plain";
}

/** Neighbours of one kind become one token, so that a line is a handful of elements. */
function push(line: Token[], token: Token): void {
  const last = line.at(-1);
  if (last?.kind === token.kind) line[line.length - 1] = { kind: token.kind, text: last.text + token.text };
  else line.push(token);
}
