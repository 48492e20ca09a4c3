import type { Question } from "./question.ts";
import type { Response } from "./response.ts";

/** Whether a response answers this question: the same widget, only ids it offers, every row of a true-false answered. */
export function fitsQuestion(response: Response, question: Question): boolean {
  const { input } = question;
  switch (input.widget) {
    case "number":
    case "text-lines":
      return response.widget === input.widget;
    case "line":
      return response.widget === "line" && input.lines.includes(response.line);
    case "choice":
      return response.widget === "choice" && input.options.some((option) => option.id === response.chosen);
    case "multi": {
      if (response.widget !== "multi") return false;
      const ids = new Set(input.options.map((option) => option.id));
      return (
        new Set(response.chosen).size === response.chosen.length && response.chosen.every((id) => ids.has(id))
      );
    }
    case "true-false": {
      if (response.widget !== "true-false") return false;
      const answered = Object.keys(response.values);
      return answered.length === input.rows.length && input.rows.every((row) => answered.includes(row.id));
    }
  }
}
