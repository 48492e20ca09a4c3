/**
 * The heap when the program begins, as events. Most traces are never asked about it, so what a walk has found is kept as it
 * is until somebody looks.
 */
import { isImmortal } from "../memory/refcount.ts";
import type { PyObject, Runtime, SlotKey } from "../objects/object.ts";
import type { ObjectId, TraceEvent } from "./event.ts";
import { slotName } from "./slot-name.ts";
import { walkHeap } from "./start-heap.ts";
import { atomText } from "./text.ts";

interface Found {
  readonly o: PyObject;
  readonly id: ObjectId;
  readonly typeName: string;
  /** null: immortal. */
  readonly refcnt: number | null;
  readonly bytes: number;
}

interface Reference {
  /** null: native code, under the name `holder` at the place `key`. */
  readonly owner: PyObject | null;
  readonly holder: string;
  readonly key: SlotKey;
  readonly o: PyObject;
}

/** What the recorder knows about objects. */
export interface Register {
  /** A number for an object that was there before. */
  known(o: PyObject): ObjectId;
  sizeOf(o: PyObject): number;
  /** The place of a reference that native code holds. */
  hold(holder: string, o: PyObject): number;
}

export class StartEvents {
  private readonly objects: Found[] = [];
  private readonly references: Reference[] = [];
  private readonly ids = new Map<PyObject, ObjectId>();
  private events: readonly TraceEvent[] | null = null;
  /** What the collector tracks. */
  readonly generations = new Map<PyObject, number | null>();

  /** @param own references that whoever runs the program holds, by holder */
  constructor(rt: Runtime, register: Register, own: ReadonlyMap<string, PyObject>) {
    const root = (o: PyObject, holder: string): void => {
      this.references.push({ owner: null, holder, key: register.hold(holder, o), o });
    };
    walkHeap(rt, {
      meet: (o) => {
        const id = register.known(o);
        this.ids.set(o, id);
        const refcnt = isImmortal(o) ? null : o.refcnt;
        this.objects.push({ o, id, typeName: o.type.payload.name, refcnt, bytes: register.sizeOf(o) });
      },
      root,
      edge: (owner, holder, key, o) => this.references.push({ owner, holder, key, o }),
      tracked: (o, generation) => this.generations.set(o, generation),
    });
    for (const [holder, o] of own) root(o, holder);
  }

  get(): readonly TraceEvent[] {
    this.events ??= this.make();
    return this.events;
  }

  /** Every object before who holds it. */
  private make(): TraceEvent[] {
    const slots = new Map<PyObject, number>();
    for (const { o } of this.references) slots.set(o, (slots.get(o) ?? 0) + 1);
    const allocs = this.objects.map((found): TraceEvent => {
      const { o, id, typeName, refcnt, bytes } = found;
      // Counts that no slot explains are start-up's.
      const heldByStartUp = refcnt === null ? 0 : refcnt - (slots.get(o) ?? 0);
      return {
        type: "alloc",
        object: id,
        typeName,
        bytes,
        address: o.block * 16,
        text: atomText(o),
        isImmortal: refcnt === null,
        isNew: false,
        heldByStartUp,
      };
    });
    const writes = this.references.map((reference) => this.write(reference));
    const tracks = [...this.generations].flatMap(([o, generation]): TraceEvent[] => {
      const object = this.idOf(o);
      const track: TraceEvent = { type: "track", object, generation: generation ?? 2 };
      return generation === null ? [track, { type: "promote", object, generation }] : [track];
    });
    return [...allocs, ...writes, ...tracks];
  }

  private write({ owner, holder, key, o }: Reference): TraceEvent {
    return {
      type: "slot-write",
      owner: owner === null ? { kind: "native", name: holder } : { kind: "object", id: this.idOf(owner) },
      slot:
        owner === null && typeof key === "number"
          ? { kind: "item", index: key }
          : slotName(holder, key, (each) => this.idOf(each)),
      old: null,
      next: this.idOf(o),
      isCounted: true,
    };
  }

  private idOf(o: PyObject): ObjectId {
    const id = this.ids.get(o);
    if (id === undefined) throw new Error("an object the walk has not met");
    return id;
  }
}
