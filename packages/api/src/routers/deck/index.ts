import { router } from "../../trpc.ts";
import { addItem, removeItem, reorder } from "./entries.ts";
import { exportJson, get, list } from "./read.ts";
import { create, duplicate, importJson, remove, rename } from "./write.ts";

export const deckRouter = router({
  list,
  get,
  create,
  rename,
  duplicate,
  remove,
  addItem,
  removeItem,
  reorder,
  exportJson,
  importJson,
});
