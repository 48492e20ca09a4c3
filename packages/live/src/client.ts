import type { StudentFrame, StudentRoom, StudentSelf } from "@pyrena/contracts";

/** What a student's page holds: the class's part and its own, put together from frames. */
export interface StudentPage {
  readonly version: number;
  readonly room: StudentRoom;
  readonly self: StudentSelf;
}

/**
 * The page after a frame. Every frame is a snapshot of its part, so an older one is dropped and a repeated one changes
 * nothing. `gone` leaves the page as it is; whoever holds the socket deals with it.
 */
export function applyStudentFrame(page: StudentPage | null, frame: StudentFrame): StudentPage | null {
  if (frame.type === "view") return { version: frame.version, room: frame.room, self: frame.self };
  if (page === null || frame.version < page.version) return page;
  const { version } = frame;
  switch (frame.type) {
    case "room":
      return { version, room: frame.room, self: forgetOtherRound(page.self, frame.room) };
    case "self":
      return { ...page, version, self: frame.self };
    case "counts":
    case "current":
      return { ...page, version, room: { ...page.room, counts: frame.counts } };
    case "gone":
      return page;
  }
}

/** A new question makes the answers and the result of the one before it history at once, before the `self` frame comes. */
function forgetOtherRound(self: StudentSelf, room: StudentRoom): StudentSelf {
  const { current } = room;
  if (!("round" in current)) return self;
  const { roundId } = current.round;
  return {
    ...self,
    answers: self.answers.filter((answer) => answer.roundId === roundId),
    result: self.result?.roundId === roundId ? self.result : null,
  };
}
