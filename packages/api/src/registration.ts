import { accept, type Result, refuse } from "@pyrena/contracts";
import {
  type Database,
  insertAuditEvent,
  lockRegistration,
  selectInstructorCount,
  selectInvitationIsOpen,
  selectOptionalUserByEmail,
  spendInvitation,
} from "@pyrena/db";
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
    if (invitation !== undefined) await spendInvitation(tx, invitation, user.id);
    const subject = `user:${user.id}`;
    await insertAuditEvent(tx, { actorId: user.id, action: "instructor-registered", subject });
    return accept(user.id);
  });
}
