import type { BallotTally, BucketTally, Question } from "@pyrena/contracts";

export interface HistogramBar extends BucketTally {
  /** The option's place, for its letter and shape; null where there are no options. */
  readonly option: number | null;
  /** 0 to 1 of the longest bar. */
  readonly share: number;
}

export interface Histogram {
  readonly bars: readonly HistogramBar[];
  /** Answers in bars that found no room. */
  readonly folded: number;
}

/** The bucket of the right answer: its bar stands there even when nobody gave it. */
export interface RightAnswer {
  readonly id: string;
  readonly label: string;
}

/** A projector in the last row: more bars than this cannot be read. */
const MOST_BARS = 8;

/**
 * The bars of one ballot. Options keep their order and stand there even when nobody chose them; free answers are
 * ordered by how many gave them. The right one is always among them.
 */
export function histogram(tally: BallotTally, question: Question, right: RightAnswer): Histogram {
  const { input } = question;
  const options = input.widget === "choice" ? input.options : [];
  const optionOf = (bucket: BucketTally) => options.findIndex((option) => option.id === bucket.id);
  const given = new Set(tally.buckets.map((bucket) => bucket.id));
  const unused = [...options, right].filter(
    ({ id }, index, all) => !given.has(id) && indexOfId(all, id) === index,
  );
  const buckets = [
    ...tally.buckets,
    ...unused.map(({ id, label }) => ({ id, label, count: 0, isCorrect: id === right.id })),
  ];
  const sorted =
    options.length > 0
      ? [...buckets].sort((a, b) => optionOf(a) - optionOf(b))
      : [...buckets].sort((a, b) => b.count - a.count || compareLabels(a.label, b.label));
  const shown = keepRight(sorted);
  const longest = Math.max(1, ...shown.map((bucket) => bucket.count));
  return {
    bars: shown.map((bucket) => {
      const option = optionOf(bucket);
      return { ...bucket, option: option < 0 ? null : option, share: bucket.count / longest };
    }),
    folded: sorted.filter((bucket) => !shown.includes(bucket)).reduce((sum, bucket) => sum + bucket.count, 0),
  };
}

function keepRight(sorted: readonly BucketTally[]): readonly BucketTally[] {
  if (sorted.length <= MOST_BARS) return sorted;
  const first = sorted.slice(0, MOST_BARS);
  if (first.some((bucket) => bucket.isCorrect)) return first;
  const right = sorted.find((bucket) => bucket.isCorrect);
  return right ? [...first.slice(0, MOST_BARS - 1), right] : first;
}

function compareLabels(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

function indexOfId(all: readonly RightAnswer[], id: string): number {
  return all.findIndex((one) => one.id === id);
}
