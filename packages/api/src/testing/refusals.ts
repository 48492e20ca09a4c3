import type { DomainProblem } from "@pyrena/contracts";
import { TRPCError } from "@trpc/server";
import { problemOf } from "../errors.ts";

/** The problem a call is refused with; "accepted" when it is not, and tRPC's code for a malformed call. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<DomainProblem | "accepted" | TRPCError["code"]> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return problemOf(error) ?? error.code;
  }
}
