import type { AnswerAck, ClockAck, CommandAck, DoneAck, PeekAck, RosterAck } from "./ack.ts";
import type { LiveFrame } from "./frame.ts";
import type { LiveRequest } from "./request.ts";

export type LiveAck = AnswerAck | ClockAck | CommandAck | DoneAck | PeekAck | RosterAck;

/** The ack that belongs to a request, for callers that know which request they sent. */
export type AckOf<R extends LiveRequest> = R extends { type: "answer" }
  ? AnswerAck
  : R extends { type: "clock" }
    ? ClockAck
    : R extends { type: "react" }
      ? DoneAck
      : R extends { type: "peek" }
        ? PeekAck
        : R extends { type: "roster" }
          ? RosterAck
          : CommandAck;

/** Event maps for socket.io and socket.io-client: two names, two closed unions. */
export interface ClientToServer {
  request: (request: LiveRequest, ack: (answer: LiveAck) => void) => void;
}
export interface ServerToClient {
  frame: (frame: LiveFrame) => void;
}
