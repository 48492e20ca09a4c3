import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import {
  type AckOf,
  FRAME,
  type ItemDraft,
  LIVE_NAMESPACE,
  LIVE_PROTOCOL,
  type LiveFrame,
  type LiveRequest,
  type ParticipantCredential,
  type Question,
  REQUEST,
  type Refused,
  type RoomSettings,
  roomSettingsSchema,
} from "@pyrena/contracts";
import { insertItem, insertRoom, insertVariant, selectItemsById } from "@pyrena/db";
import { createTestDatabase, type TestDatabase } from "@pyrena/db/testing";
import type { DeckEntry } from "@pyrena/live";
import type { Key } from "@pyrena/puzzles/grading";
import { nanoid } from "nanoid";
import { io, type Socket } from "socket.io-client";
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

/** Stands in every part of a key or histogram that must not be seen early. */
export const SECRET = "SECRET";
export const RIGHT_VALUE = 987_654_321;

const QUESTION: Question = {
  kind: "refcount",
  title: "Two names",
  program: {
    source: "import sys\na = []\nb = a\nprint(sys.getrefcount(a))\n",
    python: "3.13",
    pythonFull: "3.13.18",
    mode: "script",
  },
  place: { line: 4, occurrence: 1, when: "before" },
  prompt: { code: "refcount-printed", values: { name: "a", line: 4, occurrence: 1 } },
  input: { widget: "number" },
};

const KEY: Key = {
  kind: "refcount",
  python: "3.13",
  engineVersion: "test",
  answer: { widget: "number", value: RIGHT_VALUE },
  partial: [],
  predictions: [],
  holders: [{ text: `${SECRET} holder`, line: 2, counted: true, ordinal: 1 }],
  why: [],
  notes: [],
  picture: null,
};

const DRAFT: ItemDraft = {
  kind: "refcount",
  title: "Two names",
  topic: "Reference counting",
  source: QUESTION.program.source,
  python: "3.13",
  mode: "script",
  params: {},
  ask: { form: "printed", name: "a", at: { line: 4, occurrence: 1 } },
};

export interface TestRoom {
  readonly roomId: string;
  readonly pin: string;
  readonly entryIds: readonly string[];
}

/** A room with three questions whose key is known here; PIN, participants and tokens come about as always. */
export async function openRoom(server: TestServer, settings: Partial<RoomSettings> = {}): Promise<TestRoom> {
  const { db, live } = server.services;
  const { rows } = await server.database.pool.query<{ id: string }>(`select id from "user" limit 1`);
  const ownerId = rows[0]?.id ?? "";
  const itemId = await insertItem(db, { ownerId, origin: "own", draft: DRAFT, problems: [] });
  const [item] = await selectItemsById(db, [itemId]);
  if (item === undefined) throw new Error("The item was not stored");
  const deck = await Promise.all([1, 2, 3].map(() => storeEntry(server, item.versionId)));
  const roomId = nanoid();
  const pin = nanoid(6)
    .toUpperCase()
    .replace(/[^A-Z]/g, "C");
  const allSettings = { ...roomSettingsSchema.parse({}), ...settings };
  await insertRoom(db, {
    id: roomId,
    pin,
    title: "Monday",
    hostId: ownerId,
    deckId: null,
    settings: allSettings,
  });
  const opened = await live.dispatch(roomId, {
    type: "room-opened",
    at: Date.now(),
    title: "Monday",
    pin,
    settings: allSettings,
    deck,
  });
  if (!opened.ok) throw new Error(opened.code);
  return { roomId, pin, entryIds: deck.map((entry) => entry.entryId) };
}

async function storeEntry(server: TestServer, itemVersionId: string): Promise<DeckEntry> {
  const variant = () =>
    insertVariant(server.services.db, {
      itemVersionId,
      seed: nanoid(),
      params: {},
      question: QUESTION,
      engineVersion: "test",
      key: KEY,
    });
  const { title, kind } = DRAFT;
  return {
    entryId: nanoid(),
    itemVersionId,
    title,
    kind,
    variantId: await variant(),
    twinVariantId: await variant(),
  };
}

export function joinRoom(server: TestServer, pin: string, nickname: string): Promise<ParticipantCredential> {
  return call(server.origin, "room.join", { pin, nickname });
}

/** A connection as a page holds it: frames in the order they came, requests with their acks. */
export class TestClient {
  readonly frames: LiveFrame[] = [];
  private waiting: (() => void)[] = [];

  constructor(readonly socket: Socket) {
    socket.on(FRAME, (frame: LiveFrame) => {
      this.frames.push(frame);
      for (const wake of this.waiting.splice(0)) wake();
    });
  }

  ask<R extends LiveRequest>(request: R): Promise<AckOf<R> | Refused> {
    return this.socket.timeout(10_000).emitWithAck(REQUEST, request);
  }

  /** Sends what no page would send. */
  askAnything(request: unknown): Promise<{ ok: boolean; code?: string }> {
    return this.socket.timeout(10_000).emitWithAck(REQUEST, request);
  }

  /** The first frame, past or to come, that the test looks for. */
  async frame<T>(find: (frame: LiveFrame) => T | null | undefined | false): Promise<T> {
    for (let next = 0; ; next += 1) {
      while (next >= this.frames.length) await new Promise<void>((resolve) => this.waiting.push(resolve));
      const frame = this.frames[next];
      const found = frame !== undefined && find(frame);
      if (found) return found;
    }
  }

  close(): void {
    this.socket.disconnect();
  }
}

export interface ConnectOptions {
  readonly auth: Readonly<Record<string, unknown>>;
  readonly cookie?: string;
  readonly origin?: string | null;
  readonly reconnects?: boolean;
}

/** Resolves with the connected client, or with the code of the refusal. */
export function connectLive(server: TestServer, options: ConnectOptions): Promise<TestClient | string> {
  const { auth, cookie, origin = server.origin, reconnects = false } = options;
  const socket = io(`${server.origin}${LIVE_NAMESPACE}`, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: reconnects,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: { protocol: LIVE_PROTOCOL, ...auth },
    extraHeaders: { ...(origin === null ? {} : { origin }), ...(cookie === undefined ? {} : { cookie }) },
  });
  const client = new TestClient(socket);
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(client));
    socket.once("connect_error", (error: Error & { data?: { code?: string } }) => {
      if (!reconnects) socket.disconnect();
      resolve(error.data?.code ?? error.message);
    });
  });
}

/** Connects where a refusal would be a failure of the test. */
export async function mustConnect(server: TestServer, options: ConnectOptions): Promise<TestClient> {
  const client = await connectLive(server, options);
  if (typeof client === "string") throw new Error(`The connection was refused: ${client}`);
  return client;
}

export function connectHost(server: TestServer, roomId: string): Promise<TestClient> {
  return mustConnect(server, { auth: { audience: "host", room: roomId }, cookie: server.cookie });
}

export function connectStudent(
  server: TestServer,
  credential: ParticipantCredential,
  seen?: number,
): Promise<TestClient> {
  const { roomId: room, token } = credential;
  return mustConnect(server, {
    auth: { audience: "student", room, token, ...(seen === undefined ? {} : { seen }) },
    reconnects: true,
  });
}
