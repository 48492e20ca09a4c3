/** What a student may see of the right answer, and when. */
import type { Terms } from "./accommodation.ts";

/** The latest due and close time that anybody in the class has. */
export interface ClassEnd {
  readonly due: number | null;
  readonly close: number | null;
}

/**
 * Whether right and wrong, the key and the explanation may be shown of something handed in. After due and after close wait for
 * the last of the class: a friend with an extension would otherwise be told the answer.
 */
export function showsFeedback(terms: Terms, classEnd: ClassEnd, now: number): boolean {
  switch (terms.policy.feedback) {
    case "at-once":
      return true;
    case "after-due":
      return classEnd.due === null || now > classEnd.due;
    case "after-close":
      return classEnd.close !== null && now > classEnd.close;
  }
}
