/** The `operator` module.   [mirrors Modules/_operator.c, Lib/operator.py] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  type BinaryOperator,
  binaryOp,
  call,
  contains,
  deleteItem,
  equals,
  getItem,
  getIter,
  index,
  inplaceOp,
  inplacePower,
  isSequence,
  isTrue,
  iterNext,
  lengthHint,
  powerOp,
  richCompare,
  setItem,
  unaryOp,
} from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import type { CompareOp, PyObject, Runtime } from "../objects/object.ts";
import { keywordMethod, method, type NativeSpec, oneArg, type TypeSpec } from "../objects/typespec.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";
import { attrgetterSpec, itemgetterSpec, methodcallerSpec } from "./operator/getters.ts";

function two(name: string, fn: (rt: Runtime, a: PyObject, b: PyObject) => PyObject | null): NativeSpec {
  return method(name, (rt, _self, args) => fn(rt, args[0] as PyObject, args[1] as PyObject), {
    min: 2,
    max: 2,
  });
}

function one(name: string, fn: (rt: Runtime, o: PyObject) => PyObject | null): NativeSpec {
  return oneArg(name, (rt, _self, o) => fn(rt, o));
}

function truth(rt: Runtime, value: boolean | null): PyObject | null {
  return value === null ? null : newRef(value ? rt.true : rt.false);
}

function none(rt: Runtime, done: boolean): PyObject | null {
  return done ? newRef(rt.none) : null;
}

const binary: Readonly<Record<string, BinaryOperator>> = {
  add: "add",
  sub: "subtract",
  mul: "multiply",
  matmul: "matrixMultiply",
  truediv: "trueDivide",
  floordiv: "floorDivide",
  mod: "remainder",
  lshift: "lshift",
  rshift: "rshift",
  and_: "and",
  or_: "or",
  xor: "xor",
};

const comparisons: Readonly<Record<string, CompareOp>> = {
  lt: "<",
  le: "<=",
  eq: "==",
  ne: "!=",
  gt: ">",
  ge: ">=",
};

function count(rt: Runtime, sequence: PyObject, value: PyObject, first: boolean): PyObject | null {
  const iterator = getIter(rt, sequence);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let found = 0;
  for (let at = 0; ; at += 1) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    rt.charge(1, 0);
    hold(rt, "item in use", item);
    const same = equals(rt, item, value);
    dropHeld(rt, "item in use", item);
    if (same === null || (same && first)) {
      dropHeld(rt, "iterator drawn from", iterator);
      return same === null ? null : rt.newInt(at);
    }
    if (same) found += 1;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (rt.thread.exception !== null) return null;
  return first ? raise(rt, "ValueError", "sequence.index(x): x not in sequence") : rt.newInt(found);
}

/** Numbers have `+` but are no sequences. */
function canConcat(rt: Runtime, o: PyObject): boolean {
  if (o.type.payload.slots.concat !== undefined || isSequence(rt, o)) return true;
  raise(rt, "TypeError", `'${o.type.payload.name}' object can't be concatenated`);
  return false;
}

const noneTests: readonly NativeSpec[] = [
  one("is_none", (rt, o) => truth(rt, o === rt.none)),
  one("is_not_none", (rt, o) => truth(rt, o !== rt.none)),
].map((spec) => ({ ...spec, exists: (profile) => profile.operatorTestsNone }));

/** From 3.10 an exact int. */
function exactIndex(rt: Runtime, o: PyObject): PyObject | null {
  const found = index(rt, o);
  if (found === null || !rt.profile.indexIsExact || found.type === rt.types.int) return found;
  const value = (found as PyObject<number | bigint>).payload;
  decref(rt, found);
  return rt.newInt(value);
}

const functions: readonly NativeSpec[] = [
  ...Object.entries(binary).map(([name, op]) => two(name, (rt, a, b) => binaryOp(rt, op, a, b))),
  ...Object.entries(binary).map(([name, op]) =>
    two(`i${name.replace("_", "")}`, (rt, a, b) => inplaceOp(rt, op, a, b)),
  ),
  ...Object.entries(comparisons).map(([name, op]) => two(name, (rt, a, b) => richCompare(rt, a, b, op))),
  two("pow", (rt, a, b) => powerOp(rt, a, b, rt.none)),
  two("ipow", inplacePower),
  two("concat", (rt, a, b) => (canConcat(rt, a) ? binaryOp(rt, "add", a, b) : null)),
  two("iconcat", (rt, a, b) => (canConcat(rt, a) ? inplaceOp(rt, "add", a, b) : null)),
  ...noneTests,
  two("contains", (rt, a, b) => truth(rt, contains(rt, a, b))),
  two("getitem", getItem),
  two("delitem", (rt, a, b) => none(rt, deleteItem(rt, a, b))),
  method(
    "setitem",
    (rt, _self, args) => none(rt, setItem(rt, args[0] as PyObject, args[1] as PyObject, args[2] as PyObject)),
    { min: 3, max: 3 },
  ),
  two("is_", (rt, a, b) => truth(rt, a === b)),
  two("is_not", (rt, a, b) => truth(rt, a !== b)),
  two("countOf", (rt, a, b) => count(rt, a, b, false)),
  two("indexOf", (rt, a, b) => count(rt, a, b, true)),
  one("neg", (rt, o) => unaryOp(rt, "negative", o)),
  one("pos", (rt, o) => unaryOp(rt, "positive", o)),
  one("inv", (rt, o) => unaryOp(rt, "invert", o)),
  one("invert", (rt, o) => unaryOp(rt, "invert", o)),
  one("abs", (rt, o) => {
    const slot = o.type.payload.slots.absolute;
    return slot === undefined
      ? raise(rt, "TypeError", `bad operand type for abs(): '${o.type.payload.name}'`)
      : slot(rt, o);
  }),
  one("not_", (rt, o) => {
    const value = isTrue(rt, o);
    return truth(rt, value === null ? null : !value);
  }),
  one("truth", (rt, o) => truth(rt, isTrue(rt, o))),
  one("index", exactIndex),
  method(
    "length_hint",
    (rt, _self, args) => {
      const fallback = args[1] === undefined ? 0 : Number((args[1] as PyObject<number>).payload);
      const hint = lengthHint(rt, args[0] as PyObject, fallback);
      return hint === null ? null : rt.newInt(hint);
    },
    { min: 1, max: 2 },
  ),
  {
    ...keywordMethod("call", (rt, _self, args, names) => {
      const [callable, ...rest] = args;
      if (callable === undefined) return raise(rt, "TypeError", "call expected at least 1 argument, got 0");
      return call(rt, callable, rest, names);
    }),
    exists: (profile) => profile.operatorHasCall,
  },
];

export const operatorTypes: readonly TypeSpec[] = [itemgetterSpec, attrgetterSpec, methodcallerSpec];

/** `__add__` and its like are the same functions again. */
const dunders = [
  ...Object.keys(binary),
  ...Object.keys(binary).map((name) => `i${name.replace("_", "")}`),
  "ipow",
  "iconcat",
  ...Object.keys(comparisons),
  "neg",
  "pos",
  "inv",
  "invert",
  "abs",
  "concat",
  "contains",
  "getitem",
  "setitem",
  "delitem",
  "index",
  "pow",
  "not_",
];

export const operatorModule: ModuleSpec = {
  name: "operator",
  functions: [
    ...functions,
    ...functions
      .filter((spec) => dunders.includes(spec.name))
      .map((spec) => ({ ...spec, name: `__${spec.name.replace(/_$/, "")}__` })),
  ],
  populate: (rt, _module, set) => {
    addTypes(rt, operatorTypes, set);
    return true;
  },
};
