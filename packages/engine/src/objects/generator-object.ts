/** What a generator or coroutine carries.   [PyGenObject, Include/cpython/genobject.h] */
import type { CodeData, Frame, HandledException, PyObject } from "./object.ts";

export type GeneratorKind = "generator" | "coroutine" | "async_generator";

export interface GeneratorData {
  readonly kind: GeneratorKind;
  /** The suspended activation; null when it is over. From 3.11 it is part of the generator, before it has an object. */
  frame: Frame | null;
  /** 3.12: the activation of one that was closed before it began; it lives as long as the generator. */
  closedFrame: Frame | null;
  /** Owned up to 3.10, where the frame does not outlive its run; after that the frame's. */
  readonly code: PyObject<CodeData>;
  name: PyObject;
  qualname: PyObject;
  hasStarted: boolean;
  isRunning: boolean;
  /** What it handles while it is suspended inside a handler. */
  handled: HandledException;
  /** What its body returned, until whoever resumed it has taken it; owned. */
  result: PyObject | null;
}

export type PyGenerator = PyObject<GeneratorData>;
