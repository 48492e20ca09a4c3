/** `_typing`: the classes of `typing` that are written in C from 3.12.   [mirrors Modules/_typingmodule.c] */
import { typeVarSpecs } from "../objects/type-var.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";

export const typingCModule: ModuleSpec = {
  name: "_typing",
  exists: (profile) => profile.hasTypeParams,
  populate: (rt, _module, set) => {
    addTypes(rt, typeVarSpecs, set);
    return true;
  },
};
