import type { HomeworkState } from "@pyrena/contracts";
import type { BadgeTone } from "@pyrena/ui";

export const stateTones: Record<HomeworkState, BadgeTone> = {
  "not-open": "neutral",
  open: "accent",
  late: "warn",
  closed: "neutral",
  excused: "neutral",
};
