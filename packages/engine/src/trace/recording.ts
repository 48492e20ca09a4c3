/** A finished recording: finds places, rebuilds the heap at them, answers questions. */
import type { ObjectId, Owner, Place, Step, Trace } from "./event.ts";
import { explain } from "./explain.ts";
import type { HeapState } from "./heap-state.ts";
import type { Recorded } from "./recorded.ts";
import { Replay } from "./replay.ts";
import type { Explanation, Holder, Snapshot } from "./snapshot-types.ts";

/** Answers questions about `trace`. Asking in order of time is cheap; going back replays from the start. */
export function recorded(trace: Trace): Recorded {
  return new Recording(trace);
}

/**
 * The heap before or after a step, from the events alone. It is the whole heap, start-up's objects too. To move through a
 * run step by step, ask one `recorded(trace)` instead, which goes on from where it was.
 */
export function rebuild(trace: Trace, step: number, when: "before" | "after"): Snapshot {
  return new Recording(trace).snapshot(step, when);
}

class Recording implements Recorded {
  readonly trace: Trace;
  /** Made when the heap is asked for; many traces are only read. */
  private replay: Replay | null = null;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  stepAt(place: Place): number | null {
    const step = this.trace.steps.find(
      (s) => s.range.lineno === place.line && s.occurrence === place.occurrence,
    );
    return step?.index ?? null;
  }

  snapshot(step: number, when: "before" | "after"): Snapshot {
    const state = this.stateAt(this.positionOf(step, when));
    return state.snapshot(this.replay?.when ?? { step: 0, line: 0 });
  }

  objectNamed(name: string, step: number, when: "before" | "after"): ObjectId | null {
    const state = this.stateAt(this.positionOf(step, when));
    const [head = "", ...path] = name.split(/(?=[.[])/);
    let id = this.variable(state, head, this.step(step));
    for (const part of path) {
      if (id === null) return null;
      id = part.startsWith(".") ? attribute(state, id, part.slice(1)) : item(state, id, part.slice(1, -1));
    }
    return id;
  }

  explain(object: ObjectId, step: number, when: "before" | "after"): Explanation | null {
    return explain(this.stateAt(this.positionOf(step, when)), object);
  }

  explainCall(step: number, call: number): Explanation | null {
    const { begin, end } = this.step(step);
    let left = call;
    for (let i = begin; i < end; i += 1) {
      const event = this.trace.events[i];
      if (event?.type !== "refcount-asked") continue;
      left -= 1;
      if (left === 0) return namingTheArgument(explain(this.stateAt(i), event.object));
    }
    return null;
  }

  bornAlive(from: number, to: number, at: number): readonly ObjectId[] {
    const begin = this.step(from).begin;
    const end = this.positionOf(to, "after");
    const born = new Set<ObjectId>();
    for (let i = begin; i < end; i += 1) {
      const event = this.trace.events[i];
      if (event?.type === "alloc" && event.isNew) born.add(event.object);
    }
    const state = this.stateAt(this.positionOf(at, "after"));
    return [...born].filter((id) => state.objects.has(id));
  }

  private step(index: number): Step {
    const step = this.trace.steps[index];
    if (step === undefined) throw new RangeError(`there is no step ${index}`);
    return step;
  }

  private positionOf(step: number, when: "before" | "after"): number {
    const { begin, end } = this.step(step);
    return when === "before" ? begin : end;
  }

  /** The heap after the first `position` events. */
  private stateAt(position: number): HeapState {
    if (this.replay === null || position < this.replay.state.position) this.replay = new Replay(this.trace);
    return this.replay.to(position);
  }

  private variable(state: HeapState, name: string, step: Step): ObjectId | null {
    const frame: Owner = { kind: "frame", id: step.frame };
    const local = state.target(frame, { kind: "local", name });
    if (local !== null) return throughCell(state, local);
    const record = state.frames.get(step.frame);
    const locals = state.target(frame, { kind: "part", name: "locals" });
    for (const dict of [locals, record?.globals ?? null]) {
      if (dict === null) continue;
      const found = state.target({ kind: "object", id: dict }, { kind: "value", text: `'${name}'` });
      if (found !== null) return found;
    }
    return null;
  }
}

/** While getrefcount looks, the topmost slot of the evaluation stack is the argument it was given. */
function namingTheArgument(explanation: Explanation | null): Explanation | null {
  if (explanation === null) return null;
  const depth = ({ slot }: Holder): number => (slot.kind === "stack" ? slot.index : -1);
  const top = Math.max(-1, ...[...explanation.counted, ...explanation.borrowed].map(depth));
  const name = (holder: Holder): Holder =>
    top >= 0 && depth(holder) === top ? { ...holder, text: "the call's own argument" } : holder;
  return { ...explanation, counted: explanation.counted.map(name), borrowed: explanation.borrowed.map(name) };
}

/** A variable that an inner function shares sits in a cell. */
function throughCell(state: HeapState, id: ObjectId): ObjectId {
  if (state.objects.get(id)?.typeName !== "cell") return id;
  return state.ownedBy({ kind: "object", id })[0]?.target ?? id;
}

function attribute(state: HeapState, id: ObjectId, name: string): ObjectId | null {
  const owner: Owner = { kind: "object", id };
  const direct = state.target(owner, { kind: "attribute", name: `'${name}'` });
  if (direct !== null) return direct;
  for (const edge of state.ownedBy(owner)) {
    if (edge.slot.kind !== "part" || !edge.slot.name.includes("dict")) continue;
    const found = state.target({ kind: "object", id: edge.target }, { kind: "value", text: `'${name}'` });
    if (found !== null) return found;
  }
  return null;
}

/** `key` as written between the brackets: an index or a literal key. */
function item(state: HeapState, id: ObjectId, key: string): ObjectId | null {
  const owner: Owner = { kind: "object", id };
  const text = key.startsWith('"') ? `'${key.slice(1, -1)}'` : key;
  const value = state.target(owner, { kind: "value", text });
  if (value !== null || !/^-?\d+$/.test(key)) return value;
  const index = Number(key);
  if (index >= 0) return state.target(owner, { kind: "item", index });
  const length = state.ownedBy(owner).filter((edge) => edge.slot.kind === "item").length;
  return state.target(owner, { kind: "item", index: length + index });
}
