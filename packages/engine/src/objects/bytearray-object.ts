/** The bytearray object itself: a leaf file.   [PyByteArrayObject] */
import { allocInstance } from "./instance.ts";
import type { PyObject, PyType, Runtime } from "./object.ts";

export interface BytearrayData {
  bytes: Uint8Array;
  /** Room of the buffer, with its terminator; 0 while there is none. */
  allocated: number;
  block: number;
  /** Memory views of it: it cannot change its size meanwhile. */
  exports: number;
}

export type PyBytearray = PyObject<BytearrayData>;

export function isBytearray(rt: Runtime, o: PyObject): o is PyBytearray {
  return o.type === rt.types.bytearray || o.type.payload.mroTypes.includes(rt.types.bytearray);
}

export function newBytearrayOf(rt: Runtime, type: PyType, bytes: Uint8Array): PyBytearray {
  const data: BytearrayData = { bytes: new Uint8Array(0), allocated: 0, block: 0, exports: 0 };
  const array = allocInstance(rt, type, data);
  if (bytes.length > 0) bytearrayReplace(rt, array, bytes);
  return array;
}

export function newBytearray(rt: Runtime, bytes: Uint8Array): PyBytearray {
  return newBytearrayOf(rt, rt.types.bytearray, bytes);
}

/** Gives the array new content, growing and shrinking its buffer as CPython does. [PyByteArray_Resize] */
export function bytearrayReplace(rt: Runtime, array: PyBytearray, bytes: Uint8Array): void {
  const data = array.payload;
  if (bytes.length === data.bytes.length) {
    data.bytes = bytes;
    return;
  }
  const room = roomFor(rt, data.allocated, bytes.length);
  if (room !== data.allocated) {
    const oldBytes = bufferBytes(rt, data.allocated);
    const newBytes = bufferBytes(rt, room);
    rt.charge(0, Math.max(0, newBytes - oldBytes));
    data.block = rt.heap.reallocRaw(data.block, oldBytes, newBytes);
    data.allocated = room;
    if (rt.recorder !== null) rt.recorder.resize(array);
  }
  data.bytes = bytes;
}

function roomFor(rt: Runtime, allocated: number, size: number): number {
  // Up to 3.14 a terminator follows the bytes; from 3.15 it belongs to the bytes object inside.
  const terminator = rt.profile.bytearrayHoldsBytes ? 0 : 1;
  if (terminator === 0 && size === 0) return 0;
  if (size + terminator <= allocated) return size < allocated >> 1 ? size + terminator : allocated;
  // A little more than asked for, unless that is a lot.
  return size <= allocated * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + terminator;
}

/** Bytes of the buffer with this room; from 3.15 it is a bytes object. */
export function bufferBytes(rt: Runtime, allocated: number): number {
  return allocated > 0 && rt.profile.bytearrayHoldsBytes ? allocated + 33 : allocated;
}
