/** Anything with the buffer protocol, as an array of bytes.   [mirrors PyObject_GetBuffer for what the engine has] */

import type { BytearrayData } from "./bytearray-object.ts";
import { type BytesData, isBytes } from "./bytes-object.ts";
import type { MemoryviewData } from "./memoryview-object.ts";
import type { PyObject, PyType } from "./object.ts";

function inherits(o: PyObject, name: string): boolean {
  for (let type: PyType | null = o.type; type !== null; type = type.payload.base)
    if (type.payload.name === name && type.payload.heap === null) return true;
  return false;
}

export function isByteslike(o: PyObject): boolean {
  return isBytes(o) || inherits(o, "bytearray") || inherits(o, "memoryview");
}

/** The bytes of a bytes-like object; not to be written to. */
export function bytesOf(o: PyObject): Uint8Array {
  if (inherits(o, "memoryview")) return viewedBytes(o.payload as MemoryviewData);
  return (o.payload as BytesData | BytearrayData).bytes;
}

function viewedBytes(view: MemoryviewData): Uint8Array {
  if (view.base === null) return new Uint8Array(0);
  const all = bytesOf(view.base);
  if (view.step === 1) return all.subarray(view.start, view.start + view.count);
  const bytes = new Uint8Array(view.count);
  for (let i = 0; i < view.count; i += 1) bytes[i] = all[view.start + i * view.step] as number;
  return bytes;
}
