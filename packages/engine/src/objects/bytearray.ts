/** The type bytearray.   [mirrors Objects/bytearrayobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { asIndex, getIter, hashNotImplemented, typeName } from "./abstract.ts";
import {
  bufferBytes,
  bytearrayReplace,
  newBytearray,
  newBytearrayOf,
  type PyBytearray,
} from "./bytearray-object.ts";
import { bytesFromArguments, byteValue, compareByteslike, containsByte, repeatBytes } from "./bytes.ts";
import { bytesConcat, bytesMethods } from "./bytes-methods.ts";
import { concatBytes } from "./bytes-text.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { clearIfMatches, raise } from "./errors.ts";
import { indexIteratorSpec, newIndexIterator } from "./index-iterator.ts";
import { clampBound, hasIndex, ssizeArgument } from "./indices.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isSlice, type SliceRange, selectItems, sliceRange } from "./slice.ts";
import { newStr } from "./str-object.ts";
import { reprOfBytes } from "./text-repr.ts";
import { method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

const bytes = (o: PyObject): Uint8Array => (o as PyBytearray).payload.bytes;
const notInRange = "byte must be in range(0, 256)";

/** New content, unless a memory view looks at the old one and the size would change. */
function replaceContent(rt: Runtime, self: PyObject, content: Uint8Array): boolean {
  const array = self as PyBytearray;
  if (array.payload.exports > 0 && content.length !== array.payload.bytes.length) {
    raise(rt, "BufferError", "Existing exports of data: object cannot be re-sized");
    return false;
  }
  bytearrayReplace(rt, array, content);
  return true;
}

function none(rt: Runtime, done: boolean): PyObject | null {
  return done ? newRef(rt.none) : null;
}

function dealloc(rt: Runtime, self: PyObject): void {
  const { block, allocated } = (self as PyBytearray).payload;
  rt.heap.freeRaw(block, bufferBytes(rt, allocated));
  rt.heap.free(self);
}

function init(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  const made = bytesFromArguments(rt, "bytearray", args, names);
  if (made === null) return false;
  const content = made instanceof Uint8Array ? made : bytesOf(made).slice();
  const source = args[0];
  const isGathered = source !== undefined && !isByteslike(source) && !hasIndex(source) && names === null;
  if (isGathered && made instanceof Uint8Array) gather(rt, self as PyBytearray, content, source);
  else replaceContent(rt, self, content);
  if (!(made instanceof Uint8Array)) decref(rt, made);
  return true;
}

/** From an iterator it grows byte by byte; a list or tuple of known size is copied at once where CPython does. */
function gather(rt: Runtime, array: PyBytearray, content: Uint8Array, source: PyObject): void {
  const isKnown = source.type === rt.types.list || source.type === rt.types.tuple;
  if (isKnown && rt.profile.bytearrayCopiesLists) {
    bytearrayReplace(rt, array, content);
    return;
  }
  for (let size = 1; size <= content.length; size += 1)
    bytearrayReplace(rt, array, content.subarray(0, size));
  array.payload.bytes = content;
}

function item(rt: Runtime, self: PyObject, index: number): PyObject | null {
  const value = bytes(self)[index];
  return value === undefined ? raise(rt, "IndexError", "bytearray index out of range") : rt.newInt(value);
}

function wrongIndex(rt: Runtime, key: PyObject): null {
  return raise(rt, "TypeError", `bytearray indices must be integers or slices, not ${typeName(key.type)}`);
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const all = bytes(self);
  if (hasIndex(key)) {
    const at = asIndex(rt, key, "IndexError");
    if (at === null) return null;
    return item(rt, self, at < 0 ? at + all.length : at);
  }
  if (!isSlice(rt, key)) return wrongIndex(rt, key);
  const range = sliceRange(rt, key, () => all.length);
  if (range === null) return null;
  if (range.step === 1) return newBytearray(rt, all.slice(range.start, range.start + range.count));
  return newBytearray(rt, Uint8Array.from(selectItems([...all], range)));
}

function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  if (hasIndex(key)) return assignItem(rt, self, key, value);
  if (!isSlice(rt, key)) {
    wrongIndex(rt, key);
    return false;
  }
  const content = value === null ? new Uint8Array(0) : contentOf(rt, value);
  if (content === null) return false;
  const range = sliceRange(rt, key, () => bytes(self).length);
  return range !== null && assignSlice(rt, self, range, content, value === null);
}

function assignItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  const given = asIndex(rt, key, "IndexError");
  if (given === null) return false;
  const all = bytes(self);
  const at = given < 0 ? given + all.length : given;
  if (at < 0 || at >= all.length) {
    raise(rt, "IndexError", "bytearray index out of range");
    return false;
  }
  if (value === null) return replaceContent(rt, self, concatBytes(all.subarray(0, at), all.subarray(at + 1)));
  const byte = byteValue(rt, value, notInRange);
  if (byte === null) return false;
  all[at] = byte;
  return true;
}

function assignSlice(
  rt: Runtime,
  self: PyObject,
  range: SliceRange,
  content: Uint8Array,
  isDelete: boolean,
): boolean {
  const all = bytes(self);
  const { start, step, count } = range;
  if (step === 1)
    return replaceContent(
      rt,
      self,
      concatBytes(concatBytes(all.subarray(0, start), content), all.subarray(start + count)),
    );
  const hit = new Set<number>();
  for (let i = 0; i < count; i += 1) hit.add(start + i * step);
  if (isDelete)
    return replaceContent(
      rt,
      self,
      all.filter((_, i) => !hit.has(i)),
    );
  if (content.length !== count) {
    raise(
      rt,
      "ValueError",
      `attempt to assign bytes of size ${content.length} to extended slice of size ${count}`,
    );
    return false;
  }
  for (let i = 0; i < count; i += 1) all[start + i * step] = content[i] as number;
  return true;
}

/** The bytes of anything bytearray() would take; null with an exception. */
function contentOf(rt: Runtime, value: PyObject): Uint8Array | null {
  if (isByteslike(value)) return bytesOf(value).slice();
  const made = bytesFromArguments(rt, "bytearray", [value], null);
  if (made === null) return null;
  if (made instanceof Uint8Array) return made;
  const content = bytesOf(made).slice();
  decref(rt, made);
  return content;
}

// ---- methods -------------------------------------------------------------------------------------------------

function append(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const byte = byteValue(rt, value, notInRange);
  if (byte === null) return null;
  return none(rt, replaceContent(rt, self, concatBytes(bytes(self), Uint8Array.of(byte))));
}

function extend(rt: Runtime, self: PyObject, iterable: PyObject): PyObject | null {
  if (!isByteslike(iterable)) {
    const iterator = getIter(rt, iterable);
    if (iterator === null) {
      if (clearIfMatches(rt, "TypeError"))
        raise(rt, "TypeError", `can't extend bytearray with ${typeName(iterable.type)}`);
      return null;
    }
    hold(rt, "iterator drawn from", iterator);
    dropHeld(rt, "iterator drawn from", iterator);
  }
  const content = contentOf(rt, iterable);
  return content === null ? null : none(rt, replaceContent(rt, self, concatBytes(bytes(self), content)));
}

function insert(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const at = ssizeArgument(rt, args[0] as PyObject);
  if (at === null) return null;
  const byte = byteValue(rt, args[1] as PyObject, notInRange);
  if (byte === null) return null;
  const all = bytes(self);
  const where = clampBound(at, all.length);
  const head = concatBytes(all.subarray(0, where), Uint8Array.of(byte));
  return none(rt, replaceContent(rt, self, concatBytes(head, all.subarray(where))));
}

function pop(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const given = args[0] === undefined ? -1 : ssizeArgument(rt, args[0]);
  if (given === null) return null;
  const all = bytes(self);
  if (all.length === 0) return raise(rt, "IndexError", "pop from empty bytearray");
  const at = given < 0 ? given + all.length : given;
  const value = all[at];
  if (value === undefined) return raise(rt, "IndexError", "pop index out of range");
  if (!replaceContent(rt, self, concatBytes(all.subarray(0, at), all.subarray(at + 1)))) return null;
  return rt.newInt(value);
}

function remove(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const byte = byteValue(rt, value, notInRange);
  if (byte === null) return null;
  const all = bytes(self);
  const at = all.indexOf(byte);
  if (at < 0) return raise(rt, "ValueError", "value not found in bytearray");
  return none(rt, replaceContent(rt, self, concatBytes(all.subarray(0, at), all.subarray(at + 1))));
}

function inplaceConcat(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  if (!isByteslike(other))
    return raise(rt, "TypeError", `can't concat ${typeName(other.type)} to ${typeName(self.type)}`);
  return replaceContent(rt, self, concatBytes(bytes(self), bytesOf(other))) ? newRef(self) : null;
}

function inplaceRepeat(rt: Runtime, self: PyObject, count: number): PyObject | null {
  const repeated = repeatBytes(rt, bytes(self), count);
  return repeated !== null && replaceContent(rt, self, repeated) ? newRef(self) : null;
}

function repr(rt: Runtime, self: PyObject): PyObject {
  return newStr(rt, `${self.type.payload.name}(${reprOfBytes(bytes(self))})`);
}

export const bytearraySpec: TypeSpec = {
  name: "bytearray",
  flags: TypeFlag.BaseType,
  basicsize: (profile) => (profile.bytearrayHoldsBytes ? 64 : 56),
  slots: {
    dealloc,
    sizeof: (rt, self) =>
      self.type.payload.basicsize + bufferBytes(rt, (self as PyBytearray).payload.allocated),
    new: (rt, type) => newBytearrayOf(rt, type as PyType, new Uint8Array(0)),
    init,
    repr,
    str: repr,
    hash: hashNotImplemented,
    richcompare: compareByteslike,
    iter: (rt, self) => newIndexIterator(rt, rt.types.bytearray_iterator, self),
    length: (_rt, self) => bytes(self).length,
    contains: containsByte,
    item,
    subscript,
    assSubscript,
    concat: bytesConcat,
    inplaceConcat,
    repeat: (rt, self, count) => {
      const repeated = repeatBytes(rt, bytes(self), count);
      return repeated === null ? null : newBytearray(rt, repeated);
    },
    inplaceRepeat,
  },
  methods: [
    oneArg("append", append),
    noArgs("clear", (rt, self) => none(rt, replaceContent(rt, self, new Uint8Array(0)))),
    noArgs("copy", (rt, self) => newBytearray(rt, bytes(self).slice())),
    oneArg("extend", extend),
    method("insert", insert, { min: 2, max: 2 }),
    method("pop", pop, { min: 0, max: 1 }),
    oneArg("remove", remove),
    noArgs("reverse", (rt, self) => {
      bytes(self).reverse();
      return newRef(rt.none);
    }),
    noArgs("__alloc__", (rt, self) => rt.newInt((self as PyBytearray).payload.allocated)),
    ...bytesMethods,
  ],
};

export const bytearrayIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "bytearray_iterator",
  item: (rt, sequence, index) => {
    const value = bytes(sequence)[index];
    return value === undefined ? null : rt.newInt(value);
  },
  length: (_rt, sequence) => bytes(sequence).length,
});
