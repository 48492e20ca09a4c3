import type { Question } from "@pyrena/contracts";
import { type Database, selectVariants } from "@pyrena/db";
import { type Key, keySchema } from "@pyrena/puzzles/grading";

export interface LiveVariant {
  readonly question: Question;
  /** Never leaves this process. */
  readonly key: Key;
  readonly keyId: number;
}

/** The variants a room may ask, read once: they and their first keys never change while the room runs. */
export class Variants {
  private readonly known = new Map<string, LiveVariant>();

  constructor(private readonly db: Database) {}

  async load(variantIds: readonly string[]): Promise<void> {
    const missing = variantIds.filter((id) => !this.known.has(id));
    for (const { id, question, key, keyId } of await selectVariants(this.db, missing)) {
      this.known.set(id, { question, key: keySchema.parse(key), keyId });
    }
  }

  /** A variant named by an event of the room; its absence is a bug. */
  get(variantId: string): LiveVariant {
    const variant = this.known.get(variantId);
    if (variant === undefined) throw new Error(`Variant ${variantId} was not loaded`);
    return variant;
  }
}
