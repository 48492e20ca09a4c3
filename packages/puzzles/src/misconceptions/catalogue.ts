/** The catalogue of wrong rules, by id. */
import { collecting } from "./catalogue/collecting.ts";
import { counting } from "./catalogue/counting.ts";
import type { Misconception } from "./catalogue/entry.ts";
import { identity } from "./catalogue/identity.ts";
import { memory } from "./catalogue/memory.ts";
import { names } from "./catalogue/names.ts";

export type { Misconception } from "./catalogue/entry.ts";

export const misconceptions: readonly Misconception[] = [
  ...names,
  ...counting,
  ...identity,
  ...collecting,
  ...memory,
].sort((a, b) => a.id.localeCompare(b.id));

const byId = new Map(misconceptions.map((one) => [one.id, one]));

export function misconception(id: string): Misconception {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no misconception ${id}`);
  return found;
}
