"use client";

import type { Question, Response } from "@pyrena/contracts";
import { useTranslations } from "next-intl";

/** An answer in a few words, for "You said …" and for the saved state. */
export function useResponseText(): (response: Response, question: Question) => string {
  const t = useTranslations("reveal");
  return (response, question) => {
    const { input } = question;
    switch (response.widget) {
      case "number":
        return String(response.value);
      case "line":
        return t("line", { line: response.line });
      case "text-lines":
        return response.lines.join("\n");
      case "choice":
        return input.widget === "choice"
          ? (input.options.find((option) => option.id === response.chosen)?.label ?? "")
          : response.chosen;
      case "multi": {
        if (response.chosen.length === 0) return t("noneChosen");
        const options = input.widget === "multi" ? input.options : [];
        return options
          .filter((option) => response.chosen.includes(option.id))
          .map((option) => option.label)
          .join(", ");
      }
      case "true-false": {
        const rows = input.widget === "true-false" ? input.rows : [];
        return rows.map((row) => `${row.line} ${t(response.values[row.id] ? "true" : "false")}`).join(", ");
      }
    }
  };
}

/** The server's own text of an answer, for people: a bare line number becomes "line 5", a dash becomes words. */
export function useAnswerLabel(): (text: string, question: Question) => string {
  const t = useTranslations("reveal");
  return (text, { input }) => {
    if (input.widget === "line" && /^\d+$/.test(text)) return t("line", { line: Number(text) });
    if (input.widget === "multi" && text === NOTHING) return t("noneChosen");
    return text;
  };
}

/** How the server writes an answer that chose nothing. */
const NOTHING = "–";
