/** The `itertools` module.   [mirrors Modules/itertoolsmodule.c]; its types are in itertools/ */
import { newRef } from "../memory/refcount.ts";
import type { PyObject, PyType, Runtime } from "../objects/object.ts";
import { method, type TypeSpec } from "../objects/typespec.ts";
import {
  combinationsSpec,
  permutationsSpec,
  productSpec,
  replacementSpec,
} from "./itertools/combinatoric.ts";
import {
  compressSpec,
  dropwhileSpec,
  filterfalseSpec,
  isliceSpec,
  starmapSpec,
  takewhileSpec,
} from "./itertools/filtering.ts";
import { countSpec, cycleSpec, repeatSpec } from "./itertools/infinite.ts";
import {
  accumulateSpec,
  batchedSpec,
  chainSpec,
  groupbySpec,
  grouperSpec,
  pairwiseSpec,
  tee,
  teeLinkSpec,
  teeSpec,
  zipLongestSpec,
} from "./itertools/joining.ts";
import type { ModuleSpec } from "./modulespec.ts";

export const itertoolsTypes: readonly TypeSpec[] = [
  accumulateSpec,
  batchedSpec,
  chainSpec,
  combinationsSpec,
  replacementSpec,
  compressSpec,
  countSpec,
  cycleSpec,
  dropwhileSpec,
  filterfalseSpec,
  groupbySpec,
  grouperSpec,
  isliceSpec,
  pairwiseSpec,
  permutationsSpec,
  productSpec,
  repeatSpec,
  starmapSpec,
  takewhileSpec,
  teeSpec,
  teeLinkSpec,
  zipLongestSpec,
];

/** Puts the types of a module into it under their own names. */
export function addTypes(
  rt: Runtime,
  specs: readonly TypeSpec[],
  set: (name: string, value: PyObject) => void,
): void {
  for (const spec of specs) {
    const type: PyType | undefined = rt.types[spec.name];
    if (type !== undefined) set(spec.pyName ?? spec.name, newRef(type));
  }
}

export const itertoolsModule: ModuleSpec = {
  name: "itertools",
  functions: [method("tee", tee, { min: 1, max: 2 })],
  populate: (rt, _module, set) => {
    addTypes(rt, itertoolsTypes, set);
    return true;
  },
};
