/**
 * The heap checker: every count equals the references found by walking.
 *
 * A program that passes after every step has no leak and no use of a freed object in the engine itself.
 */
import { isImmortal } from "../memory/refcount.ts";
import type { Frame, PyObject, Runtime, SlotKey } from "../objects/object.ts";
import { checkLists } from "./check-lists.ts";
import { walkReferences } from "./walk.ts";

export interface Violation {
  readonly object: string;
  readonly refcnt: number;
  readonly found: number;
  /** Who holds it, as far as the walk saw, or what else is wrong with it. */
  readonly holders: readonly string[];
}

/** What the checker remembers from one check to the next. */
export class HeapLedger {
  /** Objects made since the ledger was opened and not freed. */
  readonly made = new Set<PyObject>();
  /** References native code holds in its local variables. */
  readonly held = new Map<PyObject, string[]>();
  /** Activations on the thread's stack; while a generator passes an exception on, their links may leave some out. */
  readonly running = new Set<Frame>();
  /** Activations that are over and have not let go of everything yet. */
  readonly leaving = new Set<Frame>();
  /** Slots that objects in the middle of their dealloc have let go of. */
  private readonly gone = new Map<PyObject, Map<string, Set<SlotKey>>>();
  /**
   * References of start-up to the static objects that are still counted before 3.12: how many each had when it was
   * first seen. They never change.
   */
  private readonly ofStartUp = new Map<PyObject, number>();
  private isStructureTold = false;
  /** Differences told already. */
  private readonly told = new Map<PyObject, number>();
  private readonly rt: Runtime;

  constructor(rt: Runtime) {
    this.rt = rt;
  }

  emptied(owner: PyObject, slot: string, key: SlotKey): void {
    let slots = this.gone.get(owner);
    if (slots === undefined) {
      slots = new Map();
      this.gone.set(owner, slots);
    }
    const keys = slots.get(slot);
    if (keys === undefined) slots.set(slot, new Set([key]));
    else keys.add(key);
  }

  /** Whether a dying object has said that this slot is empty. */
  isGone(by: PyObject, slot: string, key: SlotKey): boolean {
    return by.refcnt === 0 && this.gone.get(by)?.get(slot)?.has(key) === true;
  }

  /** A new object, or a frame object its code has kept for another call. */
  born(o: PyObject): void {
    this.made.add(o);
    this.gone.delete(o);
  }

  freed(o: PyObject): void {
    this.made.delete(o);
    this.gone.delete(o);
  }

  /** All objects whose count is not what the walk found, and all dead ones somebody still refers to. */
  check(): Violation[] {
    const found = new Map<PyObject, number>();
    const met = walkReferences(this.rt, this, (o) => {
      found.set(o, (found.get(o) ?? 0) + 1);
    });
    const wrong = new Set<PyObject>();
    for (const o of met) {
      const count = found.get(o) ?? 0;
      if (this.isSound(o, count) || this.told.get(o) === o.refcnt - count) continue;
      this.told.set(o, o.refcnt - count);
      wrong.add(o);
    }
    const counts = wrong.size === 0 ? [] : this.describe(wrong);
    return [...counts, ...this.checkStructure()];
  }

  /** The collector's lists and the allocator's pools. */
  private checkStructure(): Violation[] {
    const broken = checkLists(this.rt, this.made);
    try {
      this.rt.heap.checkPools();
    } catch (error) {
      broken.push(String(error));
    }
    if (broken.length === 0 || this.isStructureTold) return [];
    this.isStructureTold = true;
    return broken.map((object) => ({ object, refcnt: 0, found: 0, holders: [] }));
  }

  private isSound(o: PyObject, found: number): boolean {
    if (isImmortal(o)) return true;
    if (o.block === 0) return false;
    if (this.made.has(o) || !this.rt.heap.isStatic(o)) return o.refcnt === found;
    const known = this.ofStartUp.get(o);
    if (known !== undefined) return o.refcnt - found === known;
    this.ofStartUp.set(o, o.refcnt - found);
    return o.refcnt >= found;
  }

  private describe(wrong: ReadonlySet<PyObject>): Violation[] {
    const holders = new Map<PyObject, string[]>();
    walkReferences(this.rt, this, (o, owner, _by, slot, key) => {
      if (!wrong.has(o)) return;
      const place = key === null || typeof key === "object" ? slot : `${slot} ${key}`;
      holders.set(o, [...(holders.get(o) ?? []), `${owner}: ${place}`]);
    });
    return [...wrong].map((o) => {
      const who = holders.get(o) ?? [];
      const expected = this.ofStartUp.get(o) ?? 0;
      const state = o.block === 0 ? " (freed)" : "";
      return {
        object: `${o.type.payload.name}${state}${describe(o)}`,
        refcnt: o.refcnt - expected,
        found: who.length,
        holders: who,
      };
    });
  }
}

/** The heap as it stands, of a run nobody has watched: only what the roots lead to is checked. */
export function checkHeap(rt: Runtime): Violation[] {
  return new HeapLedger(rt).check();
}

/** A name or value to recognise the object by. */
function describe(o: PyObject): string {
  const payload = o.payload as Record<string, unknown> | number | bigint | null;
  if (payload === null) return "";
  if (typeof payload !== "object") return ` ${payload}`;
  const activation = payload.activation as Frame | undefined;
  if (activation !== undefined) return ` of ${activation.unit.name}`;
  const name =
    payload.text ?? payload.name ?? (payload.nameObject as PyObject<{ text: string }>)?.payload.text;
  return typeof name === "string" ? ` ${JSON.stringify(name.slice(0, 40))}` : "";
}
