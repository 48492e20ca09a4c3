import { type DomainProblem, isDomainCode } from "@pyrena/contracts";
import { TRPCClientError } from "@trpc/client";

export type ApiProblem = DomainProblem | { readonly code: "unreachable" } | { readonly code: "unknown" };

/** What went wrong, as a code the page has a sentence for. */
export function problemOf(error: unknown): ApiProblem {
  if (!(error instanceof TRPCClientError)) return { code: "unknown" };
  // No shape means that no answer came back: the network, or a server on its way up.
  if (!error.shape) return { code: "unreachable" };
  const domain: unknown = error.data?.domain;
  if (typeof domain !== "object" || domain === null || !("code" in domain) || !isDomainCode(domain.code)) {
    return { code: "unknown" };
  }
  return { ...domain, code: domain.code };
}
