/** Who held what when the program began: one walk from the runtime's roots over everything they lead to. */
import type { PyObject, Runtime, SlotKey } from "../objects/object.ts";

export interface HeldBy {
  /** null: the interpreter itself, under the name `native`. */
  readonly owner: PyObject | null;
  readonly native: string;
  readonly slot: string;
  readonly key: SlotKey;
}

export function walkHolders(rt: Runtime): Map<PyObject, HeldBy[]> {
  const holders = new Map<PyObject, HeldBy[]>();
  const pending: PyObject[] = [];
  const meet = (o: PyObject, held: HeldBy): void => {
    const known = holders.get(o);
    if (known !== undefined) {
      known.push(held);
      return;
    }
    holders.set(o, [held]);
    pending.push(o);
  };
  rt.visitRoots((o, native, slot) => meet(o, { owner: null, native, slot, key: null }));
  for (let owner = pending.pop(); owner !== undefined; owner = pending.pop()) {
    const holder = owner;
    const visit = (referent: PyObject, slot: string, key: SlotKey): void =>
      meet(referent, { owner: holder, native: "", slot, key });
    owner.type.payload.slots.traverse?.(owner, visit);
    owner.type.payload.slots.holds?.(owner, visit);
  }
  return holders;
}
