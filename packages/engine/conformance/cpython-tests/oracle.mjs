/** The programs of one interpreter, and what it prints when it runs them. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** As the recordings are made. */
const flags = ["-s", "-S", "-B", "-W", "ignore"];
const environment = { PYTHONHASHSEED: "0", LANG: "C.UTF-8", PATH: "/usr/bin:/bin", HOME: "/nonexistent" };

/** The tests of these modules: each with its program and what the interpreter made of it, kept between runs until `isFresh`. */
export async function recordedTests({ here, version, python, files, isFresh, isWanted }) {
  const folder = join(tmpdir(), "pyrena-cpython-tests");
  mkdirSync(folder, { recursive: true });
  const keptFile = join(folder, `${version}-${digest(python)}.json`);
  const kept = existsSync(keptFile) && !isFresh ? JSON.parse(readFileSync(keptFile, "utf8")) : {};
  const { prelude, tests } = extracted(python, join(here, "extract.py"), files);
  const wanted = tests.filter(isWanted);
  for (const [index, test] of wanted.entries()) {
    test.program = `${prelude}\n${test.body}`;
    const key = digest(test.body);
    if (kept[key] === undefined) {
      kept[key] = await runProgram(python, test);
      if (index % 50 === 0) writeFileSync(keptFile, JSON.stringify(kept));
    }
    Object.assign(test, kept[key]);
  }
  writeFileSync(keptFile, JSON.stringify(kept));
  return wanted;
}

function extracted(python, script, files) {
  const output = execFileSync(python, ["-s", "-B", script, ...files], {
    maxBuffer: 1 << 30,
    encoding: "utf8",
    env: { ...environment, PYTHONWARNINGS: "ignore" },
  });
  const [first, ...tests] = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { prelude: first.prelude, tests };
}

function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function runProgram(python, test) {
  const folder = mkdtempSync(join(tmpdir(), "pyrena-test-"));
  const name = `${test.file}.py`;
  writeFileSync(join(folder, name), test.program);
  const { stdout, stderr, code } = await output(python, [...flags, name], folder);
  rmSync(folder, { recursive: true, force: true });
  const isDoctest = test.name.startsWith("doctest ");
  const error = code === 0 ? null : (stderr.trim().split("\n").at(-1) ?? "");
  return {
    stdout,
    error,
    passes: error === null && (isDoctest || stdout.trimEnd().split("\n").at(-1) === "ok"),
  };
}

function output(python, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(python, args, {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
    });
    const texts = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"])
      child[stream].setEncoding("utf8").on("data", (data) => {
        texts[stream] += data;
      });
    child.on("close", (code) => resolve({ ...texts, code }));
  });
}
