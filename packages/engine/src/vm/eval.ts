/**
 * The evaluation loop: dispatch, calls between Python functions without recursion, unwinding.   [mirrors Python/ceval.c]
 *
 * The case labels are the numbers of opcodes.ts, written out so that the JS engine makes a jump table of them; a unit test
 * keeps them equal. What takes more than a few lines is in ops/. `sp`, `slots`, `borrowed` and `ops` are the current
 * frame's, kept in local variables; whatever may look at the frame finds its `sp` and `pc` up to date.
 */
import { Op } from "../compiler/opcodes.ts";
import { decref, incref, newRef } from "../memory/refcount.ts";
import { isTrue } from "../objects/abstract.ts";
import type { PyCell } from "../objects/function-object.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";
import { afterNative, skipsBreaker } from "./breaker.ts";
import { popFrame, pushFrame } from "./call.ts";
import { closeSlot, ExecutionFrame, replaceSlot, retire } from "./frame.ts";
import { leaveFrame } from "./leave.ts";
import { binary, compare, storeSubscript, subscript } from "./ops/arithmetic.ts";
import { loadAttr, loadMethod, storeAttr } from "./ops/attributes.ts";
import {
  type CallOutcome,
  callNative,
  callWithKeywords,
  callWithUnpacking,
  enterFunction,
  enterMethod,
  expandMethod,
  releaseFrom,
} from "./ops/calls.ts";
import { familyOps } from "./ops/dispatch.ts";
import { raiseVarargs, reraise, reraiseTriple } from "./ops/exceptions.ts";
import { endAsyncFor, makeGenerator, send } from "./ops/generators.ts";
import { nextItem } from "./ops/iteration.ts";
import { loadGlobal, loadName, storeDeref, storeName, unboundCell, unboundLocal } from "./ops/names.ts";
import { quickCompare, quickInt } from "./ops/quick-int.ts";
import { enterHandler, noteFrame } from "./unwind.ts";

/** Instructions between two charges. */
const batch = 256;

/** Runs `entry`, which is the thread's current frame, until it returns, yields or fails. */
export function evalFrame(rt: Runtime, entry: Frame): PyObject | null {
  const recorder = rt.recorder;
  // Instructions that mostly follow another one, which then does their work at once. A recorder is shown every instruction,
  // so while there is one nothing is predicted. [PREDICT in ceval.c, to 3.11; the super-instructions of later versions]
  const predictedLoad = recorder === null ? Op.LOAD_FAST : -1;
  const predictedStore = recorder === null ? Op.STORE_FAST : -1;
  const predictedJump = recorder === null ? Op.POP_JUMP_IF_FALSE : -1;
  const predictedLoop = recorder === null ? Op.POP_JUMP_IF_TRUE : -1;
  const functionType = rt.types.function;
  const methodType = rt.types.method;
  const argumentsMove = rt.profile.argumentsMove;
  const hasBreaker = rt.profile.gcAtEvalBreaker;
  // Which of two operands is released first: 0 the left one, 1 the right one.
  const binaryFirst = rt.profile.binaryReleasesRightFirst ? 1 : 0;
  const comparedFirst = rt.profile.comparisonReleasesRightFirst ? 1 : 0;
  const trueObject = rt.true;
  const falseObject = rt.false;
  const thread = rt.thread;
  let budget = batch;
  let frame = entry;
  let ops = frame.unit.ops;
  let consts = frame.code.payload.consts;
  let slots = frame.slots;
  let borrowed = frame.borrowed;
  let sp = frame.sp;
  let pc = frame.pc + 1;
  /** An exception goes on that is in the traceback already. */
  let isTraced = false;
  /** Set by a call: the frame to go on with. */
  let callee: CallOutcome = null;
  let isFailing = thread.exception !== null;

  for (;;) {
    run: while (!isFailing) {
      frame.pc = pc;
      const op = ops[pc << 1] as number;
      let arg = ops[(pc << 1) | 1] as number;
      pc += 1;
      if (recorder !== null) {
        frame.sp = sp;
        recorder.instruction(frame);
      }
      switch (op) {
        case /* NOP */ 0:
          continue;
        case /* POP_TOP */ 1:
        case /* END_FOR */ 78:
        case /* POP_ITER */ 79: {
          sp -= 1;
          const o = slots[sp] as PyObject | null;
          slots[sp] = null;
          if (o === null) continue;
          if (borrowed[sp] !== 0) {
            borrowed[sp] = 0;
            continue;
          }
          frame.sp = sp;
          decref(rt, o);
          continue;
        }
        case /* PUSH_NULL */ 2:
          sp += 1;
          continue;
        case /* COPY */ 3: {
          const from = sp - arg;
          const o = slots[from] as PyObject;
          slots[sp] = o;
          if (borrowed[from] !== 0) borrowed[sp] = 1;
          else if (o !== null) incref(o);
          sp += 1;
          continue;
        }
        case /* SWAP */ 4: {
          const other = sp - arg;
          const top = sp - 1;
          const o = slots[other] as PyObject | null;
          slots[other] = slots[top] as PyObject | null;
          slots[top] = o;
          const mark = borrowed[other] as number;
          if (mark !== borrowed[top]) {
            borrowed[other] = borrowed[top] as number;
            borrowed[top] = mark;
          }
          continue;
        }
        case /* LOAD_CONST */ 5: {
          const o = consts[arg] as PyObject;
          incref(o);
          slots[sp] = o;
          sp += 1;
          continue;
        }
        case /* LOAD_SMALL_INT */ 6:
          slots[sp] = rt.newInt(arg);
          sp += 1;
          continue;
        case /* LOAD_FAST */ 7:
        case /* LOAD_FAST_CHECK */ 9:
          for (;;) {
            const o = slots[arg] as PyObject | null;
            if (o === null) {
              unboundLocal(rt, frame, arg);
              break run;
            }
            slots[sp] = o;
            if (borrowed[arg] !== 0) borrowed[sp] = 1;
            else incref(o);
            sp += 1;
            if (ops[pc << 1] !== predictedLoad) break;
            arg = ops[(pc << 1) | 1] as number;
            frame.pc = pc;
            pc += 1;
          }
          continue;
        case /* LOAD_FAST_BORROW */ 8:
          slots[sp] = slots[arg] as PyObject;
          borrowed[sp] = 1;
          sp += 1;
          continue;
        case /* STORE_FAST */ 11: {
          sp -= 1;
          const o = slots[sp] as PyObject;
          slots[sp] = null;
          const old = slots[arg] as PyObject | null;
          slots[arg] = o;
          const wasBorrowed = borrowed[arg] as number;
          if (borrowed[sp] !== wasBorrowed) {
            borrowed[arg] = borrowed[sp] as number;
            borrowed[sp] = 0;
          } else if (wasBorrowed !== 0) borrowed[sp] = 0;
          if (old !== null && wasBorrowed === 0) {
            frame.sp = sp;
            decref(rt, old);
          }
          continue;
        }
        case /* LOAD_NAME */ 14: {
          frame.sp = sp;
          const o = loadName(rt, frame, arg);
          if (o === null) break run;
          slots[sp] = o;
          sp += 1;
          continue;
        }
        case /* LOAD_GLOBAL */ 17: {
          frame.sp = sp;
          const o = loadGlobal(rt, frame, arg);
          if (o === null) break run;
          slots[sp] = o;
          sp += 1;
          continue;
        }
        case /* STORE_NAME */ 15: {
          frame.sp = sp;
          const done = storeName(rt, frame, arg);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* LOAD_DEREF */ 20: {
          const o = (slots[arg] as PyCell).payload.value;
          if (o === null) {
            unboundCell(rt, frame, arg);
            break run;
          }
          incref(o);
          slots[sp] = o;
          sp += 1;
          continue;
        }
        case /* STORE_DEREF */ 21:
          frame.sp = sp;
          storeDeref(rt, frame, arg);
          sp = frame.sp;
          continue;
        case /* LOAD_ATTR */ 30: {
          frame.sp = sp;
          const at = sp - 1;
          const value = loadAttr(rt, frame, slots[at] as PyObject, arg);
          if (value === null) break run;
          replaceSlot(rt, frame, at, value);
          continue;
        }
        case /* LOAD_METHOD */ 31: {
          frame.sp = sp;
          const done = loadMethod(rt, frame, arg);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* STORE_ATTR */ 32: {
          frame.sp = sp;
          const done = storeAttr(rt, frame, arg);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* BINARY_OP */ 36: {
          const quick = quickInt(rt, arg, slots[sp - 2] as PyObject, slots[sp - 1] as PyObject);
          if (quick !== null) {
            sp -= 2;
            dropOperands(rt, slots, borrowed, sp + binaryFirst, sp + 1 - binaryFirst);
            if (ops[pc << 1] === predictedStore) {
              arg = ops[(pc << 1) | 1] as number;
              frame.pc = pc;
              pc += 1;
              storeLocal(rt, frame, arg, sp, quick);
              continue;
            }
            slots[sp] = quick;
            sp += 1;
            continue;
          }
          frame.sp = sp;
          const done = binary(rt, frame, arg);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* COMPARE_OP */ 46: {
          const holds = quickCompare(rt, arg, slots[sp - 2] as PyObject, slots[sp - 1] as PyObject);
          if (holds !== null) {
            sp -= 2;
            dropOperands(rt, slots, borrowed, sp + comparedFirst, sp + 1 - comparedFirst);
            const next = ops[pc << 1];
            if (next === predictedJump || next === predictedLoop) {
              if (holds === (next === predictedJump)) {
                pc += 1;
                continue;
              }
              const target = ops[(pc << 1) | 1] as number;
              if (target > pc) {
                pc = target;
                continue;
              }
              if (budget > pc - target && !(hasBreaker && thread.gcScheduled)) {
                budget -= pc + 1 - target;
                pc = target;
                continue;
              }
            }
            const result = holds ? trueObject : falseObject;
            incref(result);
            slots[sp] = result;
            sp += 1;
            continue;
          }
          frame.sp = sp;
          const done = compare(rt, frame, arg);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* BINARY_SUBSCR */ 37: {
          frame.sp = sp;
          const done = subscript(rt, frame);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* STORE_SUBSCR */ 38: {
          frame.sp = sp;
          const done = storeSubscript(rt, frame);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
        case /* IS_OP */ 47: {
          const right = slots[sp - 1] as PyObject;
          const left = slots[sp - 2] as PyObject;
          const result = newRef((left === right) !== (arg === 1) ? trueObject : falseObject);
          frame.sp = sp;
          closeSlot(rt, frame, sp - 2);
          closeSlot(rt, frame, sp - 1);
          sp -= 1;
          slots[sp - 1] = result;
          continue;
        }
        case /* JUMP */ 68:
        case /* JUMP_NO_INTERRUPT */ 69: {
          if (arg < pc) {
            budget -= pc - arg;
            if (budget < 0) {
              rt.charge(batch - budget, 0);
              budget = batch;
            }
            if (hasBreaker && thread.gcScheduled) {
              frame.sp = sp;
              afterNative(rt);
            }
          }
          pc = arg;
          continue;
        }
        case /* POP_JUMP_IF_FALSE */ 70:
        case /* POP_JUMP_IF_TRUE */ 71: {
          const o = slots[sp - 1] as PyObject;
          let isBack = false;
          let truth: boolean | null = o === trueObject ? true : o === falseObject ? false : null;
          if (truth === null) {
            frame.sp = sp;
            truth = isTrue(rt, o);
            if (truth === null) break run;
          }
          sp -= 1;
          slots[sp] = null;
          if (truth === (op === /* POP_JUMP_IF_TRUE */ 71)) {
            if (arg < pc) {
              budget -= pc - arg;
              if (budget < 0) {
                rt.charge(batch - budget, 0);
                budget = batch;
              }
              isBack = hasBreaker && thread.gcScheduled;
            }
            pc = arg;
          }
          if (borrowed[sp] !== 0) borrowed[sp] = 0;
          else {
            frame.sp = sp;
            decref(rt, o);
          }
          if (isBack) {
            frame.sp = sp;
            afterNative(rt);
          }
          continue;
        }
        case /* POP_JUMP_IF_NONE */ 72:
        case /* POP_JUMP_IF_NOT_NONE */ 73: {
          sp -= 1;
          const isNone = slots[sp] === rt.none;
          frame.sp = sp;
          closeSlot(rt, frame, sp);
          if (isNone !== (op === /* POP_JUMP_IF_NONE */ 72)) continue;
          if (arg < pc) {
            budget -= pc - arg;
            if (budget < 0) {
              rt.charge(batch - budget, 0);
              budget = batch;
            }
            if (hasBreaker && thread.gcScheduled) afterNative(rt);
          }
          pc = arg;
          continue;
        }
        case /* JUMP_IF_FALSE_OR_POP */ 74:
        case /* JUMP_IF_TRUE_OR_POP */ 75: {
          frame.sp = sp;
          const truth = isTrue(rt, slots[sp - 1] as PyObject);
          if (truth === null) break run;
          if (truth === (op === /* JUMP_IF_TRUE_OR_POP */ 75)) {
            pc = arg;
            continue;
          }
          sp -= 1;
          frame.sp = sp;
          closeSlot(rt, frame, sp);
          continue;
        }
        case /* FOR_ITER */ 77: {
          frame.sp = sp;
          const item = nextItem(rt, slots[sp - 1] as PyObject);
          if (item === null) {
            if (thread.exception !== null) break run;
            sp += 1;
            pc = arg;
            continue;
          }
          if (ops[pc << 1] === predictedStore) {
            arg = ops[(pc << 1) | 1] as number;
            frame.pc = pc;
            pc += 1;
            storeLocal(rt, frame, arg, sp, item);
            continue;
          }
          slots[sp] = item;
          sp += 1;
          continue;
        }
        case /* CALL */ 108: {
          const base = sp - arg - 2;
          let callable = slots[base] as PyObject;
          frame.sp = sp;
          if (callable.type === methodType && slots[base + 1] === null) {
            if (argumentsMove) {
              expandMethod(rt, frame, base);
              callable = slots[base] as PyObject;
            } else if ((callable as PyObject<{ func: PyObject }>).payload.func.type === functionType) {
              callee = enterMethod(rt, frame, base, arg, null);
              if (callee === null) break run;
              break;
            }
          }
          if (callable.type === functionType) {
            callee = enterFunction(rt, frame, base, arg, null);
            if (callee === null) break run;
            break;
          }
          const result = callNative(rt, frame, base, arg, null);
          sp = frame.sp;
          if (result === null) break run;
          slots[sp] = result;
          sp += 1;
          if (hasBreaker && thread.gcScheduled && !skipsBreaker(rt, frame, callable, arg)) {
            frame.sp = sp;
            afterNative(rt);
          }
          continue;
        }
        case /* CALL_KW */ 109:
          frame.sp = sp;
          callee = callWithKeywords(rt, frame, arg);
          sp = frame.sp;
          if (callee === null) break run;
          break;
        case /* CALL_FUNCTION_EX */ 110:
          frame.sp = sp;
          callee = callWithUnpacking(rt, frame, arg !== 0);
          sp = frame.sp;
          if (callee === null) break run;
          break;
        case /* RESUME */ 127:
          if (hasBreaker && thread.gcScheduled) {
            frame.sp = sp;
            afterNative(rt);
          }
          continue;
        case /* RETURN_VALUE */ 85: {
          sp -= 1;
          const value = slots[sp] as PyObject;
          slots[sp] = null;
          if (borrowed[sp] !== 0) {
            borrowed[sp] = 0;
            incref(value);
          }
          frame.sp = sp;
          popFrame(rt, frame);
          const back = frame.back;
          const isEntry = frame.isEntry;
          if (recorder !== null) {
            recorder.nativeHold("value being returned", value);
            leaveFrame(rt, frame);
            recorder.nativeRelease("value being returned", value);
          } else if (frame.object === null && frame.generator === null) retire(rt, frame);
          else leaveFrame(rt, frame);
          if (isEntry || back === null) {
            rt.charge(batch - budget + 1, 0);
            return value;
          }
          frame = back;
          ops = frame.unit.ops;
          consts = frame.code.payload.consts;
          slots = frame.slots;
          borrowed = frame.borrowed;
          pc = frame.pc + 1;
          if (!argumentsMove || frame.sp > frame.callBase) {
            if (recorder !== null) recorder.nativeHold("value being returned", value);
            releaseFrom(rt, frame, frame.callBase);
            if (recorder !== null) recorder.nativeRelease("value being returned", value);
          }
          sp = frame.sp;
          slots[sp] = value;
          sp += 1;
          continue;
        }
        case /* RETURN_GENERATOR */ 84: {
          frame.sp = sp;
          const generator = makeGenerator(rt, frame);
          popFrame(rt, frame);
          const back = frame.back;
          frame.back = null;
          if (frame.isEntry || back === null) return generator;
          frame = back;
          ops = frame.unit.ops;
          consts = frame.code.payload.consts;
          slots = frame.slots;
          borrowed = frame.borrowed;
          pc = frame.pc + 1;
          releaseFrom(rt, frame, frame.callBase);
          sp = frame.sp;
          slots[sp] = generator;
          sp += 1;
          continue;
        }
        case /* YIELD_VALUE */ 83: {
          sp -= 1;
          const value = slots[sp] as PyObject;
          slots[sp] = null;
          if (borrowed[sp] !== 0) {
            borrowed[sp] = 0;
            incref(value);
          }
          frame.sp = sp;
          popFrame(rt, frame);
          frame.back = null;
          rt.charge(batch - budget + 1, 0);
          return value;
        }
        case /* SEND */ 81: {
          frame.sp = sp;
          const isOver = send(rt, frame);
          sp = frame.sp;
          if (isOver === null) break run;
          if (isOver) pc = arg;
          continue;
        }
        case /* END_ASYNC_FOR */ 126: {
          frame.sp = sp;
          const done = endAsyncFor(rt, frame);
          sp = frame.sp;
          if (!done) {
            isTraced = true;
            break run;
          }
          continue;
        }
        case /* RAISE_VARARGS */ 96:
          frame.sp = sp;
          isTraced = raiseVarargs(rt, frame, arg);
          sp = frame.sp;
          break run;
        case /* RERAISE */ 94:
          frame.sp = sp;
          reraise(rt, frame);
          sp = frame.sp;
          isTraced = true;
          break run;
        case /* RERAISE_TRIPLE */ 95:
          frame.sp = sp;
          reraiseTriple(rt, frame);
          sp = frame.sp;
          isTraced = true;
          break run;
        default: {
          frame.sp = sp;
          const done = (familyOps[op] as (typeof familyOps)[number])(rt, frame, arg);
          sp = frame.sp;
          if (!done) break run;
          continue;
        }
      }
      // A call: either a native one has its result, or a Python frame is ready.
      if (!(callee instanceof ExecutionFrame)) {
        slots[sp] = callee;
        sp += 1;
        callee = null;
        continue;
      }
      const next: ExecutionFrame = callee;
      callee = null;
      if (!pushFrame(rt, next)) {
        const failure = thread.exception;
        thread.exception = null;
        leaveFrame(rt, next);
        thread.exception = failure;
        sp = frame.sp;
        break;
      }
      frame = next;
      ops = frame.unit.ops;
      consts = frame.code.payload.consts;
      slots = frame.slots;
      borrowed = frame.borrowed;
      sp = frame.sp;
      pc = 0;
      budget -= 4;
      if (budget < 0) {
        rt.charge(batch - budget, 0);
        budget = batch;
      }
    }

    // An exception is set: find who handles it, here or further out.
    isFailing = false;
    frame.sp = sp;
    for (;;) {
      if (!isTraced) noteFrame(rt, frame);
      isTraced = false;
      const handler = enterHandler(rt, frame);
      if (handler >= 0) {
        sp = frame.sp;
        pc = handler;
        break;
      }
      const failure = thread.exception;
      thread.exception = null;
      popFrame(rt, frame);
      const back = frame.back;
      const isEntry = frame.isEntry;
      if (recorder !== null && failure !== null) recorder.nativeHold("exception being raised", failure);
      leaveFrame(rt, frame);
      if (recorder !== null && failure !== null) recorder.nativeRelease("exception being raised", failure);
      thread.exception = failure;
      if (isEntry || back === null) {
        rt.charge(batch - budget + 1, 0);
        return null;
      }
      frame = back;
      ops = frame.unit.ops;
      consts = frame.code.payload.consts;
      slots = frame.slots;
      borrowed = frame.borrowed;
    }
  }
}

/** STORE_FAST of a reference that never was on the stack, whose height is `sp`. */
function storeLocal(rt: Runtime, frame: Frame, at: number, sp: number, o: PyObject): void {
  const old = frame.slots[at] as PyObject | null;
  frame.slots[at] = o;
  frame.sp = sp;
  if (frame.borrowed[at] !== 0) frame.borrowed[at] = 0;
  else if (old !== null) decref(rt, old);
}

/** Releases two exact ints, whose end nobody sees: the one at `first`, then the one at `second`. */
function dropOperands(
  rt: Runtime,
  slots: (PyObject | null)[],
  borrowed: Uint8Array,
  first: number,
  second: number,
): void {
  const a = slots[first] as PyObject;
  const b = slots[second] as PyObject;
  slots[first] = null;
  slots[second] = null;
  if (borrowed[first] === 0) decref(rt, a);
  else borrowed[first] = 0;
  if (borrowed[second] === 0) decref(rt, b);
  else borrowed[second] = 0;
}
