/** Wrong ideas of what happens when a function returns. */
import type { WrongRule } from "../points.ts";

/** M62: locals go in the reverse order of their creation, on every version. [_PyFrame_ClearLocals] */
export const reverseDestruction: WrongRule = () => ({ profile: () => ({ clearsLocalsReversed: true }) });
