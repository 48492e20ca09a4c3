/** The `array` module: numbers of one kind, packed.   [mirrors Modules/arraymodule.c] */

import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { asIndex, getIter, hashNotImplemented, indexValue, iterNext, typeName } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float-object.ts";
import { indexIteratorSpec, newIndexIterator } from "../objects/index-iterator.ts";
import { clampBound, hasIndex, ssizeArgument } from "../objects/indices.ts";
import { checkPositional, noKeywords } from "../objects/native-arguments.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "../objects/object.ts";
import { compareNumbers } from "../objects/sequence-compare.ts";
import { isSlice, selectItems, sliceRange } from "../objects/slice.ts";
import { isStr, text } from "../objects/str-object.ts";
import { getset, method, noArgs, oneArg, type TypeSpec } from "../objects/typespec.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";

interface Kind {
  readonly bytes: number;
  readonly isFloat: boolean;
  readonly low: bigint;
  readonly high: bigint;
}

function integer(bytes: number, isSigned: boolean): Kind {
  const bits = BigInt(8 * bytes - (isSigned ? 1 : 0));
  return { bytes, isFloat: false, low: isSigned ? -(1n << bits) : 0n, high: (1n << bits) - 1n };
}

const float = (bytes: number): Kind => ({ bytes, isFloat: true, low: 0n, high: 0n });

const kinds: Readonly<Record<string, Kind>> = {
  b: integer(1, true),
  B: integer(1, false),
  h: integer(2, true),
  H: integer(2, false),
  i: integer(4, true),
  I: integer(4, false),
  l: integer(8, true),
  L: integer(8, false),
  q: integer(8, true),
  Q: integer(8, false),
  f: float(4),
  d: float(8),
};

/** What a code is called when a number does not fit. */
const names: Readonly<Record<string, string>> = {
  b: "signed char",
  B: "unsigned byte integer",
  h: "signed short integer",
  H: "unsigned short",
  i: "signed integer",
  I: "unsigned int",
};

const cNames: Readonly<Record<string, string>> = {
  l: "long",
  L: "unsigned long",
  q: "long long",
  Q: "unsigned long long",
};

type Value = number | bigint;

interface ArrayData {
  readonly code: string;
  readonly kind: Kind;
  values: Value[];
  allocated: number;
  block: number;
}

const data = (o: PyObject): ArrayData => o.payload as ArrayData;

/** Makes room for so many values. [array_resize] */
function resize(rt: Runtime, self: PyObject, size: number): void {
  const own = data(self);
  const old = own.values.length;
  if (own.allocated >= size && old < size + 16 && own.block !== 0) return;
  const room = size === 0 ? 0 : (size >> 4) + (old < 8 ? 3 : 7) + size;
  setRoom(rt, self, room);
}

function setRoom(rt: Runtime, self: PyObject, room: number): void {
  const own = data(self);
  const before = own.allocated * own.kind.bytes;
  const after = room * own.kind.bytes;
  rt.charge(0, Math.max(0, after - before));
  own.block = rt.heap.reallocRaw(own.block, before, after);
  own.allocated = room;
  if (rt.recorder !== null) rt.recorder.resize(self, before, after);
}

function newArray(rt: Runtime, type: PyType, code: string, values: Value[]): PyObject {
  const own: ArrayData = { code, kind: kinds[code] as Kind, values: [], allocated: 0, block: 0 };
  const array = rt.heap.create<ArrayData>(type, own);
  if (values.length > 0) setRoom(rt, array, values.length);
  own.values = values;
  rt.heap.track(array);
  return array;
}

/** A value the array can hold; null with an exception. */
function packed(rt: Runtime, { code, kind }: ArrayData, o: PyObject): Value | null {
  if (kind.isFloat) {
    const isNumber = hasFlag(o.type, TypeFlag.FloatSubclass) || hasFlag(o.type, TypeFlag.IntSubclass);
    if (!isNumber) return raise(rt, "TypeError", `must be real number, not ${typeName(o.type)}`);
    const number = Number((o as PyObject<Value>).payload);
    return kind.bytes === 4 ? Math.fround(number) : number;
  }
  const value = indexValue(rt, o);
  if (value === null) return null;
  if (value >= kind.low && value <= kind.high) return value;
  const side = value < kind.low ? "less than minimum" : "greater than maximum";
  const name = names[code];
  const message =
    name === undefined ? `Python int too large to convert to C ${cNames[code]}` : `${name} is ${side}`;
  return raise(rt, "OverflowError", message);
}

function objectOf(rt: Runtime, self: PyObject, value: Value): PyObject {
  return data(self).kind.isFloat ? newFloat(rt, Number(value)) : rt.newInt(value);
}

function arrayNew(
  rt: Runtime,
  type: PyType,
  args: readonly PyObject[],
  keywords: readonly PyObject[] | null,
): PyObject | null {
  if (!noKeywords(rt, "array.array", keywords) || !checkPositional(rt, "array", args.length, 1, 2))
    return null;
  const [codeObject, initial] = args as [PyObject, PyObject | undefined];
  const code = isStr(codeObject) ? text(codeObject) : "";
  if (!Object.hasOwn(kinds, code))
    return raise(rt, "ValueError", "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  const array = newArray(rt, type, code, []);
  if (initial === undefined) return array;
  const isSized = initial.type === rt.types.list || initial.type === rt.types.tuple;
  if (isSized) setRoom(rt, array, (initial.payload as { items: PyObject[] }).items.length);
  if (extendFrom(rt, array, initial)) return array;
  decref(rt, array);
  return null;
}

function extendFrom(rt: Runtime, self: PyObject, iterable: PyObject): boolean {
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    const value = packed(rt, data(self), item);
    decref(rt, item);
    if (value === null) break;
    append(rt, self, value);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return rt.thread.exception === null;
}

function append(rt: Runtime, self: PyObject, value: Value): void {
  const own = data(self);
  if (own.values.length + 1 > own.allocated) resize(rt, self, own.values.length + 1);
  own.values.push(value);
}

function positionOf(rt: Runtime, self: PyObject, key: PyObject, message: string): number | null {
  const at = asIndex(rt, key, "IndexError");
  if (at === null) return null;
  const size = data(self).values.length;
  const index = at < 0 ? at + size : at;
  return index >= 0 && index < size ? index : raise(rt, "IndexError", message);
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const own = data(self);
  if (hasIndex(key)) {
    const at = positionOf(rt, self, key, "array index out of range");
    return at === null ? null : objectOf(rt, self, own.values[at] as Value);
  }
  if (!isSlice(rt, key)) return raise(rt, "TypeError", "array indices must be integers");
  const range = sliceRange(rt, key, () => own.values.length);
  return range === null
    ? null
    : newArray(rt, rt.types["array.array"], own.code, selectItems(own.values, range));
}

function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  const at = positionOf(rt, self, key, "array assignment index out of range");
  if (at === null) return false;
  const own = data(self);
  if (value === null) {
    resize(rt, self, own.values.length - 1);
    own.values.splice(at, 1);
    return true;
  }
  const converted = packed(rt, own, value);
  if (converted === null) return false;
  own.values[at] = converted;
  return true;
}

function pop(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const own = data(self);
  const given = args[0] === undefined ? -1 : ssizeArgument(rt, args[0]);
  if (given === null) return null;
  if (own.values.length === 0) return raise(rt, "IndexError", "pop from empty array");
  const at = given < 0 ? given + own.values.length : given;
  const value = own.values[at];
  if (value === undefined) return raise(rt, "IndexError", "pop index out of range");
  resize(rt, self, own.values.length - 1);
  own.values.splice(at, 1);
  return objectOf(rt, self, value);
}

function tolist(rt: Runtime, self: PyObject): PyObject {
  return rt.newList(data(self).values.map((value) => objectOf(rt, self, value)));
}

function done(rt: Runtime, ok: boolean): PyObject | null {
  return ok ? newRef(rt.none) : null;
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  const { code, values } = data(self);
  if (values.length === 0) return rt.newStr(`array('${code}')`);
  const list = tolist(rt, self);
  const shown = rt.types.list.payload.slots.repr?.(rt, list) ?? null;
  decref(rt, list);
  if (shown === null) return null;
  const value = text(shown);
  decref(rt, shown);
  return rt.newStr(`array('${code}', ${value})`);
}

const arraySpec: TypeSpec = {
  name: "array.array",
  pyName: "array",
  module: "array",
  flags: TypeFlag.BaseType | TypeFlag.HasWeakrefs,
  versionFlags: (profile) => (profile.arraysAreCollected ? TypeFlag.HaveGc : 0),
  basicsize: 64,
  slots: {
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      if (self.attrs !== null) clearWeakrefs(rt, self);
      const { block, allocated, kind } = data(self);
      rt.heap.freeRaw(block, allocated * kind.bytes);
      rt.heap.free(self);
    },
    sizeof: (_rt, self) => self.type.payload.basicsize + data(self).allocated * data(self).kind.bytes,
    new: arrayNew,
    init: () => true,
    repr,
    hash: hashNotImplemented,
    richcompare: (rt, self, other, op) => {
      if (other.type !== self.type) return newRef(rt.notImplemented);
      const a = data(self).values;
      const b = data(other).values;
      const at = a.findIndex((value, i) => value !== b[i]);
      const isEnd = at < 0 || at >= b.length;
      const answer = isEnd
        ? compareNumbers(a.length, b.length, op)
        : compareNumbers(Number(a[at]), Number(b[at]), op);
      return newRef(answer ? rt.true : rt.false);
    },
    iter: (rt, self) => newIndexIterator(rt, rt.types["array.arrayiterator"], self),
    length: (_rt, self) => data(self).values.length,
    item: (rt, self, index) => {
      const value = data(self).values[index];
      return value === undefined
        ? raise(rt, "IndexError", "array index out of range")
        : objectOf(rt, self, value);
    },
    subscript,
    assSubscript,
  },
  getset: [
    getset("typecode", (rt, self) => rt.newStr(data(self).code)),
    getset("itemsize", (rt, self) => rt.newInt(data(self).kind.bytes)),
  ],
  methods: [
    oneArg("append", (rt, self, o) => {
      const value = packed(rt, data(self), o);
      if (value === null) return null;
      append(rt, self, value);
      return newRef(rt.none);
    }),
    oneArg("extend", (rt, self, iterable) => done(rt, extendFrom(rt, self, iterable))),
    oneArg("fromlist", (rt, self, list) => done(rt, extendFrom(rt, self, list))),
    noArgs("tolist", tolist),
    method("pop", pop, { min: 0, max: 1 }),
    method(
      "insert",
      (rt, self, args) => {
        const own = data(self);
        const at = ssizeArgument(rt, args[0] as PyObject);
        const value = at === null ? null : packed(rt, own, args[1] as PyObject);
        if (at === null || value === null) return null;
        resize(rt, self, own.values.length + 1);
        own.values.splice(clampBound(at, own.values.length), 0, value);
        return newRef(rt.none);
      },
      { min: 2, max: 2 },
    ),
    noArgs("reverse", (rt, self) => {
      data(self).values.reverse();
      return newRef(rt.none);
    }),
  ],
};

const arrayIteratorSpec: TypeSpec = {
  ...indexIteratorSpec({
    name: "array.arrayiterator",
    pyName: "arrayiterator",
    item: (rt, array, index) => {
      const value = data(array).values[index];
      return value === undefined ? null : objectOf(rt, array, value);
    },
    length: (_rt, array) => data(array).values.length,
  }),
  module: "array",
};

export const arrayTypes: readonly TypeSpec[] = [arraySpec, arrayIteratorSpec];

export const arrayModule: ModuleSpec = {
  name: "array",
  populate: (rt, _module, set) => {
    addTypes(rt, [arraySpec], set);
    set("ArrayType", newRef(rt.types["array.array"]));
    set("typecodes", rt.newStr("bBuhHiIlLqQfd"));
    return true;
  },
};
