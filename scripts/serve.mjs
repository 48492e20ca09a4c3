/** Runs what build.mjs has built. Also run by itself: `node scripts/serve.mjs`. */
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { isMain, orSentence, StartProblem } from "./start/problem.mjs";
import { secretsOf } from "./start/secrets.mjs";
import { readSettings, root } from "./start/settings.mjs";

const main = join(root, "apps/server/dist/main.js");
const READY_WITHIN_MS = 180_000;

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
  greet(settings, await setupInfo(settings));
}

async function untilHealthy(settings) {
  const started = Date.now();
  let shown = started;
  while (!(await isHealthy(settings))) {
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

async function isHealthy(settings) {
  const { status } = await ask(settings, "/healthz");
  return status === 200;
}

/** What the server tells its own sign-in page. A database with people in it but no demo is left without one. */
async function setupInfo(settings) {
  const { status, text } = await ask(settings, "/api/trpc/setup.info");
  return status === 200 ? JSON.parse(text).result.data.json : { joinUrl: "", demoEmail: null };
}

function ask({ port, host }, path) {
  const target = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return new Promise((done) => {
    const request = get({ host: target, port, path, timeout: 2000 }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => done({ status: response.statusCode, text }));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => done({ status: 0, text: "" }));
  });
}

function greet({ port }, { joinUrl, demoEmail }) {
  const own = `http://localhost:${port}`;
  const lines = [
    "",
    "Pyrena is running.",
    "",
    `  On this machine        ${own}`,
    ...(joinUrl === "" || joinUrl === own ? [] : [`  For students' phones   ${joinUrl}`]),
    "",
    ...(demoEmail === null ? [] : demoLogin(demoEmail, process.env.DEMO_PASSWORD)),
    "Stop it with Ctrl-C. Everything is kept; `npm start` goes on where it stopped.",
  ];
  console.log(lines.join("\n"));
}

function demoLogin(email, password) {
  return [`  Demo instructor        ${email}`, `  Password               ${password}`, ""];
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
