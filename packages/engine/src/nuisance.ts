/**
 * What CPython does not promise, drawn from seeds: one per kind, so that what an answer depends on can be told apart.
 * All zero is the recorded interpreter.
 */

export const nuisanceKinds = ["hashes", "addresses", "counts", "history", "clock"] as const;
export type NuisanceKind = (typeof nuisanceKinds)[number];

/**
 * hashes: the key of str and bytes hashes. addresses: where the heap begins and which blocks start-up has taken.
 * counts: how often start-up holds what everybody shares. history: what start-up has allocated, imported and collected.
 * clock: the time, and random numbers nobody seeded.
 */
export type Nuisance = Readonly<Record<NuisanceKind, number>>;

/** A number draws every kind from that seed; kinds that are not named stay as recorded. */
export function drawNuisance(seed: number | Partial<Nuisance>): Nuisance {
  const given = typeof seed === "number" ? null : seed;
  const draw = (kind: NuisanceKind): number => given?.[kind] ?? (typeof seed === "number" ? seed : 0);
  return {
    hashes: draw("hashes"),
    addresses: draw("addresses"),
    counts: draw("counts"),
    history: draw("history"),
    clock: draw("clock"),
  };
}

/** Tells two draws apart. */
export function nuisanceKey(nuisance: Nuisance): string {
  return nuisanceKinds.map((kind) => nuisance[kind]).join(" ");
}
