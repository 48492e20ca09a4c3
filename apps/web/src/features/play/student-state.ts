/**
 * Everything the student's page knows, as one value and one reducer. The server's views are the truth; beside them
 * stand only the link, the clock, the unsent choice and the answer on its way.
 */
import type {
  AnswerAck,
  Confidence,
  LiveRefusal,
  OwnAnswer,
  PhaseView,
  Response,
  RoundPublic,
  StudentFrame,
} from "@pyrena/contracts";
import { applyStudentFrame, type StudentPage } from "@pyrena/live";
import type { ServerClock } from "../live/clock.ts";
import type { LinkStatus } from "../live/connection.ts";
import type { Draft } from "../question/draft.ts";
import { belongsTo, delivered, type KeptDraft, type Outbox } from "./outbox.ts";

export interface StudentState {
  readonly link: LinkStatus;
  readonly refusal: LiveRefusal | null;
  readonly clock: ServerClock | null;
  readonly page: StudentPage | null;
  readonly kept: KeptDraft | null;
  readonly outbox: Outbox | null;
  /** The student took back a saved answer to change it; the room allows that. */
  readonly isChanging: boolean;
}

export type StudentAction =
  | { readonly type: "restored"; readonly kept: KeptDraft | null; readonly outbox: Outbox | null }
  | { readonly type: "frame"; readonly frame: StudentFrame }
  | { readonly type: "link"; readonly link: LinkStatus; readonly refusal?: LiveRefusal | undefined }
  | { readonly type: "clock"; readonly clock: ServerClock }
  | { readonly type: "drafted"; readonly draft: Draft; readonly confidence: Confidence | null }
  | {
      readonly type: "sent";
      readonly answerId: string;
      readonly response: Response;
      readonly confidence: Confidence | null;
    }
  | { readonly type: "acked"; readonly answerId: string; readonly ack: AnswerAck }
  | { readonly type: "change" };

export const initialStudent: StudentState = {
  link: "connecting",
  refusal: null,
  clock: null,
  page: null,
  kept: null,
  outbox: null,
  isChanging: false,
};

export function reduceStudent(state: StudentState, action: StudentAction): StudentState {
  switch (action.type) {
    case "restored":
      return { ...state, kept: action.kept, outbox: action.outbox };
    case "frame":
      return afterFrame(state, action.frame);
    case "link":
      return { ...state, link: action.link, refusal: action.refusal ?? state.refusal };
    case "clock":
      return { ...state, clock: action.clock };
    case "change":
      return { ...state, isChanging: true };
    case "drafted": {
      const round = roundOf(state);
      if (!round) return state;
      const { draft, confidence } = action;
      return { ...state, kept: { roundId: round.roundId, ballot: round.ballot, draft, confidence } };
    }
    case "sent": {
      const round = roundOf(state);
      if (!round) return state;
      const { answerId, response, confidence } = action;
      const { roundId, ballot } = round;
      const outbox: Outbox = {
        answerId,
        roundId,
        ballot,
        response,
        confidence,
        delivery: { state: "waiting" },
      };
      return { ...state, outbox, isChanging: false };
    }
    case "acked":
      if (state.outbox?.answerId !== action.answerId) return state;
      return { ...state, outbox: delivered(state.outbox, action.ack) };
  }
}

function afterFrame(state: StudentState, frame: StudentFrame): StudentState {
  const page = applyStudentFrame(state.page, frame);
  const next = { ...state, page, refusal: frame.type === "gone" ? frame.code : state.refusal };
  const round = roundOf(next);
  if (!round || (roundOf(state)?.roundId === round.roundId && roundOf(state)?.ballot === round.ballot))
    return next;
  // Another question is on screen: what was meant for the last one must not reach it.
  return {
    ...next,
    isChanging: false,
    kept: belongsTo(state.kept, round) ? state.kept : null,
    outbox: belongsTo(state.outbox, round) ? state.outbox : null,
  };
}

export function roundOf(state: StudentState): RoundPublic | null {
  const current = state.page?.room.current;
  return current && "round" in current ? current.round : null;
}

export type AnswerState =
  | { readonly kind: "editing" }
  | { readonly kind: "sending"; readonly response: Response; readonly confidence: Confidence | null }
  | {
      readonly kind: "saved";
      readonly response: Response;
      readonly confidence: Confidence | null;
      readonly receivedAt: number;
    }
  | { readonly kind: "refused"; readonly code: LiveRefusal; readonly response: Response }
  | { readonly kind: "none" };

/** What the page may honestly say about the answer to the ballot on screen. */
export function answerState(state: StudentState): AnswerState {
  const round = roundOf(state);
  const outbox = belongsTo(state.outbox, round) ? state.outbox : null;
  const stored = storedAnswer(state, round);
  if (state.isChanging) return { kind: "editing" };
  if (outbox && outbox.answerId !== stored?.answerId) {
    const { response, confidence, delivery } = outbox;
    if (delivery.state === "waiting") return { kind: "sending", response, confidence };
    if (delivery.state === "saved")
      return { kind: "saved", response, confidence, receivedAt: delivery.receivedAt };
    if (!stored) return { kind: "refused", code: delivery.code, response };
  }
  if (stored) {
    const { response, confidence, receivedAt } = stored;
    return { kind: "saved", response, confidence, receivedAt };
  }
  return phaseOf(state) === "open" ? { kind: "editing" } : { kind: "none" };
}

function storedAnswer(state: StudentState, round: RoundPublic | null): OwnAnswer | null {
  return state.page?.self.answers.find((answer) => belongsTo(answer, round)) ?? null;
}

function phaseOf(state: StudentState): PhaseView["phase"] | null {
  return state.page?.room.current.phase ?? null;
}
