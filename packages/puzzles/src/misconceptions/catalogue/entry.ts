/** A wrong rule of memory that people hold: what they believe, and what speaks against it. */
export interface Misconception {
  readonly id: string;
  /** The belief in one short sentence. */
  readonly title: string;
  /** Why it cannot be so, with something visible that contradicts it. */
  readonly refutation: string;
}

export function entry(id: string, title: string, refutation: string): Misconception {
  return { id, title, refutation };
}
