import type { Server as HttpServer } from "node:http";
import {
  type ClientToServer,
  FRAME,
  handshakeSchema,
  LIVE_NAMESPACE,
  LIVE_PROTOCOL,
  type LiveRefusal,
  REQUEST,
  refuseLive,
  type ServerToClient,
} from "@pyrena/contracts";
import type { Database } from "@pyrena/db";
import { type DefaultEventsMap, type ExtendedError, Server } from "socket.io";
import type { Logger } from "../log.ts";
import { authorise, type SessionOf } from "./authorise.ts";
import { Hub } from "./hub.ts";
import { MAX_CONNECTIONS_PER_PARTICIPANT, RequestBudget } from "./limits.ts";
import { answerRequest, type RequestContext } from "./requests.ts";
import { refused } from "./runner.ts";
import {
  audienceOf,
  channel,
  type LiveNamespace,
  type LiveSocket,
  type SocketData,
  seat,
} from "./socket-audience.ts";

export interface SocketOptions {
  readonly http: HttpServer;
  readonly db: Database;
  readonly log: Logger;
  readonly sessionOf: SessionOf;
  /** Whether this Origin may open a connection; asked on every handshake and upgrade. */
  readonly isAllowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
}

export interface LiveServer {
  readonly hub: Hub;
  readonly io: Server;
  /** Ends what a revoked projector link shows. */
  dismissProjectors(roomId: string, linkId: string): void;
  close(): Promise<void>;
}

/** The longest answer is 60 lines of 300 characters; nothing a client sends is larger. */
const MAX_MESSAGE_BYTES = 100_000;

/** Socket.IO on the front door: parse, authorise, dispatch, run effects, emit. No rule of the room lives here. */
export function createLiveServer(options: SocketOptions): LiveServer {
  const io: Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData> = new Server(options.http, {
    transports: ["websocket", "polling"],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    allowRequest: (request, decide) => {
      const { origin, host, upgrade } = request.headers;
      // Browsers leave the Origin out of a page's own GET, which is how polling begins; an upgrade always has one.
      const isOwnPolling = origin === undefined && upgrade === undefined && request.method === "GET";
      decide(null, isOwnPolling || options.isAllowedOrigin(origin, host));
    },
  });
  const namespace: LiveNamespace = io.of(LIVE_NAMESPACE);
  const hub = new Hub({ ...options, audienceOf: (roomId) => audienceOf(namespace, roomId) });
  namespace.use((socket, next) => {
    admitSocket(socket, options, hub).then(
      (refusal) => next(refusal === null ? undefined : connectError(refusal)),
      (error: unknown) => {
        options.log.error({ error }, "a connection could not be admitted");
        next(connectError("unavailable"));
      },
    );
  });
  namespace.on("connection", (socket) => attend(socket, hub, options));
  return {
    hub,
    io,
    dismissProjectors: (roomId, linkId) =>
      audienceOf(namespace, roomId).dismissProjectors(linkId, "link-revoked"),
    close: async () => {
      await io.close();
      await hub.stop();
    },
  };
}

async function admitSocket(
  socket: LiveSocket,
  options: SocketOptions,
  hub: Hub,
): Promise<LiveRefusal | null> {
  const { auth, headers } = socket.handshake;
  if (auth.protocol !== LIVE_PROTOCOL) return "protocol-mismatch";
  const handshake = handshakeSchema.safeParse(auth);
  if (!handshake.success) return "malformed";
  const cookie = headers.cookie;
  const who = await authorise(
    options.db,
    options.sessionOf,
    handshake.data,
    new Headers(cookie === undefined ? {} : { cookie }),
  );
  if (!who.ok) return who.code;
  const runner = await hub.runner(handshake.data.room);
  if (runner.opened() === null) return "unknown-room";
  if (
    who.participant !== null &&
    runner.connectionsOf(who.participant.participantId) >= MAX_CONNECTIONS_PER_PARTICIPANT
  ) {
    return "too-many-connections";
  }
  const { room: roomId, seen } = handshake.data;
  const { viewer, participant, linkId, accountId } = who;
  const holder = participant?.participantId ?? linkId;
  const budget = new RequestBudget(Date.now());
  socket.data = { roomId, viewer, participant, holder, accountId, seen, runner, budget };
  return null;
}

/** Everything here up to the first frames happens in one turn, so no event falls between the welcome and the subscription. */
function attend(socket: LiveSocket, hub: Hub, { db, log }: SocketOptions): void {
  const { roomId, viewer, participant, holder, seen, runner } = socket.data;
  const context: RequestContext = { db, variants: hub.variantStore };
  void socket.join(channel(roomId, viewer.audience));
  if (holder !== null) void socket.join(seat(roomId, holder));
  hub.entered(roomId, runner);
  for (const frame of runner.enter(viewer, participant, seen)) socket.emit(FRAME, frame);
  socket.on(REQUEST, (request: unknown, ack: unknown) => {
    // A request without an ack function is none of ours; there is nobody to answer.
    if (typeof ack !== "function") return;
    answerRequest(socket.data, request, context).then(
      (answer) => ack(answer),
      (error: unknown) => {
        log.error({ error }, "a request failed");
        ack(refused("unavailable"));
      },
    );
  });
  socket.on("disconnect", () => {
    runner.leave(viewer);
    hub.left(roomId);
  });
}

function connectError(code: LiveRefusal): ExtendedError {
  return Object.assign(new Error(code), { data: refuseLive(code, code) });
}
