/**
 * Everything the evaluation loop does not do itself, by opcode: one entry per number.
 * An entry finds its operands on the frame's stack and leaves its results there; false: an exception is set.
 */

import { type OpName, opNames } from "../../compiler/opcodes.ts";
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { isTrue } from "../../objects/abstract.ts";
import type { BuiltinTypeName } from "../../objects/builtin-types.ts";
import { dictGetText, dictSetText, newDict } from "../../objects/dict.ts";
import { raise } from "../../objects/errors.ts";
import { type OpFunction, type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { printExpression } from "../display.ts";
import { closeSlot, peek, popOwned, push } from "../frame.ts";
import * as arithmetic from "./arithmetic.ts";
import * as attributes from "./attributes.ts";
import * as containers from "./containers.ts";
import * as exceptions from "./exceptions.ts";
import * as functions from "./functions.ts";
import * as generators from "./generators.ts";
import * as imports from "./imports.ts";
import * as iteration from "./iteration.ts";
import * as names from "./names.ts";
import * as patterns from "./patterns.ts";
import { intrinsic1, intrinsic2 } from "./type-params.ts";

/** For what cannot fail. */
function sure(run: (...args: Parameters<OpFunction>) => void): OpFunction {
  return (rt, frame, arg) => {
    run(rt, frame, arg);
    return true;
  };
}

/** LOAD_COMMON_CONSTANT. */
const commonTypes: Readonly<Record<number, BuiltinTypeName>> = {
  0: "AssertionError",
  1: "NotImplementedError",
  2: "tuple",
  5: "list",
  6: "set",
};

function commonConstant(rt: Runtime, number: number): PyObject {
  switch (number) {
    case 7:
      return newRef(rt.none);
    case 8:
      return rt.newStr("");
    case 9:
      return newRef(rt.true);
    case 10:
      return newRef(rt.false);
    case 11:
      return rt.newInt(-1);
    case 3:
      return commonFunction(rt, "all");
    case 4:
      return commonFunction(rt, "any");
    default:
      return newRef(rt.types[commonTypes[number] ?? "AssertionError"]);
  }
}

/** The function as start-up made it, whatever the program has put into `builtins` since. */
function commonFunction(rt: Runtime, name: string): PyObject {
  for (const copied of rt.copiedFunctions)
    if (copied.name === name && copied.module === "builtins") return newRef(copied.native);
  throw new Error(`no built-in ${name}`);
}

const table: Partial<Record<OpName, OpFunction>> = {
  LOAD_FAST_AND_CLEAR: sure((_rt, frame, arg) => {
    const o = frame.slots[arg] ?? null;
    frame.slots[arg] = null;
    frame.slots[frame.sp] = o;
    if (frame.borrowed[arg] !== 0) {
      frame.borrowed[arg] = 0;
      frame.borrowed[frame.sp] = 1;
    }
    frame.sp += 1;
  }),
  STORE_FAST_MAYBE_NULL: sure((rt, frame, arg) => {
    frame.sp -= 1;
    const at = frame.sp;
    const o = frame.slots[at] ?? null;
    const isBorrowed = frame.borrowed[at] as number;
    frame.slots[at] = null;
    if (isBorrowed !== 0) frame.borrowed[at] = 0;
    closeSlot(rt, frame, arg);
    frame.slots[arg] = o;
    if (isBorrowed !== 0) frame.borrowed[arg] = 1;
  }),
  DELETE_FAST: (rt, frame, arg) => {
    if ((frame.slots[arg] ?? null) === null) return names.unboundLocal(rt, frame, arg);
    closeSlot(rt, frame, arg);
    return true;
  },
  DELETE_NAME: names.deleteName,
  STORE_GLOBAL: names.storeGlobal,
  DELETE_GLOBAL: names.deleteGlobal,
  DELETE_DEREF: names.deleteDeref,
  LOAD_CLASSDEREF: (rt, frame, arg) => names.loadClassDeref(rt, frame, arg, frame.locals ?? frame.globals),
  LOAD_FROM_DICT_OR_DEREF: (rt, frame, arg) => {
    const namespace = popOwned(frame);
    const done = names.loadClassDeref(rt, frame, arg, namespace);
    decref(rt, namespace);
    return done;
  },
  LOAD_FROM_DICT_OR_GLOBALS: names.loadFromDictOrGlobals,
  LOAD_LOCALS: sure((_rt, frame) => {
    push(frame, newRef(frame.locals ?? frame.globals));
  }),
  MAKE_CELL: sure(names.makeCell),
  COPY_FREE_VARS: sure((_rt, frame, arg) => {
    names.copyFreeVars(frame, arg);
  }),
  LOAD_SUPER_ATTR: (rt, frame, arg) => attributes.loadSuper(rt, frame, arg, false),
  LOAD_SUPER_METHOD: (rt, frame, arg) => attributes.loadSuper(rt, frame, arg, true),
  DELETE_ATTR: attributes.deleteAttribute,
  DELETE_SUBSCR: arithmetic.deleteSubscript,
  BUILD_SLICE: sure(containers.buildSlice),
  UNARY_NEGATIVE: (rt, frame) => arithmetic.unary(rt, frame, "negative"),
  UNARY_POSITIVE: (rt, frame) => arithmetic.unary(rt, frame, "positive"),
  UNARY_INVERT: (rt, frame) => arithmetic.unary(rt, frame, "invert"),
  UNARY_NOT: (rt, frame) => arithmetic.unary(rt, frame, "not"),
  TO_BOOL: (rt, frame) => {
    const truth = isTrue(rt, peek(frame, 1));
    if (truth === null) return false;
    decref(rt, popOwned(frame));
    push(frame, newRef(truth ? rt.true : rt.false));
    return true;
  },
  CONTAINS_OP: arithmetic.containsOp,
  BUILD_TUPLE: sure(containers.buildTuple),
  BUILD_LIST: sure(containers.buildList),
  BUILD_SET: containers.buildSet,
  BUILD_MAP: containers.buildMap,
  BUILD_CONST_KEY_MAP: containers.buildConstKeyMap,
  BUILD_STRING: containers.buildString,
  LIST_APPEND: sure(containers.appendItem),
  SET_ADD: containers.addToSet,
  MAP_ADD: containers.addToMap,
  LIST_EXTEND: containers.extendList,
  SET_UPDATE: containers.updateSet,
  DICT_UPDATE: containers.updateDict,
  DICT_MERGE: containers.mergeDict,
  LIST_TO_TUPLE: sure(containers.listToTuple),
  UNPACK_SEQUENCE: iteration.unpackSequence,
  UNPACK_EX: iteration.unpackEx,
  FORMAT_SIMPLE: containers.formatSimple,
  FORMAT_WITH_SPEC: containers.formatWithSpec,
  CONVERT_VALUE: containers.convertValue,
  BUILD_INTERPOLATION: sure(containers.buildInterpolation),
  BUILD_TEMPLATE: sure(containers.buildTemplate),
  GET_ITER: iteration.makeIterator,
  GET_YIELD_FROM_ITER: generators.yieldFromIterator,
  END_SEND: sure((rt, frame) => {
    const value = popOwned(frame);
    frame.sp -= 1;
    closeSlot(rt, frame, frame.sp);
    push(frame, value);
  }),
  PUSH_EXC_INFO: sure(exceptions.pushExcInfo),
  PUSH_EXC_INFO_TRIPLE: sure(exceptions.pushExcInfoTriple),
  POP_EXCEPT: sure(exceptions.popExcept),
  POP_EXCEPT_TRIPLE: sure(exceptions.popExceptTriple),
  CHECK_EXC_MATCH: exceptions.checkExcMatch,
  CHECK_EXC_TYPE: exceptions.checkExcType,
  CHECK_EG_MATCH: exceptions.checkEgMatch,
  PREP_RERAISE_STAR: exceptions.prepReraiseStar,
  CLEANUP_THROW: generators.cleanupThrow,
  BEFORE_WITH: (rt, frame) => exceptions.beforeWith(rt, frame, false),
  BEFORE_ASYNC_WITH: (rt, frame) => exceptions.beforeWith(rt, frame, true),
  LOAD_SPECIAL: exceptions.loadSpecial,
  WITH_EXCEPT_START: exceptions.withExceptStart,
  MAKE_FUNCTION: sure(functions.makeFunction),
  LOAD_BUILD_CLASS: functions.loadBuildClass,
  IMPORT_NAME: imports.importName,
  LAZY_IMPORT_NAME: sure(imports.lazyImportName),
  IMPORT_FROM: imports.importFrom,
  IMPORT_STAR: imports.importStar,
  GET_LEN: patterns.getLength,
  MATCH_MAPPING: sure((rt, frame) => {
    patterns.matchKind(rt, frame, TypeFlag.Mapping);
  }),
  MATCH_SEQUENCE: sure((rt, frame) => {
    patterns.matchKind(rt, frame, TypeFlag.Sequence);
  }),
  MATCH_KEYS: patterns.matchKeys,
  MATCH_CLASS: patterns.matchClass,
  LOAD_COMMON_CONSTANT: sure((rt, frame, arg) => {
    push(frame, commonConstant(rt, arg));
  }),
  SETUP_ANNOTATIONS: (rt, frame) => {
    const namespace = frame.locals ?? frame.globals;
    if (dictGetText(namespace, "__annotations__") !== null) return true;
    const annotations = newDict(rt);
    const done = dictSetText(rt, namespace, "__annotations__", annotations);
    decref(rt, annotations);
    return done;
  },
  PRINT_EXPR: (rt, frame) => {
    const value = popOwned(frame);
    hold(rt, "value in use", value);
    const done = printExpression(rt, value);
    dropHeld(rt, "value in use", value);
    return done;
  },
  CALL_INTRINSIC_1: intrinsic1,
  CALL_INTRINSIC_2: sure(intrinsic2),
  GET_AWAITABLE: generators.awaitable,
  GET_AITER: generators.asyncIterator,
  GET_ANEXT: generators.asyncNext,
};

function missing(name: OpName): OpFunction {
  return (rt) => {
    raise(rt, "SystemError", `unknown opcode ${name}`);
    return false;
  };
}

/** Opcode `n` that a wrong rule has taken over is written as `n + firstRuledOp`; the loop's own cases never see it. */
export const firstRuledOp = 256;

/** By opcode number. */
export const familyOps: readonly OpFunction[] = [
  ...opNames.map((name) => table[name] ?? missing(name)),
  ...Array.from({ length: firstRuledOp - opNames.length }, () => missing("NOP")),
  ...opNames.map(
    (_, op): OpFunction =>
      (rt, frame, arg) =>
        (rt.ruledOps[op] as OpFunction)(rt, frame, arg),
  ),
];
