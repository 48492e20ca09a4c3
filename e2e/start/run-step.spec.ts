import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { checkout, descendants, isRunning, until } from "./launcher.ts";

const runStep = JSON.stringify(join(checkout, "scripts/start/run.mjs"));

function step(command: string): ReturnType<typeof spawn> {
  const program = `import { runStep } from ${runStep}; await runStep("A step", "sh", ["-c", ${JSON.stringify(command)}]);`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
}

test.each(["SIGINT", "SIGKILL"] as const)(
  "a step and its children end when the start is ended by %s",
  async (signal) => {
    const start = step("sleep 1000 & sleep 1000; true");
    // The shell, its two sleepers, and the watcher.
    await until(() => descendants(start.pid ?? 0).length >= 4);
    const processes = descendants(start.pid ?? 0);
    start.kill(signal);
    await until(() => !processes.some(isRunning));
  },
);

test("a step that ends leaves no watcher", async () => {
  const start = step("sleep 1");
  await until(() => descendants(start.pid ?? 0).length >= 2);
  const processes = descendants(start.pid ?? 0);
  const code = await new Promise((resolve) => start.once("exit", resolve));
  expect(code).toBe(0);
  await until(() => !processes.some(isRunning));
});
