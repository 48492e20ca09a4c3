/** The bytes object itself: a leaf file.   [PyBytesObject] */
import { newRef } from "../memory/refcount.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

export interface BytesData {
  readonly bytes: Uint8Array;
  /** −1: not computed yet. */
  hash: number | bigint;
}

export type PyBytes = PyObject<BytesData>;

export function isBytes(o: PyObject): o is PyBytes {
  return hasFlag(o.type, TypeFlag.BytesSubclass);
}

/** Bytes with this content, which they keep; none and single ones are shared. [PyBytes_FromStringAndSize] */
export function newBytes(rt: Runtime, bytes: Uint8Array): PyBytes {
  if (bytes.length === 0) {
    rt.caches.emptyBytes ??= rt.heap.createStatic<BytesData>(
      rt.types.bytes,
      { bytes, hash: -1 },
      "cache of empty values",
    );
    return newRef(rt.caches.emptyBytes as PyBytes);
  }
  if (bytes.length > 1) return newFreshBytes(rt, bytes);
  const byte = bytes[0] as number;
  let shared = rt.caches.byteChars[byte];
  if (shared === undefined) {
    shared = rt.heap.createStatic<BytesData>(
      rt.types.bytes,
      { bytes, hash: -1 },
      "cache of single characters",
    );
    rt.caches.byteChars[byte] = shared;
  }
  return newRef(shared as PyBytes);
}

/** Bytes of their own even where shared ones exist (`bytes(1)`). Not for none at all. */
export function newFreshBytes(rt: Runtime, bytes: Uint8Array): PyBytes {
  return rt.heap.create<BytesData>(rt.types.bytes, { bytes, hash: -1 }, bytes.length);
}
