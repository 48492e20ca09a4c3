/**
 * Token kinds, and the tables that turn words and operators into them.   [mirrors Grammar/Tokens]
 *
 * Kinds are small integers so that a token stream is a few typed arrays. Every keyword is a kind of its own;
 * the soft keywords (match, case, type, lazy, _) are plain names until the parser looks at them.
 */

const kinds = {
  EndMarker: 0,
  Newline: 1,
  Indent: 2,
  Dedent: 3,
  /** The tokenizer could not go on here; the stream holds the diagnostic. Always the last token. */
  Error: 4,
  Name: 5,
  Number: 6,
  String: 7,
  FStringStart: 8,
  FStringMiddle: 9,
  FStringEnd: 10,
  TStringStart: 11,
  TStringMiddle: 12,
  TStringEnd: 13,
  /** A character that no rule of the grammar takes, such as `$`. */
  Unknown: 15,
  LParen: 16,
  RParen: 17,
  LBracket: 18,
  RBracket: 19,
  LBrace: 20,
  RBrace: 21,
  Colon: 22,
  Comma: 23,
  Semi: 24,
  Dot: 25,
  Ellipsis: 26,
  Arrow: 27,
  Equal: 28,
  ColonEqual: 29,
  Exclamation: 30,
  Tilde: 31,
  // Binary operators and their augmented assignments run in parallel: `augmented - binary` is constant.
  Plus: 32,
  Minus: 33,
  Star: 34,
  At: 35,
  Slash: 36,
  Percent: 37,
  DoubleStar: 38,
  LeftShift: 39,
  RightShift: 40,
  VBar: 41,
  Circumflex: 42,
  Amper: 43,
  DoubleSlash: 44,
  PlusEqual: 45,
  MinusEqual: 46,
  StarEqual: 47,
  AtEqual: 48,
  SlashEqual: 49,
  PercentEqual: 50,
  DoubleStarEqual: 51,
  LeftShiftEqual: 52,
  RightShiftEqual: 53,
  VBarEqual: 54,
  CircumflexEqual: 55,
  AmperEqual: 56,
  DoubleSlashEqual: 57,
  EqEqual: 58,
  NotEqual: 59,
  Less: 60,
  LessEqual: 61,
  Greater: 62,
  GreaterEqual: 63,
  /** The old `<>`, an operator only under `from __future__ import barry_as_FLUFL`, which we do not model. */
  LessGreater: 64,
  False: 70,
  None: 71,
  True: 72,
  And: 73,
  As: 74,
  Assert: 75,
  Async: 76,
  Await: 77,
  Break: 78,
  Class: 79,
  Continue: 80,
  Def: 81,
  Del: 82,
  Elif: 83,
  Else: 84,
  Except: 85,
  Finally: 86,
  For: 87,
  From: 88,
  Global: 89,
  If: 90,
  Import: 91,
  In: 92,
  Is: 93,
  Lambda: 94,
  Nonlocal: 95,
  Not: 96,
  Or: 97,
  Pass: 98,
  Raise: 99,
  Return: 100,
  Try: 101,
  While: 102,
  With: 103,
  Yield: 104,
} as const;

export type TokenKind = number;

/** Typed as plain numbers: the parser compares one field again and again, and must not be told it cannot change. */
export const T: { readonly [Name in keyof typeof kinds]: TokenKind } = kinds;

export const firstBinaryOperator: TokenKind = T.Plus;
export const firstAugmented: TokenKind = T.PlusEqual;
export const lastAugmented: TokenKind = T.DoubleSlashEqual;
export const firstKeyword: TokenKind = T.False;

/** Keywords by kind, `firstKeyword` first. */
export const keywords = [
  "False",
  "None",
  "True",
  "and",
  "as",
  "assert",
  "async",
  "await",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "elif",
  "else",
  "except",
  "finally",
  "for",
  "from",
  "global",
  "if",
  "import",
  "in",
  "is",
  "lambda",
  "nonlocal",
  "not",
  "or",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
  "yield",
] as const;

/** First letter, last letter and length tell all keywords apart, so one probe and one comparison decide. */
const keywordSlots = new Uint8Array(1024);
for (const [index, word] of keywords.entries()) {
  keywordSlots[keywordSlot(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] =
    firstKeyword + index;
}

function keywordSlot(first: number, last: number, length: number): number {
  return (first * 3 + last * 37 + length) & 1023;
}

/** The kind of the word `source[start:end]`: its keyword, or Name. */
export function wordKind(source: string, start: number, end: number): TokenKind {
  const length = end - start;
  if (length < 2 || length > 8) return T.Name;
  const slot = keywordSlot(source.charCodeAt(start), source.charCodeAt(end - 1), length);
  const kind = keywordSlots[slot]!;
  if (kind === 0) return T.Name;
  const word = keywords[kind - firstKeyword]!;
  return word.length === length && source.startsWith(word, start) ? kind : T.Name;
}
