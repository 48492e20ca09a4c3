import { type ChildProcess, fork } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createProxyServer } from "httpxy";
import { z } from "zod";
import type { Handler } from "../http/front-door.ts";
import { refuseRequest } from "../http/refusal.ts";
import type { Logger } from "../log.ts";

export interface PagesOptions {
  /** The bundled child: dist/pages-child.js. */
  readonly childFile: string;
  readonly webFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
}

export interface Pages {
  readonly handler: Handler;
  /** Whether a page comes back. */
  answers(): Promise<boolean>;
  stop(): Promise<void>;
}

const readySchema = z.object({ port: z.number().int() });
const RESTART_MS = 1_000;
const STOP_MS = 3_000;

/** Next in a process of its own, so that rendering a page never delays a live room; restarted when it dies. */
export function startPages(options: PagesOptions): Pages {
  const proxy = createProxyServer({ xfwd: false });
  let child: ChildProcess | null = null;
  let port: number | null = null;
  let isStopping = false;

  function start(): void {
    if (isStopping) return;
    child = fork(options.childFile, [options.webFolder], {
      cwd: options.webFolder,
      env: options.env,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("message", (message) => {
      port = readySchema.parse(message).port;
    });
    child.once("exit", (code, signal) => {
      port = null;
      if (isStopping) return;
      options.log.error({ code, signal }, "the pages stopped; starting them again");
      setTimeout(start, RESTART_MS);
    });
  }
  start();

  return {
    handler: (request, response) => {
      if (port === null) return sayStarting(request, response);
      const target = `http://127.0.0.1:${port}`;
      return proxy.web(request, response, { target }).catch((error: unknown) => {
        // A browser that went away is no failure of the pages.
        if (!request.destroyed) options.log.warn({ error }, "a page could not be fetched");
        sayStarting(request, response);
      });
    },
    async answers() {
      if (port === null) return false;
      const response = await fetch(`http://127.0.0.1:${port}/icon.svg`);
      await response.arrayBuffer();
      return response.ok;
    },
    async stop() {
      isStopping = true;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child?.once("exit", () => resolve()));
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child?.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** A browser gets a page that asks again by itself; the words are few because nothing that translates is up yet. */
function sayStarting(request: IncomingMessage, response: ServerResponse): void {
  const isBrowser = request.headers.accept?.includes("text/html") ?? false;
  if (!isBrowser || response.headersSent) {
    refuseRequest(response, "starting");
    return;
  }
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Pyrena</title>Starting …`;
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "1" });
  response.end(html);
}
