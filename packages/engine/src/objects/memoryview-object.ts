/** The memoryview object itself: a leaf file.   [PyMemoryViewObject] */
import type { PyObject } from "./object.ts";

export interface MemoryviewData {
  /** What it looks into; owned, null once released. */
  base: PyObject | null;
  /** Positions of the base's bytes it shows, by start, step and count. */
  start: number;
  step: number;
  count: number;
  format: string;
  isReadonly: boolean;
}

export type PyMemoryview = PyObject<MemoryviewData>;
