/** A CPython that stays up and runs one program after the other, timed on its side of the pipe. */
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "python-worker.py");

/** The given interpreter, or the version's on the PATH; null without one. */
export function findPython(given, version) {
  const name = given ?? `python${version}`;
  const { status } = spawnSync(name, ["-c", "pass"], { stdio: "ignore" });
  if (status === 0) return name;
  if (given !== undefined) throw new Error(`${given} does not run`);
  return null;
}

/** With `countsCpu` the times are the processor's. */
export function startWorker(python, countsCpu = false) {
  const flags = countsCpu ? ["--cpu"] : [];
  const child = spawn(python, ["-S", "-B", "-E", script, ...flags], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async milliseconds(source) {
      child.stdin.write(`${JSON.stringify(source)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error("the interpreter ended");
      return Number(value);
    },
    close: () => child.stdin.end(),
  };
}
