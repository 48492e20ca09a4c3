import { useTranslations } from "next-intl";
import { problemOf } from "../../trpc/problem.ts";

const SENTENCES = [
  "not-open-yet",
  "closed",
  "time-is-up",
  "no-attempts-left",
  "already-submitted",
  "item-has-problems",
  "engine-busy",
  "sign-in-required",
] as const;

/** The sentence for what kept homework from being begun or handed in. */
export function useRefusal(): (error: unknown) => string {
  const t = useTranslations("homework.refusal");
  return (error) => {
    const { code } = problemOf(error);
    return t(SENTENCES.find((known) => known === code) ?? "other");
  };
}
