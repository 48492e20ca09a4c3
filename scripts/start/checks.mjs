import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { StartProblem } from "./problem.mjs";

/** Found out before a minute is spent on building. */
export function checkDataFolder(folder) {
  const probe = join(folder, `writable.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const reason = error.code === "ENOSPC" ? "the disk is full" : error.code;
    throw new StartProblem(
      `The data folder ${folder} cannot be written (${reason}): make it writable, or set DATA_DIR.`,
    );
  }
}

export function checkPort({ port, host }) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error) => fail(new StartProblem(portProblem(error, port, host))));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

function portProblem(error, port, host) {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`;
  }
  if (error.code === "EACCES")
    return `Port ${port} may not be used by this account: choose one above 1023 with PORT.`;
  return `This machine has no address ${host} to listen on (${error.code}): set HOST to one of its own.`;
}
