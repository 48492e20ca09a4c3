/**
 * The host's page: the newest view, what students told, and what was asked for while looking away from the class
 * (peek, names). Those two never come with a view, so that this screen can be mirrored.
 */
import type {
  HostFrame,
  HostView,
  LiveRefusal,
  PeekAck,
  PhaseName,
  ReactionCounts,
  RosterRow,
} from "@pyrena/contracts";
import type { ServerClock } from "../live/clock.ts";
import type { LinkStatus } from "../live/connection.ts";

export type Peek = Extract<PeekAck, { ok: true }>;

export interface HostState {
  readonly link: LinkStatus;
  readonly refusal: LiveRefusal | null;
  readonly clock: ServerClock | null;
  readonly version: number | null;
  readonly view: HostView | null;
  readonly reactions: ReactionCounts | null;
  readonly peek: Peek | null;
  readonly roster: readonly RosterRow[] | null;
}

export type HostAction =
  | { readonly type: "frame"; readonly frame: HostFrame }
  | { readonly type: "link"; readonly link: LinkStatus; readonly refusal?: LiveRefusal | undefined }
  | { readonly type: "clock"; readonly clock: ServerClock }
  | { readonly type: "peek"; readonly peek: Peek | null }
  | { readonly type: "roster"; readonly roster: readonly RosterRow[] | null };

export const initialHost: HostState = {
  link: "connecting",
  refusal: null,
  clock: null,
  version: null,
  view: null,
  reactions: null,
  peek: null,
  roster: null,
};

export function reduceHost(state: HostState, action: HostAction): HostState {
  switch (action.type) {
    case "link":
      return { ...state, link: action.link, refusal: action.refusal ?? state.refusal };
    case "clock":
      return { ...state, clock: action.clock };
    case "peek":
      return { ...state, peek: action.peek };
    case "roster":
      return { ...state, roster: action.roster };
    case "frame":
      return afterFrame(state, action.frame);
  }
}

function afterFrame(state: HostState, frame: HostFrame): HostState {
  switch (frame.type) {
    case "gone":
      return { ...state, refusal: frame.code };
    case "reactions":
      return { ...state, reactions: frame.reactions };
    case "view": {
      const hasMoved = roundIdOf(state.view) !== roundIdOf(frame.view);
      return {
        ...state,
        version: frame.version,
        view: frame.view,
        // A peek belongs to one moment; what was told belongs to one question.
        peek: null,
        reactions: hasMoved ? null : state.reactions,
      };
    }
    default:
      if (!state.view || frame.version < (state.version ?? 0)) return state;
      return { ...state, version: frame.version, view: { ...state.view, counts: frame.counts } };
  }
}

function roundIdOf(view: HostView | null): string | null {
  const current = view?.current;
  return current && "round" in current ? current.round.roundId : null;
}

export type PrimaryStep =
  | { readonly type: "open"; readonly entryId: string; readonly isFirst: boolean }
  | { readonly type: "close" | "reveal" | "revote" | "scoreboard" | "end" }
  | { readonly type: "none" };

/** The one thing to press next, from what the server says can be done now. */
export function primaryStep(view: HostView): PrimaryStep {
  const can = (control: HostView["controls"][number]) => view.controls.includes(control);
  const phase: PhaseName = view.current.phase;
  if (phase === "open" && can("close")) return { type: "close" };
  if (phase === "discuss" && can("revote")) return { type: "revote" };
  if (phase === "closed" && can("reveal")) return { type: "reveal" };
  const next = view.deck.find((entry) => entry.status === "waiting");
  if (can("open") && next) {
    return {
      type: "open",
      entryId: next.entryId,
      isFirst: view.deck.every((entry) => entry.status === "waiting"),
    };
  }
  if (phase === "reveal" && can("scoreboard")) return { type: "scoreboard" };
  if (can("end")) return { type: "end" };
  return { type: "none" };
}

/** Those who need help first: without a connection, then those who have not answered, then by name. */
export function sortRoster(rows: readonly RosterRow[], find: string): readonly RosterRow[] {
  const wanted = find.trim().toLocaleLowerCase();
  const weight = (row: RosterRow) => (row.isRemoved ? 3 : row.isConnected ? (row.hasAnswered ? 2 : 1) : 0);
  return rows
    .filter((row) => row.nickname.toLocaleLowerCase().includes(wanted))
    .sort(
      (a, b) => weight(a) - weight(b) || a.nickname.localeCompare(b.nickname, undefined, { numeric: true }),
    );
}
