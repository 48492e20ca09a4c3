/** What a student sees of homework. No key and no score is in it before the assignment's feedback policy lets it out. */
import { z } from "zod";
import type { AssignmentPolicy } from "./assignments.ts";
import { idSchema } from "./ids.ts";
import type { KindName } from "./kinds/item-draft.ts";
import type { Question } from "./kinds/question.ts";
import { type Response, responseSchema } from "./kinds/response.ts";
import type { Reveal } from "./kinds/reveal.ts";

/** Where an assignment stands for one student, by the server's clock. */
export type HomeworkState = "not-open" | "open" | "late" | "closed" | "excused";

/** A line of a student's list. */
export interface HomeworkSummary {
  readonly id: string;
  readonly title: string;
  readonly state: HomeworkState;
  /** The student's own, accommodations included. */
  readonly opensAt: Date | null;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  /** The class's, which these times are shown in. */
  readonly timeZone: string;
  readonly items: number;
  readonly answered: number;
  /** 0 … 1; null while nothing was handed in or nothing may be shown. */
  readonly score: number | null;
}

/** From the end of the one before until `until`; null is for ever. */
export interface CreditStretch {
  readonly until: Date | null;
  readonly credit: number;
}

export interface HomeworkDetail extends HomeworkSummary {
  readonly classId: string;
  readonly description: string;
  readonly policy: AssignmentPolicy;
  readonly credit: readonly CreditStretch[];
  /** The end of the student's own time, a time limit included; null is never. */
  readonly endsAt: Date | null;
  /** Minutes from the first look, extra time included; null is no limit. */
  readonly timeLimitMinutes: number | null;
  readonly startedAt: Date | null;
  /** The server's clock at this answer. */
  readonly now: Date;
  readonly entries: readonly HomeworkItem[];
}

export interface HomeworkItem {
  readonly id: string;
  readonly title: string;
  readonly kind: KindName;
  readonly weight: number;
  /** Null is unlimited. */
  readonly maxAttempts: number | null;
  /** In their order; the last one may be open. */
  readonly attempts: readonly HomeworkAttempt[];
  /** 0 … 1; null while nothing may be shown. */
  readonly score: number | null;
  /** What the next attempt is worth at most, by attempts and time together. */
  readonly nextWorth: number;
}

export interface HomeworkAttempt {
  readonly id: string;
  /** From 1. */
  readonly ordinal: number;
  readonly isOpen: boolean;
  /** Null while it is open or nothing may be shown. */
  readonly score: number | null;
}

/** One attempt, opened to be worked on or looked at. */
export interface AttemptView {
  readonly id: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly ordinal: number;
  readonly purpose: "graded" | "practice" | "preview";
  readonly question: Question;
  readonly draft: unknown;
  readonly draftVersion: number;
  readonly draftSavedAt: Date | null;
  /** What an answer received now would earn at most: 0 … 1. */
  readonly worth: number;
  readonly submission: SubmissionView | null;
}

export interface SubmissionView {
  readonly response: Response;
  readonly receivedAt: Date;
  /** 0 … 1: what its time left of it. */
  readonly credit: number;
  /** Null until the feedback policy lets it out. */
  readonly outcome: { readonly score: number; readonly isCorrect: boolean; readonly reveal: Reveal } | null;
}

/** Unsent work is the page's own document; the server only keeps it, so it is only bounded. */
const DRAFT_MAX_CHARACTERS = 20_000;

export const saveDraftSchema = z.strictObject({
  attemptId: idSchema,
  draft: z.json().refine((draft) => JSON.stringify(draft).length <= DRAFT_MAX_CHARACTERS, "too long"),
  /** The version this page has seen last. */
  seen: z.number().int().min(0),
});

export const submitSchema = z.strictObject({
  attemptId: idSchema,
  /** Made once by the page for this answer. */
  idempotencyKey: z.string().min(8).max(64),
  response: responseSchema,
});

/** The staff's gradebook of one class. */
export interface Gradebook {
  readonly columns: readonly GradebookColumn[];
  readonly rows: readonly GradebookRow[];
}

export interface GradebookColumn {
  readonly id: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly isDue: boolean;
}

export interface GradebookRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** By column. */
  readonly cells: readonly GradebookCell[];
  /** 0 … 1; null while nothing counts. */
  readonly total: number | null;
}

export type GradebookCell =
  | { readonly state: "scored"; readonly score: number }
  | { readonly state: "missing" }
  | { readonly state: "excused" };
