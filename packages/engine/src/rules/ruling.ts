/**
 * Wrong rules put in force for one run: several may replace the same point, the later one around the earlier one.
 */

import type { CodeUnit } from "../compiler/code.ts";
import { type CompileRequest, compileModule } from "../compiler/compile.ts";
import { Op, type OpName, opNames } from "../compiler/opcodes.ts";
import type { MethodDescriptorData } from "../objects/descriptors.ts";
import type { MemoryModel, OpFunction, PyObject, Runtime } from "../objects/object.ts";
import { typeLookup } from "../objects/type-lookup.ts";
import type { NativeFunction } from "../objects/typespec.ts";
import type { Stmt } from "../parser/ast.ts";
import type { PythonVersion } from "../python-version.ts";
import { SilentRecorder } from "../trace/silent-recorder.ts";
import { type Profile, profiles } from "../version.ts";
import { cpythonModel } from "../vm/memory-model.ts";
import { firstRuledOp } from "../vm/ops/dispatch.ts";
import type { Interpreter, Ruling } from "../vm/runtime.ts";
import { type RuleId, ruleIds, wrongRules } from "./catalogue.ts";
import { cpythonOp } from "./cpython-ops.ts";
import type { Instruction, Points } from "./points.ts";

/** What a run under wrong rules does otherwise. */
export interface RulesInForce extends Ruling {
  /** The program's tree, changed. */
  tree(body: readonly Stmt[]): readonly Stmt[];
  /** Compiles the program's own code. */
  compile: typeof compileModule;
  /** Replaces what belongs to one runtime: slots, methods, memory. */
  install(rt: Interpreter): void;
  /** Listens between instructions, through the recorder if there is one; call it when that is settled. */
  listen(rt: Interpreter): void;
}

/** null without rules. Throws on an id that is none: the caller's mistake, not the program's. */
export function rulesInForce(ids: readonly RuleId[], python: PythonVersion): RulesInForce | null {
  if (ids.length === 0) return null;
  const points = ids.map((id) => {
    const rule = wrongRules[id];
    if (rule === undefined) throw new Error(`no wrong rule ${id}; there are ${ruleIds.join(", ")}`);
    return rule();
  });
  const profile = profileUnder(ids, points, python);
  const replaced = new Set(points.flatMap((each) => Object.keys(each.instructions ?? {}) as OpName[]));
  return {
    profile,
    model: points.reduce(replaceModel, cpythonModel),
    ops: opNames.map((name) =>
      points.reduce((next, each) => around(each.instructions?.[name], next), cpythonOp(name)),
    ),
    tree: (body) => points.reduce((made, each) => each.compile?.(made) ?? made, body),
    compile: (body, request) => compileRuled(body, request, points, replaced),
    install: (rt) => {
      for (const each of points) install(rt, each);
    },
    listen: (rt) => {
      for (const { step } of points) if (step !== undefined) listen(rt, step);
    },
  };
}

/** One profile object per version and set of rules, because what is made from a profile is remembered by it. */
const profilesUnder = new Map<string, Profile>();

function profileUnder(ids: readonly RuleId[], points: readonly Points[], python: PythonVersion): Profile {
  const right = profiles[python];
  if (points.every((each) => each.profile === undefined)) return right;
  const key = [python, ...ids].join(" ");
  const profile =
    profilesUnder.get(key) ?? Object.assign({}, right, ...points.map((each) => each.profile?.(right)));
  profilesUnder.set(key, profile);
  return profile;
}

function around(instruction: Instruction | undefined, next: OpFunction): OpFunction {
  return instruction === undefined ? next : (rt, frame, arg) => instruction(rt, frame, arg, next);
}

function replaceModel(next: MemoryModel, { getRefcount, gcCollectMain }: Points): MemoryModel {
  return {
    getRefcount:
      getRefcount === undefined ? next.getRefcount : (rt, o) => getRefcount(rt, o, next.getRefcount),
    gcCollectMain:
      gcCollectMain === undefined
        ? next.gcCollectMain
        : (rt, generation) => gcCollectMain(rt, generation, next.gcCollectMain),
  };
}

/** The rules are about the learner's program: library modules are compiled elsewhere and stay as they are. */
function compileRuled(
  body: readonly Stmt[],
  request: CompileRequest,
  points: readonly Points[],
  replaced: ReadonlySet<OpName>,
): ReturnType<typeof compileModule> {
  const compiled = compileModule(body, {
    ...request,
    onFunction: (code, args) => {
      for (const each of points) each.compiledFunction?.(code, args, request.profile);
    },
  });
  if (compiled.ok) takeOver(compiled.code, new Set([...replaced].map((name) => Op[name])));
  return compiled;
}

/** Renumbers the replaced instructions of a unit just compiled and of all that is nested in it. */
function takeOver(unit: CodeUnit, replaced: ReadonlySet<number>): void {
  const { ops } = unit;
  for (let at = 0; at < ops.length; at += 2) {
    const op = ops[at] as number;
    if (replaced.has(op)) ops[at] = op + firstRuledOp;
  }
  for (const constant of unit.consts) if (constant.kind === "code") takeOver(constant.code, replaced);
}

function install(rt: Interpreter, points: Points): void {
  const { heap, types } = rt;
  for (const name of Object.keys(points.slots ?? {}) as (keyof typeof types)[]) {
    const data = types[name]?.payload;
    // The table is shared by all runs; this one gets its own.
    if (data !== undefined) data.slots = { ...data.slots, ...points.slots?.[name]?.(data.slots) };
  }
  for (const [name, methods] of Object.entries(points.methods ?? {}))
    for (const method of Object.keys(methods)) replaceMethod(rt, name as keyof typeof types, method, points);
  if (points.create !== undefined) heap.create = points.create(rt, heap.create.bind(heap));
  const { dying } = points;
  if (dying === undefined) return;
  const untrack = heap.untrack.bind(heap);
  heap.untrack = (o) => {
    if (o.refcnt === 0) dying(rt, o);
    untrack(o);
  };
}

function replaceMethod(
  rt: Runtime,
  type: keyof NonNullable<Points["methods"]>,
  name: string,
  points: Points,
): void {
  const method = points.methods?.[type]?.[name];
  const found = typeLookup(rt, rt.types[type], name);
  if (method === undefined || found === null) return;
  const descriptor = found as PyObject<MethodDescriptorData>;
  const { spec } = descriptor.payload;
  const next = spec.fn;
  const fn: NativeFunction = (runtime, self, args, names) => method(runtime, self, args, names, next);
  descriptor.payload = { ...descriptor.payload, spec: { ...spec, fn } };
}

function listen(rt: Interpreter, step: NonNullable<Points["step"]>): void {
  const recorder = rt.recorder ?? new SilentRecorder();
  rt.recorder = recorder;
  const next = recorder.instruction.bind(recorder);
  recorder.instruction = (frame) => {
    step(rt, frame);
    next(frame);
  };
}
