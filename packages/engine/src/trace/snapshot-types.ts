/** The heap at one moment, as data: what pictures are drawn from and questions are asked of. */
import type { FrameId, ObjectId, Owner, SlotName } from "./event.ts";

export interface Edge {
  readonly owner: Owner;
  readonly slot: SlotName;
  readonly target: ObjectId;
  readonly isCounted: boolean;
  /** Line and step at which this reference was made. */
  readonly line: number;
  readonly step: number;
  /** Position in order of arrival over the whole trace. */
  readonly order: number;
}

export interface ObjectRecord {
  readonly id: ObjectId;
  readonly typeName: string;
  /** The count CPython keeps in the object; null for an immortal one. */
  readonly refcnt: number | null;
  /** How many of them are start-up's and lie in no slot. */
  readonly heldByStartUp: number;
  readonly bytes: number;
  readonly address: number;
  readonly bornAtStep: number;
  readonly bornAtLine: number;
  readonly isTracked: boolean;
  readonly generation: number | null;
  /** Short `repr`-like text made without running Python code: "[1, 2]", "'a'", "<Node>". */
  readonly text: string;
  /** True for what the program made (classes, functions, instances, containers …), false for built-ins. */
  readonly isUsers: boolean;
}

export interface FrameRecord {
  readonly id: FrameId;
  readonly name: string;
  readonly line: number;
  readonly back: FrameId | null;
}

export interface WeakEdge {
  readonly ref: ObjectId;
  readonly target: ObjectId | null;
}

export interface Snapshot {
  readonly step: number;
  readonly line: number;
  readonly frames: readonly FrameRecord[];
  readonly objects: ReadonlyMap<ObjectId, ObjectRecord>;
  /** In order of arrival. */
  readonly edges: readonly Edge[];
  readonly weak: readonly WeakEdge[];
}

/** One line of "why is it 3?". */
export interface Holder {
  /** `name b`, `kids[1] of list #4`, `cell of inner`, `evaluation stack`, `frame of f`, `traceback of e`. */
  readonly text: string;
  readonly owner: Owner;
  readonly slot: SlotName;
  readonly line: number;
  readonly step: number;
  /** 1 for a slot. What start-up holds, which to 3.11 may be thousands of references, is one holder. */
  readonly times: number;
}

export interface Explanation {
  readonly object: ObjectId;
  readonly typeName: string;
  /** The counted holders, each as often as its `times`; null for an immortal object. */
  readonly count: number | null;
  readonly counted: readonly Holder[];
  /** Slots that do not count on this version ("not counted on 3.14"). */
  readonly borrowed: readonly Holder[];
  readonly weak: readonly Holder[];
}
