import { accept, type Result, refuse } from "./result.ts";

export const NICKNAME_MAX_LENGTH = 32;
/** One visible character may be many code points (combining marks); this bounds the pile. */
const NICKNAME_MAX_CODE_POINTS = 128;

export type NicknameRefusal = "nickname-empty" | "nickname-too-long" | "nickname-forbidden-characters";

/** Control characters, lone surrogates, private use, and marks that turn the direction of the text around them. */
const forbidden = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Characters that show nothing, but for the joiner and the selector inside an emoji. */
const invisible = /(?!\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const looseJoiners = /^[\u200d\ufe0f]+|\u200d+$/g;

/** The name as it is shown: NFKC, single spaces, 1–32 visible characters. */
export function normaliseNickname(typed: string): Result<string, NicknameRefusal> {
  // Refused before any work is done on it: 500 characters are not a slip of the finger.
  if (typed.length > NICKNAME_MAX_CODE_POINTS * 4) return refuse("nickname-too-long");
  if (forbidden.test(typed)) return refuse("nickname-forbidden-characters");
  const name = typed
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(looseJoiners, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (!visible.test(name)) return refuse("nickname-empty");
  if (countVisible(name) > NICKNAME_MAX_LENGTH) return refuse("nickname-too-long");
  if ([...name].length > NICKNAME_MAX_CODE_POINTS) return refuse("nickname-too-long");
  return accept(name);
}

/** Two names with one key would look like one person on the scoreboard. */
export function nicknameKey(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase("en").replaceAll(" ", "");
}

/** "Ana" is taken: the first free of "Ana 2", "Ana 3", …, cut so that it still fits. */
export function suggestNickname(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const suffix = ` ${number}`;
    const candidate = `${takeVisible(name, NICKNAME_MAX_LENGTH - suffix.length).trimEnd()}${suffix}`;
    if (!taken.has(nicknameKey(candidate))) return candidate;
  }
}

function graphemes(text: string): string[] {
  return Array.from(
    new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text),
    (part) => part.segment,
  );
}

function countVisible(text: string): number {
  return graphemes(text).length;
}

function takeVisible(text: string, count: number): string {
  return graphemes(text).slice(0, count).join("");
}
