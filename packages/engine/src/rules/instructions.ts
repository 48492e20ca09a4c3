/** Reading the instructions around the running one. */
import { type OpName, opNames } from "../compiler/opcodes.ts";
import type { Frame } from "../objects/object.ts";
import { firstRuledOp } from "../vm/ops/dispatch.ts";

export interface Place {
  readonly op: OpName;
  readonly arg: number;
}

/** The instruction `back` before the running one, by CPython's number even where a rule has taken it over. */
export function instructionBefore(frame: Frame, back: number): Place | null {
  const at = (frame.pc - back) * 2;
  if (at < 0) return null;
  const op = opNames[(frame.unit.ops[at] as number) % firstRuledOp];
  return op === undefined ? null : { op, arg: frame.unit.ops[at + 1] as number };
}

const stores: ReadonlySet<OpName> = new Set([
  "STORE_NAME",
  "STORE_GLOBAL",
  "STORE_FAST",
  "STORE_DEREF",
  "COPY",
]);

/** What put the value there that the running instruction stores; `a = b = x` leads to the load of x. */
export function sourceOfStore(frame: Frame): Place | null {
  for (let back = 1; ; back += 1) {
    const place = instructionBefore(frame, back);
    if (place === null || !stores.has(place.op)) return place;
  }
}
