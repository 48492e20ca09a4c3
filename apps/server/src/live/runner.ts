import { toLiveAnswer } from "@pyrena/api";
import {
  type AnswerAck,
  type CommandAck,
  type LiveFrame,
  type LiveRefusal,
  type PeekAck,
  type Reaction,
  type Refused,
  refuseLive,
} from "@pyrena/contracts";
import { type AnswerRow, type Database, insertRoomEvent, selectRoomEvents } from "@pyrena/db";
import {
  type Answer,
  admit,
  afterOutage,
  closesAt,
  currentRound,
  type Effect,
  isOpened,
  isWorthDiscussing,
  latestBallot,
  type OpenedRoom,
  type Participant,
  peekTallies,
  type Room,
  type RoomEvent,
  type RoomState,
  roomEventSchema,
  transition,
  type Viewer,
  welcome,
  withAnswers,
  withConnected,
  withParticipants,
} from "@pyrena/live";
import { grade, histogramBucket, reveal } from "@pyrena/puzzles/grading";
import type { Logger } from "../log.ts";
import { Announcer } from "./announcer.ts";
import { AnswerQueue } from "./answer-queue.ts";
import type { Audience } from "./audience.ts";
import { variantsOf, writesOf } from "./consequences.ts";
import { CloseTimer } from "./timers.ts";
import type { Variants } from "./variants.ts";

export interface RunnerOptions {
  readonly roomId: string;
  readonly db: Database;
  readonly log: Logger;
  readonly audience: Audience;
  readonly variants: Variants;
  readonly now: () => number;
  /** Gives back the time of an outage that has just ended, before a question is closed for lack of it. */
  readonly beforeClose: () => Promise<void>;
}

/** An event, made when its turn comes from the state it will follow; or why there is none. */
export type MakeEvent = (state: RoomState) => RoomEvent | Refused;

/** An answer as the socket layer hands it over: parsed, and its participant known. */
export type AnswerOffer = Pick<
  Answer,
  "answerId" | "roundId" | "ballot" | "participantId" | "response" | "confidence"
>;

/** Writers of other processes that may come between reading a room and appending to it. */
const CONFLICT_RETRIES = 5;
const CLOSE_RETRY_MS = 1_000;

/**
 * One room in this process: a cache of its events and rows, and the only place where effects happen. It owns nothing: every fact
 * is in the database before anybody hears of it, so the process may die between any two lines.
 */
export class RoomRunner {
  /** Sockets per participant. */
  private readonly connections = new Map<string, number>();
  private turn: Promise<unknown> = Promise.resolve();
  /** An event that ends the vote is being stored: answers wait to hear whether it was. */
  private isClosing = false;
  private queue: AnswerQueue | null = null;
  private readonly closeTimer: CloseTimer;
  private readonly announcer: Announcer;

  constructor(
    private readonly options: RunnerOptions,
    private room: Room,
  ) {
    this.announcer = new Announcer(options.audience, options.now, () => this.opened());
    this.closeTimer = new CloseTimer(options.now, () => void this.closeOnTime());
    const { state } = room;
    const at = state.phase === "open" ? closesAt(latestBallot(state.round)) : null;
    if (at !== null) this.closeTimer.set(at);
  }

  get snapshot(): Room {
    return this.room;
  }

  /** The room, once its first event is stored. */
  opened(): OpenedRoom | null {
    return isOpened(this.room) ? this.room : null;
  }

  get isAsking(): boolean {
    return this.room.state.phase === "open";
  }

  /** Resolves when nothing of this room is on its way into the database any more. */
  async stop(): Promise<void> {
    this.closeTimer.cancel();
    this.announcer.stop();
    await this.turn;
    await this.queue?.settled();
  }

  /** Appends what `make` says, one event after another; the version is compared and set in the database. */
  dispatch(make: MakeEvent): Promise<CommandAck> {
    const outcome = this.turn.then(() => this.append(make));
    this.turn = outcome.catch(() => undefined);
    return outcome;
  }

  async answer(offer: AnswerOffer): Promise<AnswerAck> {
    const receivedAt = this.options.now();
    if (this.isClosing) await this.turn;
    const admission = admit(this.room.state, this.room.ledger, { ...offer, receivedAt });
    switch (admission.admit) {
      case "no":
        return refused(admission.code);
      case "repeat":
        return { ok: true, answerId: offer.answerId, receivedAt: admission.answer.receivedAt };
      case "store":
      case "replace":
        return this.storeAnswer(offer, receivedAt);
    }
  }

  react(participantId: string, reaction: Reaction): void {
    this.announcer.react(participantId, reaction);
  }

  /** Key and histogram of the question on screen: the caller sends it to the one host that asked. */
  peek(): PeekAck {
    const round = currentRound(this.room.state);
    if (round === null) return refused("wrong-phase");
    const { question, key } = this.options.variants.get(latestBallot(round).variantId);
    const ballots = peekTallies(this.room);
    const last = ballots.at(-1);
    return {
      ok: true,
      roundId: round.roundId,
      reveal: reveal(question, key),
      ballots,
      isWorthDiscussing: last !== undefined && isWorthDiscussing(last),
    };
  }

  join(participant: Participant): void {
    this.room = withParticipants(this.room, [participant]);
    this.announcer.countsChanged();
  }

  /** Counts the connection and returns the frames it starts with. */
  enter(viewer: Viewer, participant: Participant | null, seen: number | undefined): readonly LiveFrame[] {
    if (participant !== null && viewer.audience === "student") {
      const { participantId } = participant;
      this.connections.set(participantId, (this.connections.get(participantId) ?? 0) + 1);
      if (!this.room.participants.has(participantId)) this.room = withParticipants(this.room, [participant]);
      this.room = withConnected(this.room, participantId, true);
      this.announcer.countsChanged();
    }
    const room = this.opened();
    return room === null ? [] : welcome(room, viewer, seen, this.options.now());
  }

  leave(viewer: Viewer): void {
    if (viewer.audience !== "student") return;
    const left = (this.connections.get(viewer.participantId) ?? 1) - 1;
    if (left > 0) {
      this.connections.set(viewer.participantId, left);
      return;
    }
    this.connections.delete(viewer.participantId);
    this.room = withConnected(this.room, viewer.participantId, false);
    this.announcer.countsChanged();
  }

  connectionsOf(participantId: string): number {
    return this.connections.get(participantId) ?? 0;
  }

  /** Gives the time back that an outage took from the open question. */
  async recover(lastAlive: number): Promise<void> {
    const event = afterOutage(this.room.state, lastAlive, this.options.now());
    if (event !== null) await this.dispatch(() => event);
  }

  private async append(make: MakeEvent): Promise<CommandAck> {
    for (let attempt = 0; attempt < CONFLICT_RETRIES; attempt += 1) {
      const event = make(this.room.state);
      if ("ok" in event) return event;
      const step = transition(this.room.state, event);
      if (!step.ok) return refused(step.code);
      this.isClosing = this.isAsking && step.state.phase !== "open";
      try {
        // What was received before the close is counted in whatever the close makes visible.
        if (this.isClosing) await this.queue?.settled();
        const { roomId, db } = this.options;
        const { version } = step.state;
        const outcome = await insertRoomEvent(db, roomId, { version, event }, writesOf(step.effects));
        if (outcome === "nickname-taken") return refused(outcome);
        if (outcome === "stored") {
          await this.become(event);
          return { ok: true, version };
        }
        await this.catchUp();
      } finally {
        this.isClosing = false;
      }
    }
    return refused("unavailable");
  }

  /** Another process has appended: fold its events and tell everybody here what the room is now. */
  private async catchUp(): Promise<void> {
    const stored = await selectRoomEvents(this.options.db, this.options.roomId, this.room.state.version);
    for (const { event } of stored) await this.become(roomEventSchema.parse(event));
  }

  /** Follows an event that is in the database. */
  private async become(event: RoomEvent): Promise<void> {
    await this.options.variants.load(variantsOf(event));
    const step = transition(this.room.state, event);
    if (!step.ok) throw new Error(`The stored event ${event.type} does not follow: ${step.code}`);
    this.room = { ...this.room, state: step.state };
    for (const effect of step.effects) this.perform(effect, event);
  }

  private perform(effect: Effect, event: RoomEvent): void {
    switch (effect.type) {
      case "broadcast":
        this.announcer.eventStored(event);
        return;
      case "schedule-close":
        this.closeTimer.set(effect.at);
        return;
      case "cancel-close":
        this.closeTimer.cancel();
        return;
      case "rename-participant":
        this.patch(effect.participantId, { nickname: effect.nickname });
        return;
      case "remove-participant":
        this.patch(effect.participantId, { isRemoved: true });
        this.options.audience.dismissParticipant(effect.participantId, "kicked");
        return;
      // Rows, written in the event's transaction.
      case "insert-round":
      case "end-room":
        return;
    }
  }

  private patch(participantId: string, change: Partial<Participant>): void {
    const participant = this.room.participants.get(participantId);
    if (participant !== undefined) this.room = withParticipants(this.room, [{ ...participant, ...change }]);
  }

  private async storeAnswer(offer: AnswerOffer, receivedAt: number): Promise<AnswerAck> {
    try {
      const { row } = await this.answers().store(this.grade(offer, receivedAt));
      // Two tabs, or two servers: another answer of the same student was first.
      if (row.idempotencyKey !== offer.answerId) return refused("already-answered");
      return { ok: true, answerId: offer.answerId, receivedAt: row.receivedAt.getTime() };
    } catch (error) {
      this.options.log.error({ error }, "an answer could not be stored");
      return refused("unavailable");
    }
  }

  private grade(offer: AnswerOffer, receivedAt: number): AnswerRow {
    const round = currentRound(this.room.state);
    if (round === null) throw new Error("An answer was admitted to no round");
    const { variantId, openedAt } = latestBallot(round);
    const { question, key, keyId } = this.options.variants.get(variantId);
    const { answerId, ...rest } = offer;
    return {
      ...rest,
      idempotencyKey: answerId,
      receivedAt: new Date(receivedAt),
      timeMs: Math.max(0, receivedAt - openedAt),
      variantKeyId: keyId,
      grade: grade(offer.response, key),
      bucket: histogramBucket(offer.response, question),
    };
  }

  private answers(): AnswerQueue {
    const { state } = this.room;
    this.queue ??= new AnswerQueue({
      db: this.options.db,
      log: this.options.log,
      mayReplace: state.phase !== "unopened" && state.settings.answersMayChange,
      onStored: (rows) => this.answersStored(rows),
    });
    return this.queue;
  }

  private answersStored(rows: readonly AnswerRow[]): void {
    this.room = withAnswers(this.room, rows.map(toLiveAnswer));
    this.announcer.countsChanged();
    for (const { participantId } of rows) {
      if (this.connectionsOf(participantId) > 1) this.announcer.self(participantId);
    }
  }

  private async closeOnTime(): Promise<void> {
    try {
      await this.options.beforeClose();
      await this.dispatch((state) => {
        if (state.phase !== "open") return refused("wrong-phase");
        const at = this.options.now();
        // Extended meanwhile: the alarm has been set again.
        if ((closesAt(latestBallot(state.round)) ?? Number.POSITIVE_INFINITY) > at)
          return refused("wrong-phase");
        return { type: "question-closed", at, cause: "time" };
      });
    } catch (error) {
      this.options.log.error({ error }, "a question could not be closed; trying again");
      this.closeTimer.set(this.options.now() + CLOSE_RETRY_MS);
    }
  }
}

export function refused(code: LiveRefusal): Refused {
  return refuseLive(code, code);
}
