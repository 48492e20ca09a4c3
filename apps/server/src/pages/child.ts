/** The process that renders pages. Started by pages.ts with the folder of apps/web; lives only as long as its parent. */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** The part of Next's custom-server API that is used here. */
interface NextServer {
  prepare(): Promise<void>;
  getRequestHandler(): Parameters<typeof createServer>[1];
}
type CreateNext = (options: { dev: boolean; dir: string; hostname: string; port: number }) => NextServer;

// The channel closes when the parent ends, however it ended: `kill -9` included.
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent decides when pages stop.
process.on("SIGINT", () => undefined);

const [folder = ""] = process.argv.slice(2);
const HOST = "127.0.0.1";
const server = createServer();
server.listen(0, HOST, async () => {
  const { port } = server.address() as AddressInfo;
  // Next belongs to apps/web, so it is found from there.
  const next: CreateNext = createRequire(join(folder, "package.json"))("next");
  const app = next({ dev: false, dir: folder, hostname: HOST, port });
  await app.prepare();
  server.on("request", app.getRequestHandler() ?? (() => undefined));
  // The parent may have gone in the meantime.
  if (!process.connected) process.exit(0);
  process.send?.({ port });
});
