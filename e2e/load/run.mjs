/**
 * How the live room holds a thousand students: `node e2e/load/run.mjs [students]`, after `npm run build`. The server runs as its own
 * process on its own database; the class and the bare baseline run here, on the same cores.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./figures.mjs";
import { measure } from "./measure.mjs";
import { openDemoRoom, startServer } from "./server.mjs";

const size = Number(process.argv[2] ?? 1_000);
const port = Number(process.env.PORT ?? 4_150);
const demoPassword = "a password of the load test";
const dataFolder = await mkdtemp(join(tmpdir(), "pyrena-load-"));

let server = await startServer({ port, dataFolder, demoPassword });
try {
  const rows = await measure(
    server.origin,
    await openDemoRoom(server.origin, demoPassword),
    size,
    async () => {
      await server.kill("SIGKILL");
      server = await startServer({ port, dataFolder });
      return { healthyAt: performance.now() };
    },
  );
  console.log(table(rows));
} finally {
  await server.kill("SIGTERM");
  await rm(dataFolder, { recursive: true, force: true });
}
