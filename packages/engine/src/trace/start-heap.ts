/** Walks over what is there: the heap when the program begins, and the slots of one object. */
import type { Frame, GcHead, PyObject, Runtime, SlotKey } from "../objects/object.ts";

export interface Meeting {
  /** Each object once. */
  meet(o: PyObject): void;
  /** The interpreter itself holds it. */
  root(o: PyObject, holder: string): void;
  edge(owner: PyObject, slot: string, key: SlotKey, o: PyObject): void;
  /** The collector knows it; null: gc.freeze() has put it where no collection looks. */
  tracked(o: PyObject, generation: number | null): void;
}

/** From the runtime's roots over everything they lead to; each reference once. */
export function walkHeap(rt: Runtime, meeting: Meeting): void {
  const met = new Set<PyObject>();
  rt.visitRoots((o, owner, slot) => {
    met.add(o);
    meeting.root(o, rootName(owner, slot));
  });
  // A set's iteration reaches what is added on the way.
  for (const owner of met) {
    meeting.meet(owner);
    walkSlots(owner, (o, slot, key) => {
      met.add(o);
      meeting.edge(owner, slot, key, o);
    });
  }
  walkCollector(rt, (o, generation) => meeting.tracked(o, generation));
}

/** The interpreter's own are known by what they are. */
function rootName(owner: string, slot: string): string {
  return owner === "interpreter" ? slot : `${slot} of ${owner}`;
}

/** Everything the collector tracks, with its generation. */
export function walkCollector(rt: Runtime, see: (o: PyObject, generation: number | null) => void): void {
  const { generations, startUp, permanent } = rt.heap.gc;
  const ring = (head: GcHead, generation: number | null): void => {
    for (let at = head.next; at !== null && at !== head; at = at.next)
      if (at.object !== null) see(at.object, generation);
  };
  generations.forEach(({ head }, generation) => {
    ring(head, generation);
  });
  ring(startUp, 2);
  ring(permanent, null);
}

/** Every counted reference an object owns; what a frame object or a generator shows of its activation is not its own. */
export function walkSlots(owner: PyObject, see: (o: PyObject, slot: string, key: SlotKey) => void): void {
  const { traverse, holds } = owner.type.payload.slots;
  const activation = activationOf(owner);
  const visit = activation === null ? see : withoutActivation(activation, see);
  traverse?.(owner, visit);
  holds?.(owner, visit);
}

type See = (o: PyObject, slot: string, key: SlotKey) => void;

const ofActivation = new Set([
  "local",
  "stack",
  "f_func",
  "locals",
  "f_globals",
  "f_builtins",
  "f_code",
  "gi_code",
]);

function withoutActivation(activation: Frame, see: See): See {
  return (o, slot, key) => {
    // Up to 3.10 a generator has the code beside its frame.
    if (!ofActivation.has(slot) || (slot === "gi_code" && activation.ownsNamespaces)) see(o, slot, key);
  };
}

interface Activated {
  readonly activation?: Frame;
  readonly frame?: Frame | null;
  readonly closedFrame?: Frame | null;
}

const activated = new Set(["frame", "generator", "coroutine", "async_generator"]);

/** The activation a frame object or a generator stands for. */
export function activationOf(o: PyObject): Frame | null {
  if (!activated.has(o.type.payload.name)) return null;
  const { activation, frame, closedFrame } = o.payload as Activated;
  return activation ?? frame ?? closedFrame ?? null;
}
