/** The heap as it is, in a trace's words: what a snapshot rebuilt from events has to equal. */
import { isImmortal } from "../memory/refcount.ts";
import { headerBytes, ownBytes } from "../objects/byte-size.ts";
import type { PyObject, SlotKey } from "../objects/object.ts";
import type { ObjectId, Owner, SlotName } from "../trace/event.ts";
import type { FrameWatch } from "../trace/frame-watch.ts";
import type { NativeHands } from "../trace/native-hands.ts";
import { ownerKey, slotKey } from "../trace/slot-key.ts";
import { slotName } from "../trace/slot-name.ts";
import { walkCollector, walkSlots } from "../trace/start-heap.ts";
import type { Interpreter } from "../vm/runtime.ts";

export interface LiveObject {
  readonly typeName: string;
  /** null: immortal. 0: it is dying, and what it still holds only the recorder has heard. */
  readonly refcnt: number | null;
  /** As sys.getsizeof counts. */
  readonly bytes: number;
  readonly isTracked: boolean;
  readonly generation: number | null;
  /** Counted references: `owner slot`. */
  readonly holders: string[];
}

/** What only the recorder knows. */
export interface Known {
  /** Objects that are not freed yet. */
  readonly alive: ReadonlyMap<PyObject, ObjectId>;
  readonly hands: NativeHands;
  readonly frames: FrameWatch;
}

/** Every object something leads to; one the recorder has not heard of has a negative id. */
export function liveHeap(rt: Interpreter, known: Known): Map<ObjectId, LiveObject> {
  const live = new Map<ObjectId, LiveObject>();
  const generations = new Map<PyObject, number | null>();
  walkCollector(rt, (o, generation) => generations.set(o, generation));
  const unknown = new Map<PyObject, ObjectId>();
  const pending: PyObject[] = [];
  const idOf = (o: PyObject): ObjectId => {
    const id = known.alive.get(o) ?? unknown.get(o);
    if (id !== undefined) return id;
    unknown.set(o, -1 - unknown.size);
    return -unknown.size;
  };
  const seen = new Set<PyObject>();
  const meet = (o: PyObject): LiveObject => {
    const id = idOf(o);
    let object = live.get(id);
    if (object === undefined) {
      object = {
        typeName: o.type.payload.name,
        refcnt: isImmortal(o) ? null : o.refcnt,
        bytes: ownBytes(rt, o) + headerBytes(rt, o),
        isTracked: o.gc !== null && o.gc.next !== null,
        generation: generations.get(o) ?? null,
        holders: [],
      };
      live.set(id, object);
      pending.push(o);
    }
    return object;
  };
  const hold = (o: PyObject, owner: Owner, slot: SlotName): void => {
    meet(o).holders.push(`${ownerKey(owner)} ${slotKey(slot)}`);
  };
  known.hands.visit((name, index, o) => hold(o, { kind: "native", name }, { kind: "item", index }));
  known.frames.visit((owner, slot, o, isCounted) => {
    if (isCounted) hold(o, owner, slot);
    else meet(o);
  });
  for (const o of known.alive.keys()) meet(o);
  for (let owner = pending.pop(); owner !== undefined; owner = pending.pop()) {
    if (seen.has(owner)) continue;
    seen.add(owner);
    const by = owner;
    // A dying object says what it lets go of, but need not empty the slot, since nobody can look any more.
    if (by.refcnt === 0) continue;
    walkSlots(by, (o: PyObject, slot: string, key: SlotKey) =>
      hold(o, { kind: "object", id: idOf(by) }, slotName(slot, key, idOf)),
    );
  }
  return live;
}
