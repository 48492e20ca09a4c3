import { toLiveAnswer, toLiveParticipant } from "@pyrena/api";
import type { CommandAck } from "@pyrena/contracts";
import {
  type Database,
  selectAnswers,
  selectOptionalHeartbeat,
  selectOptionalParticipant,
  selectParticipants,
  selectRoomEvents,
  selectRunningRoomIds,
  writeHeartbeat,
} from "@pyrena/db";
import {
  EMPTY_ROOM,
  fold,
  type Room,
  type RoomEvent,
  roomEventSchema,
  withAnswers,
  withParticipants,
} from "@pyrena/live";
import type { Logger } from "../log.ts";
import type { Audience } from "./audience.ts";
import { variantsOf } from "./consequences.ts";
import { RoomRunner } from "./runner.ts";
import { Variants } from "./variants.ts";

export interface HubOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly audienceOf: (roomId: string) => Audience;
  readonly now?: () => number;
}

const SERVICE = "live";
const HEARTBEAT_MS = 1_000;
/** A gap between two heartbeats that is an outage rather than a busy second. */
const OUTAGE_MS = 3_000;
/** How often rooms nobody is connected to leave the memory; one is folded again when somebody comes. */
const FORGET_AFTER_MS = 60_000;

/** The rooms in this process's memory. All of them can be forgotten at any moment. */
export class Hub {
  private readonly runners = new Map<string, Promise<RoomRunner>>();
  private readonly connected = new Map<string, number>();
  private readonly variants: Variants;
  private readonly now: () => number;
  private beating: Promise<void> | null = null;
  private heart: NodeJS.Timeout | null = null;
  private sweeping: NodeJS.Timeout | null = null;
  private lastBeat = 0;

  constructor(private readonly options: HubOptions) {
    this.variants = new Variants(options.db);
    this.now = options.now ?? Date.now;
  }

  /** The room's runner, from memory or folded from the database. */
  runner(roomId: string): Promise<RoomRunner> {
    const known = this.runners.get(roomId);
    if (known !== undefined) return known;
    const loading = this.load(roomId);
    this.runners.set(roomId, loading);
    loading.catch(() => this.runners.delete(roomId));
    return loading;
  }

  get variantStore(): Variants {
    return this.variants;
  }

  /** For events that are born elsewhere: a room opened, an item pushed from its editor. */
  async dispatch(roomId: string, event: RoomEvent): Promise<CommandAck> {
    const runner = await this.runner(roomId);
    await this.variants.load(variantsOf(event));
    return runner.dispatch(() => event);
  }

  /** A row has just been committed by the API: it counts from now on, connected or not. */
  async participantJoined(roomId: string, participantId: string): Promise<void> {
    const runner = await this.runner(roomId);
    if (runner.snapshot.participants.has(participantId)) return;
    const row = await selectOptionalParticipant(this.options.db, roomId, participantId);
    if (row !== null) runner.join(toLiveParticipant(row));
  }

  entered(roomId: string, runner: RoomRunner): void {
    this.connected.set(roomId, (this.connected.get(roomId) ?? 0) + 1);
    // It may have been forgotten between the handshake and this moment; a room has one runner here, never two.
    if (!this.runners.has(roomId)) this.runners.set(roomId, Promise.resolve(runner));
  }

  left(roomId: string): void {
    const rest = (this.connected.get(roomId) ?? 1) - 1;
    if (rest > 0) this.connected.set(roomId, rest);
    else this.connected.delete(roomId);
  }

  /** Called once at boot, before anybody connects: open questions get their lost time back and their alarms. */
  async start(): Promise<void> {
    // The time before this moment is given back here, and by no heartbeat a second time.
    this.lastBeat = this.now();
    const lastAlive = (await selectOptionalHeartbeat(this.options.db, SERVICE))?.getTime() ?? 0;
    for (const roomId of await selectRunningRoomIds(this.options.db)) {
      try {
        const runner = await this.runner(roomId);
        if (runner.isAsking) await runner.recover(lastAlive);
        else await this.forget(roomId);
      } catch (error) {
        // One unreadable room must not keep all the others from coming back.
        this.options.log.error({ error, roomId }, "a room could not be recovered");
      }
    }
    this.heart = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.sweeping = setInterval(() => void this.sweep(), FORGET_AFTER_MS);
  }

  async stop(): Promise<void> {
    if (this.heart !== null) clearInterval(this.heart);
    if (this.sweeping !== null) clearInterval(this.sweeping);
    for (const loading of this.runners.values()) await (await loading.catch(() => null))?.stop();
    this.runners.clear();
  }

  /** One heartbeat at a time: while the database hangs the next ones wait with the first. */
  private beat(): Promise<void> {
    this.beating ??= this.writeBeat().finally(() => {
      this.beating = null;
    });
    return this.beating;
  }

  /**
   * Written while a question is open, so that a later start knows how long the class was kept waiting. A gap between two that were
   * written means that the database, or this process, was away and no answer could be stored: the time is given back.
   */
  private async writeBeat(): Promise<void> {
    const asking = await this.askingRunners();
    try {
      if (asking.length > 0) await writeHeartbeat(this.options.db, SERVICE, new Date(this.now()));
      const from = this.lastBeat;
      this.lastBeat = this.now();
      if (this.lastBeat - from > OUTAGE_MS) await Promise.all(asking.map((runner) => runner.recover(from)));
    } catch (error) {
      this.options.log.warn({ error }, "the heartbeat was not written");
    }
  }

  private async askingRunners(): Promise<RoomRunner[]> {
    const loaded = await Promise.all([...this.runners.values()].map((loading) => loading.catch(() => null)));
    return loaded.filter((runner): runner is RoomRunner => runner?.isAsking ?? false);
  }

  private async sweep(): Promise<void> {
    for (const roomId of [...this.runners.keys()]) await this.forget(roomId);
  }

  private async forget(roomId: string): Promise<void> {
    const runner = await this.runners.get(roomId)?.catch(() => null);
    if (runner == null || runner.isAsking || this.connected.has(roomId)) return;
    this.runners.delete(roomId);
    await runner.stop();
  }

  private async load(roomId: string): Promise<RoomRunner> {
    const { db, log, audienceOf } = this.options;
    const [stored, participants, answers] = await Promise.all([
      selectRoomEvents(db, roomId),
      selectParticipants(db, roomId),
      selectAnswers(db, roomId),
    ]);
    const events = stored.map(({ event }) => roomEventSchema.parse(event));
    await this.variants.load(events.flatMap(variantsOf));
    const facts: Room = { ...EMPTY_ROOM, state: fold(events) };
    const room = withAnswers(
      withParticipants(facts, participants.map(toLiveParticipant)),
      answers.map(toLiveAnswer),
    );
    const { variants, now } = this;
    const beforeClose = () => this.beat();
    return new RoomRunner(
      { roomId, db, log, audience: audienceOf(roomId), variants, now, beforeClose },
      room,
    );
  }
}
