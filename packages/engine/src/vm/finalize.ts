/**
 * The end of the interpreter, which is when most finalizers of small programs run.
 * [mirrors Py_FinalizeEx, finalize_modules in Python/pylifecycle.c, PyImport_Cleanup before 3.10, _PyModule_ClearDict]
 *
 * 1. atexit callbacks; 2. a full collection while every module is whole; 3. modules leave sys.modules: a namespace nobody
 * else holds dies here, name by name; 4. another collection: namespaces that their own functions keep; 5. what is left
 * has its names set to None, private ones first, sys and builtins last.
 */
import { collect } from "../gc/collect.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef } from "../memory/refcount.ts";
import { runExitCalls } from "../modules/atexit.ts";
import { dictClear, dictGetText, dictItems, dictSet, dictSetText } from "../objects/dict.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";

/** Names of `sys` that may hold what programs made. */
const sysNames = [
  "path",
  "argv",
  "ps1",
  "ps2",
  "last_type",
  "last_value",
  "last_traceback",
  "last_exc",
  "path_hooks",
  "path_importer_cache",
  "meta_path",
] as const;

/** The holder of what is in use meanwhile. */
const shutdown = "interpreter shutting down";

export function finalize(rt: Runtime): void {
  runExitCalls(rt);
  rt.isFinalizing = true;
  if (rt.heap.gc.isEnabled) collect(rt, 2, false);
  finalizeModules(rt);
}

function finalizeModules(rt: Runtime): void {
  const sys = dictGetText(rt.modules, "sys");
  keepForkHooks(rt);
  deleteSpecial(rt, sys);
  const modules = removeModules(rt);
  dictClear(rt, rt.modules);
  collect(rt, 2, false);
  // The modules imported last go first.
  for (const module of modules.reverse()) {
    const dict = module.refcnt > 0 ? (module.attrs?.dict ?? null) : null;
    if (dict === null || module === sys || dict === rt.builtins) continue;
    clearNamespace(rt, dict);
  }
  // What is still found now has nothing to print with.
  for (const dict of [sys?.attrs?.dict ?? null, rt.builtins]) if (dict !== null) clearNamespace(rt, dict);
  collect(rt, 2, false);
}

/** What these modules have given to os.register_at_fork() stays with the interpreter, and their namespaces with it. */
function keepForkHooks(rt: Runtime): void {
  for (const name of ["logging", "threading", "random"]) {
    const dict = dictGetText(rt.modules, name)?.attrs?.dict ?? null;
    if (dict !== null) hold(rt, "the fork hooks", newRef(dict));
  }
}

/** [finalize_modules_delete_special] */
function deleteSpecial(rt: Runtime, sys: PyObject | null): void {
  if (dictGetText(rt.builtins, "_") !== null) dictSetText(rt, rt.builtins, "_", rt.none);
  const dict = sys?.attrs?.dict ?? null;
  if (dict === null) return;
  for (const name of sysNames) if (dictGetText(dict, name) !== null) dictSetText(rt, dict, name, rt.none);
  for (const name of ["stdin", "stdout", "stderr"]) {
    const original = dictGetText(dict, `__${name}__`);
    if (original === null) continue;
    hold(rt, shutdown, newRef(original));
    dictSetText(rt, dict, name, original);
    dropHeld(rt, shutdown, original);
  }
}

/** Puts None in each module's place; the list does not keep them. [finalize_remove_modules] */
function removeModules(rt: Runtime): PyObject[] {
  const modules: PyObject[] = [];
  for (const [name, module] of dictItems(rt.modules)) {
    if (module === rt.none) continue;
    modules.push(module);
    hold(rt, shutdown, newRef(name));
    dictSet(rt, rt.modules, name, rt.none);
    dropHeld(rt, shutdown, name);
  }
  return modules;
}

/** `_private` names first, then all but `__builtins__`. [_PyModule_ClearDict] */
function clearNamespace(rt: Runtime, dict: PyObject): void {
  hold(rt, shutdown, newRef(dict));
  rt.lazyNames.delete(dict);
  for (const pass of ["private", "rest"] as const)
    for (const [key, value] of dictItems(dict)) {
      if (!isStr(key) || value === rt.none) continue;
      const name = text(key);
      const isPrivate = name.startsWith("_") && !name.startsWith("__");
      if (pass === "private" ? !isPrivate : name === "__builtins__") continue;
      hold(rt, shutdown, newRef(key));
      dictSet(rt, dict, key, rt.none);
      dropHeld(rt, shutdown, key);
    }
  dropHeld(rt, shutdown, dict);
}
