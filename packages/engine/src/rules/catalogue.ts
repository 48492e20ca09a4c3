/** The wrong rules the engine can run a program under, by their number in the catalogue of misconceptions. */
import type { WrongRule } from "./points.ts";
import { assignCopies, namesAreLinked } from "./wrong/assignment.ts";
import { cyclesLeakForever, gcIsImmediate, gcTakesReachableCycles } from "./wrong/collecting.ts";
import { containerHoldsValues, freeingContainerFreesContents } from "./wrong/containers.ts";
import {
  callAddsExactlyOne,
  noPlusOneForGetrefcount,
  onlyNamesCount,
  transitiveCount,
} from "./wrong/counting.ts";
import { defaultReEvaluated } from "./wrong/defaults.ts";
import { delDestroys } from "./wrong/deletion.ts";
import { reverseDestruction } from "./wrong/frames.ts";
import { allIntsCached, isMeansEquals, onlySmallIntsEverShared } from "./wrong/identity.ts";
import { generatorStoresAll, loopVariableDies } from "./wrong/loops.ts";
import { weakrefCounts } from "./wrong/weak-references.ts";

export const ruleIds = [
  "M01",
  "M02",
  "M03",
  "M04",
  "M05",
  "M06",
  "M08",
  "M09",
  "M10",
  "M11",
  "M12",
  "M25",
  "M26",
  "M30",
  "M40",
  "M42",
  "M48",
  "M49",
  "M62",
  "M79",
] as const;

export type RuleId = (typeof ruleIds)[number];

export const wrongRules: Readonly<Record<RuleId, WrongRule>> = {
  M01: assignCopies,
  M02: delDestroys,
  M03: noPlusOneForGetrefcount,
  M04: isMeansEquals,
  M05: allIntsCached,
  M06: gcIsImmediate,
  M08: weakrefCounts,
  M09: loopVariableDies,
  M10: defaultReEvaluated,
  M11: containerHoldsValues,
  M12: namesAreLinked,
  M25: onlyNamesCount,
  M26: transitiveCount,
  M30: callAddsExactlyOne,
  M40: freeingContainerFreesContents,
  M42: onlySmallIntsEverShared,
  M48: cyclesLeakForever,
  M49: gcTakesReachableCycles,
  M62: reverseDestruction,
  M79: generatorStoresAll,
};
