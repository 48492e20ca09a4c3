import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@pyrena/db/testing";
import { readEnv } from "../env.ts";
import { createLogger } from "../log.ts";
import { type RunningServer, startServer } from "../server.ts";

const HOST = { name: "Host", email: "host@school.test", password: "a long enough password" };

/** A server of its own with its own database: everything but the pages, and everything of it real. */
export class TestServer {
  private constructor(
    readonly database: TestDatabase,
    private running: RunningServer,
    readonly port: number,
    /** The signed-in instructor's. */
    readonly cookie: string,
  ) {}

  static async start(): Promise<TestServer> {
    const database = await createTestDatabase();
    const running = await run(database, 0);
    const origin = `http://127.0.0.1:${running.port}`;
    await call(origin, "setup.register", HOST);
    const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ email: HOST.email, password: HOST.password }),
    });
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
    return new TestServer(database, running, running.port, cookie.join("; "));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get services(): RunningServer["services"] {
    return this.running.services;
  }

  /** Stops and starts on the same port with the same database, with nothing carried over in memory. */
  async restart(whileDown: () => Promise<void> = async () => undefined): Promise<void> {
    await this.running.close();
    await whileDown();
    this.running = await run(this.database, this.port);
  }

  /** A second server of the same database. */
  another(): Promise<RunningServer> {
    return run(this.database, 0);
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.database.close();
  }
}

async function run(database: TestDatabase, port: number): Promise<RunningServer> {
  const env = readEnv({
    NODE_ENV: "test",
    PORT: String(port === 0 ? await freePort() : port),
    HOST: "127.0.0.1",
    DATABASE_URL: database.url,
    AUTH_SECRET: "a secret for tests, longer than it must be",
    LOG_LEVEL: "silent",
  });
  const dist = join(import.meta.dirname, "../../dist");
  return startServer({ env, log: createLogger("silent"), dist, onLost: fail });
}

function fail(problem: Error): never {
  throw problem;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Calls a tRPC mutation as a page does. */
export async function call<T>(origin: string, procedure: string, input: unknown, cookie = ""): Promise<T> {
  const response = await fetch(`${origin}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, cookie },
    body: JSON.stringify({ json: input }),
  });
  if (!response.ok) throw new Error(`${procedure}: ${await response.text()}`);
  // The router's own types stand for this shape; a test that got another would fail at its first use.
  const body = (await response.json()) as { result: { data: { json: T } } };
  return body.result.data.json;
}
