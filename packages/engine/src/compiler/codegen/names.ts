/** Loading, storing and deleting names, by the scope they live in.   [mirrors compiler_nameop] */
import { syntaxError } from "../errors.ts";
import type { OpName } from "../opcodes.ts";
import { isFunctionLike } from "../scope.ts";
import type { CodeGenerator } from "./generator.ts";

export type Access = "Load" | "Store" | "Del";

type Place = "fast" | "deref" | "global" | "name";

const opcodes: Record<Place, Record<Access, OpName>> = {
  fast: { Load: "LOAD_FAST", Store: "STORE_FAST", Del: "DELETE_FAST" },
  deref: { Load: "LOAD_DEREF", Store: "STORE_DEREF", Del: "DELETE_DEREF" },
  global: { Load: "LOAD_GLOBAL", Store: "STORE_GLOBAL", Del: "DELETE_GLOBAL" },
  name: { Load: "LOAD_NAME", Store: "STORE_NAME", Del: "DELETE_NAME" },
};

export function nameOp(g: CodeGenerator, rawName: string, access: Access): void {
  if (access !== "Load" && (rawName === "None" || rawName === "True" || rawName === "False"))
    throw syntaxError(g.at, `cannot ${access === "Del" ? "delete" : "assign to"} ${rawName}`);
  if (access !== "Load" && rawName === "__debug__")
    throw syntaxError(g.at, access === "Del" ? "cannot delete __debug__" : "cannot assign to __debug__");
  const name = g.mangle(rawName);
  const unit = g.unit;
  switch (placeOf(g, name)) {
    case "fast":
      g.emit(opcodes.fast[access], unit.varname(name));
      return;
    case "deref":
      loadOrStoreDeref(g, name, access);
      return;
    case "global":
      if (access === "Load" && unit.scope.canSeeClassScope && isImplicit(g, name)) {
        g.emit("LOAD_DEREF", unit.derefNumber("__classdict__"));
        g.emit("LOAD_FROM_DICT_OR_GLOBALS", unit.nameNumber(name));
        return;
      }
      g.emit(opcodes.global[access], unit.nameNumber(name));
      return;
    case "name":
      g.emit(opcodes.name[access], unit.nameNumber(name));
  }
}

function loadOrStoreDeref(g: CodeGenerator, name: string, access: Access): void {
  const unit = g.unit;
  const number = unit.derefNumber(name);
  const isPlainCell = unit.inlinedComprehensions > 0 && unit.overrides.has(name);
  if (access !== "Load" || unit.kind !== "class" || isPlainCell) {
    if (
      access === "Load" &&
      unit.scope.canSeeClassScope &&
      unit.freevars.includes(name) &&
      name !== "__classdict__"
    ) {
      g.emit("LOAD_DEREF", unit.derefNumber("__classdict__"));
      g.emit("LOAD_FROM_DICT_OR_DEREF", number);
      return;
    }
    g.emit(opcodes.deref[access], number);
    return;
  }
  if (g.profile.inlinesComprehensions) {
    g.emit("LOAD_LOCALS");
    g.emit("LOAD_FROM_DICT_OR_DEREF", number);
  } else {
    g.emit("LOAD_CLASSDEREF", number);
  }
}

function isImplicit(g: CodeGenerator, name: string): boolean {
  return g.unit.scope.symbols.get(name)?.scope === "global-implicit";
}

function placeOf(g: CodeGenerator, name: string): Place {
  const unit = g.unit;
  const symbol = unit.scope.symbols.get(name);
  const scope = unit.overrides.get(name) ?? symbol?.scope ?? "global-implicit";
  switch (scope) {
    case "free":
    case "cell":
      return "deref";
    case "local":
      return isFunctionLike(unit.scope) || unit.hiddenFast.has(name) ? "fast" : "name";
    case "global-implicit":
      return isFunctionLike(unit.scope) || (unit.inlinedComprehensions > 0 && unit.overrides.has(name))
        ? "global"
        : "name";
    case "global-explicit":
      return "global";
  }
}
