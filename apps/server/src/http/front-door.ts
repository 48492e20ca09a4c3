import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import type { Logger } from "../log.ts";
import { clientAddress, isLoopback } from "./address.ts";
import type { Health } from "./health.ts";
import type { OriginPolicy } from "./origin.ts";
import { refuseRequest } from "./refusal.ts";

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) => void | Promise<void>;

export interface FrontDoorOptions {
  readonly log: Logger;
  readonly origins: OriginPolicy;
  readonly trustsProxy: boolean;
  readonly metricsToken: string | undefined;
  readonly health: () => Promise<Health>;
  readonly metrics: () => Registry;
  readonly trpc: Handler;
  readonly auth: Handler;
  readonly pages: Handler;
}

/** A deck of two hundred items with long programs fits; nothing anybody sends is larger. */
const MAX_BODY_BYTES = 4_000_000;

/**
 * The one port. What is asked goes to /api/trpc, who is asking to /api/auth, what is live to /socket.io (which Socket.IO takes
 * from this server before this handler sees it), and everything else is a page.
 */
export function createFrontDoor(options: FrontDoorOptions): Server {
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response, options)).catch((error: unknown) => {
      options.log.error({ error, path: pathOf(request) }, "a request failed");
      refuseRequest(response, "broken");
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 15_000;
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontDoorOptions,
): Promise<void> {
  const address = clientAddress(request, options.trustsProxy);
  // Whatever stands behind the front door believes this header, so nobody else may write it.
  request.headers["x-forwarded-for"] = address;
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("referrer-policy", "same-origin");
  if (!isSafe(request) && !mayWrite(request, options.origins, address)) {
    return refuse(request, response, "origin-not-allowed");
  }
  const length = bodyLength(request);
  if (length === "unknown") return refuse(request, response, "length-required");
  if (length > MAX_BODY_BYTES) return refuse(request, response, "body-too-large");
  const path = pathOf(request);
  if (path === "/healthz") return sendHealth(response, await options.health());
  if (path === "/metrics") return sendMetrics(request, response, address, options);
  if (path.startsWith("/api/trpc/")) return options.trpc(request, response, address);
  if (path.startsWith("/api/auth/")) return options.auth(request, response, address);
  if (path.startsWith("/socket.io")) return refuse(request, response, "not-found");
  return options.pages(request, response, address);
}

function isSafe(request: IncomingMessage): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

/** The pages' own server calls over loopback without an Origin; a browser always sends one. */
function mayWrite(request: IncomingMessage, origins: OriginPolicy, address: string): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return origins.isAllowed(origin, host);
  return isLoopback(address) || isLoopback(request.socket.remoteAddress?.replace("::ffff:", "") ?? "");
}

function bodyLength(request: IncomingMessage): number | "unknown" {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding !== undefined) return "unknown";
  return length === undefined ? 0 : Number(length);
}

/** Answers at once and lets a client that is still sending finish its sentence, but not for ever. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: Parameters<typeof refuseRequest>[1],
): void {
  refuseRequest(response, code);
  request.resume();
  setTimeout(() => request.destroy(), 5_000).unref();
}

function sendHealth(response: ServerResponse, health: Health): void {
  response.writeHead(health.ok ? 200 : 503, {
    "content-type": "application/json",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(health));
}

async function sendMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  { metricsToken, metrics }: FrontDoorOptions,
): Promise<void> {
  const hasToken = metricsToken !== undefined && request.headers.authorization === `Bearer ${metricsToken}`;
  if (!isLoopback(address) && !hasToken) return refuse(request, response, "forbidden");
  const registry = metrics();
  response.writeHead(200, { "content-type": registry.contentType });
  response.end(await registry.metrics());
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}
