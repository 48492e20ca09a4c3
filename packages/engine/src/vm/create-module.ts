/** A module object from its spec.   [mirrors PyModule_FromDefAndSpec, _add_methods_to_object] */
import { decref, newRef } from "../memory/refcount.ts";
import type { ModuleSpec } from "../modules/modulespec.ts";
import { dictSetText } from "../objects/dict.ts";
import { attributesOf } from "../objects/instance-attributes.ts";
import type { ModuleData } from "../objects/module.ts";
import { newNativeAtStart } from "../objects/native.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { newStrData } from "../objects/str-object.ts";

/** A module whose functions and constants stand in `dict` (borrowed); a new reference. */
export function createModule(rt: Runtime, spec: ModuleSpec, dict: PyObject): PyObject {
  const module = rt.heap.createAtStart<ModuleData>(rt.types.module, { isBuiltin: true });
  attributesOf(module).dict = newRef(dict);
  const set = (name: string, value: PyObject): void => {
    dictSetText(rt, dict, name, value);
    decref(rt, value);
  };
  const name = rt.intern(spec.name);
  set("__name__", newRef(name));
  set("__doc__", spec.doc === undefined ? newRef(rt.none) : newStrAtStart(rt, spec.doc));
  set("__package__", rt.intern(""));
  set("__loader__", newRef(rt.none));
  set("__spec__", newRef(rt.none));
  const copies = rt.profile.moduleCopies[spec.name] ?? 0;
  for (const fn of spec.functions ?? []) {
    if (fn.exists?.(rt.profile) === false) continue;
    const native = newNativeAtStart(rt, fn, module, name, fn.name);
    if (copies > 0) {
      native.refcnt += copies;
      rt.copiedFunctions.push({ module: spec.name, name: fn.name, native, copies });
    }
    set(fn.name, native);
  }
  spec.populate?.(rt, module, set);
  decref(rt, name);
  return module;
}

function newStrAtStart(rt: Runtime, text: string): PyObject {
  return rt.heap.createAtStart(rt.types.str, newStrData(text));
}
