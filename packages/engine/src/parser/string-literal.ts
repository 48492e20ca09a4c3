/** Taking one string token apart: prefix, quotes, body, value.   [mirrors _PyPegen_parsestr] */
import { decodeByteEscapes, decodeEscapes, type EscapeError } from "./escapes.ts";
import { isAsciiText } from "./scanner.ts";

export interface LiteralParts {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  /** An f-string of a version whose tokenizer does not know them. */
  readonly isFString: boolean;
  /** The prefix is a small u, which the AST remembers. */
  readonly hasU: boolean;
  /** Offsets of the body, between the quotes, in the token's text. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export function literalParts(token: string): LiteralParts {
  let open = 0;
  let isBytes = false;
  let isRaw = false;
  let isFString = false;
  for (; token.charCodeAt(open) !== 34 && token.charCodeAt(open) !== 39; open++) {
    const letter = token.charCodeAt(open) | 32;
    if (letter === 98) isBytes = true;
    else if (letter === 114) isRaw = true;
    else if (letter === 102) isFString = true;
  }
  const quote = token.charAt(open);
  const isTriple = token.length - open >= 6 && token.startsWith(quote + quote + quote, open);
  const size = isTriple ? 3 : 1;
  return {
    isBytes,
    isRaw,
    isFString,
    hasU: token.charAt(0) === "u",
    bodyStart: open + size,
    bodyEnd: token.length - size,
  };
}

/** The str a plain literal stands for. */
export function stringValue(token: string, parts: LiteralParts): string | EscapeError {
  const body = token.slice(parts.bodyStart, parts.bodyEnd);
  return parts.isRaw || !body.includes("\\") ? body : decodeEscapes(body);
}

/** The bytes a literal stands for. */
export function bytesValue(token: string, parts: LiteralParts): Uint8Array | EscapeError {
  const body = token.slice(parts.bodyStart, parts.bodyEnd);
  if (!isAsciiText(body)) {
    return { message: "bytes can only contain ASCII literal characters", isUnsupported: false };
  }
  if (!parts.isRaw && body.includes("\\")) return decodeByteEscapes(body);
  const bytes = new Uint8Array(body.length);
  for (let i = 0; i < body.length; i++) bytes[i] = body.charCodeAt(i);
  return bytes;
}
