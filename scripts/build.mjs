/** Builds the pages and the server. Also run by itself: `node scripts/build.mjs`. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, orSentence } from "./start/problem.mjs";
import { runStep } from "./start/run.mjs";
import { root } from "./start/settings.mjs";

const BUILT = ["apps/server/dist/main.js", "apps/web/.next/BUILD_ID"];
/** Says of which sources the build is; in node_modules, because it is of no use without them. */
const MARK = "node_modules/.cache/pyrena/build";

/** `turbo run build` when a source has changed since the last one. */
export async function build() {
  const fingerprint = fingerprintOfSources();
  const mark = join(root, MARK);
  const isBuilt = BUILT.every((file) => existsSync(join(root, file)));
  if (isBuilt && existsSync(mark) && readFileSync(mark, "utf8") === fingerprint) return;
  // A build that is interrupted leaves no mark, so the next start builds again.
  rmSync(mark, { force: true });
  const turbo = join(root, "node_modules", "turbo", "bin", "turbo");
  const quiet = {
    TURBO_TELEMETRY_DISABLED: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
    FORCE_COLOR: "0",
  };
  await runStep(
    "Building the pages and the server (about a minute)",
    process.execPath,
    [turbo, "run", "build"],
    quiet,
  );
  mkdirSync(join(mark, ".."), { recursive: true });
  writeFileSync(mark, fingerprint);
}

const SOURCE_ROOTS = ["apps", "packages"];
const ROOT_FILES = ["package-lock.json", "package.json", "turbo.json", "tsconfig.base.json"];
const NOT_SOURCE = new Set(["node_modules", "dist", ".next", ".turbo", ".data", "conformance", "bench"]);

/** Over the names and contents of everything the build may read; a changed date alone changes nothing. */
function fingerprintOfSources() {
  const hash = createHash("sha256");
  const add = (file) =>
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  for (const file of ROOT_FILES) if (existsSync(join(root, file))) add(file);
  for (const folder of SOURCE_ROOTS) for (const file of filesIn(folder)) add(file);
  return hash.digest("hex");
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : filesIn(path);
    const isIgnored = /\.(test|itest)\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$/.test(entry.name);
    return entry.isFile() && !isIgnored ? [path] : [];
  });
}

if (isMain(import.meta.url)) await orSentence(build);
