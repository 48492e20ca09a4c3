/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. Node built-ins only, so that it runs on
 * a fresh clone; it installs what is missing first. The last line is `N passed, N failed`, summed over all runners.
 *
 * `npm test -- unit lint` runs only the named steps.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { ensureInstalled, requireNode, root } from "./install.mjs";

const bin = (name) => join(root, "node_modules", ".bin", name);
const scratch = mkdtempSync(join(tmpdir(), "pyrena-test-"));

/** One named step: how to run it, and how to count what it ran. */
const steps = [
  { name: "format", title: "format and lint", run: () => check([bin("biome"), "ci", "."]) },
  {
    name: "lint",
    title: "who may import whom",
    run: () => check([bin("depcruise"), "--config", ".dependency-cruiser.cjs", "packages", "apps"]),
  },
  {
    name: "types",
    title: "types",
    run: () => check([bin("turbo"), "run", "typecheck", "--output-logs=errors-only"]),
  },
  { name: "unit", title: "unit", run: () => jest("unit") },
  { name: "conformance", title: "conformance with CPython", run: () => jest("conformance") },
  {
    name: "integration",
    title: "integration on PostgreSQL",
    run: () => jest("integration", ["--runInBand"]),
  },
  {
    name: "build",
    title: "build",
    run: () => check([process.execPath, join(root, "scripts", "build.mjs")]),
  },
  { name: "e2e", title: "journeys in a browser", run: () => journeys() },
];

const totals = { passed: 0, failed: 0 };

await main();

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    stop(`Unknown step ${unknown.join(", ")}; there are: ${steps.map((s) => s.name).join(", ")}.`);
  requireNode();
  await ensureInstalled();
  for (const step of steps) {
    if (asked.length > 0 && !asked.includes(step.name)) continue;
    const started = Date.now();
    console.log(`\n── ${step.title}`);
    const { passed, failed } = await step.run();
    totals.passed += passed;
    totals.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`── ${step.title}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  rmSync(scratch, { recursive: true, force: true });
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed > 0 ? 1 : 0);
}

/** A command that either holds or does not counts as one test. */
async function check([command, ...args]) {
  const code = await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(project, extra = []) {
  const file = join(scratch, `${project}.json`);
  const args = ["--selectProjects", project, "--json", `--outputFile=${file}`, "--passWithNoTests", ...extra];
  const code = await run(bin("jest"), args, { NODE_OPTIONS: "--experimental-vm-modules --no-warnings" });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, "utf8"));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function journeys() {
  const chromium = await findChromium();
  process.env.CHROMIUM_PATH = chromium;
  return jest("e2e", ["--runInBand"]);
}

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" },
    });
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
