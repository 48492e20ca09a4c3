/**
 * Taking strings apart.   [mirrors Objects/stringlib/split.h]
 *
 * The list that split fills starts with room for up to twelve pieces; from 3.12 no more than the text can hold.
 */
import { isSpace } from "./str-classify.ts";

/** Room of the list of pieces. @param most how many splits at most, −1 without bound */
export function splitRoom(most: number, possible: number, pieces: number, roomIsBounded: boolean): number {
  const maximum = 12;
  const bound = most < 0 ? (roomIsBounded ? possible : Number.POSITIVE_INFINITY) : most;
  const first = bound >= maximum ? maximum : bound + 1;
  return Math.max(first, pieces);
}

/** At runs of white space, from the left. */
export function splitSpaces(value: string, most: number): string[] {
  const pieces: string[] = [];
  const bound = most < 0 ? Number.POSITIVE_INFINITY : most;
  let at = skipSpaces(value, 0);
  while (at < value.length && pieces.length < bound) {
    let end = at;
    while (end < value.length && !isSpace(value[end] as string)) end += 1;
    pieces.push(value.slice(at, end));
    at = skipSpaces(value, end);
  }
  if (at < value.length) pieces.push(value.slice(at));
  return pieces;
}

/** From the right; the pieces come in reading order all the same. */
export function splitSpacesRight(value: string, most: number): string[] {
  const pieces: string[] = [];
  const bound = most < 0 ? Number.POSITIVE_INFINITY : most;
  let end = trimmedEnd(value);
  while (end > 0 && pieces.length < bound) {
    let at = end;
    while (at > 0 && !isSpace(value[at - 1] as string)) at -= 1;
    pieces.push(value.slice(at, end));
    end = at;
    while (end > 0 && isSpace(value[end - 1] as string)) end -= 1;
  }
  if (end > 0) pieces.push(value.slice(0, end));
  return pieces.reverse();
}

function skipSpaces(value: string, from: number): number {
  let at = from;
  while (at < value.length && isSpace(value[at] as string)) at += 1;
  return at;
}

function trimmedEnd(value: string): number {
  let end = value.length;
  while (end > 0 && isSpace(value[end - 1] as string)) end -= 1;
  return end;
}

export function splitBy(value: string, separator: string, most: number): string[] {
  if (most < 0) return value.split(separator);
  const pieces: string[] = [];
  let from = 0;
  while (pieces.length < most) {
    const at = value.indexOf(separator, from);
    if (at < 0) break;
    pieces.push(value.slice(from, at));
    from = at + separator.length;
  }
  pieces.push(value.slice(from));
  return pieces;
}

export function splitByRight(value: string, separator: string, most: number): string[] {
  const pieces: string[] = [];
  const bound = most < 0 ? Number.POSITIVE_INFINITY : most;
  let end = value.length;
  while (pieces.length < bound) {
    const at = end < separator.length ? -1 : value.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    pieces.push(value.slice(at + separator.length, end));
    end = at;
  }
  pieces.push(value.slice(0, end));
  return pieces.reverse();
}

const lineBreaks = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029";
const textBreaks = new RegExp(`\r\n|[${lineBreaks}]`, "g");
const byteBreaks = /\r\n|[\n\r]/g;

export function splitLines(value: string, keepEnds: boolean, isBytes = false): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const match of value.matchAll(isBytes ? byteBreaks : textBreaks)) {
    const end = match.index + match[0].length;
    lines.push(value.slice(from, keepEnds ? end : match.index));
    from = end;
  }
  if (from < value.length) lines.push(value.slice(from));
  return lines;
}

/** Tabs as blanks up to the next multiple of `size`; a line break starts a new column count. */
export function expandTabs(value: string, size: number): string {
  let result = "";
  let column = 0;
  for (const c of value) {
    if (c === "\t") {
      const blanks = size > 0 ? size - (column % size) : 0;
      result += " ".repeat(blanks);
      column += blanks;
    } else {
      result += c;
      column = c === "\n" || c === "\r" ? 0 : column + 1;
    }
  }
  return result;
}

/** How often `part` is in `value` without overlap; the empty text is between all characters. */
export function countText(value: string, part: string, length: number): number {
  if (part === "") return length + 1;
  let count = 0;
  for (let at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** Replaces the first `most` occurrences, all when negative; null when there is nothing to replace. */
export function replaceText(value: string, old: string, by: string, most: number): string | null {
  if (most === 0 || (old !== "" && !value.includes(old)) || old === by) return null;
  if (old === "") return interleave(value, by, most);
  if (most < 0) return value.split(old).join(by);
  return splitBy(value, old, most).join(by);
}

function interleave(value: string, by: string, most: number): string {
  let left = most < 0 ? Number.POSITIVE_INFINITY : most;
  let result = "";
  for (const c of value) {
    if (left > 0) {
      result += by;
      left -= 1;
    }
    result += c;
  }
  return left > 0 ? result + by : result;
}
