/**
 * What a student understands of a concept: the share of its questions they would get right.
 *
 * Few answers say little, so each student's share is drawn towards the class's by as many imagined answers as the class's own
 * spread asks for (the beta-binomial of empirical Bayes: Efron and Morris, JASA 70, 1975). Only first attempts are evidence: a
 * second one has seen the right answer.
 */
import { type Estimate, mean, variance, Z_95 } from "./interval.ts";

/** One first attempt: 0 … 1. */
export interface Observation {
  readonly studentId: string;
  readonly concept: string;
  readonly score: number;
}

export interface Mastery {
  readonly concept: string;
  /** The class's mean, what each student is drawn towards. */
  readonly classMean: number;
  readonly students: ReadonlyMap<string, Estimate>;
}

/** By concept, in the order of their first observation. Students without an answer to a concept have no estimate of it. */
export function mastery(observations: readonly Observation[]): Mastery[] {
  const concepts = [...new Set(observations.map(({ concept }) => concept))];
  return concepts.map((concept) =>
    ofConcept(
      concept,
      observations.filter((one) => one.concept === concept),
    ),
  );
}

/**
 * The imagined answers: one at least, and never more than eight. Where students have answered two questions each, the class's spread
 * is itself a guess; a stronger pull would make intervals that hold too few (statistics.test.ts measures it).
 */
const [WEAKEST, STRONGEST] = [1, 8];

function ofConcept(concept: string, observations: readonly Observation[]): Mastery {
  const scores = new Map<string, number[]>();
  for (const { studentId, score } of observations) {
    const own = scores.get(studentId);
    if (own === undefined) scores.set(studentId, [score]);
    else own.push(score);
  }
  const classMean = mean([...scores.values()].map((own) => mean(own) ?? 0)) ?? 0;
  const strength = priorStrength([...scores.values()], classMean);
  const students = new Map<string, Estimate>();
  for (const [studentId, own] of scores) {
    const sum = own.reduce((total, score) => total + score, 0);
    const value = (strength * classMean + sum) / (strength + own.length);
    students.set(studentId, { value, ...credible(value, strength + own.length), n: own.length });
  }
  return { concept, classMean, students };
}

/** The middle 95 % of the beta distribution with this mean and so many answers in it, imagined ones included; by its variance. */
function credible(value: number, answers: number): { readonly low: number; readonly high: number } {
  const half = Z_95 * Math.sqrt((value * (1 - value)) / (answers + 1));
  return { low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

/**
 * By moments: students' shares spread by what they know and by the luck of few answers. What luck does not explain is knowledge;
 * the less there is of it, the more alike students are and the more the class says about each.
 */
function priorStrength(scores: readonly (readonly number[])[], classMean: number): number {
  const luck = classMean * (1 - classMean);
  const answers = mean(scores.map((own) => 1 / own.length)) ?? 1;
  const knowledge = variance(scores.map((own) => mean(own) ?? 0)) - luck * answers;
  if (luck === 0 || knowledge <= 0 || scores.length < 3) return STRONGEST;
  // The variance of a beta distribution is luck / (strength + 1); the luck of n answers takes (1 - 1/n) of it.
  const strength = (luck * (1 - answers)) / knowledge - 1;
  return Math.min(STRONGEST, Math.max(WEAKEST, strength));
}
