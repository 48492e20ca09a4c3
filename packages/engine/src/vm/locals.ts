/**
 * `locals()` and `f_locals`.   [mirrors PyFrame_FastToLocalsWithError (≤ 3.12), frame_getlocals (3.13+)]
 *
 * Up to 3.12 a function's locals are copied into one dict that its frame keeps. From 3.13 every call of `locals()` makes a
 * new dict.
 */
import { decref, newRef } from "../memory/refcount.ts";
import { dictDelete, dictGet, dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { clearException } from "../objects/errors.ts";
import { newLocalsProxy } from "../objects/frame-locals-proxy.ts";
import { borrowedFrameObject, type PyFrame } from "../objects/frame-object.ts";
import type { PyCell } from "../objects/function-object.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";

/** `locals()` of the running activation: a new reference. */
export function currentLocals(rt: Runtime, frame: Frame): PyObject | null {
  if (frame.locals !== null) return newRef(frame.locals);
  if (rt.profile.localsAreSnapshots) return fill(rt, frame, newDict(rt));
  return frameLocals(rt, borrowedFrameObject(rt, frame));
}

/** `frame.f_locals`: a new reference. */
export function frameLocals(rt: Runtime, object: PyFrame): PyObject | null {
  const frame = object.payload.activation;
  if (frame.locals !== null) return newRef(frame.locals);
  if (rt.profile.localsAreSnapshots) return newLocalsProxy(rt, object);
  if (object.payload.locals === null) {
    object.payload.locals = newDict(rt);
    if (rt.recorder !== null) rt.recorder.slotWrite(object, "f_locals", null, null, object.payload.locals);
  }
  const dict = object.payload.locals;
  return fill(rt, frame, newRef(dict) as PyDict);
}

/** Copies what is set into `dict` and removes what is not; steals and returns it. */
function fill(rt: Runtime, frame: Frame, dict: PyDict): PyObject | null {
  const names = frame.code.payload.localsplusNames;
  const cells = new Set(frame.unit.derefSlots);
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i] as PyObject;
    const held = frame.slots[i] ?? null;
    const isCell = cells.has(i) && held !== null && held.type === rt.types.cell;
    const value = isCell ? (held as PyCell).payload.value : held;
    if (value !== null) {
      if (!dictSet(rt, dict, name, value)) {
        decref(rt, dict);
        return null;
      }
    } else if (dictGet(rt, dict, name) !== null && !dictDelete(rt, dict, name)) {
      clearException(rt);
    }
  }
  return dict;
}
