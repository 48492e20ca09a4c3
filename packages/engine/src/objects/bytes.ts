/** The type bytes.   [mirrors Objects/bytesobject.c] */

import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { asIndex, callSpecialBound, getIter, indexValue, iterNext, typeName } from "./abstract.ts";
import { mayAllocate, sizeLimit } from "./allocation.ts";
import { bytesConcat, bytesMethods } from "./bytes-methods.ts";
import { type BytesData, isBytes, newBytes, newFreshBytes, type PyBytes } from "./bytes-object.ts";
import { bytesPercent } from "./bytes-percent.ts";
import { compareBytes } from "./bytes-text.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { clearIfMatches, raise } from "./errors.ts";
import { indexIteratorSpec, newIndexIterator } from "./index-iterator.ts";
import { hasIndex } from "./indices.ts";
import { allocInstance } from "./instance.ts";
import { parseArguments } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { compareNumbers } from "./sequence-compare.ts";
import { hashKeyFor, sipHash } from "./siphash.ts";
import { isSlice, selectItems, sliceRange } from "./slice.ts";
import { codecName, encodeStr } from "./str-codec.ts";
import { isStr, newStr } from "./str-object.ts";
import { reprOfBytes } from "./text-repr.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";
import { wrongReturn } from "./wrong-return.ts";

const bytes = (o: PyObject): Uint8Array => (o as PyBytes).payload.bytes;

/** What `bytes(...)` and `bytearray(...)` make of their arguments; null with an exception. */
export function bytesFromArguments(
  rt: Runtime,
  fname: "bytes" | "bytearray",
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): Uint8Array | PyObject | null {
  const places = parseArguments(
    rt,
    fname,
    { names: ["source", "encoding", "errors"], required: 0 },
    args,
    names,
  );
  if (places === null) return null;
  const [source = null, encoding = null, errors = null] = places;
  if (source === null) {
    if (encoding !== null) return raise(rt, "TypeError", "encoding without a string argument");
    if (errors !== null) return raise(rt, "TypeError", "errors without a string argument");
    return new Uint8Array(0);
  }
  if (isStr(source)) return fromStr(rt, fname, source, encoding, errors);
  if (encoding !== null) return raise(rt, "TypeError", "encoding without a string argument");
  if (errors !== null) return raise(rt, "TypeError", "errors without a string argument");
  return fromObject(rt, fname, source);
}

function fromStr(
  rt: Runtime,
  fname: string,
  source: PyObject,
  encoding: PyObject | null,
  errors: PyObject | null,
): PyObject | null {
  if (encoding === null) return raise(rt, "TypeError", "string argument without an encoding");
  const codec = codecName(rt, fname, "encoding", encoding, "utf-8");
  if (codec === null) return null;
  const handler = codecName(rt, fname, "errors", errors, "strict");
  return handler === null ? null : encodeStr(rt, source, codec, handler);
}

function fromObject(rt: Runtime, fname: string, source: PyObject): Uint8Array | PyObject | null {
  if (fname === "bytes") {
    const made = callSpecialBound(rt, source, "__bytes__");
    if (made !== null && !isBytes(made)) {
      const before = `__bytes__ returned non-bytes (type ${typeName(made.type)})`;
      wrongReturn(rt, source, "__bytes__", "a bytes", made, before);
      decref(rt, made);
      return null;
    }
    if (made !== null || rt.thread.exception !== null) return made;
  }
  if (hasIndex(source)) {
    const size = asIndex(rt, source, "OverflowError");
    if (size !== null) {
      if (size < 0) return raise(rt, "ValueError", "negative count");
      if (!mayAllocate(rt, size)) return null;
      rt.charge(size >> 6, size);
      return new Uint8Array(size);
    }
    if (!clearIfMatches(rt, "TypeError")) return null;
  }
  if (isByteslike(source)) return bytesOf(source).slice();
  return fromIterable(rt, fname, source);
}

function fromIterable(rt: Runtime, fname: string, source: PyObject): Uint8Array | null {
  const iterator = getIter(rt, source);
  if (iterator === null) {
    if (clearIfMatches(rt, "TypeError"))
      raise(rt, "TypeError", `cannot convert '${typeName(source.type)}' object to ${fname}`);
    return null;
  }
  hold(rt, "iterator drawn from", iterator);
  const values: number[] = [];
  let done = true;
  while (done) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    rt.charge(1, 1);
    const value = byteValue(rt, item, `${fname === "bytes" ? "bytes" : "byte"} must be in range(0, 256)`);
    decref(rt, item);
    if (value === null) done = false;
    else values.push(value);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return done && rt.thread.exception === null ? Uint8Array.from(values) : null;
}

/** An int from 0 to 255; null with an exception. */
export function byteValue(rt: Runtime, item: PyObject, message: string): number | null {
  const value = indexValue(rt, item);
  if (value === null) return null;
  if (value >= 0 && value <= 255) return Number(value);
  return raise(rt, "ValueError", message);
}

function bytesNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const only = args[0];
  const isExact = type === rt.types.bytes;
  if (isExact && args.length === 1 && names === null && only?.type === rt.types.bytes) return newRef(only);
  const made = bytesFromArguments(rt, "bytes", args, names);
  if (made === null) return null;
  const content = made instanceof Uint8Array ? made : bytes(made);
  if (isExact) {
    if (!(made instanceof Uint8Array)) return made;
    // A count gives a new object even for one byte.
    const isCounted =
      only !== undefined && (isByteslike(only) ? !rt.profile.bytearrayHoldsBytes : hasIndex(only));
    return isCounted && content.length > 0 ? newFreshBytes(rt, content) : newBytes(rt, content);
  }
  const data: BytesData = { bytes: content, hash: -1 };
  const instance = allocInstance(rt, type as PyType, data, content.length);
  if (!(made instanceof Uint8Array)) decref(rt, made);
  return instance;
}

function hash(rt: Runtime, self: PyObject): number | bigint {
  const own = (self as PyBytes).payload;
  if (own.hash === -1)
    own.hash = sipHash(own.bytes, hashKeyFor(rt.nuisance.hashes), rt.profile.strHashRounds);
  return own.hash;
}

/** Bytes-like objects compare by content. */
export function compareByteslike(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isByteslike(self) || !isByteslike(other)) return newRef(rt.notImplemented);
  return newRef(compareNumbers(compareBytes(bytesOf(self), bytesOf(other)), 0, op) ? rt.true : rt.false);
}

function item(rt: Runtime, self: PyObject, index: number): PyObject | null {
  const value = bytes(self)[index];
  return value === undefined ? raise(rt, "IndexError", "index out of range") : rt.newInt(value);
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const all = bytes(self);
  if (hasIndex(key)) {
    const at = asIndex(rt, key, "IndexError");
    if (at === null) return null;
    return item(rt, self, at < 0 ? at + all.length : at);
  }
  if (!isSlice(rt, key))
    return raise(rt, "TypeError", `byte indices must be integers or slices, not ${typeName(key.type)}`);
  const range = sliceRange(rt, key, () => all.length);
  if (range === null) return null;
  const isWhole = range.start === 0 && range.step === 1 && range.count === all.length;
  if (isWhole && self.type === rt.types.bytes) return newRef(self);
  rt.charge(range.count >> 4, range.count);
  if (range.step === 1) return newBytes(rt, all.slice(range.start, range.start + range.count));
  return newBytes(rt, Uint8Array.from(selectItems([...all], range)));
}

/** `x in b`: a byte as an int, or a part. */
export function containsByte(rt: Runtime, self: PyObject, part: PyObject): boolean | null {
  const all = bytesOf(self);
  if (hasIndex(part)) {
    const value = byteValue(rt, part, "byte must be in range(0, 256)");
    return value === null ? null : all.includes(value);
  }
  if (!isByteslike(part))
    return raise(rt, "TypeError", `a bytes-like object is required, not '${typeName(part.type)}'`);
  const wanted = bytesOf(part);
  for (let at = 0; at + wanted.length <= all.length; at += 1)
    if (wanted.every((byte, i) => all[at + i] === byte)) return true;
  return false;
}

/** The content `count` times. */
export function repeatBytes(rt: Runtime, content: Uint8Array, count: number): Uint8Array | null {
  const size = Math.max(0, content.length * count);
  if (!mayAllocate(rt, size)) return null;
  rt.charge(size >> 6, size);
  const repeated = new Uint8Array(size);
  for (let at = 0; at < size; at += content.length) repeated.set(content, at);
  return repeated;
}

function repeat(rt: Runtime, self: PyObject, count: number): PyObject | null {
  if (count === 1 && self.type === rt.types.bytes) return newRef(self);
  if (bytes(self).length * count >= sizeLimit)
    return raise(rt, "OverflowError", "repeated bytes are too long");
  const repeated = repeatBytes(rt, bytes(self), count);
  return repeated === null ? null : newBytes(rt, repeated);
}

export const bytesSpec: TypeSpec = {
  name: "bytes",
  flags: TypeFlag.BaseType | TypeFlag.BytesSubclass,
  basicsize: 33,
  itemsize: 1,
  slots: {
    dealloc: (rt, self) => rt.heap.free(self),
    sizeof: (_rt, self) => self.type.payload.basicsize + bytes(self).length,
    new: bytesNew,
    repr: (rt, self) => newStr(rt, reprOfBytes(bytes(self))),
    str: (rt, self) => newStr(rt, reprOfBytes(bytes(self))),
    hash,
    richcompare: compareByteslike,
    iter: (rt, self) => newIndexIterator(rt, rt.types.bytes_iterator, self),
    length: (_rt, self) => bytes(self).length,
    contains: containsByte,
    item,
    subscript,
    concat: bytesConcat,
    repeat,
    remainder: (rt, left, right) => {
      if (!isBytes(left)) return newRef(rt.notImplemented);
      const made = bytesPercent(rt, bytes(left), right);
      return made === null ? null : newBytes(rt, made);
    },
  },
  methods: [
    ...bytesMethods,
    noArgs("__getnewargs__", (rt, self) => rt.newTuple([newBytes(rt, bytes(self))])),
    {
      ...noArgs("__bytes__", (rt, self) =>
        self.type === rt.types.bytes ? newRef(self) : newBytes(rt, bytes(self)),
      ),
      exists: (profile) => profile.bytesHasDunder,
    },
  ],
};

export const bytesIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "bytes_iterator",
  item: (rt, sequence, index) => {
    const value = bytesOf(sequence)[index];
    return value === undefined ? null : rt.newInt(value);
  },
  length: (_rt, sequence) => bytesOf(sequence).length,
});
