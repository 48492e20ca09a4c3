/**
 * The points of the memory model that can be replaced, each named by the function of CPython it sits at.
 *
 * A wrong rule is what somebody believes about memory, said as replacements of some points. Nothing of this is looked at
 * while a program runs without rules: a replaced instruction is another opcode number in the code of that run alone, a
 * replaced slot another function in the tables of that run's types, a replaced fact another profile.
 */

import type { CodeUnit } from "../compiler/code.ts";
import type { OpName } from "../compiler/opcodes.ts";
import type { BuiltinTypeName } from "../objects/builtin-types.ts";
import type {
  Frame,
  Heap,
  MemoryModel,
  OpFunction,
  PyObject,
  Runtime,
  TypeSlots,
} from "../objects/object.ts";
import type { NativeFunction } from "../objects/typespec.ts";
import type { Arguments, Stmt } from "../parser/ast.ts";
import type { Profile } from "../version.ts";

/** `next` does what CPython does, or what a rule named earlier makes of it. */
export type Instruction = (rt: Runtime, frame: Frame, arg: number, next: OpFunction) => boolean;

export interface Points {
  /** Facts of a version. [the #defines and tables behind version.ts] */
  readonly profile?: (profile: Profile) => Partial<Profile>;
  /** The program's tree before it is compiled. [_PyAST_Compile] */
  readonly compile?: (body: readonly Stmt[]) => readonly Stmt[];
  /** Each function of the program, once compiled. [compiler_function] */
  readonly compiledFunction?: (code: CodeUnit, args: Arguments, profile: Profile) => void;
  /** Instructions of the program's own code. [_PyEval_EvalFrameDefault] */
  readonly instructions?: Partial<Record<OpName, Instruction>>;
  /** Between two instructions, whoever they belong to. [the eval breaker] */
  readonly step?: (rt: Runtime, frame: Frame) => void;
  /** [sys_getrefcount_impl] */
  readonly getRefcount?: (rt: Runtime, o: PyObject, next: MemoryModel["getRefcount"]) => number;
  /** [gc_collect_main] */
  readonly gcCollectMain?: (
    rt: Runtime,
    generation: 0 | 1 | 2,
    next: MemoryModel["gcCollectMain"],
  ) => ReturnType<MemoryModel["gcCollectMain"]>;
  /** A new object's memory. [_PyObject_New, _PyLong_New] */
  readonly create?: (rt: Runtime, next: Heap["create"]) => Heap["create"];
  /** A container is dying: nobody holds it any more, and it still holds what is in it. [PyObject_GC_UnTrack in tp_dealloc] */
  readonly dying?: (rt: Runtime, container: PyObject) => void;
  /** Slots of built-in types. [PyTypeObject] */
  readonly slots?: Partial<Record<BuiltinTypeName, (slots: TypeSlots) => Partial<TypeSlots>>>;
  /** Methods of built-in types. [PyMethodDef] */
  readonly methods?: Partial<Record<BuiltinTypeName, Readonly<Record<string, Method>>>>;
}

export type Method = (...call: [...Parameters<NativeFunction>, next: NativeFunction]) => PyObject | null;

/** A rule is made anew for each run, so that what it remembers is that run's alone. */
export type WrongRule = () => Points;
