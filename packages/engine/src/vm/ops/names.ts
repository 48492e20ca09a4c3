/** Names: namespaces, globals, cells, and what is said when one is missing.   [mirrors LOAD_NAME … STORE_GLOBAL in bytecodes.c] */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../../memory/refcount.ts";
import { deleteItem, getItem, setItem } from "../../objects/abstract.ts";
import { dictDelete, dictGetText, dictSet, isDict, type PyDict } from "../../objects/dict.ts";
import { entryAt, findText } from "../../objects/dict-table.ts";
import { clearIfMatches, raise, raiseObject } from "../../objects/errors.ts";
import { newException } from "../../objects/exception-object.ts";
import { newCell, type PyCell, swapCell } from "../../objects/function-object.ts";
import { isLazyImport, keptPromise } from "../../objects/lazy-import.ts";
import { makeLazy } from "../../objects/lazy-names.ts";
import type { Frame, GlobalCache, PyObject, Runtime } from "../../objects/object.ts";
import { refuseUnmodelled } from "../../objects/refuse-unmodelled.ts";
import { tupleItems } from "../../objects/tuple-object.ts";
import { popOwned, push } from "../frame.ts";
import { cachesOf, rememberGlobal } from "../inline-cache.ts";

function nameText(frame: Frame, arg: number): string {
  return frame.unit.names[arg] ?? "";
}

function nameObject(frame: Frame, arg: number): PyObject {
  return frame.code.payload.names[arg] as PyObject;
}

/** NameError, knowing the name from 3.10. [_PyEval_FormatExcCheckArg] */
function undefinedName(rt: Runtime, name: string): null {
  refuseUnmodelled(rt, "builtins", name);
  const message = rt.newStr(`name '${name}' is not defined`);
  const exception = newException(rt, rt.types.NameError, rt.newTuple([message]));
  if (rt.profile.errorsKnowNames) exception.payload.fields = new Map([["name", rt.intern(name)]]);
  return raiseObject(rt, exception);
}

/** The name in a namespace that may be any mapping; new reference, null without an exception when missing. */
function inNamespace(rt: Runtime, namespace: PyObject, frame: Frame, arg: number): PyObject | null {
  if (isDict(namespace) && namespace.type === rt.types.dict) {
    const found = dictGetText(namespace, nameText(frame, arg));
    return found === null ? null : newRef(found);
  }
  const found = getItem(rt, namespace, nameObject(frame, arg));
  if (found === null) clearIfMatches(rt, "KeyError");
  return found;
}

export function loadGlobal(rt: Runtime, frame: Frame, arg: number): PyObject | null {
  const code = frame.code.payload;
  const cache = cachesOf(code).globals[arg] as GlobalCache;
  const globals = (frame.globals as PyDict).payload;
  if (globals.keys !== cache.keys) return findGlobal(rt, frame, arg);
  const name = code.names[arg];
  if (cache.at >= 0)
    return globals.keys[cache.at] === name
      ? newRef(globals.values[cache.at] as PyObject)
      : findGlobal(rt, frame, arg);
  const builtins = (frame.builtins as PyDict).payload;
  const stands = globals.added === cache.added && builtins.keys === cache.builtinKeys;
  return stands && builtins.keys[cache.builtinAt] === name
    ? newRef(builtins.values[cache.builtinAt] as PyObject)
    : findGlobal(rt, frame, arg);
}

function findGlobal(rt: Runtime, frame: Frame, arg: number): PyObject | null {
  const name = nameText(frame, arg);
  const globals = (frame.globals as PyDict).payload;
  const builtins = (frame.builtins as PyDict).payload;
  const caches = cachesOf(frame.code.payload);
  const at = findText(globals, name);
  if (at >= 0) {
    const value = entryAt(globals, at);
    if (isLazyImport(rt, value)) {
      const kept = keptPromise(rt, frame.globals, name, value);
      return kept === null ? null : newRef(kept);
    }
    if (globals.split === null) rememberGlobal(caches, arg, globals.keys, at, 0, null, 0);
    return newRef(value);
  }
  const builtinAt = findText(builtins, name);
  if (builtinAt < 0) return findLazy(rt, frame.globals, name);
  if (globals.split === null && builtins.split === null)
    rememberGlobal(caches, arg, globals.keys, at, globals.added, builtins.keys, builtinAt);
  return newRef(entryAt(builtins, builtinAt));
}

/** A library's own name that nobody has looked at yet. */
function findLazy(rt: Runtime, globals: PyObject, name: string): PyObject | null {
  const made = makeLazy(rt, globals, name);
  if (made !== null) return newRef(made);
  return rt.thread.exception === null ? undefinedName(rt, name) : null;
}

export function loadName(rt: Runtime, frame: Frame, arg: number): PyObject | null {
  const locals = frame.locals;
  if (locals !== null && (locals !== frame.globals || locals.type !== rt.types.dict)) {
    const found = inNamespace(rt, locals, frame, arg);
    if (found !== null || rt.thread.exception !== null) return found;
  }
  return loadGlobal(rt, frame, arg);
}

export function storeName(rt: Runtime, frame: Frame, arg: number): boolean {
  const value = popOwned(frame);
  const namespace = frame.locals ?? frame.globals;
  const name = nameObject(frame, arg);
  hold(rt, "value in use", value);
  const done =
    namespace.type === rt.types.dict
      ? dictSet(rt, namespace, name, value)
      : setItem(rt, namespace, name, value);
  dropHeld(rt, "value in use", value);
  return done;
}

export function deleteName(rt: Runtime, frame: Frame, arg: number): boolean {
  const namespace = frame.locals ?? frame.globals;
  if (deleteItem(rt, namespace, nameObject(frame, arg))) return true;
  if (clearIfMatches(rt, "KeyError")) undefinedName(rt, nameText(frame, arg));
  return false;
}

export function storeGlobal(rt: Runtime, frame: Frame, arg: number): boolean {
  const value = popOwned(frame);
  hold(rt, "value in use", value);
  const done = dictSet(rt, frame.globals, nameObject(frame, arg), value);
  dropHeld(rt, "value in use", value);
  return done;
}

export function deleteGlobal(rt: Runtime, frame: Frame, arg: number): boolean {
  if (dictGetText(frame.globals, nameText(frame, arg)) === null) {
    undefinedName(rt, nameText(frame, arg));
    return false;
  }
  return dictDelete(rt, frame.globals, nameObject(frame, arg));
}

export function unboundLocal(rt: Runtime, frame: Frame, slot: number): false {
  const name = frame.unit.localsplus[slot] ?? "";
  const message = rt.profile.saysNotAssociated
    ? `cannot access local variable '${name}' where it is not associated with a value`
    : `local variable '${name}' referenced before assignment`;
  raise(rt, "UnboundLocalError", message);
  return false;
}

/** An empty cell: a local of this function, or a free variable. */
export function unboundCell(rt: Runtime, frame: Frame, slot: number): false {
  const firstFree = frame.unit.localsplus.length - frame.unit.freevars.length;
  if (slot < firstFree) return unboundLocal(rt, frame, slot);
  const name = frame.unit.localsplus[slot] ?? "";
  const message = rt.profile.saysNotAssociated
    ? `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`
    : `free variable '${name}' referenced before assignment in enclosing scope`;
  raise(rt, "NameError", message);
  return false;
}

/** The slot gets a cell; a parameter's value moves into it. */
export function makeCell(rt: Runtime, frame: Frame, slot: number): void {
  const unit = frame.unit;
  let from = slot;
  if (!rt.profile.cellsReplaceParameters) {
    const parameter = unit.varnames.indexOf(unit.localsplus[slot] ?? "");
    const parameters =
      unit.argcount + unit.kwonlyArgcount + ((unit.flags >> 2) & 1) + ((unit.flags >> 3) & 1);
    if (parameter >= 0 && parameter < parameters) from = parameter;
  }
  const value = frame.slots[from] ?? null;
  frame.slots[from] = null;
  if (frame.borrowed[from] !== 0 && value !== null) {
    frame.borrowed[from] = 0;
    newRef(value);
  }
  frame.slots[slot] = newCell(rt, value);
}

export function copyFreeVars(frame: Frame, count: number): void {
  const first = frame.unit.localsplus.length - count;
  const cells = frame.closure === null ? [] : tupleItems(frame.closure);
  for (let i = 0; i < count; i += 1) frame.slots[first + i] = newRef(cells[i] as PyObject);
}

export function storeDeref(rt: Runtime, frame: Frame, slot: number): void {
  xdecref(rt, swapCell(rt, frame.slots[slot] as PyCell, popOwned(frame)));
}

export function deleteDeref(rt: Runtime, frame: Frame, slot: number): boolean {
  const old = swapCell(rt, frame.slots[slot] as PyCell, null);
  if (old === null) return unboundCell(rt, frame, slot);
  decref(rt, old);
  return true;
}

/** A class body: its own namespace first, then the cell. */
export function loadClassDeref(rt: Runtime, frame: Frame, slot: number, namespace: PyObject): boolean {
  const name = frame.code.payload.localsplusNames[slot] as PyObject;
  const found = getItem(rt, namespace, name);
  if (found !== null) {
    push(frame, found);
    return true;
  }
  if (!clearIfMatches(rt, "KeyError")) return false;
  const value = (frame.slots[slot] as PyCell).payload.value;
  if (value === null) return unboundCell(rt, frame, slot);
  push(frame, newRef(value));
  return true;
}

/** Annotation scopes inside a class: its namespace on the stack, then globals. */
export function loadFromDictOrGlobals(rt: Runtime, frame: Frame, arg: number): boolean {
  const namespace = popOwned(frame);
  let found = inNamespace(rt, namespace, frame, arg);
  decref(rt, namespace);
  if (found === null && rt.thread.exception === null) found = loadGlobal(rt, frame, arg);
  if (found === null) return false;
  push(frame, found);
  return true;
}
