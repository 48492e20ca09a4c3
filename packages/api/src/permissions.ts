/**
 * Who may call a procedure. Each procedure is built from exactly one of these (trpc.ts), and a test walks all of them.
 *
 * `public`: anyone. `signed-in`: anyone with an account. `instructor`: a signed-in instructor, who reaches only what they own.
 * `room-host`: the instructor who opened that room. `participant`: the bearer of a token of that room.
 *
 * Of a class: `class-member`: everybody in it; `class-staff`: its instructors and assistants; `class-instructor`: its instructors.
 * `assignment-staff` and `assignment-instructor`: those of the assignment's class. `student`: a student of that class, or of the class of that assignment or
 * attempt, and of an attempt the one whose it is.
 */
export const PERMISSIONS = [
  "public",
  "signed-in",
  "instructor",
  "room-host",
  "participant",
  "class-member",
  "class-staff",
  "class-instructor",
  "assignment-staff",
  "assignment-instructor",
  "student",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface ProcedureMeta {
  readonly permission: Permission;
}
