import { router } from "../../trpc.ts";
import { join, lookup, register } from "./join.ts";
import { archive, create, get, list, newCode, update } from "./manage.ts";
import { remove, roster, setRole } from "./roster.ts";

export const classRouter = router({
  list,
  create,
  get,
  update,
  newCode,
  archive,
  lookup,
  join,
  register,
  roster,
  setRole,
  remove,
});
