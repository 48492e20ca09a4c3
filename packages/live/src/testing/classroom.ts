import type { LiveFrame, Response } from "@pyrena/contracts";
import { afterEvent, type Viewer, welcome } from "../emit.ts";
import type { RoomEvent } from "../event.ts";
import { type Admission, type Answer, admit } from "../ledger.ts";
import { EMPTY_ROOM, type Room, withAnswers, withConnected, withParticipants } from "../room.ts";
import { currentRound, latestBallot } from "../state.ts";
import { transition } from "../transition.ts";
import { isOpened, type OpenedRoom } from "../view.ts";
import { bucketOf, gradeOf } from "./fixtures.ts";

interface Seat {
  readonly viewer: Viewer;
  readonly receive: (frame: LiveFrame) => void;
}

/**
 * A live room without a network and without a database: the same machine and the same frames as apps/server/src/live,
 * with an array for a socket. Time is a field that the test moves.
 */
export class Classroom {
  now = 1_000;
  room: Room = EMPTY_ROOM;
  readonly events: RoomEvent[] = [];
  readonly answers: Answer[] = [];
  private seats: Seat[] = [];

  /** Applies an event, or tells why not. */
  dispatch(event: RoomEvent): string | null {
    const step = transition(this.room.state, event);
    if (!step.ok) return step.code;
    this.events.push(event);
    this.room = { ...this.room, state: step.state };
    for (const effect of step.effects) {
      if (effect.type === "rename-participant")
        this.patch(effect.participantId, { nickname: effect.nickname });
      if (effect.type === "remove-participant") this.patch(effect.participantId, { isRemoved: true });
    }
    this.broadcast(event);
    return null;
  }

  join(participantId: string, nickname = participantId): void {
    this.room = withParticipants(this.room, [
      { participantId, nickname, joinedAt: this.now, isRemoved: false },
    ]);
  }

  connect(viewer: Viewer, receive: (frame: LiveFrame) => void, seen?: number): () => void {
    const seat = { viewer, receive };
    this.seats.push(seat);
    if (viewer.audience === "student") this.room = withConnected(this.room, viewer.participantId, true);
    for (const frame of welcome(this.opened(), viewer, seen, this.now)) receive(frame);
    return () => {
      this.seats = this.seats.filter((other) => other !== seat);
      if (viewer.audience === "student") this.room = withConnected(this.room, viewer.participantId, false);
    };
  }

  /** Answers the question on screen (or the round given). */
  answer(
    participantId: string,
    response: Response,
    over: Partial<Pick<Answer, "answerId" | "roundId" | "ballot">> = {},
  ): Admission {
    const round = currentRound(this.room.state);
    const offer = {
      answerId: `answer-${participantId}-${this.answers.length}`,
      roundId: round?.roundId ?? "no-round",
      ballot: round === null ? (1 as const) : latestBallot(round).ballot,
      participantId,
      response,
      receivedAt: this.now,
      ...over,
    };
    const admission = admit(this.room.state, this.room.ledger, offer);
    if (admission.admit === "store" || admission.admit === "replace") {
      const answer: Answer = {
        ...offer,
        confidence: null,
        grade: gradeOf(response),
        bucket: bucketOf(response),
      };
      this.answers.push(answer);
      this.room = withAnswers(this.room, [answer]);
    }
    return admission;
  }

  opened(): OpenedRoom {
    if (!isOpened(this.room)) throw new Error("The room was never opened");
    return this.room;
  }

  private broadcast(event: RoomEvent): void {
    const out = afterEvent(this.opened(), event, this.now);
    for (const { viewer, receive } of this.seats) {
      if (viewer.audience === "host") receive(out.host);
      else if (viewer.audience === "projector") receive(out.projector);
      else {
        receive(out.students);
        const self = out.selves?.(viewer.participantId);
        if (self) receive(self);
      }
    }
  }

  private patch(participantId: string, change: { nickname?: string; isRemoved?: boolean }): void {
    const participant = this.room.participants.get(participantId);
    if (participant !== undefined) this.room = withParticipants(this.room, [{ ...participant, ...change }]);
  }
}
