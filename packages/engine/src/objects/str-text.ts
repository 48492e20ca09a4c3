/**
 * Text as CPython sees it: by code points. A leaf file of plain functions on JavaScript strings.
 *
 * Where a text has no surrogate pairs, positions are the same in both worlds and the fast path is taken; `pairs` says so.
 */

/** Orders texts by code points. [unicode_compare] */
export function compareText(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const isHighX = x >= 0xd800 && x < 0xe000;
    const isHighY = y >= 0xd800 && y < 0xe000;
    if (isHighX === isHighY) return x - y;
    // A pair stands for a code point above all others, but only a pair.
    return (a.codePointAt(i) as number) - (b.codePointAt(i) as number);
  }
  return a.length - b.length;
}

/** The characters of a text, one string per code point. */
export function characters(value: string): string[] {
  return Array.from(value);
}
