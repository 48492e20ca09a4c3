import { accept, type Result, refuse } from "@pyrena/contracts";
import {
  type Database,
  insertAuditEvent,
  insertEnrolment,
  lockRegistration,
  makeInstructor,
  selectInstructorCount,
  selectInvitationIsOpen,
  selectOptionalUserByEmail,
  spendInvitation,
} from "@pyrena/db";
import { APIError } from "better-auth/api";
import type { Auth } from "./auth.ts";

export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly invitation?: string | undefined;
}

type RegistrationRefusal = "invitation-required" | "invitation-invalid" | "email-taken";

/**
 * Makes an account, one registration at a time: of two strangers who find an empty installation at once, one becomes its
 * instructor; of two who follow the same invitation, one is admitted.
 */
export async function registerInstructor(
  { db, auth }: { readonly db: Database; readonly auth: Auth },
  { name, email, password, invitation }: Registration,
): Promise<Result<string, RegistrationRefusal>> {
  return db.transaction(async (tx) => {
    await lockRegistration(tx);
    const needsInvitation = (await selectInstructorCount(tx)) > 0;
    if (needsInvitation && invitation === undefined) return refuse("invitation-required");
    const isAdmitted = invitation === undefined || (await selectInvitationIsOpen(tx, invitation));
    if (needsInvitation && !isAdmitted) return refuse("invitation-invalid");
    if ((await selectOptionalUserByEmail(tx, email)) !== null) return refuse("email-taken");

    const { user } = await auth.api.signUpEmail({ body: { name, email, password } });
    await makeInstructor(tx, user.id);
    if (invitation !== undefined) await spendInvitation(tx, invitation, user.id);
    const subject = `user:${user.id}`;
    await insertAuditEvent(tx, { actorId: user.id, action: "instructor-registered", subject });
    return accept(user.id);
  });
}

/**
 * Makes a student's account by the code of a class, and enrols them in it. The page signs in afterwards. No lock and no
 * transaction: a whole class registers in the same minute, and an account whose enrolment was cut off joins by the code again.
 */
export async function registerStudent(
  { db, auth }: { readonly db: Database; readonly auth: Auth },
  classId: string,
  { name, email, password }: Omit<Registration, "invitation">,
): Promise<Result<string, "email-taken">> {
  if ((await selectOptionalUserByEmail(db, email)) !== null) return refuse("email-taken");
  try {
    const { user } = await auth.api.signUpEmail({ body: { name, email, password } });
    await insertEnrolment(db, { classId, userId: user.id, role: "student" });
    return accept(user.id);
  } catch (error) {
    // Two pages at once: the other one was first.
    if (error instanceof APIError && (await selectOptionalUserByEmail(db, email)) !== null)
      return refuse("email-taken");
    throw error;
  }
}
