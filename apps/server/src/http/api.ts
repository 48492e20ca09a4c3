import { appRouter, readSession, type Services } from "@pyrena/api";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { fromNodeHeaders, toNodeHandler } from "better-auth/node";
import type { Logger } from "../log.ts";
import type { Handler } from "./front-door.ts";

const PREFIX = "/api/trpc/";
/** Calls the pages may send in one request. */
const MAX_BATCH = 20;

/** tRPC behind the front door: a context per request from the services, the session cookie and the address. */
export function createTrpcHandler(services: Services, log: Logger): Handler {
  return async (request, response, clientAddress) => {
    const path = (request.url ?? "").split("?", 1)[0]?.slice(PREFIX.length) ?? "";
    await nodeHTTPRequestHandler({
      router: appRouter,
      req: request,
      res: response,
      path,
      maxBatchSize: MAX_BATCH,
      createContext: async () => ({
        ...services,
        user: await readSession(services.auth, fromNodeHeaders(request.headers)),
        clientAddress,
      }),
      onError: ({ error, path: procedure }) => {
        if (error.code === "INTERNAL_SERVER_ERROR") log.error({ error, procedure }, "a procedure failed");
      },
    });
  };
}

export function createAuthHandler({ auth }: Pick<Services, "auth">): Handler {
  const handle = toNodeHandler(auth);
  return (request, response) => handle(request, response);
}
