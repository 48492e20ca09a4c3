import type { Server as HttpServer } from "node:http";
import {
  type ClientToServer,
  FRAME,
  handshakeSchema,
  hostRequestSchema,
  LIVE_NAMESPACE,
  LIVE_PROTOCOL,
  type LiveAck,
  type LiveRefusal,
  projectorRequestSchema,
  REQUEST,
  refuseLive,
  type ServerToClient,
  type StudentFrame,
  studentRequestSchema,
} from "@pyrena/contracts";
import type { Database } from "@pyrena/db";
import { type Participant, rosterRows, type Viewer } from "@pyrena/live";
import { nanoid } from "nanoid";
import { type DefaultEventsMap, type ExtendedError, type Namespace, Server, type Socket } from "socket.io";
import type { Logger } from "../log.ts";
import type { Audience } from "./audience.ts";
import { authorise, type SessionOf } from "./authorise.ts";
import { type Command, toEvent } from "./command.ts";
import { Hub } from "./hub.ts";
import { MAX_CONNECTIONS_PER_PARTICIPANT, RequestBudget } from "./limits.ts";
import { type RoomRunner, refused } from "./runner.ts";

interface SocketData {
  roomId: string;
  viewer: Viewer;
  participant: Participant | null;
  linkId: string | null;
  seen: number | undefined;
  runner: RoomRunner;
  budget: RequestBudget;
}

type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
type LiveNamespace = Namespace<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

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
  namespace.on("connection", (socket) => attend(socket, hub, options.log));
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
  const { viewer, participant, linkId } = who;
  socket.data = { roomId, viewer, participant, linkId, seen, runner, budget: new RequestBudget(Date.now()) };
  return null;
}

/** Everything here up to the first frames happens in one turn, so no event falls between the welcome and the subscription. */
function attend(socket: LiveSocket, hub: Hub, log: Logger): void {
  const { roomId, viewer, participant, linkId, seen, runner } = socket.data;
  void socket.join(channel(roomId, viewer.audience));
  if (viewer.audience === "student") void socket.join(seat(roomId, viewer.participantId));
  if (linkId !== null) void socket.join(seat(roomId, linkId));
  hub.entered(roomId);
  for (const frame of runner.enter(viewer, participant, seen)) socket.emit(FRAME, frame);
  socket.on(REQUEST, (request: unknown, ack: unknown) => {
    // A request without an ack function is none of ours; there is nobody to answer.
    if (typeof ack !== "function") return;
    handle(socket.data, request, hub).then(
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

async function handle(data: SocketData, request: unknown, hub: Hub): Promise<LiveAck> {
  if (!data.budget.take(Date.now())) return refused("rate-limited");
  const { viewer, runner } = data;
  switch (viewer.audience) {
    case "student": {
      const parsed = studentRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(request);
      return handleStudent(viewer.participantId, runner, parsed.data);
    }
    case "projector": {
      const parsed = projectorRequestSchema.safeParse(request);
      return parsed.success ? clock() : notUnderstood(request);
    }
    case "host": {
      const parsed = hostRequestSchema.safeParse(request);
      return parsed.success ? handleHost(runner, parsed.data, hub) : notUnderstood(request);
    }
  }
}

async function handleStudent(
  participantId: string,
  runner: RoomRunner,
  request: ReturnType<typeof studentRequestSchema.parse>,
): Promise<LiveAck> {
  switch (request.type) {
    case "clock":
      return clock();
    case "react":
      runner.react(participantId, request.reaction);
      return { ok: true };
    case "answer": {
      const { answerId, roundId, ballot, response, confidence = null } = request;
      return runner.answer({ answerId, roundId, ballot, participantId, response, confidence });
    }
  }
}

async function handleHost(
  runner: RoomRunner,
  request: ReturnType<typeof hostRequestSchema.parse>,
  hub: Hub,
): Promise<LiveAck> {
  switch (request.type) {
    case "clock":
      return clock();
    case "peek":
      return runner.peek();
    case "roster":
      return { ok: true, participants: rosterRows(runner.snapshot) };
    default:
      return command(runner, request, hub);
  }
}

function command(runner: RoomRunner, request: Command, hub: Hub): Promise<LiveAck> {
  if ("participantId" in request && !runner.snapshot.participants.has(request.participantId)) {
    return Promise.resolve(refused("unknown-participant"));
  }
  const context = { variants: hub.variantStore, now: Date.now(), newId: nanoid };
  return runner.dispatch((state) => toEvent(state, request, context));
}

const clock = (): LiveAck => ({ ok: true, serverTime: Date.now() });

/** A host's or another audience's request is forbidden; anything else is malformed. */
function notUnderstood(request: unknown): LiveAck {
  return refused(
    hostRequestSchema.safeParse(request).success || studentRequestSchema.safeParse(request).success
      ? "forbidden"
      : "malformed",
  );
}

function connectError(code: LiveRefusal): ExtendedError {
  return Object.assign(new Error(code), { data: refuseLive(code, code) });
}

const channel = (roomId: string, audience: string) => `${roomId}/${audience}`;
const seat = (roomId: string, holder: string) => `${roomId}/seat/${holder}`;

/** The room's connections as Socket.IO knows them. */
function audienceOf(namespace: LiveNamespace, roomId: string): Audience {
  const students = channel(roomId, "student");
  return {
    toStudents: (frame) => void namespace.to(students).emit(FRAME, frame),
    toHosts: (frame) => void namespace.to(channel(roomId, "host")).emit(FRAME, frame),
    toProjectors: (frame) => void namespace.to(channel(roomId, "projector")).emit(FRAME, frame),
    toParticipant: (participantId, frame) =>
      void namespace.to(seat(roomId, participantId)).emit(FRAME, frame),
    toEachStudent: (frameFor) => {
      const frames = new Map<string, StudentFrame | null>();
      for (const socketId of namespace.adapter.rooms.get(students) ?? []) {
        const socket = namespace.sockets.get(socketId);
        if (socket?.data.viewer.audience !== "student") continue;
        const { participantId } = socket.data.viewer;
        if (!frames.has(participantId)) frames.set(participantId, frameFor(participantId));
        const frame = frames.get(participantId);
        if (frame != null) socket.emit(FRAME, frame);
      }
    },
    dismissParticipant: (participantId, code) => dismiss(namespace, seat(roomId, participantId), code),
    dismissProjectors: (linkId, code) => dismiss(namespace, seat(roomId, linkId), code),
  };
}

function dismiss(namespace: LiveNamespace, to: string, code: LiveRefusal): void {
  for (const socketId of [...(namespace.adapter.rooms.get(to) ?? [])]) {
    const socket = namespace.sockets.get(socketId);
    if (socket === undefined) continue;
    const version = socket.data.runner.snapshot.state.version;
    socket.emit(FRAME, { type: "gone", version, serverTime: Date.now(), code });
    socket.disconnect(true);
  }
}
