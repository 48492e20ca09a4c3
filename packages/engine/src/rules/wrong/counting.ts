/** Wrong ideas of what a refcount counts. */
import type { PyCell } from "../../objects/function-object.ts";
import type { PyObject, Runtime } from "../../objects/object.ts";
import type { WrongRule } from "../points.ts";
import { isData, programFrames, programNamespaces, referents } from "../program-data.ts";

/** M03: `getrefcount(x)` is the number of holders you can see; its own argument is none of them. */
export const noPlusOneForGetrefcount: WrongRule = () => ({
  getRefcount: (rt, o, next) => next(rt, o) - 1,
});

/** M25: the count is the number of names, and one for the call. */
export const onlyNamesCount: WrongRule = () => ({
  getRefcount: (rt, o) => namesOf(rt).filter((held) => held === o).length + 1,
});

/** M26: the holders of a holder count too, so that every path from a name to the object is one; and one for the call. */
export const transitiveCount: WrongRule = () => ({
  getRefcount: (rt, o) => {
    const onPath = new Set<PyObject>();
    let paths = 1;
    const follow = (from: PyObject): void => {
      rt.charge(1, 0);
      if (from === o) paths += 1;
      if (from === o || onPath.has(from) || !isData(rt, from)) return;
      onPath.add(from);
      for (const next of referents(from)) follow(next);
      onPath.delete(from);
    };
    for (const held of namesOf(rt)) follow(held);
    return paths;
  },
});

/** M30: a call adds exactly one on every version: arguments move into the callee, and every load counts. */
export const callAddsExactlyOne: WrongRule = () => ({
  profile: () => ({ argumentsMove: true, borrowsLocals: false }),
});

/** What the names of the program refer to now, an object once per name. */
function namesOf(rt: Runtime): PyObject[] {
  const found = programNamespaces(rt).flatMap((namespace) => namespace.values());
  for (const frame of programFrames(rt))
    for (let i = 0; i < frame.unit.localsplus.length; i += 1) {
      const o = frame.slots[i] ?? null;
      const value = o !== null && o.type === rt.types.cell ? (o as PyCell).payload.value : o;
      if (value !== null) found.push(value);
    }
  return found;
}
