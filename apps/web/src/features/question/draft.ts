/**
 * An answer in the making: what the widget shows before Send. It may be incomplete, it survives a reload, and it
 * becomes a response only when it fits the question.
 */
import { fitsQuestion, type Question, type QuestionInput, type Response } from "@pyrena/contracts";
import { z } from "zod";

export const draftSchema = z.discriminatedUnion("widget", [
  z.object({ widget: z.literal("number"), text: z.string().max(20) }),
  z.object({ widget: z.literal("true-false"), values: z.record(z.string(), z.boolean()) }),
  z.object({ widget: z.literal("multi"), chosen: z.array(z.string()), isNone: z.boolean() }),
  z.object({ widget: z.literal("choice"), chosen: z.string().nullable() }),
  z.object({ widget: z.literal("line"), line: z.number().nullable() }),
  z.object({ widget: z.literal("text-lines"), text: z.string().max(20_000) }),
]);
export type Draft = z.infer<typeof draftSchema>;

export function emptyDraft({ widget }: QuestionInput): Draft {
  switch (widget) {
    case "number":
      return { widget, text: "" };
    case "true-false":
      return { widget, values: {} };
    case "multi":
      return { widget, chosen: [], isNone: false };
    case "choice":
      return { widget, chosen: null };
    case "line":
      return { widget, line: null };
    case "text-lines":
      return { widget, text: "" };
  }
}

/** The answer a draft stands for, or null while something is still missing. */
export function responseOf(draft: Draft, question: Question): Response | null {
  const response = toResponse(draft);
  return response && fitsQuestion(response, question) ? response : null;
}

/** The draft that shows an answer already given, to look at it or to change it. */
export function draftOf(response: Response): Draft {
  switch (response.widget) {
    case "number":
      return { widget: "number", text: String(response.value) };
    case "multi":
      return { widget: "multi", chosen: response.chosen, isNone: response.chosen.length === 0 };
    case "text-lines":
      return { widget: "text-lines", text: response.lines.join("\n") };
    default:
      return response;
  }
}

function toResponse(draft: Draft): Response | null {
  switch (draft.widget) {
    case "number":
      return /^-?\d{1,12}$/.test(draft.text) ? { widget: "number", value: Number(draft.text) } : null;
    case "true-false":
      return { widget: "true-false", values: draft.values };
    case "multi":
      return draft.chosen.length > 0 || draft.isNone ? { widget: "multi", chosen: draft.chosen } : null;
    case "choice":
      return draft.chosen === null ? null : { widget: "choice", chosen: draft.chosen };
    case "line":
      return draft.line === null ? null : { widget: "line", line: draft.line };
    case "text-lines":
      return draft.text.trim() ? { widget: "text-lines", lines: printedLines(draft.text) } : null;
  }
}

/** The last line break of a text area is a habit of the hand, not a printed line. */
function printedLines(text: string): string[] {
  return text.replace(/\n+$/, "").split("\n");
}

/** One key of the number pad. */
export function pressKey(text: string, key: string): string {
  if (key === "erase") return text.slice(0, -1);
  if (key === "-") return text.startsWith("-") ? text.slice(1) : `-${text}`;
  const digits = text.replace("-", "");
  if (digits.length >= 12) return text;
  return digits === "0" ? text.replace("0", key) : text + key;
}
