/** What `%` says when it cannot format; 3.15 tells more.   [Objects/unicode_format.c] */
import type { Runtime } from "./object.ts";

export interface PercentErrors {
  leftOver(used: number, given: number): string;
  notEnough(given: number): string;
  notMapping(type: string): string;
  incompleteKey(at: number): string;
  incomplete(at: number): string;
  starNeedsInt(position: number, type: string): string;
  tooBig(what: "width" | "precision", at: number): string;
  unsupported(code: string, at: number, percentAt: number): string;
  notCharacter(what: string): string;
  notNumber(code: string, isDecimal: boolean, type: string): string;
}

export function percentErrors(rt: Runtime): PercentErrors {
  return rt.profile.percentErrorsAreDetailed ? detailed : briefFor(rt);
}

function briefFor(rt: Runtime): PercentErrors {
  const real = rt.profile.numbersAreCalledReal ? "a real number" : "a number";
  const character = rt.profile.percentNamesCharacterType;
  return {
    leftOver: () => "not all arguments converted during string formatting",
    notEnough: () => "not enough arguments for format string",
    notMapping: () => "format requires a mapping",
    incompleteKey: () => "incomplete format key",
    incomplete: () => "incomplete format",
    starNeedsInt: () => "* wants int",
    tooBig: (what) => (what === "width" ? "width too big" : "precision too big"),
    unsupported: (code, at) => {
      const point = code.codePointAt(0) ?? 0;
      const shown = point > 31 && point < 128 ? code : "?";
      return `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${at}`;
    },
    notCharacter: (what) =>
      character ? `%c requires an int or a unicode character, not ${what}` : "%c requires int or char",
    notNumber: (code, isDecimal, type) =>
      `%${code} format: ${isDecimal ? real : "an integer"} is required, not ${type}`,
  };
}

const detailed: PercentErrors = {
  leftOver: (used, given) =>
    `not all arguments converted during string formatting (required ${used}, got ${given})`,
  notEnough: (given) => `not enough arguments for format string (got ${given})`,
  notMapping: (type) => `format requires a mapping, not ${type}`,
  incompleteKey: (at) => `incomplete format key at position ${at}`,
  incomplete: (at) => `stray % at position ${at}`,
  starNeedsInt: (position, type) => `format argument ${position}: * requires int, not ${type}`,
  tooBig: (what, at) => `${what} too big at position ${at}`,
  unsupported: (code, _at, percentAt) => `unsupported format %${code} at position ${percentAt}`,
  notCharacter: (what) => `format argument: %c requires an integer or a unicode character, not ${what}`,
  notNumber: (code, isDecimal, type) =>
    `format argument: %${code} requires ${isDecimal ? "a real number" : "an integer"}, not ${type}`,
};
