import type { ClassProgress } from "@pyrena/contracts";
import { classProgress } from "../../progress.ts";
import { classStaffProcedure, router } from "../../trpc.ts";

/** What the class understands, at this moment. */
const progress = classStaffProcedure.query(
  ({ ctx }): Promise<ClassProgress> => classProgress(ctx, ctx.class.id),
);

export const dashboardRouter = router({ progress });
