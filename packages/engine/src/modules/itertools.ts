/** The `itertools` module.   [mirrors Modules/itertoolsmodule.c]; its types are in itertools/ */
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
import { groupbySpec, grouperSpec } from "./itertools/groupby.ts";
import { countSpec, cycleSpec, repeatSpec } from "./itertools/infinite.ts";
import { accumulateSpec, batchedSpec, chainSpec, pairwiseSpec, zipLongestSpec } from "./itertools/joining.ts";
import { tee, teeLinkSpec, teeSpec } from "./itertools/tee.ts";
import { addTypes } from "./module-types.ts";
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

export const itertoolsModule: ModuleSpec = {
  name: "itertools",
  functions: [method("tee", tee, { min: 1, max: 2 })],
  populate: (rt, _module, set) => {
    addTypes(rt, itertoolsTypes, set);
    return true;
  },
};
