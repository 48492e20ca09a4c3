import { z } from "zod";
import { titleSchema } from "./decks.ts";
import { pythonVersionSchema } from "./kinds/python.ts";
import { normalisePin } from "./pin.ts";

export const classRoles = ["instructor", "assistant", "student"] as const;
export const classRoleSchema = z.enum(classRoles);
export type ClassRole = z.infer<typeof classRoleSchema>;

export const CLASS_CODE_LENGTH = 8;

/** Accepts any short text, as a PIN does: a wrong code is answered as "class-not-found". */
export const typedClassCodeSchema = z.string().max(64).transform(normalisePin);

/** An IANA name; whether there is such a zone is for the server's calendar to say. */
export const timeZoneSchema = z.string().regex(/^[A-Za-z0-9_+\-/]{1,64}$/);

export const classDraftSchema = z.strictObject({
  name: titleSchema,
  timeZone: timeZoneSchema.default("UTC"),
  python: pythonVersionSchema.default("3.13"),
});
export type ClassDraft = z.infer<typeof classDraftSchema>;

/** A line of the list of one's classes. */
export interface ClassSummary {
  readonly id: string;
  readonly name: string;
  /** The reader's own. */
  readonly role: ClassRole;
  readonly students: number;
  readonly isArchived: boolean;
}

/** A person of a class, as its staff see them. */
export interface RosterEntry {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: ClassRole;
  readonly joinedAt: Date;
}
