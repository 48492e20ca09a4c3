/** Runs what build.mjs has built. Also run by itself: `node scripts/serve.mjs`. */
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { localAddresses } from "./start/addresses.mjs";
import { isMain, orSentence, StartProblem } from "./start/problem.mjs";
import { secretsOf } from "./start/secrets.mjs";
import { readSettings, root } from "./start/settings.mjs";

const main = join(root, "apps/server/dist/main.js");
const READY_WITHIN_MS = 180_000;
const DEMO_EMAIL = "demo@pyrena.example";

/**
 * Runs the server in this very process: one process less that somebody could kill, and nothing between the person's Ctrl-C and
 * the server's own orderly stop.
 */
export async function serve(settings) {
  const { authSecret, demoPassword } = secretsOf(settings.dataFolder);
  const database = settings.databaseUrl === null ? "the embedded PostgreSQL" : "your PostgreSQL";
  console.log(`Starting the server with ${database} …`);
  if (!existsSync(main))
    throw new StartProblem("There is no build to start: run node scripts/build.mjs first.");
  process.chdir(root);
  Object.assign(process.env, {
    NODE_ENV: "production",
    PORT: String(settings.port),
    HOST: settings.host,
    DATA_FOLDER: settings.dataFolder,
    WEB_FOLDER: join(root, "apps", "web"),
    AUTH_SECRET: process.env.AUTH_SECRET || authSecret,
    DEMO_PASSWORD: process.env.DEMO_PASSWORD ?? demoPassword,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent();
  await import(pathToFileURL(main).href);
  await untilHealthy(settings);
  greet(settings, process.env.DEMO_PASSWORD ?? "");
}

async function untilHealthy({ port, host }) {
  const started = Date.now();
  const target = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  let shown = started;
  while (!(await isHealthy(target, port))) {
    if (Date.now() - started > READY_WITHIN_MS) {
      throw new StartProblem(`The server did not become ready within ${READY_WITHIN_MS / 1000} s.`);
    }
    if (Date.now() - shown > 3000) {
      shown = Date.now();
      console.log(`  ${Math.round((shown - started) / 1000)} s  waiting for database, pages and sockets`);
    }
    await sleep(50);
  }
}

function isHealthy(host, port) {
  return new Promise((done) => {
    const request = get({ host, port, path: "/healthz", timeout: 2000 }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => done(false));
  });
}

function greet({ port, publicUrl }, demoPassword) {
  const students = publicUrl ?? firstLocalUrl(port);
  const lines = [
    "",
    "Pyrena is running.",
    "",
    `  On this machine        http://localhost:${port}`,
    ...(students === null ? [] : [`  For students' phones   ${students}`]),
    "",
    ...(demoPassword === ""
      ? []
      : [`  Demo instructor        ${DEMO_EMAIL}`, `  Password               ${demoPassword}`, ""]),
    "Stop it with Ctrl-C. Everything is kept; `npm start` goes on where it stopped.",
  ];
  console.log(lines.join("\n"));
}

function firstLocalUrl(port) {
  const [address] = localAddresses();
  return address === undefined ? null : `http://${address}:${port}`;
}

/**
 * npm does not take its child along when it is killed with -9. Its child then has another parent, or, where a shell stands
 * between them, that shell has.
 */
function stopWithParent() {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return;
    process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

function parentOf(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    // The second field is the program's name in parentheses, which may hold anything.
    return Number(readFileSync(file, "utf8").replace(/^.*\)/s, "").trim().split(" ")[1]);
  } catch {
    return null;
  }
}

if (isMain(import.meta.url)) await orSentence(() => serve(readSettings()));
