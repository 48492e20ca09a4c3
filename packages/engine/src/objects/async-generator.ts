/** Asynchronous generators: what `__anext__`, `asend`, `athrow` and `aclose` await.   [mirrors Objects/genobject.c] */
import { Op } from "../compiler/opcodes.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import {
  clearException,
  exceptionMatches,
  raise,
  raiseStopIteration,
  raiseWith,
  restoreException,
} from "./errors.ts";
import type { PyGenerator } from "./generator-object.ts";
import { resume } from "./generator-run.ts";
import { makeThrown } from "./generator-throw.ts";
import { type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

interface StepData {
  /** Owned. */
  readonly generator: PyObject;
  /** What to send; the exception to throw; null for aclose(). Owned. */
  value: PyObject | null;
  readonly action: "send" | "throw" | "close";
  state: "init" | "running" | "closed";
}

type PyStep = PyObject<StepData>;

function data(o: PyObject): StepData {
  return (o as PyStep).payload;
}

/** `value` is stolen. */
function newStep(
  rt: Runtime,
  generator: PyObject,
  action: StepData["action"],
  value: PyObject | null,
): PyObject {
  const type = action === "send" ? rt.types.async_generator_asend : rt.types.async_generator_athrow;
  const step = rt.heap.create<StepData>(type, { generator: newRef(generator), value, action, state: "init" });
  rt.heap.track(step);
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(step, "generator", null, null, generator);
    if (value !== null) rt.recorder.slotWrite(step, "value", null, null, value);
  }
  return step;
}

export function asyncNext(rt: Runtime, generator: PyObject): PyObject {
  return newStep(rt, generator, "send", newRef(rt.none));
}

/** The generator is suspended at a `yield` of its own, not in an `await`. */
function atOwnYield(generator: PyGenerator): boolean {
  const frame = generator.payload.frame;
  if (frame === null || frame.pc < 0) return false;
  return frame.unit.ops[frame.pc * 2] === Op.YIELD_VALUE && frame.unit.ops[frame.pc * 2 + 1] === 2;
}

/** What awaiting does next: an awaitable's own yield passes through; a yield of the generator ends the step. */
function unwrap(rt: Runtime, self: PyObject, item: PyObject | null): PyObject | null {
  const d = data(self);
  const generator = d.generator as PyGenerator;
  if (item === null) {
    d.state = "closed";
    const { result } = generator.payload;
    generator.payload.result = null;
    xdecref(rt, result);
    const isOver = rt.thread.exception === null;
    if (d.action === "close") {
      if (!isOver && !exceptionMatches(rt, "StopAsyncIteration") && !exceptionMatches(rt, "GeneratorExit"))
        return null;
      clearException(rt);
      return raiseStopIteration(rt, null);
    }
    return isOver ? raiseWith(rt, "StopAsyncIteration", []) : null;
  }
  if (!atOwnYield(generator)) return item;
  d.state = "closed";
  if (d.action === "close") {
    decref(rt, item);
    return raise(rt, "RuntimeError", "async generator ignored GeneratorExit");
  }
  raiseStopIteration(rt, item);
  decref(rt, item);
  return null;
}

function send(rt: Runtime, self: PyObject, given: PyObject): PyObject | null {
  const d = data(self);
  const generator = d.generator as PyGenerator;
  if (d.state === "closed") {
    const name = d.action === "send" ? "__anext__()/asend()" : "aclose()/athrow()";
    return raise(rt, "RuntimeError", `cannot reuse already awaited ${name}`);
  }
  if (d.state === "running") return unwrap(rt, self, resume(rt, generator, given));
  d.state = "running";
  if (d.action === "send") {
    const value = given === rt.none && d.value !== null ? d.value : given;
    return unwrap(rt, self, resume(rt, generator, value));
  }
  if (generator.payload.frame === null || (d.action === "close" && !generator.payload.hasStarted)) {
    d.state = "closed";
    return d.action === "close" ? raiseStopIteration(rt, null) : raiseWith(rt, "StopAsyncIteration", []);
  }
  const thrown = d.value === null ? null : newRef(d.value);
  if (thrown === null) raiseWith(rt, "GeneratorExit", []);
  else restoreException(rt, thrown);
  return unwrap(rt, self, resume(rt, generator, null));
}

function throwInto(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const d = data(self);
  const thrown = makeThrown(rt, args);
  if (thrown === null) return null;
  d.state = "running";
  restoreException(rt, thrown);
  return unwrap(rt, self, resume(rt, d.generator as PyGenerator, null));
}

function traverse(self: PyObject, visit: Visit): void {
  const d = data(self);
  visit(d.generator, "generator", null);
  if (d.value !== null) visit(d.value, "value", null);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  const d = data(self);
  const value = d.value;
  d.value = null;
  decref(rt, d.generator);
  xdecref(rt, value);
  rt.heap.free(self);
}

function stepSpec(name: "async_generator_asend" | "async_generator_athrow"): TypeSpec {
  return {
    name,
    flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
    basicsize: 40,
    slots: {
      dealloc,
      traverse,
      iter: (_rt, self) => newRef(self),
      iternext: (rt, self) => send(rt, self, rt.none),
      await: (_rt, self) => newRef(self),
    },
    methods: [
      oneArg("send", send),
      method("throw", throwInto, { min: 1, max: 3 }),
      noArgs("close", (rt, self) => {
        data(self).state = "closed";
        return newRef(rt.none);
      }),
    ],
  };
}

export const asyncStepSpecs: readonly TypeSpec[] = [
  stepSpec("async_generator_asend"),
  stepSpec("async_generator_athrow"),
];

export const asyncMethods = [
  oneArg("asend", (rt, self, value) => newStep(rt, self, "send", newRef(value))),
  method(
    "athrow",
    (rt, self, args) => {
      const thrown = makeThrown(rt, args);
      return thrown === null ? null : newStep(rt, self, "throw", thrown);
    },
    { min: 1, max: 3 },
  ),
  noArgs("aclose", (rt, self) => newStep(rt, self, "close", null)),
] as const;
