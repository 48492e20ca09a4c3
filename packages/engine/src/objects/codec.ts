/**
 * Text to bytes and back.   [mirrors Objects/unicodeobject.c's codecs and the error handlers of Python/codecs.c]
 *
 * Plain functions: what goes wrong comes back as a CodecProblem, from which the caller makes the guest exception.
 */
import { escapeOf } from "./text-repr.ts";

export interface CodecProblem {
  readonly kind: "encode" | "decode" | "unknown-encoding" | "unknown-handler";
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export type Encoding = "utf-8" | "ascii" | "latin-1" | "utf-16" | "utf-16-le" | "utf-16-be" | "utf-32";

/** A Map: a name such as "constructor" must not find what objects of JavaScript inherit. */
const aliases = new Map<string, Encoding>(
  Object.entries({
    "utf-8": "utf-8",
    utf8: "utf-8",
    u8: "utf-8",
    ascii: "ascii",
    "us-ascii": "ascii",
    "646": "ascii",
    "latin-1": "latin-1",
    latin1: "latin-1",
    latin: "latin-1",
    l1: "latin-1",
    "iso-8859-1": "latin-1",
    "iso8859-1": "latin-1",
    "8859": "latin-1",
    cp819: "latin-1",
    "utf-16": "utf-16",
    utf16: "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-16be": "utf-16-be",
    "utf-32": "utf-32",
    utf32: "utf-32",
  } as const),
);

export function encodingNamed(name: string): Encoding | null {
  return aliases.get(name.toLowerCase().replaceAll("_", "-").replaceAll(" ", "-")) ?? null;
}

const handlers = [
  "strict",
  "ignore",
  "replace",
  "backslashreplace",
  "xmlcharrefreplace",
  "surrogateescape",
  "surrogatepass",
  "namereplace",
];

export function encodeText(value: string, encoding: Encoding, errors: string): Uint8Array | CodecProblem {
  const bytes: number[] = [];
  if (encoding === "utf-16") bytes.push(0xff, 0xfe);
  if (encoding === "utf-32") bytes.push(0xff, 0xfe, 0, 0);
  let point = 0;
  for (const c of value) {
    const code = c.codePointAt(0) as number;
    if (!putCode(bytes, code, encoding)) {
      const written = handleEncodeError(c, errors);
      if (written === "unknown") return problem("unknown-handler", errors, 0, 0, "");
      if (written === null) return encodeProblem(value, point, encoding);
      if (typeof written === "string") for (const w of written) putCode(bytes, w.charCodeAt(0), encoding);
      else bytes.push(written.byte);
    }
    point += 1;
  }
  return Uint8Array.from(bytes);
}

/** False when the encoding has no such character. */
function putCode(bytes: number[], code: number, encoding: Encoding): boolean {
  if (encoding === "ascii" || encoding === "latin-1") {
    if (code >= (encoding === "ascii" ? 0x80 : 0x100)) return false;
    bytes.push(code);
    return true;
  }
  if (code >= 0xd800 && code < 0xe000) return false;
  if (encoding === "utf-8") putUtf8(bytes, code);
  else if (encoding === "utf-32") bytes.push(code & 255, (code >> 8) & 255, (code >> 16) & 255, 0);
  else for (const unit of units(code)) putUnit(bytes, unit, encoding === "utf-16-be");
  return true;
}

export function putUtf8(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x1_0000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  else
    bytes.push(
      0xf0 | (code >> 18),
      0x80 | ((code >> 12) & 63),
      0x80 | ((code >> 6) & 63),
      0x80 | (code & 63),
    );
}

function units(code: number): number[] {
  if (code < 0x1_0000) return [code];
  return [0xd800 + ((code - 0x1_0000) >> 10), 0xdc00 + ((code - 0x1_0000) & 0x3ff)];
}

function putUnit(bytes: number[], unit: number, isBig: boolean): void {
  if (isBig) bytes.push(unit >> 8, unit & 255);
  else bytes.push(unit & 255, unit >> 8);
}

function handleEncodeError(c: string, errors: string): string | { byte: number } | null | "unknown" {
  const code = c.codePointAt(0) as number;
  switch (errors) {
    case "strict":
      return null;
    case "ignore":
      return "";
    case "replace":
      return "?";
    case "backslashreplace":
      return escapeOf(c);
    case "xmlcharrefreplace":
      return `&#${code};`;
    case "surrogateescape":
      return code >= 0xdc80 && code <= 0xdcff ? { byte: code - 0xdc00 } : null;
    default:
      return handlers.includes(errors) ? null : "unknown";
  }
}

function encodeProblem(value: string, start: number, encoding: Encoding): CodecProblem {
  const probe: number[] = [];
  let end = start;
  for (const c of [...value].slice(start)) {
    if (putCode(probe, c.codePointAt(0) as number, encoding)) break;
    end += 1;
  }
  const reason =
    encoding === "ascii"
      ? "ordinal not in range(128)"
      : encoding === "latin-1"
        ? "ordinal not in range(256)"
        : "surrogates not allowed";
  return problem("encode", encoding, start, end, reason);
}

function problem(
  kind: CodecProblem["kind"],
  encoding: string,
  start: number,
  end: number,
  reason: string,
): CodecProblem {
  return { kind, encoding, start, end, reason };
}

export function decodeBytes(bytes: Uint8Array, encoding: Encoding, errors: string): string | CodecProblem {
  if (encoding === "utf-8") return decodeUtf8(bytes, errors);
  if (encoding === "utf-32") return decodeUtf32(bytes);
  if (encoding !== "ascii" && encoding !== "latin-1") return decodeUtf16(bytes, encoding);
  let result = "";
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    if (encoding === "latin-1" || byte < 0x80) {
      result += String.fromCharCode(byte);
      continue;
    }
    const written = handleDecodeError(bytes, i, i + 1, errors);
    if (written === null) return problem("decode", "ascii", i, i + 1, "ordinal not in range(128)");
    result += written;
  }
  return result;
}

function handleDecodeError(bytes: Uint8Array, start: number, end: number, errors: string): string | null {
  switch (errors) {
    case "ignore":
      return "";
    case "replace":
      return "\ufffd";
    case "backslashreplace":
      return [...bytes.slice(start, end)].map((b) => `\\x${b.toString(16).padStart(2, "0")}`).join("");
    case "surrogateescape":
      return String.fromCharCode(...[...bytes.slice(start, end)].map((b) => 0xdc00 + b));
    default:
      return null;
  }
}

function decodeUtf8(bytes: Uint8Array, errors: string): string | CodecProblem {
  let result = "";
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      result += String.fromCharCode(first);
      at += 1;
      continue;
    }
    const needed = utf8Length(first);
    const end = needed === 0 ? at + 1 : validEnd(bytes, at, needed);
    if (needed !== 0 && end === at + needed) {
      result += String.fromCodePoint(utf8Code(bytes, at, needed));
      at = end;
      continue;
    }
    const reason =
      needed === 0
        ? "invalid start byte"
        : end === bytes.length
          ? "unexpected end of data"
          : "invalid continuation byte";
    const written = handleDecodeError(bytes, at, end, errors);
    if (written === null) return problem("decode", "utf-8", at, end, reason);
    result += written;
    at = end;
  }
  return result;
}

/** Bytes of the sequence a first byte announces; 0: it cannot be a first byte. */
function utf8Length(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Where the valid part of the sequence ends. */
function validEnd(bytes: Uint8Array, at: number, needed: number): number {
  const first = bytes[at] as number;
  for (let i = 1; i < needed; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return at + i;
    let low = 0x80;
    let high = 0xbf;
    if (i === 1 && first === 0xe0) low = 0xa0;
    if (i === 1 && first === 0xed) high = 0x9f;
    if (i === 1 && first === 0xf0) low = 0x90;
    if (i === 1 && first === 0xf4) high = 0x8f;
    if (byte < low || byte > high) return at + i;
  }
  return at + needed;
}

function utf8Code(bytes: Uint8Array, at: number, needed: number): number {
  let code = (bytes[at] as number) & (0xff >> (needed + 1));
  for (let i = 1; i < needed; i += 1) code = (code << 6) | ((bytes[at + i] as number) & 63);
  return code;
}

function decodeUtf16(bytes: Uint8Array, encoding: Encoding): string | CodecProblem {
  let at = 0;
  let isBig = encoding === "utf-16-be";
  if (encoding === "utf-16" && bytes.length >= 2) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) at = 2;
    else if (bytes[0] === 0xfe && bytes[1] === 0xff) {
      at = 2;
      isBig = true;
    }
  }
  let result = "";
  for (; at + 1 < bytes.length; at += 2) {
    const low = bytes[isBig ? at + 1 : at] as number;
    const high = bytes[isBig ? at : at + 1] as number;
    result += String.fromCharCode((high << 8) | low);
  }
  if (at < bytes.length) return problem("decode", encoding, at, at + 1, "truncated data");
  return result;
}

function decodeUtf32(bytes: Uint8Array): string | CodecProblem {
  let at = bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xfe ? 4 : 0;
  let result = "";
  for (; at + 3 < bytes.length; at += 4) {
    const code = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
    result += String.fromCodePoint(code);
  }
  if (at < bytes.length) return problem("decode", "utf-32", at, bytes.length, "truncated data");
  return result;
}
