/** import statements.   [mirrors IMPORT_NAME, IMPORT_FROM, IMPORT_STAR, Python/import.c] */
import { decref, newRef } from "../../memory/refcount.ts";
import {
  collectItems,
  getAttr,
  getAttrText,
  getIter,
  getOptionalAttr,
  setItem,
} from "../../objects/abstract.ts";
import { dictGetText, dictItems, dictSet } from "../../objects/dict.ts";
import { clearIfMatches, raise } from "../../objects/errors.ts";
import { moduleName, peekModuleDict } from "../../objects/module.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { dropTop, peek, popOwned, push } from "../frame.ts";

/** [level, names or None] → [module]. */
export function importName(rt: Runtime, frame: Frame, arg: number): boolean {
  const name = frame.unit.names[arg] ?? "";
  const wantsNames = peek(frame, 1) !== rt.none;
  const module = importPath(rt, name, wantsNames);
  if (module === null) return false;
  dropTop(rt, frame, 2);
  push(frame, module);
  return true;
}

/** Every package on the way, then the module; the outermost one unless names are wanted from the innermost. */
export function importPath(rt: Runtime, name: string, wantsInnermost: boolean): PyObject | null {
  const parts = name.split(".");
  let outermost: PyObject | null = null;
  let current: PyObject | null = null;
  for (let i = 1; i <= parts.length; i += 1) {
    const next = rt.importModule(parts.slice(0, i).join("."));
    if (current !== null && current !== outermost) decref(rt, current);
    if (next === null) {
      if (outermost !== null) decref(rt, outermost);
      return null;
    }
    current = next;
    if (outermost === null) outermost = next;
  }
  if (current === null || outermost === null || current === outermost) return outermost;
  const [kept, dropped] = wantsInnermost ? [current, outermost] : [outermost, current];
  decref(rt, dropped);
  return kept;
}

/** [module] → [module, attribute]. */
export function importFrom(rt: Runtime, frame: Frame, arg: number): boolean {
  const module = peek(frame, 1);
  const nameObject = frame.code.payload.names[arg] as PyObject;
  const found = getAttr(rt, module, nameObject);
  if (found !== null) {
    push(frame, found);
    return true;
  }
  if (!clearIfMatches(rt, "AttributeError")) return false;
  const owner = moduleName(module) ?? "<unknown module name>";
  const submodule = dictGetText(rt.modules, `${owner}.${text(nameObject)}`);
  if (submodule !== null) {
    push(frame, newRef(submodule));
    return true;
  }
  raise(rt, "ImportError", `cannot import name '${text(nameObject)}' from '${owner}' (unknown location)`);
  return false;
}

/** [module] → []: everything public goes into the namespace. [import_all_from] */
export function importStar(rt: Runtime, frame: Frame): boolean {
  const module = popOwned(frame);
  const done = copyPublicNames(rt, frame, module);
  decref(rt, module);
  return done;
}

function copyPublicNames(rt: Runtime, frame: Frame, module: PyObject): boolean {
  const namespace = frame.locals ?? frame.globals;
  const all = getOptionalAttr(rt, module, "__all__");
  if (all === null) {
    if (rt.thread.exception !== null) return false;
    for (const [name, value] of dictItems(peekModuleDict(module))) {
      if (isStr(name) && !text(name).startsWith("_") && !dictSet(rt, namespace, name, value)) return false;
    }
    return true;
  }
  const iterator = getIter(rt, all);
  decref(rt, all);
  const names = iterator === null ? null : collectItems(rt, iterator);
  if (iterator !== null) decref(rt, iterator);
  if (names === null) return false;
  let done = true;
  for (const name of names) {
    const value: PyObject | null = done ? getAttrText(rt, module, text(name)) : null;
    done = value !== null && setItem(rt, namespace, name, value);
    if (value !== null) decref(rt, value);
    decref(rt, name);
  }
  return done;
}
