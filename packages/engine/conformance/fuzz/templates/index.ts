/** All templates, and the kinds that stand for one of several others. */
import { expressionTemplates, statementTemplates } from "../template.ts";
import { asynchronous } from "./asynchronous.ts";
import { classes } from "./classes.ts";
import { collector } from "./collector.ts";
import { containers } from "./containers.ts";
import { control } from "./control.ts";
import { errors } from "./errors.ts";
import { functions } from "./functions.ts";
import { modules } from "./modules.ts";
import { names } from "./names.ts";
import { numbers } from "./numbers.ts";
import { probes } from "./probes.ts";
import { texts } from "./texts.ts";

export const expressions = [
  numbers,
  texts,
  containers,
  functions.expressions,
  modules.expressions,
  probes,
].flatMap(expressionTemplates);
export const statements = [
  control,
  classes,
  functions.statements,
  modules.statements,
  collector,
  errors,
  asynchronous,
  names,
].flatMap(statementTemplates);

/** `list` holds ints, `dict` maps keys to ints, `objs` and `odict` hold anything; `inst` has v, kids, ref, go and add. */
export const unions: Readonly<Record<string, readonly string[]>> = {
  any: ["int", "float", "str", "bytes", "bool", "none", "tuple", "list", "dict", "set", "ref", "ref", "inst"],
  ref: ["list", "objs", "dict", "odict", "set", "inst", "inst", "fn", "cls", "list", "exc", "gen"],
  seq: ["list", "tuple", "str", "objs", "range", "bytes"],
  iterable: ["list", "tuple", "str", "dict", "range", "objs", "gen", "iter", "set"],
  intseq: ["list", "list", "range", "set"],
  scalar: ["int", "float", "bool", "complex"],
  hashable: ["int", "str", "tuple", "float", "bool", "none", "bytes", "frozen"],
  weak: ["inst", "fn", "cls", "set", "inst"],
  sized: ["list", "tuple", "str", "dict", "set", "objs", "bytes", "range", "frozen", "bytearray", "odict"],
  callable: ["fn", "cls"],
  holder: ["list", "objs", "dict", "odict", "set", "inst", "tuple"],
};
