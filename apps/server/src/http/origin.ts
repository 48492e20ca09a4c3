import { hostname, networkInterfaces } from "node:os";
import { isLoopback } from "./address.ts";

export interface OriginPolicyOptions {
  readonly publicUrl: string | undefined;
  readonly allowedOrigins: readonly string[];
}

export interface OriginPolicy {
  /** Whether a page of this origin may call; `host` is the Host header of the same request. */
  isAllowed(origin: string | undefined, host: string | undefined): boolean;
}

/**
 * Pages may call if they come from PUBLIC_URL, from an origin on the list, or from the address they are calling, where that is one of
 * this machine's own: an IP address, localhost, or its name. A foreign name that merely points here is foreign.
 */
export function createOriginPolicy({ publicUrl, allowedOrigins }: OriginPolicyOptions): OriginPolicy {
  const listed = new Set(
    [...(publicUrl === undefined ? [] : [publicUrl]), ...allowedOrigins].flatMap(hostOf),
  );
  return {
    isAllowed(origin, host) {
      const [from] = origin === undefined ? [] : hostOf(origin);
      if (from === undefined) return false;
      return listed.has(from) || (from === host?.toLowerCase() && isOwnName(from));
    },
  };
}

function hostOf(origin: string): string[] {
  return URL.canParse(origin) ? [new URL(origin).host.toLowerCase()] : [];
}

function isOwnName(host: string): boolean {
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  const own = hostname().toLowerCase();
  if (name === "localhost" || name === own || name === `${own}.local` || isLoopback(name)) return true;
  return Object.values(networkInterfaces())
    .flat()
    .some((face) => face?.address.toLowerCase() === name);
}
