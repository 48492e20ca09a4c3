/**
 * The heap rebuilt from events alone: apply them in order and it knows what is alive, who holds it and since when.
 */
import type { FrameId, ObjectId, Owner, SlotName, TraceEvent } from "./event.ts";
import { ownerKey, slotKey } from "./slot-key.ts";
import type { Edge, FrameRecord, ObjectRecord, Snapshot, WeakEdge } from "./snapshot-types.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Where in the program an event happened. */
export interface When {
  readonly step: number;
  readonly line: number;
}

/** Types whose objects the interpreter makes for itself while a program runs. */
const machineTypes = new Set([
  "builtin_function_or_method",
  "method_descriptor",
  "wrapper_descriptor",
  "method-wrapper",
  "getset_descriptor",
  "member_descriptor",
  "classmethod_descriptor",
  "code",
  "module",
]);

export class HeapState {
  readonly objects = new Map<ObjectId, Mutable<ObjectRecord>>();
  /** By owner, then by slot. */
  private readonly slots = new Map<string, Map<string, Edge>>();
  /** By target. */
  private readonly incoming = new Map<ObjectId, Set<Edge>>();
  /** Weak reference object → what it points to. */
  readonly weak = new Map<ObjectId, ObjectId | null>();
  /** Activations, also finished ones that still own something. */
  readonly frames = new Map<FrameId, Mutable<FrameRecord> & { globals: ObjectId; isRunning: boolean }>();
  /** How many events were applied. */
  position = 0;
  private order = 0;

  /** What there is before the first event. */
  begin(start: readonly TraceEvent[]): void {
    for (const event of start) this.apply(event, { step: 0, line: 0 });
    this.position = 0;
  }

  apply(event: TraceEvent, at: When): void {
    this.position += 1;
    switch (event.type) {
      case "slot-write":
        this.write(event.owner, event.slot, event.next, event.isCounted, at);
        break;
      case "alloc":
        this.objects.set(event.object, newRecord(event, at));
        break;
      case "dealloc":
        this.forget(event.object);
        break;
      case "retype":
        this.update(event.object, { typeName: event.typeName });
        break;
      case "immortalize":
        this.update(event.object, { refcnt: null });
        break;
      case "track":
        this.update(event.object, { isTracked: true, generation: event.generation });
        break;
      case "untrack":
        this.update(event.object, { isTracked: false, generation: null });
        break;
      case "promote":
        this.update(event.object, { generation: event.generation });
        break;
      case "resize": {
        const bytes = this.objects.get(event.object)?.bytes ?? 0;
        this.update(event.object, { bytes: bytes + event.newBytes - event.oldBytes });
        break;
      }
      case "weakref-create":
        this.weak.set(event.ref, event.referent);
        break;
      case "weakref-clear":
        this.weak.set(event.ref, null);
        break;
      case "frame-push":
        this.frames.set(event.frame, {
          id: event.frame,
          name: event.name,
          line: at.line,
          back: event.back,
          globals: event.globals,
          isRunning: true,
        });
        break;
      case "frame-pop": {
        const frame = this.frames.get(event.frame);
        if (frame !== undefined) frame.isRunning = false;
        break;
      }
    }
  }

  /** References to an object, in order of arrival. */
  edgesTo(id: ObjectId): readonly Edge[] {
    return [...(this.incoming.get(id) ?? [])];
  }

  /** All references, in order of arrival. */
  edges(): Edge[] {
    const all: Edge[] = [];
    for (const owned of this.slots.values()) for (const edge of owned.values()) all.push(edge);
    return all.sort((a, b) => a.order - b.order);
  }

  /** What the slot refers to, or null. */
  target(owner: Owner, slot: SlotName): ObjectId | null {
    return this.slots.get(ownerKey(owner))?.get(slotKey(slot))?.target ?? null;
  }

  /** The references an object or frame owns. */
  ownedBy(owner: Owner): readonly Edge[] {
    return [...(this.slots.get(ownerKey(owner))?.values() ?? [])];
  }

  setLine(frame: FrameId, line: number): void {
    const record = this.frames.get(frame);
    if (record !== undefined) record.line = line;
  }

  snapshot(at: When): Snapshot {
    const counts = new Map<ObjectId, number>();
    const edges = this.edges();
    for (const edge of edges) if (edge.isCounted) counts.set(edge.target, (counts.get(edge.target) ?? 0) + 1);
    const objects = new Map<ObjectId, ObjectRecord>();
    for (const [id, record] of this.objects) {
      const refcnt = record.refcnt === null ? null : record.heldByStartUp + (counts.get(id) ?? 0);
      objects.set(id, { ...record, refcnt });
    }
    const weak: WeakEdge[] = [...this.weak].map(([ref, target]) => ({ ref, target }));
    const running = [...this.frames.values()].filter((frame) => frame.isRunning);
    return {
      step: at.step,
      line: at.line,
      frames: running.map(({ id, name, line, back }) => ({ id, name, line, back })),
      objects,
      edges,
      weak,
    };
  }

  private write(owner: Owner, slot: SlotName, next: ObjectId | null, isCounted: boolean, at: When): void {
    const who = ownerKey(owner);
    const where = slotKey(slot);
    const owned = this.slots.get(who);
    const before = owned?.get(where);
    if (before !== undefined) this.incoming.get(before.target)?.delete(before);
    if (next === null) {
      owned?.delete(where);
      return;
    }
    this.order += 1;
    const edge = { owner, slot, target: next, isCounted, line: at.line, step: at.step, order: this.order };
    if (owned === undefined) this.slots.set(who, new Map([[where, edge]]));
    else owned.set(where, edge);
    const incoming = this.incoming.get(next);
    if (incoming === undefined) this.incoming.set(next, new Set([edge]));
    else incoming.add(edge);
  }

  /** A dead object owns nothing any more. */
  private forget(id: ObjectId): void {
    this.objects.delete(id);
    this.weak.delete(id);
    const who = ownerKey({ kind: "object", id });
    for (const edge of this.slots.get(who)?.values() ?? []) this.incoming.get(edge.target)?.delete(edge);
    this.slots.delete(who);
    if (this.incoming.get(id)?.size === 0) this.incoming.delete(id);
  }

  private update(id: ObjectId, change: Partial<Mutable<ObjectRecord>>): void {
    const record = this.objects.get(id);
    if (record !== undefined) Object.assign(record, change);
  }
}

function newRecord(event: TraceEvent & { type: "alloc" }, at: When): Mutable<ObjectRecord> {
  return {
    id: event.object,
    typeName: event.typeName,
    refcnt: event.isImmortal ? null : 0,
    bytes: event.bytes,
    address: event.address,
    bornAtStep: at.step,
    bornAtLine: at.line,
    isTracked: false,
    generation: null,
    text: event.text ?? `<${event.typeName}>`,
    heldByStartUp: event.heldByStartUp,
    isUsers: event.isNew && !machineTypes.has(event.typeName),
  };
}
