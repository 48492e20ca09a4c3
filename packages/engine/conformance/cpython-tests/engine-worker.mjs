/** Runs each program it is sent, with limits that no test should meet. */
import { parentPort } from "node:worker_threads";
import { run } from "../../dist/index.js";

const limits = { steps: 400_000_000, bytes: 4 * 1024 ** 3, objects: 20_000_000, output: 10_000_000 };

parentPort.on("message", ({ source, python, filename }) => {
  parentPort.postMessage(outcome(source, python, filename));
});

function outcome(source, python, filename) {
  try {
    const result = run(source, { python, filename, limits });
    return { stdout: result.stdout, error: ending(result) };
  } catch (error) {
    const stack = String(error?.stack ?? error).split("\n");
    return { stdout: "", error: `engine: ${stack.slice(0, 5).join(" | ")}` };
  }
}

function ending({ limit, unsupported, exception, stderr }) {
  if (unsupported !== null) return `not modelled: ${unsupported.what} (line ${unsupported.range?.lineno})`;
  if (limit !== null) return `limit: ${limit.kind}`;
  return exception === null ? null : `${exception.summary} ${stderr.match(/line \d+/g)?.at(-1) ?? ""}`;
}
