import { pythonVersions, type SetupInfo } from "@pyrena/contracts";
import { selectInstructorCount, selectOptionalUserByEmail } from "@pyrena/db";
import { DEMO_EMAIL } from "../../demo.ts";
import { publicProcedure } from "../../trpc.ts";

/** What the pages need before anyone is known. */
export const info = publicProcedure.query(async ({ ctx }): Promise<SetupInfo> => {
  const hasInstructor = (await selectInstructorCount(ctx.db)) > 0;
  const demo = await selectOptionalUserByEmail(ctx.db, DEMO_EMAIL);
  const joinUrls = ctx.joinUrls();
  return {
    hasInstructor,
    needsInvitation: hasInstructor,
    demoEmail: demo?.email ?? null,
    joinUrl: joinUrls[0] ?? "",
    joinUrls,
    pythonVersions,
  };
});

/** Who is signed in; null for everybody else, which is not an error. */
export const whoami = publicProcedure.query(({ ctx }) => ctx.user);
