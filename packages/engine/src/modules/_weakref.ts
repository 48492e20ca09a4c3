/** The C half of `weakref`.   [mirrors Modules/_weakref.c] */
import { weakrefsOf } from "../gc/weakrefs.ts";
import { newRef } from "../memory/refcount.ts";
import { dictDelete, dictGet } from "../objects/dict.ts";
import { newList } from "../objects/list-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { method, oneArg } from "../objects/typespec.ts";
import { newProxy } from "../objects/weak-proxy.ts";
import { isWeakref } from "../objects/weakref.ts";
import type { ModuleSpec } from "./modulespec.ts";

function proxy(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const callback = args[1] === undefined || args[1] === rt.none ? null : args[1];
  return newProxy(rt, args[0] as PyObject, callback);
}

/** Removes the entry if it still is a dead reference; called by the callbacks of WeakValueDictionary. */
function removeDeadWeakref(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const [dict, key] = args as [PyObject, PyObject];
  const found = dictGet(rt, dict, key);
  if (found === null) return rt.thread.exception === null ? newRef(rt.none) : null;
  const referent = isWeakref(rt, found) ? found.payload.referent : null;
  const isAlive = referent !== null && referent.refcnt > 0;
  if (!isAlive && isWeakref(rt, found) && !dictDelete(rt, dict, key)) return null;
  return newRef(rt.none);
}

export const weakrefCModule: ModuleSpec = {
  name: "_weakref",
  functions: [
    oneArg("getweakrefcount", (rt, _self, o) => rt.newInt(weakrefsOf(o).length)),
    oneArg("getweakrefs", (rt, _self, o) => newList(rt, weakrefsOf(o).map(newRef))),
    method("proxy", proxy, { min: 1, max: 2 }),
    method("_remove_dead_weakref", removeDeadWeakref, { min: 2, max: 2 }),
  ],
  populate: (rt, _module, set) => {
    set("ref", newRef(rt.types.ReferenceType));
    set("ReferenceType", newRef(rt.types.ReferenceType));
    set("ProxyType", newRef(rt.types.ProxyType));
    set("CallableProxyType", newRef(rt.types.CallableProxyType));
    return true;
  },
};
