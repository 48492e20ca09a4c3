/**
 * Tuples with named fields, such as `sys.version_info`.   [mirrors Objects/structseq.c]
 * One built-in type serves all of them: the fields' names are the instance's, since no program makes another.
 */
import { newRef } from "../memory/refcount.ts";
import { reprText } from "./abstract.ts";
import { genericGetAttr } from "./generic-attributes.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import type { TupleData } from "./tuple-object.ts";
import type { TypeSpec } from "./typespec.ts";

interface StructSequenceData extends TupleData {
  readonly title: string;
  readonly names: readonly string[];
}

type PyStructSequence = PyObject<StructSequenceData>;

/** `fields` in order; steals the values. */
export function newStructSequence(
  rt: Runtime,
  title: string,
  fields: readonly (readonly [string, PyObject])[],
): PyObject {
  const data: StructSequenceData = {
    title,
    names: fields.map(([name]) => name),
    items: fields.map(([, value]) => value),
  };
  const sequence = rt.heap.create(rt.types.struct_sequence, data, fields.length);
  rt.heap.track(sequence);
  return sequence;
}

function getattro(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  const { names, items } = (self as PyStructSequence).payload;
  const at = isStr(name) ? names.indexOf(text(name)) : -1;
  const value = items[at];
  return value === undefined ? genericGetAttr(rt, self, name) : newRef(value);
}

/** `sys.version_info(major=3, minor=13, …)` */
function repr(rt: Runtime, self: PyObject): PyObject | null {
  const { title, names, items } = (self as PyStructSequence).payload;
  const shown: string[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const one = reprText(rt, items[i] as PyObject);
    if (one === null) return null;
    shown.push(`${names[i]}=${one}`);
  }
  return rt.newStr(`${title}(${shown.join(", ")})`);
}

export const structSequenceSpec: TypeSpec = {
  name: "struct_sequence",
  base: "tuple",
  slots: { getattro, repr },
};
