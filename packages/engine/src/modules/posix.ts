/** What `os` needs of the system: the files of the run, and an honest refusal of everything else. */
import { newRef } from "../memory/refcount.ts";
import { typeName } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import { type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { noArgs, oneArg } from "../objects/typespec.ts";
import { files } from "./io/files.ts";
import { raiseFile } from "./io/open.ts";
import type { ModuleSpec } from "./modulespec.ts";

function pathOf(rt: Runtime, o: PyObject): string | null {
  if (isStr(o)) return text(o);
  return raise(rt, "TypeError", `expected str, bytes or os.PathLike object, not ${typeName(o.type)}`);
}

function remove(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const path = pathOf(rt, o);
  if (path === null) return null;
  if (files(rt).delete(path)) return newRef(rt.none);
  return raiseFile(rt, "FileNotFoundError", 2, "No such file or directory", path);
}

export const posixModule: ModuleSpec = {
  name: "posix",
  functions: [
    oneArg("remove", remove),
    oneArg("unlink", remove),
    noArgs("getcwd", (rt) => rt.newStr("/")),
    oneArg("_exists", (rt, _self, o) => {
      const path = pathOf(rt, o);
      return path === null ? null : newRef(files(rt).has(path) ? rt.true : rt.false);
    }),
    oneArg("_unsupported", (_rt, _self, o) => {
      throw new Unsupported(`the attribute ${isStr(o) ? text(o) : ""}`);
    }),
  ],
};
