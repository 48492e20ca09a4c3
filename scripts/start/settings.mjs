import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StartProblem } from "./problem.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the person may set; the server reads the rest of its environment itself (apps/server/src/env.ts). */
export function readSettings() {
  return {
    port: portFrom(process.env.PORT),
    host: process.env.HOST || "0.0.0.0",
    databaseUrl: process.env.DATABASE_URL || null,
    dataFolder: resolve(root, process.env.DATA_DIR || process.env.DATA_FOLDER || ".data"),
  };
}

function portFrom(text) {
  const port = Number(text || "3000");
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StartProblem(`PORT is "${text}", which is not a port number between 1 and 65535.`);
}
