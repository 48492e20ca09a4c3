/**
 * Listens to a run as a recorder would, and checks the heap at each step: whenever a frame comes to another line.
 *
 * Between two instructions everything that is counted lies in a slot of a frame, in a container or with native code that
 * has declared it (`nativeHold`), also while native code deeper in the stack has called back into Python.
 */
import type { CodeUnit } from "../compiler/code.ts";
import type { Frame, PyObject, Recording, SlotKey } from "../objects/object.ts";
import type { Interpreter } from "../vm/runtime.ts";
import { HeapLedger, type Violation } from "./check-heap.ts";
import { Stress } from "./stress.ts";

export interface WatchOptions {
  /** Checks at most so many times. */
  readonly checks: number;
  /** Steps are instructions, not lines. */
  readonly everyInstruction?: boolean;
  /**
   * A place is checked every time it is reached up to this often, and after that at each doubling (all times without).
   * A wrong count stays wrong, so what is put off is not missed.
   */
  readonly perPlace?: number;
  /** Collects at every allocation. */
  readonly stress?: boolean;
}

export interface Finding extends Violation {
  readonly line: number;
  /** The engine's functions between the running Python frame and the one that called into native code. */
  readonly native: string;
}

export class Watcher implements Recording {
  readonly ledger: HeapLedger;
  readonly findings: Finding[] = [];
  checks = 0;
  private readonly stress: Stress | null;
  steps = 0;
  private readonly collectsInAllocation: boolean;
  /** Allocations under way in which a collection runs. */
  private allocations = 0;
  /** Collections under way: whether each is automatic. */
  private readonly collections: boolean[] = [];
  private readonly visits = new Map<CodeUnit, Uint32Array>();
  private readonly options: WatchOptions;
  private frame: Frame | null = null;
  private line = 0;

  constructor(rt: Interpreter, options: WatchOptions) {
    this.options = options;
    this.collectsInAllocation = !rt.profile.gcAtEvalBreaker;
    this.ledger = new HeapLedger(rt);
    rt.recorder = this;
    rt.heap.recorder = this;
    this.stress = options.stress === true ? new Stress(rt) : null;
  }

  instruction(frame: Frame): void {
    const line = frame.unit.positions[frame.pc]?.lineno ?? 0;
    const isSame = frame === this.frame && line === this.line;
    if (isSame && this.options.everyInstruction !== true) return;
    this.frame = frame;
    this.line = line;
    this.steps += 1;
    // To 3.11 a collection runs in the middle of an allocation: what is being made, and of what, is nobody's yet.
    if (this.allocations > 0) return;
    if (this.checks < this.options.checks && this.isDue(frame)) this.check(line);
  }

  private isDue({ unit, pc }: Frame): boolean {
    const { perPlace } = this.options;
    if (perPlace === undefined) return true;
    let times = this.visits.get(unit);
    if (times === undefined) {
      times = new Uint32Array(unit.positions.length);
      this.visits.set(unit, times);
    }
    const count = (times[pc] ?? 0) + 1;
    times[pc] = count;
    return count <= perPlace || (count & (count - 1)) === 0;
  }

  /** Checks now; the same difference at the same object is told once. */
  check(line: number): void {
    this.checks += 1;
    const violations = this.ledger.check();
    if (violations.length === 0) return;
    const native = nativeCallers();
    for (const violation of violations) this.findings.push({ ...violation, line, native });
  }

  alloc(o: PyObject, _bytes: number): void {
    this.ledger.born(o);
    if (this.stress !== null) this.stress.allocated();
  }

  dealloc(o: PyObject): void {
    this.ledger.freed(o);
  }

  nativeHold(holder: string, object: PyObject): void {
    const holders = this.ledger.held.get(object);
    if (holders === undefined) this.ledger.held.set(object, [holder]);
    else holders.push(holder);
  }

  nativeRelease(holder: string, object: PyObject): void {
    const { held } = this.ledger;
    const holders = held.get(object) ?? [];
    const at = holders.lastIndexOf(holder);
    if (at >= 0) holders.splice(at, 1);
    if (holders.length === 0) held.delete(object);
  }

  /** A dying object says what it lets go of; it need not empty the slot, since nobody can look any more. */
  slotWrite(owner: PyObject, slot: string, key: SlotKey, old: PyObject | null, next: PyObject | null): void {
    if (owner.refcnt === 0 && old !== null && next === null) this.ledger.emptied(owner, slot, key);
  }

  frameClear(frame: Frame): void {
    this.ledger.leaving.add(frame);
  }

  frameReleased(frame: Frame): void {
    this.ledger.leaving.delete(frame);
  }

  appear(): void {}

  forLibrary(): null {
    return null;
  }

  rootHold(): void {}
  rootRelease(): void {}
  resize(): void {}
  keysChange(): void {}
  immortalize(): void {}
  retype(): void {}
  weakrefCreate(): void {}
  weakrefClear(): void {}
  finalize(): void {}
  resurrect(): void {}
  track(): void {}
  untrack(): void {}
  promote(): void {}

  gcStart(_generation: number, isAutomatic: boolean): void {
    if (isAutomatic && this.collectsInAllocation) this.allocations += 1;
    this.collections.push(isAutomatic);
  }

  gcEnd(): void {
    if (this.collections.pop() === true && this.collectsInAllocation) this.allocations -= 1;
  }

  poolTake(): void {}
  poolGive(): void {}
  arenaTake(): void {}
  arenaGive(): void {}
  open(): void {}
  close(): void {}
  print(): void {}
  raise(): void {}
  refcountAsked(): void {}
  frameOutlives(): void {}

  framePush(frame: Frame): void {
    this.ledger.running.add(frame);
  }

  framePop(frame: Frame): void {
    this.ledger.running.delete(frame);
  }
}

/** From inside out, up to the evaluation loop that called; "" at the outermost level. */
function nativeCallers(): string {
  const stack = new Error().stack ?? "";
  const names = stack.split("\n").map((line) => /^ +at (?:new )?(?:Object\.)?(\S+)/.exec(line)?.[1] ?? "");
  const isLoop = (name: string): boolean => /^evalFrame\d*$/.test(name);
  const first = names.findIndex(isLoop);
  const second = names.findIndex((name, i) => i > first && isLoop(name));
  return first < 0 || second < 0 ? "" : names.slice(first + 1, second).join(" < ");
}
