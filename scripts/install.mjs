/**
 * What `npm start` and `npm test` do first on a fresh clone: check Node, install what is missing. Node built-ins only. Also run by
 * itself: `node scripts/install.mjs`.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { requireNode } from "./start/node-version.mjs";
import { isMain, StartProblem } from "./start/problem.mjs";
import { npm, runStep } from "./start/run.mjs";
import { root } from "./start/settings.mjs";

export { requireNode, root };

/** Runs `npm ci` when what is installed is not what package-lock.json asks for. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  try {
    await runStep("Installing the packages", ...npm(["ci", "--no-audit", "--no-fund"]));
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`\n${error.message} The lines above say why.`);
    process.exit(1);
  }
}

/**
 * npm writes node_modules/.package-lock.json last of all, so an interrupted installation has none. Packages for other
 * platforms are rightly missing in it.
 */
function isInstalled() {
  const installed = packagesOf(join(root, "node_modules", ".package-lock.json"));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (installed === null || wanted === null) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional }]) => {
    if (!path.includes("node_modules/") || link) return true;
    const found = installed[path];
    return found === undefined ? Boolean(optional || devOptional) : found.version === version;
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return null;
  }
}

if (isMain(import.meta.url)) {
  requireNode();
  await ensureInstalled();
}
