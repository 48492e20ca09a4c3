import { pythonVersions, type SetupInfo } from "@pyrena/contracts";
import { selectClasses, selectInstructorCount } from "@pyrena/db";
import { instructorProcedure, publicProcedure } from "../../trpc.ts";

/** What the pages need before anyone is known. */
export const info = publicProcedure.query(async ({ ctx }): Promise<SetupInfo> => {
  const hasInstructor = (await selectInstructorCount(ctx.db)) > 0;
  const joinUrls = ctx.joinUrls();
  return {
    hasInstructor,
    needsInvitation: hasInstructor,
    joinUrl: joinUrls[0] ?? "",
    joinUrls,
    pythonVersions,
  };
});

/** Who is signed in; null for everybody else, which is not an error. */
export const whoami = publicProcedure.query(({ ctx }) => ctx.user);

export const classes = instructorProcedure.query(({ ctx }) => selectClasses(ctx.db, ctx.user.id));
