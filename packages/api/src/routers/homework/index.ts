import { router } from "../../trpc.ts";
import { attempt, begin, saveDraft, start, submit } from "./attempt.ts";
import { get, list } from "./read.ts";

export const homeworkRouter = router({ list, get, start, begin, attempt, saveDraft, submit });
