/**
 * The `time` module on a clock that does not exist: it stands still but for what `sleep` lets pass and a tick per look, so
 * that the same program always prints the same.   [mirrors the part of Modules/timemodule.c a lesson uses]
 */
import { newRef } from "../memory/refcount.ts";
import { raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { hasFlag, TypeFlag } from "../objects/object.ts";
import { noArgs, oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** Nanoseconds since the run began. */
const clocks = new WeakMap<Runtime, number>();
/** 2024-01-01 00:00:00 UTC: when every run begins. */
const epoch = 1_704_067_200;
const tick = 1000;

function look(rt: Runtime): number {
  const { clock } = rt.nuisance;
  const now = (clocks.get(rt) ?? clock * 7_919_000) + tick + clock * 37;
  clocks.set(rt, now);
  return now;
}

function seconds(rt: Runtime): PyObject {
  return newFloat(rt, look(rt) / 1e9);
}

function nanoseconds(rt: Runtime): PyObject {
  return rt.newInt(look(rt));
}

function sleep(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const isNumber = hasFlag(o.type, TypeFlag.IntSubclass) || hasFlag(o.type, TypeFlag.FloatSubclass);
  if (!isNumber)
    return raise(rt, "TypeError", `'${o.type.payload.name}' object cannot be interpreted as an integer`);
  const duration = Number((o as PyObject<number | bigint>).payload);
  if (duration < 0) return raise(rt, "ValueError", "sleep length must be non-negative");
  clocks.set(rt, look(rt) + Math.round(duration * 1e9));
  return newRef(rt.none);
}

export const timeModule: ModuleSpec = {
  name: "time",
  functions: [
    noArgs("time", (rt) => newFloat(rt, epoch + look(rt) / 1e9)),
    noArgs("time_ns", (rt) => rt.newInt(BigInt(epoch) * 1_000_000_000n + BigInt(look(rt)))),
    noArgs("perf_counter", seconds),
    noArgs("perf_counter_ns", nanoseconds),
    noArgs("monotonic", seconds),
    noArgs("monotonic_ns", nanoseconds),
    noArgs("process_time", seconds),
    noArgs("process_time_ns", nanoseconds),
    oneArg("sleep", sleep),
  ],
};
