/** Wrong ideas of what `del` does. */
import { dictGetText, isDict } from "../../objects/dict.ts";
import type { PyCell } from "../../objects/function-object.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import type { Instruction, WrongRule } from "../points.ts";
import { isData } from "../program-data.ts";
import { sever, severedLoads } from "../sever.ts";

/** M02: `del x` destroys the object that x names; every other name of it is left with nothing. */
export const delDestroys: WrongRule = () => {
  const destroy =
    (named: (frame: Frame, arg: number) => PyObject | null): Instruction =>
    (rt, frame, arg, next) => {
      const o = named(frame, arg);
      if (o === null || !isDestroyable(rt, o)) return next(rt, frame, arg);
      sever(rt, [o], new Set());
      return true;
    };
  return {
    instructions: {
      ...severedLoads,
      DELETE_NAME: destroy((frame, arg) =>
        inDict(frame.locals ?? frame.globals, frame.unit.names[arg] ?? ""),
      ),
      DELETE_GLOBAL: destroy((frame, arg) => inDict(frame.globals, frame.unit.names[arg] ?? "")),
      DELETE_FAST: destroy((frame, arg) => frame.slots[arg] ?? null),
      DELETE_DEREF: destroy((frame, arg) => (frame.slots[arg] as PyCell).payload.value),
    },
  };
};

function inDict(namespace: PyObject, name: string): PyObject | null {
  return isDict(namespace) ? dictGetText(namespace, name) : null;
}

/** What others share anyhow, an int or a module, nobody believes destroyed. */
function isDestroyable(rt: Runtime, o: PyObject): boolean {
  return isData(rt, o) || o.type === rt.types.function;
}
