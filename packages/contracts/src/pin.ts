import { z } from "zod";

/**
 * Characters of a room's PIN. Left out: those that look alike from the last row (0 O, 1 I L, 2 Z, 5 S, 8 B, U V)
 * and the other vowels, so that no PIN spells a word.
 */
export const PIN_ALPHABET = "34679CDFGHJKMNPQRTWXY";
export const PIN_LENGTH = 6;

const pinPattern = new RegExp(`^[${PIN_ALPHABET}]{${PIN_LENGTH}}$`);

/** What a person typed, as the PIN they meant: case, spaces, dashes and stray characters do not matter. */
export function normalisePin(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[^A-Za-z0-9]/g, "")
    .toUpperCase();
}

export function isPin(text: string): boolean {
  return pinPattern.test(text);
}

/** Accepts any short text: a wrong PIN is answered as "room-not-found", not as malformed input. */
export const typedPinSchema = z.string().max(64).transform(normalisePin);
