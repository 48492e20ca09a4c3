/**
 * A trace: the program as steps, each with a source span and the events that happened in it.
 *
 * Objects are named by a serial number that is never reused (`#7`), so that an event can speak of a dead one. Every
 * snapshot can be rebuilt from the events alone: those of `start` make the heap the program begins with, and each write
 * to a slot after that is an event.
 */
import type { SourceRange } from "../parser/diagnostics.ts";

/** Serial number of an object, from 1 in order of first appearance in the trace. */
export type ObjectId = number;
/** Serial number of an activation. */
export type FrameId = number;

/** Who owns a slot. */
export type Owner =
  | { readonly kind: "object"; readonly id: ObjectId }
  | { readonly kind: "frame"; readonly id: FrameId }
  /** A C variable of the interpreter or of a built-in function, e.g. `sorted`. */
  | { readonly kind: "native"; readonly name: string };

/**
 * Which slot of the owner. `name` for variables, attributes, dict keys that are strings; `index` for items and stack
 * positions; `part` for the fixed references of a built-in type (`__closure__`, `type`, `callback` …).
 */
export type SlotName =
  | { readonly kind: "local" | "global" | "attribute"; readonly name: string }
  | { readonly kind: "key" | "value"; readonly text: string }
  | { readonly kind: "item" | "stack" | "slot"; readonly index: number }
  | { readonly kind: "part"; readonly name: string };

export type TraceEvent =
  | {
      readonly type: "slot-write";
      readonly owner: Owner;
      readonly slot: SlotName;
      readonly old: ObjectId | null;
      readonly next: ObjectId | null;
      /** False: a borrowed slot of the evaluation stack or of a local (3.14+), which is not counted. */
      readonly isCounted: boolean;
    }
  | {
      readonly type: "alloc";
      readonly object: ObjectId;
      readonly typeName: string;
      readonly bytes: number;
      readonly address: number;
      /** The value of a number, string or the like, as repr shows it, shortened; null for everything that refers. */
      readonly text: string | null;
      readonly isImmortal: boolean;
      /** False: it was there before the program began, or is made as if it had been. */
      readonly isNew: boolean;
      /** References that start-up holds where nobody can look: to 3.11 the shared objects have thousands of them. */
      readonly heldByStartUp: number;
    }
  | {
      readonly type: "resize";
      readonly object: ObjectId;
      readonly oldBytes: number;
      readonly newBytes: number;
    }
  | { readonly type: "dealloc" | "immortalize"; readonly object: ObjectId }
  /** The object has another class from now on. */
  | { readonly type: "retype"; readonly object: ObjectId; readonly typeName: string }
  | { readonly type: "weakref-create" | "weakref-clear"; readonly ref: ObjectId; readonly referent: ObjectId }
  | { readonly type: "finalize" | "resurrect" | "untrack"; readonly object: ObjectId }
  | { readonly type: "track"; readonly object: ObjectId; readonly generation: number }
  /** null: gc.freeze() has put it where no collection looks. */
  | { readonly type: "promote"; readonly object: ObjectId; readonly generation: number | null }
  | { readonly type: "gc-start"; readonly generation: number; readonly isAutomatic: boolean }
  | {
      readonly type: "gc-end";
      readonly generation: number;
      readonly collected: number;
      readonly uncollectable: number;
    }
  | { readonly type: "pool-take"; readonly pool: number; readonly sizeClass: number }
  | { readonly type: "pool-give"; readonly pool: number }
  | { readonly type: "arena-take" | "arena-give"; readonly arena: number }
  | { readonly type: "open" | "close"; readonly object: ObjectId; readonly name: string }
  | { readonly type: "print"; readonly text: string }
  | { readonly type: "raise"; readonly object: ObjectId; readonly typeName: string }
  | {
      readonly type: "frame-push";
      readonly frame: FrameId;
      readonly name: string;
      readonly back: FrameId | null;
      readonly globals: ObjectId;
    }
  | { readonly type: "frame-pop"; readonly frame: FrameId }
  /** sys.getrefcount looked at the object and answered this. */
  | { readonly type: "refcount-asked"; readonly object: ObjectId; readonly count: number };

/**
 * One execution of one source line in one frame. The steps of a function that the line calls lie between its begin and
 * its end.
 */
export interface Step {
  readonly index: number;
  readonly frame: FrameId;
  readonly frameName: string;
  readonly range: SourceRange;
  /** The how-manieth step that begins on this line, over the whole run, from 1. */
  readonly occurrence: number;
  /** Positions in the trace's events: the first event of the step, and one past the last. */
  readonly begin: number;
  readonly end: number;
}

export interface Trace {
  /** The heap when the program begins, as the events that would have made it: what there is, and who holds it. */
  readonly start: readonly TraceEvent[];
  readonly events: readonly TraceEvent[];
  /** In order of their begin. */
  readonly steps: readonly Step[];
  /** True when the recorder stopped because a limit of the trace was reached; the run itself went on. */
  readonly isTruncated: boolean;
}

/** (line, k-th execution, before or after): where a question points. */
export interface Place {
  readonly line: number;
  /** From 1. */
  readonly occurrence: number;
  readonly when: "before" | "after";
}
