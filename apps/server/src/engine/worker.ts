import type { Program } from "@pyrena/api";
import type { ItemDraft } from "@pyrena/contracts";
import { candidates, materialise } from "@pyrena/puzzles";

/** What crosses the thread: plain data in both directions. */
export type EngineTask =
  | { readonly type: "materialise"; readonly draft: ItemDraft; readonly seed: string }
  | { readonly type: "candidates"; readonly program: Program };

/** Runs in a worker thread: the only place of this server where the engine runs. */
export default function work(task: EngineTask) {
  switch (task.type) {
    case "materialise":
      return materialise(task.draft, task.seed);
    case "candidates": {
      const { source, python, mode } = task.program;
      return candidates(source, python, mode);
    }
  }
}
