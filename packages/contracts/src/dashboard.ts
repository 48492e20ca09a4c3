/** What a class understands, for its staff. Every estimate says how much is behind it. */

/** A share with the range it may lie in: 0 … 1, 95 %. */
export interface ShareEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Answers behind it. */
  readonly n: number;
}

export interface ClassProgress {
  /** The one with the most to gain first. */
  readonly concepts: readonly ConceptProgress[];
  readonly students: readonly StudentProgress[];
  readonly items: readonly ItemProgress[];
}

export interface ConceptProgress {
  readonly concept: string;
  /** Of the class; null where fewer than five students have answered. */
  readonly share: ShareEstimate | null;
  readonly studentsAnswered: number;
}

export interface StudentProgress {
  readonly userId: string;
  readonly name: string;
  /** First tries in all. */
  readonly answers: number;
  /** By concept, in the order of `concepts`; null where the student has answered none. */
  readonly mastery: readonly (ShareEstimate | null)[];
}

export interface ItemProgress {
  readonly itemId: string;
  readonly title: string;
  readonly topic: string;
  /** Students with a first try. */
  readonly answered: number;
  readonly correct: number;
  /** The share of what could be earned; null where fewer than five have answered. */
  readonly share: ShareEstimate | null;
  /** Correlation with the same students' other answers; null where it cannot be said. */
  readonly discrimination: number | null;
  /** Wrong rules that the wrong answers speak for, the most frequent first. */
  readonly suggests: readonly SuggestedRule[];
}

export interface SuggestedRule {
  /** Of the catalogue: "M03". */
  readonly id: string;
  readonly title: string;
  readonly answers: number;
}
