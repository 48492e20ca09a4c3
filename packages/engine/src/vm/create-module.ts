/** A module object from its spec.   [mirrors PyModule_FromDefAndSpec, _add_methods_to_object] */
import { keep } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import type { ModuleSpec } from "../modules/modulespec.ts";
import { dictGetText, dictSetText } from "../objects/dict.ts";
import { attributesOf } from "../objects/instance-attributes.ts";
import { type ModuleData, peekModuleDict } from "../objects/module.ts";
import { newNativeAtStart } from "../objects/native.ts";
import type { LazyNames, PyObject, Runtime } from "../objects/object.ts";
import { newStrData } from "../objects/str-object.ts";
import type { NativeSpec } from "../objects/typespec.ts";

/**
 * A module whose functions and constants stand in `dict` (borrowed), or will when somebody looks (`isLazy`); a new reference.
 */
export function createModule(rt: Runtime, spec: ModuleSpec, dict: PyObject, isLazy: boolean): PyObject {
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
  if (isLazy) rt.lazyNames.set(dict, waitingNames(spec, module, dict));
  else for (const fn of functionsOf(rt, spec)) set(fn.name, newFunction(rt, spec, fn, module, name));
  spec.populate?.(rt, module, set);
  decref(rt, name);
  return module;
}

function functionsOf(rt: Runtime, spec: ModuleSpec): NativeSpec[] {
  return (spec.functions ?? []).filter((fn) => fn.exists?.(rt.profile) !== false);
}

/** Copies that start-up keeps of the module's dict hold the function too. */
function newFunction(
  rt: Runtime,
  spec: ModuleSpec,
  fn: NativeSpec,
  module: PyObject,
  owner: PyObject,
): PyObject {
  const copies = rt.profile.moduleCopies[spec.name] ?? 0;
  const native = newNativeAtStart(rt, fn, module, owner, fn.name);
  if (copies > 0) {
    native.refcnt += copies;
    for (let i = 0; i < copies; i += 1) keep(rt, `copy of ${spec.name}`, native);
    rt.copiedFunctions.push({ module: spec.name, name: fn.name, native, copies });
  }
  return native;
}

/** Functions, and the entries that make themselves. */
function waitingNames(spec: ModuleSpec, module: PyObject, dict: PyObject): LazyNames {
  const { entries = {} } = spec;
  const makeValue = (rt: Runtime, name: string): PyObject | null => {
    const fn = spec.functions?.find((each) => each.name === name && each.exists?.(rt.profile) !== false);
    if (fn === undefined) return null;
    const owner = rt.intern(spec.name);
    const made = newFunction(rt, spec, fn, module, owner);
    decref(rt, owner);
    return made;
  };
  return {
    names: () => [...(spec.functions ?? []).map(({ name }) => name), ...Object.keys(entries)],
    make: (rt, name) => {
      const known = dictGetText(dict, name);
      if (known === null && Object.hasOwn(entries, name)) return makeEntry(rt, module, name, entries);
      const value = known === null ? makeValue(rt, name) : null;
      if (value === null) return known;
      dictSetText(rt, dict, name, value);
      decref(rt, value);
      return value;
    },
  };
}

/** Puts an entry into the namespace; borrowed, null where this version has none of that name. */
export function makeEntry(
  rt: Runtime,
  module: PyObject,
  name: string,
  entries: NonNullable<ModuleSpec["entries"]>,
): PyObject | null {
  const value = entries[name]?.(rt, module) ?? null;
  if (value === null) return null;
  dictSetText(rt, peekModuleDict(module), name, value);
  decref(rt, value);
  return value;
}

function newStrAtStart(rt: Runtime, text: string): PyObject {
  return rt.heap.createAtStart(rt.types.str, newStrData(text));
}
