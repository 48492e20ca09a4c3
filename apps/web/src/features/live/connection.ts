/**
 * One socket per page: it connects, measures the clock, asks, and hands every frame to the page's reducer. What the
 * frames mean is not known here. socket.io itself is loaded on demand, so that a page can be read before it arrives.
 */
import {
  type AckOf,
  type Audience,
  FRAME,
  LIVE_NAMESPACE,
  LIVE_PROTOCOL,
  type LiveFrame,
  type LiveRefusal,
  type LiveRequest,
  liveRefusalSchema,
  REQUEST,
  refuseLive,
} from "@pyrena/contracts";
import type { Socket } from "socket.io-client";
import { type ClockSample, clockFromFrame, refineClock, type ServerClock } from "./clock.ts";

export type LinkStatus = "connecting" | "connected" | "lost" | "refused";

export interface ConnectionOptions {
  readonly audience: Audience;
  readonly room: string;
  /** The participant's or the projector link's token; a host is known by the session cookie. */
  readonly token?: string | undefined;
  /** Version of the view this page holds. */
  readonly seen: () => number | null;
  readonly onFrame: (frame: LiveFrame) => void;
  readonly onStatus: (status: LinkStatus, refusal?: LiveRefusal) => void;
  readonly onClock: (clock: ServerClock) => void;
}

export interface Connection {
  /** Always answers: without a connection, or without an ack in time, as a refusal with code "unavailable". */
  readonly request: <R extends LiveRequest>(request: R) => Promise<AckOf<R> | ReturnType<typeof refuseLive>>;
  readonly close: () => void;
}

const ACK_TIMEOUT = 8_000;
const CLOCK_SAMPLES = 4;
const CLOCK_EVERY = 60_000;

export async function connectLive(options: ConnectionOptions): Promise<Connection> {
  const { io } = await import("socket.io-client");
  const socket: Socket = io(LIVE_NAMESPACE, {
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_500,
    randomizationFactor: 0.5,
    timeout: 8_000,
    auth: (give) => give(handshake(options)),
  });

  let clock: ServerClock | null = null;
  const takeClock = (next: ServerClock) => {
    clock = next;
    options.onClock(next);
  };

  const request: Connection["request"] = async (message) => {
    if (!socket.connected) return refuseLive("unavailable", "no connection");
    try {
      return await socket.timeout(ACK_TIMEOUT).emitWithAck(REQUEST, message);
    } catch {
      return refuseLive("unavailable", "no ack in time");
    }
  };

  const measure = async () => {
    for (let count = 0; count < CLOCK_SAMPLES && socket.connected; count += 1) {
      const sample = await clockSample(request);
      if (sample) takeClock(refineClock(clock, sample));
    }
  };

  socket.on("connect", () => {
    options.onStatus("connected");
    void measure();
  });
  socket.on("disconnect", (reason) => {
    // Our own goodbye says nothing about the room; a refusal is reported where it is heard.
    if (reason !== "io client disconnect") options.onStatus("lost");
    // The server closed this socket on purpose but did not say "gone": it is restarting, so come back.
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 500);
  });
  socket.on("connect_error", (error) => {
    const refusal = refusalOf(error);
    if (refusal && !worthRetrying.has(refusal)) {
      socket.disconnect();
      return options.onStatus("refused", refusal);
    }
    options.onStatus("lost");
    // A refusal by the namespace ends socket.io's own attempts.
    if (!socket.active) setTimeout(() => socket.connect(), 1_500);
  });
  socket.on(FRAME, (frame: LiveFrame) => {
    if (!clock) takeClock(clockFromFrame(frame.serverTime, Date.now()));
    if (frame.type === "gone") {
      socket.disconnect();
      options.onStatus("refused", frame.code);
    }
    options.onFrame(frame);
  });

  const timer = setInterval(measure, CLOCK_EVERY);
  const wake = () => {
    if (document.visibilityState === "visible" && !socket.connected && socket.active) socket.connect();
  };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);

  return {
    request,
    close: () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      socket.disconnect();
    },
  };
}

/** Refusals that time alone can heal. */
const worthRetrying: ReadonlySet<LiveRefusal> = new Set([
  "unavailable",
  "rate-limited",
  "too-many-connections",
]);

function handshake({ audience, room, token, seen }: ConnectionOptions): Record<string, unknown> {
  const version = seen();
  return {
    protocol: LIVE_PROTOCOL,
    audience,
    room,
    ...(token === undefined ? {} : { token }),
    ...(version === null ? {} : { seen: version }),
  };
}

function refusalOf(error: Error & { data?: unknown }): LiveRefusal | null {
  const data = error.data;
  if (typeof data !== "object" || data === null || !("code" in data)) return null;
  const code = liveRefusalSchema.safeParse(data.code);
  return code.success ? code.data : null;
}

async function clockSample(request: Connection["request"]): Promise<ClockSample | null> {
  const sentAt = Date.now();
  const ack = await request({ type: "clock" });
  if (!ack.ok) return null;
  return { sentAt, receivedAt: Date.now(), serverTime: ack.serverTime };
}
