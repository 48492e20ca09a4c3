/** What a type parameter list makes at run time.   [mirrors Python/intrinsics.c] */

import { Intrinsic1, Intrinsic2 } from "../../compiler/intrinsics.ts";
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref } from "../../memory/refcount.ts";
import { dictGetText } from "../../objects/dict.ts";
import { storeTypeParams } from "../../objects/function.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { newTypeAlias, newTypeVar, setDefaultEvaluator, subscriptGeneric } from "../../objects/type-var.ts";
import { popOwned, push } from "../frame.ts";

/** [operand] → [result]. */
export function intrinsic1(rt: Runtime, frame: Frame, arg: number): boolean {
  const operand = popOwned(frame);
  hold(rt, "value in use", operand);
  const result = apply(rt, frame, arg, operand);
  dropHeld(rt, "value in use", operand);
  if (result === null) return false;
  push(frame, result);
  return true;
}

function apply(rt: Runtime, frame: Frame, arg: number, operand: PyObject): PyObject | null {
  switch (arg) {
    case Intrinsic1.ParamSpec:
      return newTypeVar(rt, "ParamSpec", operand);
    case Intrinsic1.TypeVarTuple:
      return newTypeVar(rt, "TypeVarTuple", operand);
    case Intrinsic1.SubscriptGeneric:
      return subscriptGeneric(rt, operand);
    case Intrinsic1.TypeAlias:
      return newTypeAlias(rt, operand, dictGetText(frame.globals, "__name__"));
    default:
      return newTypeVar(rt, "TypeVar", operand);
  }
}

/** [left, right] → [result]. */
export function intrinsic2(rt: Runtime, frame: Frame, arg: number): void {
  const right = popOwned(frame);
  const left = popOwned(frame);
  switch (arg) {
    case Intrinsic2.SetFunctionTypeParams:
      // [function, type parameters]
      storeTypeParams(rt, left, right);
      push(frame, left);
      return;
    case Intrinsic2.SetTypeParamDefault:
      setDefaultEvaluator(rt, left, right);
      push(frame, left);
      return;
    case Intrinsic2.TypeVarWithConstraints:
      push(frame, newTypeVar(rt, "TypeVar", left, { evaluateConstraints: right }));
      break;
    default:
      push(frame, newTypeVar(rt, "TypeVar", left, { evaluateBound: right }));
  }
  decref(rt, left);
}
