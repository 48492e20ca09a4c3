import { problemOf } from "../../trpc/problem.ts";

/** The sentence for what kept somebody from joining. */
export function joinProblem(error: unknown) {
  switch (problemOf(error).code) {
    case "class-not-found":
      return "notFound";
    case "too-many-attempts":
      return "tooMany";
    default:
      return "failed";
  }
}
