import type { Engine, Materialised } from "@pyrena/api";

/** Some hundred programs with their pictures are a few megabytes. */
const REMEMBERED = 400;

/**
 * Remembers what was computed for drafts that have nothing to vary: for them a seed moves nothing but the order of
 * options, so a room opened from a deck that was just checked costs nothing. Refusals of the pool are not remembered; the next try may have more luck.
 */
export function remembering(engine: Engine): Engine {
  const known = new Map<string, Materialised>();
  return {
    candidates: engine.candidates,
    async materialise(draft, seed, account) {
      if (Object.keys(draft.params).length > 0) return engine.materialise(draft, seed, account);
      // A parsed draft has its fields in the order of its schema.
      const name = JSON.stringify(draft);
      const before = known.get(name);
      if (before !== undefined) {
        // Back to the end of the line of those to be forgotten.
        known.delete(name);
        known.set(name, before);
        return { ok: true, value: before };
      }
      const result = await engine.materialise(draft, seed, account);
      if (result.ok) known.set(name, result.value);
      const [oldest] = known.keys();
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      return result;
    },
  };
}
