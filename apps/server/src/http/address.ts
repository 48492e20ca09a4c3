import type { IncomingMessage } from "node:http";

/**
 * Where a request really comes from. A header counts only if the peer is this machine (the pages' own calls, a proxy beside
 * us) or a proxy we were told to trust; and then only its last hop, which that peer wrote itself.
 */
export function clientAddress(request: IncomingMessage, trustsProxy: boolean): string {
  const peer = plain(request.socket.remoteAddress ?? "");
  if (!trustsProxy && !isLoopback(peer)) return peer;
  const forwarded = [request.headers["x-forwarded-for"]].flat().join(",");
  const last = forwarded.split(",").at(-1)?.trim();
  return last === undefined || last === "" ? peer : plain(last);
}

export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\./.test(address);
}

/** An IPv4 address as it is written, also where it arrived on an IPv6 socket. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
