/**
 * Who may call a procedure. Each procedure is built from exactly one of these (trpc.ts), and a test walks all of them.
 *
 * `public`: anyone. `instructor`: a signed-in person, who reaches only what they own. `room-host`: the instructor who opened
 * that room. `participant`: the bearer of a token of that room.
 */
export const PERMISSIONS = ["public", "instructor", "room-host", "participant"] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface ProcedureMeta {
  readonly permission: Permission;
}
