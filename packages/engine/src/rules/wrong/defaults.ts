/** Wrong ideas of default arguments. */

import type { CodeUnit } from "../../compiler/code.ts";
import { compileModule } from "../../compiler/compile.ts";
import { decref } from "../../memory/refcount.ts";
import { instantiate } from "../../objects/code-object.ts";
import { dictGetText } from "../../objects/dict.ts";
import { clearException, exceptionMatches } from "../../objects/errors.ts";
import type { PyFunction } from "../../objects/function-object.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { tupleItems } from "../../objects/tuple-object.ts";
import type { Expr } from "../../parser/ast.ts";
import { closeSlot } from "../../vm/frame.ts";
import type { WrongRule } from "../points.ts";

interface Default {
  readonly slot: number;
  readonly expression: Expr;
  /** What the def statement made of it, for every function it made. */
  readonly values: Set<PyObject>;
}

/**
 * M10: a default argument is evaluated at every call. The expression runs once more, in the module's namespace; one that
 * needs names of an enclosing function or class keeps its value.
 */
export const defaultReEvaluated: WrongRule = () => {
  const known = new Map<CodeUnit, Default[]>();
  return {
    compiledFunction: (code, args) => {
      const positional = code.argcount - args.defaults.length;
      const found = args.defaults.map((expression, i) => newDefault(positional + i, expression));
      for (const [i, expression] of args.kwDefaults.entries())
        if (expression !== null) found.push(newDefault(code.argcount + i, expression));
      if (found.length > 0) known.set(code, found);
    },
    instructions: {
      MAKE_FUNCTION: (rt, frame, arg, next) => {
        if (!next(rt, frame, arg)) return false;
        const { code, defaults, kwdefaults } = (frame.slots[frame.sp - 1] as PyFunction).payload;
        const { unit } = code.payload;
        const items = defaults === null ? [] : tupleItems(defaults);
        for (const each of known.get(unit) ?? []) {
          const value =
            each.slot < unit.argcount
              ? items[each.slot - unit.argcount + items.length]
              : kwdefaults === null
                ? null
                : dictGetText(kwdefaults, unit.localsplus[each.slot] ?? "");
          if (value !== undefined && value !== null) each.values.add(value);
        }
        return true;
      },
      RESUME: (rt, frame, arg, next) => {
        for (const each of known.get(frame.unit) ?? [])
          if (each.values.has(frame.slots[each.slot] as PyObject) && !evaluateAgain(rt, frame, each))
            return false;
        return next(rt, frame, arg);
      },
    },
  };
};

function newDefault(slot: number, expression: Expr): Default {
  return { slot, expression, values: new Set() };
}

/** False: the expression raised. */
function evaluateAgain(rt: Runtime, frame: Frame, { slot, expression }: Default): boolean {
  const { filename, source } = frame.unit;
  const request = { source, filename, profile: rt.profile, mode: "eval" } as const;
  const compiled = compileModule([{ ...expression, type: "Expr", value: expression }], request);
  if (!compiled.ok) return true;
  const { code, arena } = instantiate(rt, compiled.code);
  for (const o of arena) decref(rt, o);
  // The step that calls goes on: what happens in here is no line of the program.
  const recorder = rt.recorder;
  rt.recorder = null;
  const value = rt.runCode(code, frame.globals, frame.globals);
  rt.recorder = recorder;
  decref(rt, code);
  if (value === null) {
    if (!exceptionMatches(rt, "NameError")) return false;
    clearException(rt);
    return true;
  }
  closeSlot(rt, frame, slot);
  frame.slots[slot] = value;
  return true;
}
