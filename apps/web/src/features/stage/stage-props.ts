import type { ProjectorView } from "@pyrena/contracts";
import type { ServerClock } from "../live/clock.ts";

export interface StageProps {
  readonly view: Pick<ProjectorView, "title" | "pin" | "isLocked" | "counts" | "current">;
  readonly clock: ServerClock | null;
  readonly joinUrl: string;
}
