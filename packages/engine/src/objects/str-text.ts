/**
 * Text as CPython sees it: by code points. A leaf file of plain functions on JavaScript strings.
 *
 * A text without surrogate pairs has the same positions in both worlds; `isWide` says that it has some.
 */

/** Orders texts by code points. [unicode_compare] */
export function compareText(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const isSurrogateX = x >= 0xd800 && x < 0xe000;
    const isSurrogateY = y >= 0xd800 && y < 0xe000;
    if (isSurrogateX === isSurrogateY) return x - y;
    return (a.codePointAt(i) as number) - (b.codePointAt(i) as number);
  }
  return a.length - b.length;
}

/** The characters of a text, one string per code point. */
export function characters(value: string): string[] {
  return Array.from(value);
}

/** Offset in UTF-16 units of the code point at `point`. */
export function unitAt(value: string, point: number, isWide: boolean): number {
  if (!isWide) return Math.min(point, value.length);
  let unit = 0;
  for (let left = point; left > 0 && unit < value.length; left -= 1) unit += isPair(value, unit) ? 2 : 1;
  return unit;
}

/** Index of the code point that begins at an offset in UTF-16 units. */
export function pointAt(value: string, unit: number, isWide: boolean): number {
  if (!isWide || unit <= 0) return unit;
  let point = 0;
  for (let at = 0; at < unit; at += isPair(value, at) ? 2 : 1) point += 1;
  return point;
}

function isPair(value: string, at: number): boolean {
  const high = value.charCodeAt(at);
  if (high < 0xd800 || high >= 0xdc00) return false;
  const low = value.charCodeAt(at + 1);
  return low >= 0xdc00 && low < 0xe000;
}

/** The code points from `start` to `stop`. */
export function sliceText(value: string, start: number, stop: number, isWide: boolean): string {
  if (!isWide) return value.slice(start, stop);
  const from = unitAt(value, start, true);
  return value.slice(from, from + unitAt(value.slice(from), stop - start, true));
}

/** A character by its code point. */
export function fromCodePoint(code: number): string {
  return code < 0x1_0000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}
