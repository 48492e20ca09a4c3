/** `_thread`: what the Python half of threading needs from the machine, which runs one thread.   [mirrors Modules/_threadmodule.c] */
import { type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** Refuses by name what would need another thread. */
function refuse(_rt: Runtime, _self: PyObject, what: PyObject): never {
  throw new Unsupported(isStr(what) ? text(what) : "threads");
}

export const threadModule: ModuleSpec = { name: "_thread", functions: [oneArg("_unsupported", refuse)] };
