import { isIP } from "node:net";
import { hostname } from "node:os";

export interface OriginPolicyOptions {
  readonly publicUrl: string | undefined;
  readonly allowedOrigins: readonly string[];
}

export interface OriginPolicy {
  /** Whether a page of this origin may call; `host` is the Host header of the same request. */
  isAllowed(origin: string | undefined, host: string | undefined): boolean;
}

/**
 * Pages may call if they come from PUBLIC_URL, from an origin on the list, or from the very address they are calling, where that is an
 * IP address, localhost, or this machine's name. A foreign name that was made to point here stays foreign.
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
  return isIP(name) !== 0 || ["localhost", own, `${own}.local`].includes(name);
}
