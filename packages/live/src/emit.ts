import type { HostFrame, LiveFrame, ProjectorFrame, StudentFrame } from "@pyrena/contracts";
import type { RoomEvent } from "./event.ts";
import {
  type Board,
  counts,
  hostView,
  type OpenedRoom,
  projectorView,
  scoreboard,
  studentRoom,
  studentSelf,
} from "./view.ts";

/** Who a connection is, after its credential was checked. */
export type Viewer =
  | { readonly audience: "student"; readonly participantId: string }
  | { readonly audience: "host" }
  | { readonly audience: "projector" };

/**
 * What to say to whom. Every frame is a snapshot of its part, so a client that missed ten of them needs the newest one
 * only: there is no backlog to replay, and a restarted server owes nobody anything.
 */
export interface Broadcast {
  /** One frame for all students alike. */
  readonly students: StudentFrame;
  readonly host: HostFrame;
  readonly projector: ProjectorFrame;
  /** Each student's own part, where the event changed it. */
  readonly selves: ((participantId: string) => StudentFrame | null) | null;
}

export function afterEvent(room: OpenedRoom, event: RoomEvent, serverTime: number): Broadcast {
  const stamp = { version: room.state.version, serverTime };
  let board: Board | null = null;
  const selves = (participantId: string): StudentFrame | null => {
    board ??= scoreboard(room);
    const self = studentSelf(room, participantId, board);
    return self === null ? null : { type: "self", ...stamp, self };
  };
  return {
    students: { type: "room", ...stamp, room: studentRoom(room) },
    host: { type: "view", ...stamp, view: hostView(room) },
    projector: { type: "view", ...stamp, view: projectorView(room) },
    selves: changesSelves(event) ? selves : null,
  };
}

/** On every connect: all of it, or, where the page's version is still the newest, only what is not versioned. */
export function welcome(
  room: OpenedRoom,
  viewer: Viewer,
  seen: number | undefined,
  serverTime: number,
): LiveFrame[] {
  const stamp = { version: room.state.version, serverTime };
  switch (viewer.audience) {
    case "host":
      return [{ type: "view", ...stamp, view: hostView(room) }];
    case "projector":
      return [{ type: "view", ...stamp, view: projectorView(room) }];
    case "student": {
      const self = studentSelf(room, viewer.participantId, scoreboard(room));
      if (self === null) return [{ type: "gone", ...stamp, code: "unknown-participant" }];
      if (seen !== room.state.version) return [{ type: "view", ...stamp, room: studentRoom(room), self }];
      return [
        { type: "current", ...stamp, counts: counts(room) },
        { type: "self", ...stamp, self },
      ];
    }
  }
}

/** Points, ranks, results and names are a student's own part; opening or closing a question touches none of them. */
function changesSelves(event: RoomEvent): boolean {
  switch (event.type) {
    case "revealed":
    case "scoreboard-shown":
    case "round-voided":
    case "participant-removed":
    case "participant-renamed":
    case "room-ended":
      return true;
    default:
      return false;
  }
}
