/** `isinstance` and `issubclass`.   [mirrors object_isinstance, object_issubclass in Objects/abstract.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { callSpecialMethod, getOptionalAttr, isTrue, sequenceItems } from "./abstract-object.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { enterRecursive, leaveRecursive } from "./recursion.ts";

/** `isinstance(o, cls)` [PyObject_IsInstance] */
export function isInstance(rt: Runtime, o: PyObject, cls: PyObject): boolean | null {
  if (o.type === cls) return true;
  if (cls.type === rt.types.type) return recursiveIsInstance(rt, o, cls);
  if (cls.type === rt.types.tuple) return anyOf(rt, cls, (item) => isInstance(rt, o, item));
  const answer = callSpecialMethod(rt, cls, "__instancecheck__", [o]);
  if (answer !== null) return takeTruth(rt, answer);
  if (rt.thread.exception !== null) return null;
  return recursiveIsInstance(rt, o, cls);
}

/** What `type.__instancecheck__` does. [object_isinstance] */
export function recursiveIsInstance(rt: Runtime, o: PyObject, cls: PyObject): boolean | null {
  if (hasFlag(cls.type, TypeFlag.TypeSubclass)) {
    if (isTypeOrSubtype(o.type, cls as PyType)) return true;
    // `__class__` may be a property that tells another class.
    const claimed = getOptionalAttr(rt, o, "__class__");
    if (claimed === null) return rt.thread.exception === null ? false : null;
    const isClaimed =
      claimed !== o.type &&
      hasFlag(claimed.type, TypeFlag.TypeSubclass) &&
      isTypeOrSubtype(claimed as PyType, cls as PyType);
    decref(rt, claimed);
    return isClaimed;
  }
  return raise(rt, "TypeError", `isinstance() arg 2 must be ${classInfoText(rt)}`);
}

function classInfoText(rt: Runtime): string {
  return rt.profile.unionIsClassInfo ? "a type, a tuple of types, or a union" : "a type or tuple of types";
}

/** `issubclass(derived, cls)` [PyObject_IsSubclass] */
export function isSubclass(rt: Runtime, derived: PyObject, cls: PyObject): boolean | null {
  if (cls.type === rt.types.type) return derived === cls ? true : recursiveIsSubclass(rt, derived, cls);
  if (cls.type === rt.types.tuple) return anyOf(rt, cls, (item) => isSubclass(rt, derived, item));
  const answer = callSpecialMethod(rt, cls, "__subclasscheck__", [derived]);
  if (answer !== null) return takeTruth(rt, answer);
  if (rt.thread.exception !== null) return null;
  return recursiveIsSubclass(rt, derived, cls);
}

/** What `type.__subclasscheck__` does. [recursive_issubclass] */
export function recursiveIsSubclass(rt: Runtime, derived: PyObject, cls: PyObject): boolean | null {
  if (!hasFlag(derived.type, TypeFlag.TypeSubclass))
    return raise(rt, "TypeError", "issubclass() arg 1 must be a class");
  if (!hasFlag(cls.type, TypeFlag.TypeSubclass)) {
    const info = rt.profile.unionIsClassInfo
      ? "a class, a tuple of classes, or a union"
      : "a class or tuple of classes";
    return raise(rt, "TypeError", `issubclass() arg 2 must be ${info}`);
  }
  return isTypeOrSubtype(derived as PyType, cls as PyType);
}

function anyOf(rt: Runtime, classes: PyObject, test: (item: PyObject) => boolean | null): boolean | null {
  if (!enterRecursive(rt, " in __instancecheck__")) return null;
  let answer: boolean | null = false;
  for (const item of sequenceItems(classes)) {
    answer = test(item);
    if (answer !== false) break;
  }
  leaveRecursive(rt);
  return answer;
}

function takeTruth(rt: Runtime, answer: PyObject): boolean | null {
  hold(rt, "result in use", answer);
  const truth = isTrue(rt, answer);
  dropHeld(rt, "result in use", answer);
  return truth;
}
