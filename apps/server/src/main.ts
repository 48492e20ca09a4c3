/** The server's process: environment in, signals handled, one sentence for whatever keeps it from starting. */
import { EmbeddedPostgresProblem } from "@pyrena/db/embedded";
import { EnvProblem, readEnv } from "./env.ts";
import { createLogger, type Logger } from "./log.ts";
import { type RunningServer, startServer } from "./server.ts";

/** After this an orderly stop has failed, and leaving is better than staying. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  const env = readEnv();
  const log = createLogger(env.LOG_LEVEL);
  const onLost = (problem: Error) => end(problem, log);
  const server = await startServer({ env, log, dist: import.meta.dirname, onLost });
  const stop = once(() => void stopServer(server, log));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("unhandledRejection", (error) =>
    log.error({ error }, "a promise was rejected and nobody listened"),
  );
}

async function stopServer(server: RunningServer, log: Logger): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await server.close().catch((error: unknown) => log.error({ error }, "the stop was not orderly"));
  process.exit(0);
}

function end(problem: unknown, log: Logger | null): never {
  log?.fatal({ error: problem }, "the server cannot go on");
  console.error(sentenceOf(problem));
  process.exit(1);
}

/** Nobody there, no such host, no answer; then PostgreSQL's: wrong password, not admitted, no such database. */
const NO_DATABASE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "28P01",
  "28000",
  "3D000",
]);

function sentenceOf(problem: unknown): unknown {
  if (problem instanceof EnvProblem || problem instanceof EmbeddedPostgresProblem) return problem.message;
  if (problem instanceof Error && "code" in problem) {
    if (problem.code === "EADDRINUSE") return `The port is taken by another program (${problem.message}).`;
    const code = String(problem.code);
    if (NO_DATABASE.has(code))
      return `The database cannot be reached (${problem.message || code}): look at DATABASE_URL.`;
  }
  return problem;
}

function once(run: () => void): () => void {
  let hasRun = false;
  return () => {
    if (!hasRun) run();
    hasRun = true;
  };
}

await main().catch((problem: unknown) => end(problem, null));
