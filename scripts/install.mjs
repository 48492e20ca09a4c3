/** What `npm start` and `npm test` do first on a fresh clone: check Node, install what is missing. Node built-ins only. */
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the process with a sentence when Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Pyrena needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
  );
  process.exit(1);
}

/** Runs `npm ci` when node_modules is missing or older than the lock file. */
export async function ensureInstalled() {
  const stamp = join(root, "node_modules", ".package-lock.json");
  const isFresh =
    existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
  if (isFresh) return;
  console.log("Installing packages (npm ci) …");
  const code = await new Promise((resolve) => {
    const child = spawn("npm", ["ci", "--no-fund", "--no-audit"], {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    child.on("error", () => resolve(1));
    child.on("exit", resolve);
  });
  if (code === 0) return;
  console.error("Installing the packages failed; the lines above say why. Nothing else was changed.");
  process.exit(1);
}
