/**
 * Where an instance keeps its attributes: one shape for all, so that attribute access stays fast.
 * A leaf file; what the layouts mean is in instance.ts.   [PyDictValues, PyManagedDictPointer, tp_dictoffset]
 */
import type { InstanceAttributes, PyObject, SharedKeys, SplitTable } from "./object.ts";

export function newAttributes(): InstanceAttributes {
  return { dict: null, values: null, keys: null, order: null, valuesBlock: 0, slots: null, weakrefs: null };
}

/** The instance's attributes, made when missing. */
export function attributesOf(o: PyObject): InstanceAttributes {
  o.attrs ??= newAttributes();
  return o.attrs;
}

/** Keys for the instances of a new class. [_PyDict_NewKeysForClass] */
export function newSharedKeys(usable: number, log2Size: number): SharedKeys {
  return { names: [], indexByName: new Map(), usable, log2Size, block: 0, refs: 1 };
}

/** Puts `value` (stolen) at `index` and returns what was there; keeps the order in which values came. */
export function putValue(table: SplitTable, index: number, value: PyObject): PyObject | null {
  const values = table.values as (PyObject | null)[];
  const old = values[index] ?? null;
  values[index] = value;
  if (old === null) {
    if (table.order !== null) table.order.push(index);
    else if (!isLast(values, index)) table.order = [...before(values, index), index];
  }
  return old;
}

/** Empties `index` and returns what was there. [delete_index_from_values] */
export function takeValue(table: SplitTable, index: number): PyObject | null {
  const values = table.values as (PyObject | null)[];
  const old = values[index] ?? null;
  values[index] = null;
  if (table.order !== null) {
    const at = table.order.indexOf(index);
    if (at >= 0) table.order.splice(at, 1);
  }
  return old;
}

/** No value is set behind `index`: adding there keeps the order of the indices. */
function isLast(values: readonly (PyObject | null)[], index: number): boolean {
  for (let i = index + 1; i < values.length; i += 1) if ((values[i] ?? null) !== null) return false;
  return true;
}

function before(values: readonly (PyObject | null)[], index: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < values.length; i += 1) if (i !== index && (values[i] ?? null) !== null) order.push(i);
  return order;
}

/** A dict that shows the instance's values takes them over, because the instance is going. [_PyDict_DetachFromObject] */
export function detachDict(o: PyObject): void {
  const attrs = o.attrs;
  if (attrs === null || attrs.dict === null || attrs.values === null) return;
  const data = attrs.dict.payload as { split: SplitTable | null };
  if (data.split !== attrs) return;
  data.split = { keys: attrs.keys, values: attrs.values, order: attrs.order, valuesBlock: attrs.valuesBlock };
  attrs.values = null;
  attrs.order = null;
  attrs.valuesBlock = 0;
}
