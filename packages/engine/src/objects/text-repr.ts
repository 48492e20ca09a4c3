/** How text and bytes look in quotes.   [mirrors unicode_repr, PyBytes_Repr] */
import { isPrintable } from "./str-classify.ts";

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Single quotes, unless the text has some and no double ones. */
function quoteFor(value: string): string {
  return value.includes("'") && !value.includes('"') ? '"' : "'";
}

export function reprOfText(value: string): string {
  const quote = quoteFor(value);
  if (/^[ -&(-[\]-~]*$/.test(value)) return quote + value + quote;
  let result = quote;
  for (const c of value) {
    if (c === quote) result += `\\${c}`;
    else result += escapes[c] ?? (isPrintable(c) && !isLoneSurrogate(c) ? c : escapeOf(c));
  }
  return result + quote;
}

function isLoneSurrogate(c: string): boolean {
  const code = c.codePointAt(0) as number;
  return code >= 0xd800 && code < 0xe000;
}

/** `\x07`, `\u200b`, `\U000e0001` */
export function escapeOf(c: string): string {
  const code = c.codePointAt(0) as number;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x1_0000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** `ascii()` of a repr: everything beyond ASCII escaped. */
export function asciiOfText(value: string): string {
  let result = "";
  for (const c of value) result += (c.codePointAt(0) as number) < 0x80 ? c : escapeOf(c);
  return result;
}

/** `b'…'` */
export function reprOfBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const quote = quoteFor(text);
  let result = `b${quote}`;
  for (const c of text) {
    const code = c.charCodeAt(0);
    if (c === quote) result += `\\${c}`;
    else if (escapes[c] !== undefined) result += escapes[c];
    else result += code < 0x20 || code >= 0x7f ? `\\x${code.toString(16).padStart(2, "0")}` : c;
  }
  return result + quote;
}
