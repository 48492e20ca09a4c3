/** The results page: per student and per question. Counts are derived from answer rows, never stored. */
export interface RoomResults {
  readonly room: {
    readonly id: string;
    readonly pin: string;
    readonly title: string;
    readonly createdAt: Date;
    readonly endedAt: Date | null;
  };
  readonly rounds: readonly RoundResults[];
  readonly students: readonly StudentResults[];
}

export interface RoundResults {
  readonly roundId: string;
  /** From 1, in the order in which they were asked. */
  readonly ordinal: number;
  readonly kind: string;
  readonly title: string;
  readonly topic: string;
  readonly isVoided: boolean;
  /** The right answer in words; null until it was revealed. */
  readonly answerText: string | null;
  /** The last ballot counts; a revote leaves the first one here for comparison. */
  readonly ballots: readonly BallotResults[];
}

export interface BallotResults {
  readonly ballot: number;
  readonly answered: number;
  readonly correct: number;
  /** Null when nobody answered. */
  readonly medianTimeMs: number | null;
  readonly buckets: readonly {
    readonly id: string;
    readonly label: string;
    readonly count: number;
    readonly isCorrect: boolean;
  }[];
}

export interface StudentResults {
  readonly participantId: string;
  readonly nickname: string;
  /** From 1; equal points share a rank. */
  readonly rank: number;
  readonly points: number;
  readonly correct: number;
  readonly answered: number;
  readonly answers: readonly StudentAnswer[];
}

export interface StudentAnswer {
  readonly roundId: string;
  readonly ballot: number;
  readonly label: string;
  readonly score: number;
  readonly isCorrect: boolean;
  readonly points: number;
  readonly timeMs: number;
}
