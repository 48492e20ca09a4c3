import type { Reaction } from "@pyrena/contracts";
import {
  afterEvent,
  countReactions,
  counts,
  currentRound,
  hostView,
  NO_REACTIONS,
  type OpenedRoom,
  projectorView,
  type Reactions,
  type RoomEvent,
  react,
  scoreboard,
  studentSelf,
} from "@pyrena/live";
import type { Audience } from "./audience.ts";
import { Throttle } from "./timers.ts";

/** A thousand arrivals must not be a thousand broadcasts to a thousand phones. */
const HOST_COUNTS_MS = 250;
const STUDENT_COUNTS_MS = 2_000;

/** Tells a room's audience what happened: views at once, numbers at a bounded pace. */
export class Announcer {
  private reactions: Reactions = NO_REACTIONS;
  private readonly hostCounts = new Throttle(HOST_COUNTS_MS, () => this.sendHostCounts());
  private readonly studentCounts = new Throttle(STUDENT_COUNTS_MS, () => this.sendStudentCounts());

  constructor(
    private readonly audience: Audience,
    private readonly now: () => number,
    private readonly opened: () => OpenedRoom | null,
  ) {}

  stop(): void {
    this.hostCounts.cancel();
    this.studentCounts.cancel();
  }

  eventStored(event: RoomEvent): void {
    const room = this.opened();
    if (room === null) return;
    if (event.type === "question-opened") this.reactions = NO_REACTIONS;
    const out = afterEvent(room, event, this.now());
    this.audience.toStudents(out.students);
    this.audience.toHosts(out.host);
    this.audience.toProjectors(out.projector);
    if (out.selves !== null) this.audience.toEachStudent(out.selves);
  }

  countsChanged(): void {
    this.hostCounts.request();
    this.studentCounts.request();
  }

  react(participantId: string, reaction: Reaction): void {
    this.reactions = react(this.reactions, participantId, reaction);
    this.hostCounts.request();
  }

  /** A student's other tabs see the answer given in one of them. */
  self(participantId: string): void {
    const room = this.opened();
    if (room === null) return;
    const self = studentSelf(room, participantId, scoreboard(room));
    if (self !== null)
      this.audience.toParticipant(participantId, { type: "self", ...this.stamp(room), self });
  }

  private sendHostCounts(): void {
    const room = this.opened();
    if (room === null) return;
    const stamp = this.stamp(room);
    if (room.state.phase === "lobby") {
      // Here names arrive together with the numbers.
      this.audience.toHosts({ type: "view", ...stamp, view: hostView(room) });
      this.audience.toProjectors({ type: "view", ...stamp, view: projectorView(room) });
    } else {
      const frame = { type: "counts", ...stamp, counts: counts(room) } as const;
      this.audience.toHosts(frame);
      this.audience.toProjectors(frame);
    }
    const roundId = currentRound(room.state)?.roundId ?? null;
    this.audience.toHosts({
      type: "reactions",
      ...stamp,
      roundId,
      reactions: countReactions(this.reactions),
    });
  }

  private sendStudentCounts(): void {
    const room = this.opened();
    if (room !== null)
      this.audience.toStudents({ type: "counts", ...this.stamp(room), counts: counts(room) });
  }

  private stamp(room: OpenedRoom) {
    return { version: room.state.version, serverTime: this.now() };
  }
}
