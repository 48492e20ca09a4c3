import { router } from "../../trpc.ts";
import { accommodate, extend } from "./accommodate.ts";
import { get, gradebook, list } from "./read.ts";
import { create, remove, update } from "./write.ts";

export const assignmentRouter = router({ create, update, remove, list, get, gradebook, accommodate, extend });
