import type { ServerResponse } from "node:http";

/** Refusals of the front door itself, before anything behind it has seen the request. */
export const DOOR_REFUSALS = {
  "origin-not-allowed": [
    403,
    "Pages of this origin may not call this server. Set PUBLIC_URL or ALLOWED_ORIGINS to its address.",
  ],
  "body-too-large": [413, "The request is larger than this server accepts."],
  "length-required": [411, "A request with a body must say how long it is."],
  "not-found": [404, "There is nothing here."],
  forbidden: [403, "This is not for you."],
  starting: [503, "The pages are still starting."],
  broken: [500, "Something went wrong inside the server."],
} as const;
export type DoorRefusal = keyof typeof DOOR_REFUSALS;

export function refuseRequest(response: ServerResponse, code: DoorRefusal): void {
  const [status, message] = DOOR_REFUSALS[code];
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const headers = status === 503 ? { "retry-after": "1" } : {};
  response.writeHead(status, { "content-type": "application/json", connection: "close", ...headers });
  response.end(JSON.stringify({ code, message }));
}
