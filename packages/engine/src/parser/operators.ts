/** Operators and delimiters by their characters.   [mirrors Grammar/Tokens] */
import { T, type TokenKind } from "./tokens.ts";

const singles: Readonly<Record<string, TokenKind>> = {
  "(": T.LParen,
  ")": T.RParen,
  "[": T.LBracket,
  "]": T.RBracket,
  "{": T.LBrace,
  "}": T.RBrace,
  ":": T.Colon,
  ",": T.Comma,
  ";": T.Semi,
  ".": T.Dot,
  "=": T.Equal,
  "!": T.Exclamation,
  "~": T.Tilde,
  "+": T.Plus,
  "-": T.Minus,
  "*": T.Star,
  "@": T.At,
  "/": T.Slash,
  "%": T.Percent,
  "|": T.VBar,
  "^": T.Circumflex,
  "&": T.Amper,
  "<": T.Less,
  ">": T.Greater,
};

const longer: readonly (readonly [string, TokenKind])[] = [
  ["**=", T.DoubleStarEqual],
  ["//=", T.DoubleSlashEqual],
  ["<<=", T.LeftShiftEqual],
  [">>=", T.RightShiftEqual],
  ["...", T.Ellipsis],
  ["->", T.Arrow],
  [":=", T.ColonEqual],
  ["**", T.DoubleStar],
  ["//", T.DoubleSlash],
  ["<<", T.LeftShift],
  [">>", T.RightShift],
  ["+=", T.PlusEqual],
  ["-=", T.MinusEqual],
  ["*=", T.StarEqual],
  ["@=", T.AtEqual],
  ["/=", T.SlashEqual],
  ["%=", T.PercentEqual],
  ["|=", T.VBarEqual],
  ["^=", T.CircumflexEqual],
  ["&=", T.AmperEqual],
  ["==", T.EqEqual],
  ["!=", T.NotEqual],
  ["<=", T.LessEqual],
  [">=", T.GreaterEqual],
  ["<>", T.LessGreater],
];

const singleKinds = new Uint8Array(128).fill(T.Unknown);
for (const [char, kind] of Object.entries(singles)) singleKinds[char.charCodeAt(0)] = kind;

/** The longer operators that start with a character, longest first. */
const longerByFirst: (readonly (readonly [string, TokenKind])[] | undefined)[] = [];
for (const entry of longer) {
  const first = entry[0].charCodeAt(0);
  longerByFirst[first] = [...(longerByFirst[first] ?? []), entry];
}

const equalSign = 61;

/** Whether an operator of one character may go on: a quick no for the usual brackets, commas and names. */
export function singleKind(code: number, next: number): TokenKind {
  if (longerByFirst[code] === undefined) return singleKinds[code]!;
  // Every longer operator goes on with one of = * / < > . and, after a letter or a space, there is none.
  if (next === equalSign || next === 42 || next === 47 || next === 60 || next === 62 || next === 46) return 0;
  return singleKinds[code]!;
}

/** The operator at `pos`, the longest that fits, as [kind, length]. */
export function operatorAt(source: string, pos: number): readonly [TokenKind, number] {
  const code = source.charCodeAt(pos);
  for (const [text, kind] of longerByFirst[code] ?? []) {
    if (source.startsWith(text, pos)) return [kind, text.length];
  }
  return [singleKinds[code]!, 1];
}
