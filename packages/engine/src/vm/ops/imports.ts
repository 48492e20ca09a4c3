/** import statements.   [mirrors IMPORT_NAME, IMPORT_FROM, IMPORT_STAR, Python/import.c] */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref } from "../../memory/refcount.ts";
import {
  call,
  collectItems,
  getAttrText,
  getIter,
  getOptionalAttr,
  setItem,
} from "../../objects/abstract.ts";
import { dictGetText, dictItems, dictSet, type PyDict } from "../../objects/dict.ts";
import { raise } from "../../objects/errors.ts";
import type { PyInt } from "../../objects/int-object.ts";
import { isLazyImport, lazyImportFrom, newLazyImport } from "../../objects/lazy-import.ts";
import { makeAllLazy } from "../../objects/lazy-names.ts";
import { peekModuleDict } from "../../objects/module.ts";
import { isNative } from "../../objects/native.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { dropTop, peek, popOwned, push } from "../frame.ts";
import { importedName } from "../import.ts";

/** Not one that the program put in its place. */
function isOwnImport(rt: Runtime, importer: PyObject): boolean {
  return isNative(rt, importer) && importer.payload.spec.name === "__import__";
}

/** [level, names or None] → [module]. */
export function importName(rt: Runtime, frame: Frame, arg: number): boolean {
  const level = peek(frame, 2);
  const importer = dictGetText(frame.builtins, "__import__");
  if (importer === null) {
    raise(rt, "ImportError", "__import__ not found");
    return false;
  }
  const module = isOwnImport(rt, importer)
    ? rt.importLevel(
        frame.unit.names[arg] ?? "",
        frame.globals,
        peek(frame, 1),
        Number((level as PyInt).payload),
      )
    : call(rt, importer, [
        frame.code.payload.names[arg] as PyObject,
        frame.globals,
        frame.locals ?? rt.none,
        peek(frame, 1),
        level,
      ]);
  if (module === null) return false;
  dropTop(rt, frame, 2);
  push(frame, module);
  return true;
}

/** [level, names or None] → [promise]. What was read of the globals so far may be one from now on. */
export function lazyImportName(rt: Runtime, frame: Frame, arg: number): void {
  const level = Number((peek(frame, 2) as PyInt).payload);
  const name = frame.code.payload.names[arg] as PyObject;
  const promise = newLazyImport(rt, frame.builtins, name, peek(frame, 1), level, frame.code);
  const globals = (frame.globals as PyDict).payload;
  globals.keys = [...globals.keys];
  dropTop(rt, frame, 2);
  push(frame, promise);
}

/** [module] → [module, attribute]. */
export function importFrom(rt: Runtime, frame: Frame, arg: number): boolean {
  const module = peek(frame, 1);
  const name = frame.unit.names[arg] ?? "";
  if (isLazyImport(rt, module)) {
    push(frame, lazyImportFrom(rt, module, frame.code.payload.names[arg] as PyObject, frame.code));
    return true;
  }
  const found = importedName(rt, module, name);
  if (found === null) return false;
  push(frame, found);
  return true;
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
  if ((module.attrs?.dict ?? null) !== null) makeAllLazy(rt, peekModuleDict(module));
  const all = getOptionalAttr(rt, module, "__all__");
  if (all === null) {
    if (rt.thread.exception !== null) return false;
    if ((module.attrs?.dict ?? null) === null) {
      raise(rt, "ImportError", "from-import-* object has no __dict__ and no __all__");
      return false;
    }
    for (const [name, value] of dictItems(peekModuleDict(module))) {
      if (isStr(name) && !text(name).startsWith("_") && !dictSet(rt, namespace, name, value)) return false;
    }
    return true;
  }
  hold(rt, "value in use", all);
  const iterator = getIter(rt, all);
  dropHeld(rt, "value in use", all);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  const names = collectItems(rt, iterator);
  dropHeld(rt, "iterator drawn from", iterator);
  if (names === null) return false;
  for (const name of names) hold(rt, "name looked up", name);
  let done = true;
  for (const name of names) {
    const value: PyObject | null = done ? getAttrText(rt, module, text(name)) : null;
    if (value !== null) hold(rt, "value in use", value);
    done = value !== null && setItem(rt, namespace, name, value);
    if (value !== null) dropHeld(rt, "value in use", value);
    dropHeld(rt, "name looked up", name);
  }
  return done;
}
