/** Who held what when the program began: one walk from the runtime's roots over everything they lead to. */
import { isImmortal } from "../memory/refcount.ts";
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
  let owner: PyObject | null = null;
  let native = "";
  const meet = (o: PyObject, slot: string, key: SlotKey): void => {
    const known = holders.get(o);
    // Nobody asks who holds an immortal object, only what it holds.
    if (known === undefined) {
      pending.push(o);
      holders.set(o, isImmortal(o) ? nobody : [{ owner, native, slot, key }]);
    } else if (known !== nobody) known.push({ owner, native, slot, key });
  };
  rt.visitRoots((o, root, slot) => {
    native = root;
    meet(o, slot, null);
  });
  native = "";
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    owner = next;
    const { traverse, holds } = next.type.payload.slots;
    traverse?.(next, meet);
    holds?.(next, meet);
  }
  return holders;
}

/** Stands for the holders of every immortal object. */
const nobody: HeldBy[] = [];
