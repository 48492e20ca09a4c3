/** Identifiers beyond ASCII: PEP 3131.   [mirrors verify_identifier] */

/** The offset after the run of characters an identifier may be made of; not yet checked against Unicode. */
export function identifierEnd(source: string, start: number): number {
  let pos = start;
  while (pos < source.length && isPotentialIdentifierChar(source.charCodeAt(pos))) pos++;
  return pos;
}

function isPotentialIdentifierChar(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 95 || code >= 128;
}

const startChar = /[\p{XID_Start}_]/u;
const continueChar = /\p{XID_Continue}/u;
/** What str.isprintable() refuses: other and separator categories, the space aside. */
const notPrintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

/** What is wrong with `text` as an identifier, and at which offset; null where nothing is. */
export function identifierError(text: string): { message: string; at: number } | null {
  let at = 0;
  for (const char of text) {
    if (!(at === 0 ? startChar : continueChar).test(char)) {
      const code = char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
      const message = isPrintable(char)
        ? `invalid character '${char}' (U+${code})`
        : `invalid non-printable character U+${code}`;
      return { message, at };
    }
    at += char.length;
  }
  return null;
}

export function isPrintable(char: string): boolean {
  return char === " " || !notPrintable.test(char);
}
