/** The projector's page: the newest view it was given, and the line to the server. */
import type { LiveRefusal, ProjectorFrame, ProjectorView } from "@pyrena/contracts";
import type { ServerClock } from "../live/clock.ts";
import type { LinkStatus } from "../live/connection.ts";

export interface ProjectorState {
  readonly link: LinkStatus;
  readonly refusal: LiveRefusal | null;
  readonly clock: ServerClock | null;
  readonly version: number | null;
  readonly view: ProjectorView | null;
}

export type ProjectorAction =
  | { readonly type: "frame"; readonly frame: ProjectorFrame }
  | { readonly type: "link"; readonly link: LinkStatus; readonly refusal?: LiveRefusal | undefined }
  | { readonly type: "clock"; readonly clock: ServerClock };

export const initialProjector: ProjectorState = {
  link: "connecting",
  refusal: null,
  clock: null,
  version: null,
  view: null,
};

export function reduceProjector(state: ProjectorState, action: ProjectorAction): ProjectorState {
  switch (action.type) {
    case "link":
      return { ...state, link: action.link, refusal: action.refusal ?? state.refusal };
    case "clock":
      return { ...state, clock: action.clock };
    case "frame":
      return afterFrame(state, action.frame);
  }
}

function afterFrame(state: ProjectorState, frame: ProjectorFrame): ProjectorState {
  if (frame.type === "gone") return { ...state, refusal: frame.code };
  if (frame.type === "view") return { ...state, version: frame.version, view: frame.view };
  if (!state.view || frame.version < (state.version ?? 0)) return state;
  return { ...state, version: frame.version, view: { ...state.view, counts: frame.counts } };
}
