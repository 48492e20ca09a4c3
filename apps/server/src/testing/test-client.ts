import {
  type AckOf,
  FRAME,
  LIVE_NAMESPACE,
  LIVE_PROTOCOL,
  type LiveFrame,
  type LiveRequest,
  type ParticipantCredential,
  REQUEST,
  type Refused,
} from "@pyrena/contracts";
import { io, type Socket } from "socket.io-client";
import type { TestServer } from "./test-server.ts";

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
  /** Long polling, as behind a proxy that knows no WebSocket. */
  readonly polls?: boolean;
}

/** Resolves with the connected client, or with the code of the refusal. */
export function connectLive(server: TestServer, options: ConnectOptions): Promise<TestClient | string> {
  const { auth, cookie, origin = server.origin, reconnects = false, polls = false } = options;
  const socket = io(`${server.origin}${LIVE_NAMESPACE}`, {
    transports: [polls ? "polling" : "websocket"],
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
