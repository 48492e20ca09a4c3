/** `_types`: the types of `types` that no expression gives. */
import { CodeFlag } from "../compiler/code.ts";
import { newRef } from "../memory/refcount.ts";
import type { PyFunction } from "../objects/function-object.ts";
import { oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

export const typesCModule: ModuleSpec = {
  name: "_types",
  // SIMPLIFIED: types.coroutine gives the function another code object; here the one it has gets the flag.
  functions: [
    oneArg("_make_awaitable", (_rt, _self, func) => {
      const { payload } = (func as PyFunction).payload.code;
      payload.unit = { ...payload.unit, flags: payload.unit.flags | CodeFlag.IterableCoroutine };
      return newRef(func);
    }),
  ],
  populate: (rt, _module, set) => {
    set("SimpleNamespace", newRef(rt.types.SimpleNamespace));
    if (rt.profile.typeIsSubscriptable) set("GenericAlias", newRef(rt.types.GenericAlias));
    if (rt.profile.unionIsClassInfo) set("UnionType", newRef(rt.types.UnionType));
    set("CoroutineType", newRef(rt.types.coroutine));
    set("AsyncGeneratorType", newRef(rt.types.async_generator));
    return true;
  },
};
