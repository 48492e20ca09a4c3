import { type ClassRole, idSchema, tokenSchema } from "@pyrena/contracts";
import {
  selectOptionalAssignment,
  selectOptionalAttempt,
  selectOptionalClass,
  selectOptionalParticipantByToken,
  selectOptionalRole,
  selectOptionalRoom,
} from "@pyrena/db";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import type { Context } from "./context.ts";
import { problemOf, refusal } from "./errors.ts";
import type { ProcedureMeta } from "./permissions.ts";

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const domain = problemOf(error);
      // What went wrong inside is for the log; a stack or a query in the answer would be a map for an attacker.
      const message = error.code === "INTERNAL_SERVER_ERROR" ? "internal error" : shape.message;
      const { stack: _, ...data } = shape.data;
      return { ...shape, message, data: { ...data, domain } };
    },
  });

export const { router, createCallerFactory, mergeRouters } = t;

export const publicProcedure = t.procedure.meta({ permission: "public" });

export const signedInProcedure = t.procedure.meta({ permission: "signed-in" }).use(({ ctx, next }) => {
  if (ctx.user === null) throw refusal("sign-in-required");
  return next({ ctx: { user: ctx.user } });
});

export const instructorProcedure = t.procedure.meta({ permission: "instructor" }).use(({ ctx, next }) => {
  if (ctx.user === null) throw refusal("sign-in-required");
  if (!ctx.user.isInstructor) throw refusal("not-allowed");
  return next({ ctx: { user: ctx.user } });
});

/** Adds the room, which belongs to the caller. A room of another is not found: its existence is nobody's business. */
export const roomHostProcedure = t.procedure
  .meta({ permission: "room-host" })
  .input(z.object({ roomId: idSchema }))
  .use(async ({ ctx, input, next }) => {
    if (ctx.user === null) throw refusal("sign-in-required");
    const room = await selectOptionalRoom(ctx.db, input.roomId);
    if (room === null || room.hostId !== ctx.user.id) throw refusal("room-not-found");
    return next({ ctx: { user: ctx.user, room } });
  });

/** Adds the room and the participant whose token this is. */
export const participantProcedure = t.procedure
  .meta({ permission: "participant" })
  .input(z.object({ roomId: idSchema, token: tokenSchema }))
  .use(async ({ ctx, input, next }) => {
    const room = await selectOptionalRoom(ctx.db, input.roomId);
    const participant = await selectOptionalParticipantByToken(ctx.db, input.roomId, input.token);
    if (room === null || participant === null) throw refusal("participant-unknown");
    if (participant.removedAt !== null) throw refusal("participant-removed");
    return next({ ctx: { room, participant } });
  });

/** Adds the class and the caller's role in it. A class the caller is not in is not found. */
const inClass = (
  permission: "class-member" | "class-staff" | "class-instructor" | "student",
  roles: readonly ClassRole[],
) =>
  t.procedure
    .meta({ permission })
    .input(z.object({ classId: idSchema }))
    .use(async ({ ctx, input, next }) => {
      if (ctx.user === null) throw refusal("sign-in-required");
      const own = await selectOptionalClass(ctx.db, input.classId);
      const role = await selectOptionalRole(ctx.db, input.classId, ctx.user.id);
      if (own === null || role === null) throw refusal("class-not-found");
      if (!roles.includes(role)) throw refusal("not-allowed");
      return next({ ctx: { user: ctx.user, class: own, role } });
    });

const STAFF: readonly ClassRole[] = ["instructor", "assistant"];

export const classMemberProcedure = inClass("class-member", [...STAFF, "student"]);
export const classStaffProcedure = inClass("class-staff", STAFF);
export const classStudentProcedure = inClass("student", ["student"]);
export const classInstructorProcedure = inClass("class-instructor", ["instructor"]);

/** Adds the assignment and its class, to somebody whose role there is one of these. */
const ofAssignment = (
  permission: "assignment-staff" | "assignment-instructor" | "student",
  roles: readonly ClassRole[],
) =>
  t.procedure
    .meta({ permission })
    .input(z.object({ assignmentId: idSchema }))
    .use(async ({ ctx, input, next }) => {
      if (ctx.user === null) throw refusal("sign-in-required");
      const assignment = await selectOptionalAssignment(ctx.db, input.assignmentId);
      const own = assignment === null ? null : await selectOptionalClass(ctx.db, assignment.classId);
      if (assignment === null || own === null) throw refusal("assignment-not-found");
      const role = await selectOptionalRole(ctx.db, own.id, ctx.user.id);
      if (role === null) throw refusal("assignment-not-found");
      if (!roles.includes(role)) throw refusal("not-allowed");
      return next({ ctx: { user: ctx.user, class: own, assignment } });
    });

export const assignmentStaffProcedure = ofAssignment("assignment-staff", STAFF);
export const assignmentInstructorProcedure = ofAssignment("assignment-instructor", ["instructor"]);
export const assignmentStudentProcedure = ofAssignment("student", ["student"]);

/** Adds the caller's own attempt with its assignment and class. Another's is not found. */
export const attemptProcedure = t.procedure
  .meta({ permission: "student" })
  .input(z.object({ attemptId: idSchema }))
  .use(async ({ ctx, input, next }) => {
    if (ctx.user === null) throw refusal("sign-in-required");
    const attempt = await selectOptionalAttempt(ctx.db, input.attemptId);
    if (attempt === null || attempt.userId !== ctx.user.id) throw refusal("attempt-not-found");
    const assignment = await selectOptionalAssignment(ctx.db, attempt.assignmentId);
    const own = assignment === null ? null : await selectOptionalClass(ctx.db, assignment.classId);
    if (assignment === null || own === null) throw refusal("attempt-not-found");
    const role = await selectOptionalRole(ctx.db, own.id, ctx.user.id);
    if (role !== "student") throw refusal("attempt-not-found");
    return next({ ctx: { user: ctx.user, class: own, assignment, attempt } });
  });
