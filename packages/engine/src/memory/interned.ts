/**
 * Interned strings: one object per text for names and identifier-like constants.
 * [mirrors PyUnicode_InternInPlace, intern_constants in Objects/unicodeobject.c]
 *
 * The table does not count: an interned string nobody else holds is freed and leaves it. 3.12 made them immortal.
 */
import type { Runtime } from "../objects/object.ts";
import { newFreshStr, newStrData, type PyStr, sharedStr } from "../objects/str-object.ts";
import { IMMORTAL, newRef } from "./refcount.ts";

/** The interned string with this text; a new reference. */
export function intern(rt: Runtime, value: string): PyStr {
  const shared = sharedUnlessStray(rt, value);
  if (shared !== null) return newRef(shared);
  const known = rt.caches.interned.get(value);
  if (known !== undefined) return newRef(known as PyStr);
  // A stray letter is one of the frozen modules' own strings.
  const isStray = value.length === 1 && rt.profile.strayLetters.includes(value);
  const created = isStray ? rt.heap.createStatic(rt.types.str, newStrData(value)) : newFreshStr(rt, value);
  if (isStray && rt.recorder !== null) rt.recorder.appear(created, created.refcnt - 1);
  enter(rt, created);
  return created;
}

/** `sys.intern`: the interned string equal to `o` (an exact str), which becomes it if there was none; a new reference. */
export function internObject(rt: Runtime, o: PyStr): PyStr {
  const value = o.payload.text;
  const known = sharedUnlessStray(rt, value) ?? (rt.caches.interned.get(value) as PyStr | undefined);
  if (known !== undefined) return newRef(known);
  enter(rt, o);
  return newRef(o);
}

/** A dying interned string leaves the table. [unicode_dealloc] */
export function forgetInterned(rt: Runtime, o: PyStr): void {
  const value = o.payload.text;
  if (rt.caches.interned.get(value) === o) rt.caches.interned.delete(value);
}

function enter(rt: Runtime, o: PyStr): void {
  o.payload.isInterned = true;
  rt.caches.interned.set(o.payload.text, o);
  if (!rt.profile.internedAreImmortal) return;
  o.refcnt = IMMORTAL;
  if (rt.recorder !== null) rt.recorder.immortalize(o);
}

/**
 * One-character strings have a shared object. In 3.11 and 3.12 some letters had been interned by the frozen modules
 * before that object came up, so a literal and a computed character differ; the profile lists them.
 */
function sharedUnlessStray(rt: Runtime, value: string): PyStr | null {
  if (value.length > 1 || rt.profile.strayLetters.includes(value))
    return value === "" ? sharedStr(rt, value) : null;
  return sharedStr(rt, value);
}
