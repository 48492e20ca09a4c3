import type { AddressInfo } from "node:net";
import { join } from "node:path";
import {
  createAuth,
  createBackground,
  createThrottle,
  readSession,
  type Services,
  seedDemo,
  stockDemo,
} from "@pyrena/api";
import { connect, migrateDatabase } from "@pyrena/db";
import { startEmbeddedPostgres } from "@pyrena/db/embedded";
import { demoDeck } from "@pyrena/puzzles/bank";
import { createEnginePool } from "./engine/pool.ts";
import { remembering } from "./engine/remembering.ts";
import { type Env, pagesEnv } from "./env.ts";
import { createAuthHandler, createTrpcHandler } from "./http/api.ts";
import { createFrontDoor, type Handler } from "./http/front-door.ts";
import { createHealth } from "./http/health.ts";
import { createMetrics } from "./http/metrics.ts";
import { createOriginPolicy } from "./http/origin.ts";
import { refuseRequest } from "./http/refusal.ts";
import { joinUrls } from "./join-urls.ts";
import { createGateway } from "./live/gateway.ts";
import { createLiveServer } from "./live/sockets.ts";
import type { Logger } from "./log.ts";
import { type Pages, startPages } from "./pages/pages.ts";

export interface ServerOptions {
  readonly env: Env;
  readonly log: Logger;
  /** Folder of the built engine-worker.js and pages-child.js. */
  readonly dist: string;
  /** The database could not be brought back: there is nothing left to serve. */
  readonly onLost: (problem: Error) => void;
}

export interface RunningServer {
  readonly port: number;
  readonly services: Services;
  close(): Promise<void>;
}

const DEMO_DECK = {
  title: "Python's memory, from the heap up",
  description: "One question for each idea of the course, in the order of the lecture.",
  items: demoDeck,
};

/** Wrong PINs one address may type: a class of thirty mistypes, a guesser gives up. */
const WRONG_PINS = { limit: 60, windowMs: 60_000 };

/** The engine leaves the processor to the pages until they are up. */
const STOCK_AFTER_MS = 4_000;

/** Puts the parts together, in the order in which they need each other; nothing here decides anything. */
export async function startServer({ env, log, dist, onLost }: ServerOptions): Promise<RunningServer> {
  // Both take a second: the pages come up while the database does.
  const early = env.PORT === 0 ? null : openPages(env, dist, env.PORT, log);
  const database = await openDatabase(env, log, onLost).catch(async (problem: unknown) => {
    await early?.stop();
    throw problem;
  });
  const { db, pool } = database.client;
  const onLog = (message: string) => log.warn(message);
  const auth = createAuth({ db, secret: env.AUTH_SECRET, publicUrl: env.PUBLIC_URL ?? null, onLog });
  const engine = createEnginePool({
    workerFile: join(dist, "engine-worker.js"),
    threads: env.ENGINE_THREADS,
    isKeptWarm: env.NODE_ENV === "production",
    log,
  });
  const origins = createOriginPolicy({ publicUrl: env.PUBLIC_URL, allowedOrigins: env.ALLOWED_ORIGINS });

  let pages = early;
  let port = env.PORT;
  const own = () => `http://127.0.0.1:${port}`;
  const door: { trpc: Handler; auth: Handler } = { trpc: notYet, auth: createAuthHandler({ auth }) };
  const http = createFrontDoor({
    log,
    origins,
    trustsProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN,
    health: createHealth({
      pool,
      pages: env.WEB_FOLDER === "" ? undefined : async () => (await pages?.answers()) ?? false,
      origin: own,
    }),
    metrics: () => metrics,
    trpc: (...request) => door.trpc(...request),
    auth: door.auth,
    pages: (...request) => (pages === null ? notYet(...request) : pages.handler(...request)),
  });
  const live = createLiveServer({
    http,
    db,
    log,
    sessionOf: async (headers) => {
      const user = await readSession(auth, headers);
      return user === null ? null : { userId: user.id };
    },
    isAllowedOrigin: origins.isAllowed,
  });
  const metrics = createMetrics({
    connections: () => live.io.engine.clientsCount,
    engineWaiting: engine.waiting,
  });
  const services: Services = {
    db,
    auth,
    engine: remembering(engine),
    live: createGateway(live),
    background: createBackground((error) => log.warn({ error }, "work in the background failed")),
    wrongPins: createThrottle(WRONG_PINS),
    joinUrls: () => joinUrls(env.PUBLIC_URL, port),
    now: Date.now,
  };
  door.trpc = createTrpcHandler(services, log);

  if (env.DEMO_PASSWORD !== undefined)
    await seedDemo(services, { password: env.DEMO_PASSWORD, deck: DEMO_DECK });
  await live.hub.start();
  port = await listen(http, env);
  pages ??= openPages(env, dist, port, log);
  log.info({ port }, "listening");
  if (env.DEMO_PASSWORD !== undefined)
    setTimeout(() => services.background.run(() => stockDemo(services)), STOCK_AFTER_MS).unref();

  return {
    port,
    services,
    async close() {
      // Sockets first: no answer is taken that could not be stored any more.
      await live.close();
      http.closeAllConnections();
      const idle = services.background.stop();
      await Promise.all([pages?.stop(), engine.close()]);
      await idle;
      await database.close();
    },
  };
}

/** Null for a server without pages. */
function openPages(env: Env, dist: string, port: number, log: Logger): Pages | null {
  if (env.WEB_FOLDER === "") return null;
  return startPages({
    childFile: join(dist, "pages-child.js"),
    webFolder: env.WEB_FOLDER,
    env: pagesEnv(`http://127.0.0.1:${port}`),
    log,
  });
}

const notYet: Handler = (_request, response) => refuseRequest(response, "starting");

async function openDatabase(env: Env, log: Logger, onLost: (problem: Error) => void) {
  const onNotice = (message: string) => log.debug({ message }, "database");
  if (env.DATABASE_URL !== undefined) {
    await migrateDatabase(env.DATABASE_URL);
    const client = connect({ url: env.DATABASE_URL, onNotice });
    return { client, close: () => client.close() };
  }
  const postgres = await startEmbeddedPostgres({
    folder: join(env.DATA_FOLDER, "postgres"),
    log: (line) => log.info(line),
    onLost,
  });
  await migrateDatabase(postgres.url);
  const client = connect({ url: postgres.url, onNotice });
  return {
    client,
    close: async () => {
      await client.close();
      await postgres.stop();
    },
  };
}

function listen(http: ReturnType<typeof createFrontDoor>, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(env.PORT, env.HOST, () => {
      http.removeListener("error", reject);
      // A listening TCP server has an address with a port.
      resolve((http.address() as AddressInfo).port);
    });
  });
}
