/**
 * Bytes handled as text of characters U+0000 … U+00FF, so that searching and splitting exist once. A leaf file.
 */

export function binaryText(bytes: Uint8Array): string {
  if (bytes.length < 4096) return String.fromCharCode(...bytes);
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

export function bytesFromText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const isByteSpace = (c: string): boolean => c === " " || (c >= "\t" && c <= "\r");

/** At runs of ASCII white space; `fromRight` matters only with a bound. */
export function splitByteSpaces(text: string, most: number, fromRight: boolean): string[] {
  const words = [...text.matchAll(/[^ \t-\r]+/g)];
  if (most < 0 || words.length <= most) return words.map((word) => word[0]);
  if (fromRight) {
    const kept = words.slice(words.length - most);
    const first = words[words.length - most - 1] as RegExpMatchArray;
    const end = (first.index as number) + first[0].length;
    return [text.slice(0, end), ...kept.map((word) => word[0])];
  }
  const kept = words.slice(0, most).map((word) => word[0]);
  const rest = words[most] as RegExpMatchArray;
  return [...kept, text.slice(rest.index as number)];
}

/** ASCII case and kind of every byte. */
export const asciiChange: Readonly<Record<string, (text: string) => string>> = {
  lower: (s) => s.replace(/[A-Z]/g, (c) => c.toLowerCase()),
  upper: (s) => s.replace(/[a-z]/g, (c) => c.toUpperCase()),
  swapcase: (s) => s.replace(/[A-Za-z]/g, (c) => (c < "a" ? c.toLowerCase() : c.toUpperCase())),
  capitalize: (s) => {
    const low = s.replace(/[A-Z]/g, (c) => c.toLowerCase());
    return low.slice(0, 1).replace(/[a-z]/, (c) => c.toUpperCase()) + low.slice(1);
  },
  title: (s) => s.replace(/[A-Za-z]+/g, (word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase()),
};

export const asciiTest: Readonly<Record<string, (text: string) => boolean>> = {
  isalnum: (s) => /^[0-9A-Za-z]+$/.test(s) && !s.endsWith("\n"),
  isalpha: (s) => s !== "" && !/[^A-Za-z]/.test(s),
  isdigit: (s) => s !== "" && !/[^0-9]/.test(s),
  islower: (s) => /[a-z]/.test(s) && !/[A-Z]/.test(s),
  isupper: (s) => /[A-Z]/.test(s) && !/[a-z]/.test(s),
  isspace: (s) => s !== "" && [...s].every(isByteSpace),
  istitle: (s) => /[A-Za-z]/.test(s) && asciiChange.title?.(s) === s,
  isascii: (s) => [...s].every((c) => c < "\x80"),
};

export { isByteSpace };
