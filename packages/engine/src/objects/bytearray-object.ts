/** The bytearray object itself: a leaf file.   [PyByteArrayObject] */
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
  const array = rt.heap.create<BytearrayData>(type, data);
  if (bytes.length > 0) bytearrayReplace(rt, array, bytes);
  return array;
}

export function newBytearray(rt: Runtime, bytes: Uint8Array): PyBytearray {
  return newBytearrayOf(rt, rt.types.bytearray, bytes);
}

/** Gives the array new content, growing and shrinking its buffer as CPython does. [PyByteArray_Resize] */
export function bytearrayReplace(rt: Runtime, array: PyBytearray, bytes: Uint8Array): void {
  const data = array.payload;
  const room = roomFor(data.allocated, bytes.length);
  if (room !== data.allocated) {
    const header = bufferHeader(rt);
    const oldBytes = data.allocated === 0 ? 0 : data.allocated + header;
    rt.charge(0, Math.max(0, room - data.allocated));
    data.block = rt.heap.reallocRaw(data.block, oldBytes, room + header);
    data.allocated = room;
    if (rt.recorder !== null) rt.recorder.resize(array, oldBytes, room + header);
  }
  data.bytes = bytes;
}

function roomFor(allocated: number, size: number): number {
  if (size + 1 <= allocated) return size < allocated >> 1 ? size + 1 : allocated;
  if (allocated === 0) return size + 1;
  // A little more than asked for, unless that is a lot.
  return size <= allocated * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
}

/** From 3.15 the buffer is a bytes object. */
export function bufferHeader(rt: Runtime): number {
  return rt.profile.bytearrayHoldsBytes ? 32 : 0;
}
