import { router } from "../../trpc.ts";
import { candidates, check, preview, tryOut } from "./engine.ts";
import { exportJson, importJson } from "./json.ts";
import { get, list, topics } from "./read.ts";
import { create, duplicate, remove, update } from "./write.ts";

export const itemRouter = router({
  list,
  topics,
  get,
  create,
  update,
  duplicate,
  remove,
  check,
  candidates,
  preview,
  tryOut,
  exportJson,
  importJson,
});
