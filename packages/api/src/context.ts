import type {
  Candidates,
  ItemDraft,
  LiveRefusal,
  Problem,
  PythonVersion,
  Question,
  Result,
  RunMode,
} from "@pyrena/contracts";
import type { Database } from "@pyrena/db";
import type { RoomEvent, RoomState } from "@pyrena/live";
import type { Key } from "@pyrena/puzzles/grading";
import type { Auth, SessionUser } from "./auth.ts";
import type { Background } from "./background.ts";
import type { Throttle } from "./throttle.ts";

/** What every procedure may use. apps/server makes the services once and a context per request. */
export interface Context extends Services {
  /** Who is signed in, read from the session cookie. */
  readonly user: SessionUser | null;
  /** The address the connection really came from: headers a client can write are not asked. */
  readonly clientAddress: string;
}

export interface Services {
  readonly db: Database;
  readonly auth: Auth;
  readonly engine: Engine;
  readonly live: LiveGateway;
  /** What is done after the answer has gone out. */
  readonly background: Background;
  /** Wrong PINs, per address; nothing else is counted per address, since a school has only one. */
  readonly wrongPins: Throttle;
  /** Where students reach this server, the best address first. */
  readonly joinUrls: () => readonly string[];
  /** The one clock that deadlines are judged by: milliseconds since the epoch. */
  readonly now: () => number;
}

/** Why the engine did not get to a program: never the program's own fault. */
export type EngineRefusal = "engine-busy" | "engine-timeout";

export type Materialised =
  | {
      readonly ok: true;
      readonly variant: {
        readonly question: Question;
        readonly key: Key;
        readonly params: Readonly<Record<string, string>>;
      };
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The engine's worker pool: it never runs on the server's main thread. `account` bounds each instructor's share of it. */
export interface Engine {
  materialise(draft: ItemDraft, seed: string, account: string): Promise<Result<Materialised, EngineRefusal>>;
  candidates(program: Program, account: string): Promise<Result<Candidates, EngineRefusal>>;
}

export interface Program {
  readonly source: string;
  readonly python: PythonVersion;
  readonly mode: RunMode;
}

/** The running rooms. */
export interface LiveGateway {
  /** The room as its stored events make it. */
  state(roomId: string): Promise<RoomState>;
  /** Appends the event if the room's rules allow it, and tells everybody. */
  dispatch(roomId: string, event: RoomEvent): Promise<Result<{ readonly version: number }, LiveRefusal>>;
  /** A participant's row has just been committed. */
  participantJoined(roomId: string, participantId: string): Promise<void>;
  projectorLinkRevoked(roomId: string, linkId: string): Promise<void>;
}
