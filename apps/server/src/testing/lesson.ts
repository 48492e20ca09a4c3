import type { Ballot, LiveFrame, ParticipantCredential, RoomSettings } from "@pyrena/contracts";
import { insertProjectorLink, newToken } from "@pyrena/db";
import { connectHost, connectStudent, mustConnect, type TestClient } from "./test-client.ts";
import { joinRoom, openRoom, type TestRoom } from "./test-room.ts";
import type { TestServer } from "./test-server.ts";

type Simple = "close" | "discuss" | "revote" | "reveal" | "scoreboard" | "skip" | "end";

/** A room with everybody a test seats in it. */
export class Lesson {
  private readonly clients: TestClient[] = [];

  private constructor(
    private readonly server: TestServer,
    readonly room: TestRoom,
  ) {}

  static async open(server: TestServer, settings: Partial<RoomSettings> = {}): Promise<Lesson> {
    return new Lesson(server, await openRoom(server, settings));
  }

  get roomId(): string {
    return this.room.roomId;
  }

  async host(): Promise<TestClient> {
    return this.keep(await connectHost(this.server, this.roomId));
  }

  join(nickname: string): Promise<ParticipantCredential> {
    return joinRoom(this.server, this.room.pin, nickname);
  }

  async seat(nickname: string) {
    const credential = await this.join(nickname);
    return { credential, client: await this.tab(credential) };
  }

  seats(count: number) {
    return Promise.all(Array.from({ length: count }, (_, index) => this.seat(`Student ${index}`)));
  }

  /** Another tab of somebody who has joined; `seen` as a page says it that holds a view. */
  async tab(credential: ParticipantCredential, seen?: number): Promise<TestClient> {
    return this.keep(await connectStudent(this.server, credential, seen));
  }

  async projector() {
    const token = newToken();
    const link = await insertProjectorLink(this.server.services.db, this.roomId, token);
    const auth = { audience: "projector", room: this.roomId, token };
    return { link, client: this.keep(await mustConnect(this.server, { auth })) };
  }

  /** Opens the entry and waits until the host's page shows it; returns the round. */
  async ask(host: TestClient, entry = 0): Promise<string> {
    const ack = await host.ask({
      type: "open",
      version: versionAt(host),
      entryId: this.room.entryIds[entry] ?? "",
    });
    if (!ack.ok || !("version" in ack)) throw new Error(JSON.stringify(ack));
    return host.frame(
      (frame) =>
        frame.version === ack.version &&
        frame.type === "view" &&
        "view" in frame &&
        frame.view.current.phase === "open" &&
        frame.view.current.round.roundId,
    );
  }

  close(): void {
    for (const client of this.clients.splice(0)) client.close();
  }

  private keep(client: TestClient): TestClient {
    this.clients.push(client);
    return client;
  }
}

/** The newest version a page shows. */
export function versionAt(client: TestClient): number {
  return client.frames.at(-1)?.version ?? 0;
}

/** Gives a host's command and waits until its page shows what became of it. */
export async function command(host: TestClient, type: Simple): Promise<void> {
  const ack = await host.ask({ type, version: versionAt(host) });
  if (!ack.ok) throw new Error(`${type}: ${ack.code}`);
  await host.frame((frame) => "version" in ack && frame.version >= ack.version);
}

/** Finds the first frame that shows a student's room in this phase. */
export const inPhase = (phase: string) => (frame: LiveFrame) =>
  "room" in frame && frame.room.current.phase === phase ? frame.room.current : null;

export function answer(roundId: string, value: number, answerId: string, ballot: Ballot = 1) {
  return { type: "answer", answerId, roundId, ballot, response: { widget: "number", value } } as const;
}
