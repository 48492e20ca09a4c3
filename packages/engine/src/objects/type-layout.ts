/**
 * What a class adds to its base: `__slots__`, a dict, weak references; and which base that is.
 * [mirrors best_base, type_new_slots, type_new_descriptors in Objects/typeobject.c]
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { getIter, iterNext } from "./abstract.ts";
import { dictGetText } from "./dict.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { baseOf } from "./instance.ts";
import { type HeapTypeData, hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isStr, type PyStr, text } from "./str-object.ts";
import { tupleItems } from "./tuple-object.ts";
import { typeName } from "./type-lookup.ts";

/** The part of a class statement that decides about the layout. */
export interface SlotRequest {
  readonly name: PyStr;
  readonly bases: PyObject;
  readonly namespace: PyObject;
}

/** What `__slots__` and the bases decide. */
export interface Layout {
  readonly slotNames: readonly string[] | null;
  readonly slotsObject: PyObject | null;
  readonly addsDict: boolean;
  readonly addsWeakrefs: boolean;
}

/** Whether an instance of one may become one of the other. [compatible_for_assignment] */
export function hasSameLayout(a: PyType, b: PyType): boolean {
  const [from, to] = [layoutOwner(a), layoutOwner(b)];
  return from === to || (from.payload.base === to.payload.base && addsTheSame(from, to));
}

/** The class up the tree whose instances first looked like this. [compatible_with_tp_base] */
function layoutOwner(type: PyType): PyType {
  const { base } = type.payload;
  const isSame =
    base !== null &&
    type.payload.basicsize === base.payload.basicsize &&
    type.payload.itemsize === base.payload.itemsize &&
    [TypeFlag.HaveGc, TypeFlag.HasDict, TypeFlag.HasWeakrefs].every(
      (flag) => hasFlag(type, flag) === hasFlag(base, flag),
    );
  return isSame ? layoutOwner(base) : type;
}

/** [same_slots_added] */
function addsTheSame(a: PyType, b: PyType): boolean {
  const slotNames = (type: PyType): string =>
    type.payload.mroTypes.flatMap((base) => base.payload.heap?.slotNames ?? []).join();
  return (
    a.payload.basicsize === b.payload.basicsize &&
    a.payload.itemsize === b.payload.itemsize &&
    slotNames(a) === slotNames(b) &&
    hasFlag(a, TypeFlag.HasDict) === hasFlag(b, TypeFlag.HasDict) &&
    hasFlag(a, TypeFlag.HasWeakrefs) === hasFlag(b, TypeFlag.HasWeakrefs)
  );
}

/** [type_new_slots] */
export function readSlots(rt: Runtime, request: SlotRequest, base: PyType): Layout | null {
  const mayAddDict = !hasFlag(base, TypeFlag.HasDict);
  const mayAddWeakrefs = !hasFlag(base, TypeFlag.HasWeakrefs) && base.payload.itemsize === 0;
  const given = dictGetText(request.namespace, "__slots__");
  if (given === null)
    return { slotNames: null, slotsObject: null, addsDict: mayAddDict, addsWeakrefs: mayAddWeakrefs };
  const names = slotTexts(rt, given);
  if (names === null) return null;
  let addsDict = false;
  let addsWeakrefs = false;
  const own: string[] = [];
  for (const name of names) {
    if (!checkSlotName(rt, name)) return null;
    if (name === "__dict__") {
      if (!mayAddDict || addsDict)
        return raise(rt, "TypeError", "__dict__ slot disallowed: we already got one");
      addsDict = true;
    } else if (name === "__weakref__") {
      if (!mayAddWeakrefs || addsWeakrefs)
        return raise(
          rt,
          "TypeError",
          rt.profile.weakrefSlotSaysEither
            ? "__weakref__ slot disallowed: we already got one"
            : "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
        );
      addsWeakrefs = true;
    } else {
      const mangled = mangle(request.name.payload.text, name);
      if (
        dictGetText(request.namespace, mangled) !== null &&
        mangled !== "__qualname__" &&
        mangled !== "__classcell__"
      )
        return raise(rt, "ValueError", `'${name}' in __slots__ conflicts with class variable`);
      own.push(mangled);
    }
  }
  if (own.length > 0 && base.payload.itemsize !== 0)
    return raise(
      rt,
      "TypeError",
      `${rt.profile.slotsErrorSaysArbitrary ? "arbitrary" : "nonempty"} __slots__ not supported for subtype of '${base.payload.name}'`,
    );
  own.sort((a, b) => (a < b ? -1 : 1));
  // A base later in the list may bring a dict or weak references that `base` itself lacks.
  for (const other of tupleItems(request.bases) as readonly PyType[]) {
    if (other === base) continue;
    if (mayAddDict && hasFlag(other, TypeFlag.HasDict)) addsDict = true;
    if (mayAddWeakrefs && hasFlag(other, TypeFlag.HasWeakrefs)) addsWeakrefs = true;
  }
  return { slotNames: own, slotsObject: given, addsDict, addsWeakrefs };
}

function slotTexts(rt: Runtime, given: PyObject): string[] | null {
  if (isStr(given)) return [text(given)];
  const iterator = getIter(rt, given);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  const names: string[] = [];
  for (let item = iterNext(rt, iterator); item !== null; item = iterNext(rt, iterator)) {
    if (!isStr(item)) {
      raise(rt, "TypeError", `__slots__ items must be strings, not '${item.type.payload.name}'`);
      decref(rt, item);
      break;
    }
    names.push(text(item));
    decref(rt, item);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return rt.thread.exception === null ? names : null;
}

function checkSlotName(rt: Runtime, name: string): boolean {
  if (/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name)) return true;
  raise(rt, "TypeError", "__slots__ must be identifiers");
  return false;
}

/** [_Py_Mangle] */
function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const bare = className.replace(/^_+/, "");
  return bare === "" ? name : `_${bare}${name}`;
}

interface InstanceLayout {
  readonly basicsize: number;
  readonly flags: number;
  readonly dictKind: HeapTypeData["dictKind"];
  readonly hasKeys: boolean;
}

/** Flags that come down from the base. */
const inheritedFlags =
  TypeFlag.IntSubclass |
  TypeFlag.ListSubclass |
  TypeFlag.TupleSubclass |
  TypeFlag.BytesSubclass |
  TypeFlag.StrSubclass |
  TypeFlag.DictSubclass |
  TypeFlag.BaseExceptionSubclass |
  TypeFlag.TypeSubclass |
  TypeFlag.SetSubclass |
  TypeFlag.FloatSubclass |
  TypeFlag.HasDict |
  TypeFlag.HasWeakrefs |
  TypeFlag.Sequence |
  TypeFlag.Mapping |
  TypeFlag.ManagedAttributes;

/** 3.11, 3.12: `object.__new__` makes the values; from 3.13 whoever allocates, where there is a fixed place for them. */
function managedKind(rt: Runtime, base: PyType): HeapTypeData["dictKind"] {
  if (rt.profile.instanceLayout === "values") return baseOf(base) === rt.types.object ? "values" : "pointer";
  return base.payload.itemsize === 0 ? "inline" : "pointer";
}

/** Size of an instance and the home of its dict. */
export function instanceLayout(rt: Runtime, base: PyType, layout: Layout): InstanceLayout {
  const profile = rt.profile;
  const baseData = base.payload;
  let flags = (baseData.flags & inheritedFlags) | TypeFlag.HeapType | TypeFlag.BaseType | TypeFlag.HaveGc;
  let basicsize = baseData.basicsize + 8 * (layout.slotNames?.length ?? 0);
  let dictKind: HeapTypeData["dictKind"] =
    baseData.heap?.dictKind ?? (hasFlag(base, TypeFlag.HasDict) ? "pointer" : "none");
  const manages = profile.instanceLayout !== "dict" && (profile.managesWeakrefs || baseData.itemsize === 0);
  if (layout.addsDict) {
    flags |= TypeFlag.HasDict;
    if (manages) flags |= TypeFlag.ManagedAttributes;
    else basicsize += 8;
    dictKind = manages ? managedKind(rt, base) : "pointer";
  }
  if (layout.addsWeakrefs) {
    flags |= TypeFlag.HasWeakrefs;
    if (profile.managesWeakrefs) flags |= TypeFlag.ManagedAttributes;
    else basicsize += 8;
  }
  if (dictKind === "inline" && profile.inlineNeedsPlainObject && basicsize !== 16) dictKind = "pointer";
  // A dict whose pointer lies in the C struct shares keys up to 3.10 only.
  const isManaged = (flags & TypeFlag.ManagedAttributes) !== 0 && !hasFlag(baseOf(base), TypeFlag.HasDict);
  const hasKeys = dictKind !== "none" && (isManaged || profile.instanceLayout === "dict");
  return { basicsize, flags, dictKind, hasKeys };
}

/** The base whose instances' layout the new class extends. [best_base] */
export function bestBase(rt: Runtime, bases: readonly PyObject[]): PyType | null {
  let winner: PyType | null = null;
  let base: PyType | null = null;
  for (const candidateObject of bases) {
    if (!hasFlag(candidateObject.type, TypeFlag.TypeSubclass))
      return raise(rt, "TypeError", "bases must be types");
    const candidate = candidateObject as PyType;
    if (!hasFlag(candidate, TypeFlag.BaseType))
      return raise(rt, "TypeError", `type '${typeName(candidate)}' is not an acceptable base type`);
    const solid = solidBase(candidate);
    if (winner === null || (winner !== solid && isTypeOrSubtype(solid, winner))) {
      winner = solid;
      base = candidate;
    } else if (!isTypeOrSubtype(winner, solid)) {
      return raise(rt, "TypeError", "multiple bases have instance lay-out conflict");
    }
  }
  return base;
}

/** The nearest type that adds to the C layout of its base. [solid_base] */
export function solidBase(type: PyType): PyType {
  const base = type.payload.base;
  if (base === null) return type;
  const below = solidBase(base);
  return addsLayout(type, base) ? type : below;
}

function addsLayout(type: PyType, base: PyType): boolean {
  const heap = type.payload.heap;
  if (heap !== null) return heap.slotCount > (base.payload.heap?.slotCount ?? 0);
  return type.payload.basicsize !== base.payload.basicsize || type.payload.itemsize !== base.payload.itemsize;
}
