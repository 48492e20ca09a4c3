/** The `array` module: numbers of one kind, packed.   [mirrors Modules/arraymodule.c] */

import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  asIndex,
  equals,
  getIter,
  hashNotImplemented,
  indexValue,
  iterNext,
  typeName,
} from "../objects/abstract.ts";
import { newBytes } from "../objects/bytes-object.ts";
import { bytesOf, isByteslike } from "../objects/byteslike.ts";
import { raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float-object.ts";
import { indexIteratorSpec, newIndexIterator } from "../objects/index-iterator.ts";
import { clampBound, hasIndex, ssizeArgument } from "../objects/indices.ts";
import { checkPositional, noKeywords } from "../objects/native-arguments.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "../objects/object.ts";
import { compareNumbers } from "../objects/sequence-compare.ts";
import { isSlice, type PySlice, selectItems, sliceRange } from "../objects/slice.ts";
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
  if (rt.recorder !== null) rt.recorder.resize(self);
}

function newArray(rt: Runtime, type: PyType, code: string, values: Value[]): PyObject {
  const own: ArrayData = { code, kind: kinds[code] as Kind, values: [], allocated: 0, block: 0 };
  const array = rt.heap.create<ArrayData>(type, own);
  if (values.length > 0) setRoom(rt, array, values.length);
  own.values = values;
  rt.heap.track(array);
  return array;
}

/** The packed values, lowest byte first. */
export function arrayBytes(self: PyObject): Uint8Array {
  const { kind, values } = data(self);
  const bytes = new Uint8Array(values.length * kind.bytes);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    const at = i * kind.bytes;
    if (kind.isFloat && kind.bytes === 4) view.setFloat32(at, Number(value), true);
    else if (kind.isFloat) view.setFloat64(at, Number(value), true);
    else {
      let rest = BigInt.asUintN(8 * kind.bytes, BigInt(value));
      for (let k = 0; k < kind.bytes; k += 1, rest >>= 8n) bytes[at + k] = Number(rest & 255n);
    }
  }
  return bytes;
}

/** The values that so many bytes are. */
function unpacked(kind: Kind, bytes: Uint8Array): Value[] {
  const values: Value[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += kind.bytes) {
    if (kind.isFloat) {
      values.push(kind.bytes === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true));
      continue;
    }
    let value = 0n;
    for (let k = kind.bytes - 1; k >= 0; k -= 1) value = (value << 8n) | BigInt(bytes[at + k] as number);
    values.push(kind.low < 0n ? BigInt.asIntN(8 * kind.bytes, value) : value);
  }
  return values;
}

/** [array_array_frombytes] */
function fromBytes(rt: Runtime, self: PyObject, bytes: Uint8Array): PyObject | null {
  const own = data(self);
  if (bytes.length % own.kind.bytes !== 0)
    return raise(rt, "ValueError", "bytes length not a multiple of item size");
  rt.charge(bytes.length, 0);
  replaceValues(rt, self, [...own.values, ...unpacked(own.kind, bytes)]);
  return newRef(rt.none);
}

function replaceValues(rt: Runtime, self: PyObject, values: Value[]): void {
  if (values.length !== data(self).values.length) resize(rt, self, values.length);
  data(self).values = values;
}

/** The place of an equal value. [array_array_index] */
function search(rt: Runtime, self: PyObject, wanted: PyObject, found: (at: number) => boolean): boolean {
  const own = data(self);
  for (let i = 0; i < own.values.length; i += 1) {
    const item = objectOf(rt, self, own.values[i] as Value);
    const isSame = equals(rt, item, wanted);
    decref(rt, item);
    if (isSame === null) return false;
    if (isSame && found(i)) return true;
  }
  return true;
}

function firstPlace(rt: Runtime, self: PyObject, wanted: PyObject): number | null {
  let place = -1;
  const isDone = search(rt, self, wanted, (at) => {
    place = at;
    return true;
  });
  return isDone ? place : null;
}

function index(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const bounds = [0, Number.MAX_SAFE_INTEGER];
  for (const [i, o] of args.slice(1).entries()) {
    const bound = ssizeArgument(rt, o);
    if (bound === null) return null;
    bounds[i] = clampBound(bound, data(self).values.length);
  }
  let place = -1;
  const [start, stop] = bounds as [number, number];
  const isDone = search(rt, self, args[0] as PyObject, (at) => {
    if (at >= start && at < stop) place = at;
    return place >= 0;
  });
  if (!isDone) return null;
  return place < 0 ? raise(rt, "ValueError", "array.index(x): x not in array") : rt.newInt(place);
}

function remove(rt: Runtime, self: PyObject, wanted: PyObject): PyObject | null {
  const place = firstPlace(rt, self, wanted);
  if (place === null) return null;
  if (place < 0) return raise(rt, "ValueError", "array.remove(x): x not in array");
  replaceValues(
    rt,
    self,
    data(self).values.filter((_, i) => i !== place),
  );
  return newRef(rt.none);
}

function count(rt: Runtime, self: PyObject, wanted: PyObject): PyObject | null {
  let times = 0;
  const isDone = search(rt, self, wanted, () => {
    times += 1;
    return false;
  });
  return isDone ? rt.newInt(times) : null;
}

/** Another array of the same kind; null with an exception. */
function sameKind(rt: Runtime, self: PyObject, other: PyObject, what: string): Value[] | null {
  if (other.type !== rt.types["array.array"]) return raise(rt, "TypeError", what);
  if (data(other).code !== data(self).code)
    return raise(rt, "TypeError", "bad argument type for built-in operation");
  return data(other).values;
}

function repeated(rt: Runtime, values: readonly Value[], times: number): Value[] {
  const result: Value[] = [];
  rt.charge(Math.max(0, times) * values.length, 0);
  for (let i = 0; i < times; i += 1) result.push(...values);
  return result;
}

/** `a[i:j] = other`, and with no value `del a[i:j]`. [array_ass_subscr] */
function assSlice(rt: Runtime, self: PyObject, key: PySlice, value: PyObject | null): boolean {
  const own = data(self);
  const range = sliceRange(rt, key, () => own.values.length);
  if (range === null) return false;
  const message = `can only assign array (not "${value === null ? "" : typeName(value.type)}") to array slice`;
  const given = value === null ? [] : sameKind(rt, self, value, message);
  if (given === null) return false;
  if (range.step === 1) {
    const after = Math.max(range.stop, range.start);
    replaceValues(rt, self, [...own.values.slice(0, range.start), ...given, ...own.values.slice(after)]);
    return true;
  }
  if (given.length > 0 && given.length !== range.count) {
    const sizes = `attempt to assign array of size ${given.length} to extended slice of size ${range.count}`;
    raise(rt, "ValueError", sizes);
    return false;
  }
  const places = new Map<number, Value | undefined>();
  for (let i = 0; i < range.count; i += 1) places.set(range.start + i * range.step, given[i]);
  const values = own.values.map((old, i) => (places.has(i) ? places.get(i) : old));
  replaceValues(
    rt,
    self,
    values.filter((kept) => kept !== undefined),
  );
  return true;
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
    return raise(rt, "ValueError", `bad typecode (must be ${rt.profile.arrayCodes})`);
  if (initial !== undefined && isStr(initial))
    return raise(rt, "TypeError", `cannot use a str to initialize an array with typecode '${code}'`);
  const array = newArray(rt, type, code, []);
  if (initial === undefined) return array;
  if (isByteslike(initial) || initial.type === rt.types["array.array"]) {
    if (copyInitial(rt, array, initial)) return array;
    decref(rt, array);
    return null;
  }
  const isSized = initial.type === rt.types.list || initial.type === rt.types.tuple;
  if (isSized) setRoom(rt, array, (initial.payload as { items: PyObject[] }).items.length);
  if (extendFrom(rt, array, initial)) return array;
  decref(rt, array);
  return null;
}

/** The values of another array, or what the bytes stand for. */
function copyInitial(rt: Runtime, array: PyObject, initial: PyObject): boolean {
  const own = data(array);
  if (isByteslike(initial)) {
    const done = fromBytes(rt, array, bytesOf(initial));
    if (done !== null) decref(rt, done);
    return done !== null;
  }
  const { values, kind } = data(initial);
  if (kind.isFloat && !own.kind.isFloat && values.length > 0) return extendFrom(rt, array, initial);
  if (values.length > 0) setRoom(rt, array, values.length);
  own.values = values.map((value) => (own.kind.isFloat ? Number(value) : value));
  return true;
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
  if (isSlice(rt, key)) return assSlice(rt, self, key, value);
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
    concat: (rt, self, other) => {
      const message = `can only append array (not "${typeName(other.type)}") to array`;
      const more = sameKind(rt, self, other, message);
      return more === null ? null : newArray(rt, self.type, data(self).code, [...data(self).values, ...more]);
    },
    inplaceConcat: (rt, self, other) => {
      const message = `can only extend with array (not "${typeName(other.type)}")`;
      const more = sameKind(rt, self, other, message);
      if (more === null) return null;
      replaceValues(rt, self, [...data(self).values, ...more]);
      return newRef(self);
    },
    inplaceRepeat: (rt, self, times) => {
      replaceValues(rt, self, repeated(rt, data(self).values, times));
      return newRef(self);
    },
    repeat: (rt, self, times) =>
      newArray(rt, self.type, data(self).code, repeated(rt, data(self).values, times)),
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
    oneArg("extend", (rt, self, iterable) =>
      iterable.type === self.type && data(iterable).code !== data(self).code
        ? raise(rt, "TypeError", "can only extend with array of same kind")
        : done(rt, extendFrom(rt, self, iterable)),
    ),
    oneArg("fromlist", (rt, self, list) => done(rt, extendFrom(rt, self, list))),
    noArgs("tolist", tolist),
    noArgs("tobytes", (rt, self) => newBytes(rt, arrayBytes(self))),
    oneArg("frombytes", (rt, self, o) =>
      isByteslike(o)
        ? fromBytes(rt, self, bytesOf(o))
        : raise(rt, "TypeError", `a bytes-like object is required, not '${typeName(o.type)}'`),
    ),
    oneArg("count", count),
    method("index", index, { min: 1, max: 3 }),
    oneArg("remove", remove),
    noArgs("byteswap", (rt, self) => {
      const { kind } = data(self);
      const bytes = arrayBytes(self);
      for (let at = 0; at < bytes.length; at += kind.bytes) bytes.subarray(at, at + kind.bytes).reverse();
      data(self).values = unpacked(kind, bytes);
      return newRef(rt.none);
    }),
    {
      ...noArgs("clear", (rt, self) => {
        replaceValues(rt, self, []);
        return newRef(rt.none);
      }),
      exists: (profile) => profile.arraysClear,
    },
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
