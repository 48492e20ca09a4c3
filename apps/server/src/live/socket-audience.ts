import {
  type ClientToServer,
  FRAME,
  type LiveRefusal,
  type ServerToClient,
  type StudentFrame,
} from "@pyrena/contracts";
import type { Participant } from "@pyrena/live";
import type { DefaultEventsMap, Namespace, Socket } from "socket.io";
import type { Audience } from "./audience.ts";
import type { Asker } from "./requests.ts";

/** What the server knows of a connection, once it was admitted. */
export interface SocketData extends Asker {
  readonly participant: Participant | null;
  /** Version of the view the page held when it connected. */
  readonly seen: number | undefined;
  /** Participant or projector link: what can be dismissed by name. */
  readonly holder: string | null;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type LiveNamespace = Namespace<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

export const channel = (roomId: string, audience: string) => `${roomId}/${audience}`;
export const seat = (roomId: string, holder: string) => `${roomId}/seat/${holder}`;

/** The room's connections as Socket.IO knows them. */
export function audienceOf(namespace: LiveNamespace, roomId: string): Audience {
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
