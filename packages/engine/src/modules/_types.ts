/** `_types`: the types of `types` that no expression gives. */
import { newRef } from "../memory/refcount.ts";
import type { ModuleSpec } from "./modulespec.ts";

export const typesCModule: ModuleSpec = {
  name: "_types",
  populate: (rt, _module, set) => {
    set("SimpleNamespace", newRef(rt.types.SimpleNamespace));
    if (rt.profile.typeIsSubscriptable) set("GenericAlias", newRef(rt.types.GenericAlias));
    if (rt.profile.unionIsClassInfo) set("UnionType", newRef(rt.types.UnionType));
    return true;
  },
};
