/**
 * A type's slots: inherited along the MRO, overridden by the dunders of a Python class.
 * [mirrors inherit_slots, update_one_slot, fixup_slot_dispatchers, update_slot in Objects/typeobject.c]
 */

import { subtypeDealloc } from "../memory/subtype-dealloc.ts";
import { hashNotImplemented } from "./abstract.ts";
import type { WrapperDescriptorData } from "./descriptors.ts";
import { dictItems } from "./dict.ts";
import { subtypeClear, subtypeTraverse } from "./instance.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { slotFunctions } from "./slot-functions.ts";
import { slotNew } from "./slot-new.ts";
import { type SlotName, slotDefs, slotDefsByName } from "./slotdefs.ts";
import { isStr, text } from "./str-object.ts";
import { lookInType, typeLookup } from "./type-lookup.ts";

/** Slots without a dunder, which a type takes from its `base` alone. */
const plainSlots = ["holds", "sizeof", "new"] as const;

const allSlots: readonly SlotName[] = [
  "dealloc",
  "traverse",
  "referents",
  "holds",
  "clear",
  "sizeof",
  "new",
  ...new Set(slotDefs.map((row) => row.slot)),
];

/** Copied, not filled name by name: V8 would take that for a hash table and look every slot up in it (decision 0013). */
const noSlots: TypeSlots = Object.fromEntries(allSlots.map((name) => [name, undefined]));

/** An empty table; every type's has all slots in the same order, so that reading one stays fast. */
export function emptySlots(): TypeSlots {
  return { ...noSlots };
}

function assign<K extends SlotName>(target: TypeSlots, source: Partial<TypeSlots>, slot: K): void {
  const value = source[slot];
  if (value !== undefined) target[slot] = value;
  else vacate(target, slot);
}

/** Leaves the key in place, so that the table keeps its shape. */
function vacate(target: TypeSlots, slot: SlotName): void {
  (target as Record<SlotName, unknown>)[slot] = undefined;
}

/** Fills the slots of a built-in type: its own, then what its base has. */
export function readyBuiltinSlots(slots: TypeSlots, base: TypeSlots | null, own: TypeSlots): void {
  for (const name of Object.keys(own) as SlotName[]) assign(slots, own, name);
  if (base === null) return;
  for (const name of allSlots) {
    if (slots[name] !== undefined) continue;
    // Comparison and hash come together, so that a type that compares anew is not found by its old hash.
    if (name === "hash" && own.richcompare !== undefined) slots.hash = hashNotImplemented;
    else assign(slots, base, name);
  }
}

/** Fills the slots of a Python class whose MRO and dict are complete. */
export function readyHeapSlots(rt: Runtime, type: PyType): void {
  const { slots, base, dict } = type.payload;
  const inherited = (base as PyType).payload.slots;
  if (inheritsFromBaseAlone(type)) {
    for (const name of allSlots) assign(slots, inherited, name);
  } else {
    for (const name of plainSlots) assign(slots, inherited, name);
    for (const name of namesBySlot.keys()) inheritSlot(rt, type, name);
  }
  slots.dealloc = subtypeDealloc;
  slots.traverse = subtypeTraverse;
  slots.clear = subtypeClear;
  if (dict !== null) for (const name of ownDunders(dict)) updateSlot(rt, type, name);
}

/** The rest of the MRO is the base's, so that its slots have come down to it already. */
function inheritsFromBaseAlone(type: PyType): boolean {
  const { mroTypes, base } = type.payload;
  const above = (base as PyType).payload.mroTypes;
  if (above.length !== mroTypes.length - 1) return false;
  for (let i = 0; i < above.length; i += 1) if (above[i] !== mroTypes[i + 1]) return false;
  return true;
}

/** Places of the dunders that fill a slot, in the order their slots are decided in. */
const dunderPlaces: ReadonlyMap<string, number> = new Map(
  [...slotFunctions.keys(), "__new__"].map((name, place) => [name, place]),
);

function ownDunders(dict: PyObject): string[] {
  const found: string[] = [];
  for (const [key] of dictItems(dict)) if (isStr(key) && dunderPlaces.has(text(key))) found.push(text(key));
  const placeOf = (name: string): number => dunderPlaces.get(name) ?? 0;
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The slot of the first class in the MRO that defines one of its dunders. */
function inheritSlot(rt: Runtime, type: PyType, slot: SlotName): void {
  const { mroTypes } = type.payload;
  for (let i = 1; i < mroTypes.length; i += 1) {
    const base = mroTypes[i] as PyType;
    if (!definesSlot(rt, base, slot)) continue;
    assign(type.payload.slots, base.payload.slots, slot);
    return;
  }
  // A class whose own mro() left nobody behind it that defines the slot has its base's.
  assign(type.payload.slots, (type.payload.base as PyType).payload.slots, slot);
}

const namesBySlot: ReadonlyMap<SlotName, readonly string[]> = groupNames();

function groupNames(): Map<SlotName, string[]> {
  const groups = new Map<SlotName, string[]>();
  for (const row of slotDefs) groups.set(row.slot, [...(groups.get(row.slot) ?? []), row.name]);
  return groups;
}

/** A built-in type fills what differs from its base's; a Python class what its dict says. */
function definesSlot(rt: Runtime, type: PyType, slot: SlotName): boolean {
  const { slots, base } = type.payload;
  if (!hasFlag(type, TypeFlag.HeapType))
    return slots[slot] !== undefined && slots[slot] !== base?.payload.slots[slot];
  for (const name of namesBySlot.get(slot) ?? []) if (lookInType(rt, type, name) !== null) return true;
  return false;
}

/** Other bases: every slot of the class and of its subclasses is decided anew. [update_all_slots] */
export function refreshSlotsOfTree(rt: Runtime, type: PyType): void {
  readyHeapSlots(rt, type);
  for (const subclass of type.payload.subclasses) refreshSlotsOfTree(rt, subclass);
}

/** A dunder came, changed or went: this class's slot, then those of its subclasses. [update_slot] */
export function updateSlotsOfTree(rt: Runtime, type: PyType, name: string): void {
  updateSlot(rt, type, name);
  for (const subclass of type.payload.subclasses) updateSlotsOfTree(rt, subclass, name);
}

/** [update_one_slot] */
export function updateSlot(rt: Runtime, type: PyType, name: string): void {
  if (name === "__new__") {
    updateNew(rt, type);
    return;
  }
  const functions = slotFunctions.get(name);
  if (functions === undefined) return;
  for (const slot of Object.keys(functions) as SlotName[]) updateOne(rt, type, slot);
}

function updateOne(rt: Runtime, type: PyType, slot: SlotName): void {
  let specific: TypeSlots[SlotName] | null = null;
  let generic: Partial<TypeSlots> | null = null;
  for (const name of namesBySlot.get(slot) ?? []) {
    const found = typeLookup(rt, type, name);
    if (found === null) continue;
    if (found === rt.none && name === "__hash__") {
      type.payload.slots.hash = hashNotImplemented;
      return;
    }
    const wrapped = wrappedSlot(rt, type, found, slot);
    if (wrapped !== null && (specific === null || specific === wrapped)) specific = wrapped;
    else generic = laterOf(generic, slotFunctions.get(name) ?? null);
  }
  const slots = type.payload.slots as Record<SlotName, TypeSlots[SlotName]>;
  if (generic !== null && generic[slot] !== undefined) slots[slot] = generic[slot];
  else slots[slot] = specific ?? undefined;
}

/** `__getattr__` beside `__getattribute__` decides. */
function laterOf(
  first: Partial<TypeSlots> | null,
  second: Partial<TypeSlots> | null,
): Partial<TypeSlots> | null {
  return second ?? first;
}

/** The function behind a wrapper, when it may stand in the slot as it is. */
function wrappedSlot(rt: Runtime, type: PyType, found: PyObject, slot: SlotName): TypeSlots[SlotName] | null {
  if (found.type !== rt.types.wrapper_descriptor) return null;
  const data = (found as PyObject<WrapperDescriptorData>).payload;
  if (data.row.slot !== slot || !type.payload.mroTypes.includes(data.type)) return null;
  return data.slot;
}

function updateNew(rt: Runtime, type: PyType): void {
  const found = typeLookup(rt, type, "__new__");
  const isNative = found === null || found.type === rt.types.builtin_function_or_method;
  if (isNative) assign(type.payload.slots, (type.payload.base as PyType).payload.slots, "new");
  else type.payload.slots.new = slotNew;
}

/** The row and function behind `type.name` of a built-in type's own slots; null when it has none. */
export function ownSlot(
  name: string,
  own: TypeSlots,
): { row: (typeof slotDefs)[number]; slot: NonNullable<TypeSlots[SlotName]> } | null {
  for (const row of slotDefsByName.get(name) ?? []) {
    const slot = own[row.slot];
    if (slot !== undefined && name !== "__getattr__") return { row, slot };
  }
  return null;
}
