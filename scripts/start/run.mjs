import { spawn } from "node:child_process";
import { StartProblem } from "./problem.mjs";
import { root } from "./settings.mjs";

const QUIET_SECONDS = 5;
const SHOWN_LINES = 40;

/**
 * Runs a step and shows that it is alive: its last line every few seconds. Its whole output is shown only when it fails. The
 * step is stopped when this process is.
 */
export async function runStep(label, command, args, env = {}) {
  const started = Date.now();
  console.log(`${label} …`);
  const lines = [];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const endWatch = endWithThisProcess(child);
  const collect = (chunk) => {
    lines.push(
      ...chunk
        .toString()
        .split("\n")
        .filter((line) => line.trim() !== ""),
    );
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const sign = setInterval(() => console.log(`  ${seconds()} s  ${lastOf(lines)}`), QUIET_SECONDS * 1000);
  const problem = await new Promise((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", (code, signal) =>
      done(code === 0 ? null : `it ended with ${signal ?? `code ${code}`}`),
    );
  });
  clearInterval(sign);
  endWatch();
  if (problem !== null) {
    console.error(lines.slice(-SHOWN_LINES).join("\n"));
    throw new StartProblem(`${label} did not work: ${problem}.`);
  }
  console.log(`  done in ${seconds()} s`);
}

/**
 * A step has children of its own, which would go on installing or building when this process is killed. They are one process
 * group, and a shell ends it when the pipe from this process closes, in whatever way it ended. Returns what calls the shell off.
 */
function endWithThisProcess(child) {
  if (child.pid === undefined || process.platform === "win32") return () => undefined;
  const end = 'read -r _; kill -TERM "-$1"; sleep 3; kill -KILL "-$1"';
  const watcher = spawn("sh", ["-c", end, "pyrena-step-watcher", String(child.pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  return () => watcher.kill("SIGKILL");
}

/** npm with the Node that runs this; under `npm start`, that very npm. */
export function npm(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? [process.execPath, [cli, ...args]] : ["npm", args];
}

// Colours and cursor movements of the tools would garble the one line that is shown.
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");

function lastOf(lines) {
  // npm's warnings are of the person's own settings, and they stand at the beginning of every wait.
  return (lines.findLast((line) => !line.startsWith("npm warn")) ?? "").replace(CONTROL, "").slice(0, 100);
}
