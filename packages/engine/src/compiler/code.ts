/**
 * What the compiler hands to the machine: plain data, no Python objects.   [mirrors PyCodeObject, Include/cpython/code.h]
 */
import type { ConstantValue } from "../parser/ast.ts";

/** Code flags, CPython's CO_*. */
export const CodeFlag = {
  Optimized: 0x1,
  NewLocals: 0x2,
  VarArgs: 0x4,
  VarKeywords: 0x8,
  Nested: 0x10,
  Generator: 0x20,
  NoFree: 0x40,
  Coroutine: 0x80,
  IterableCoroutine: 0x100,
  AsyncGenerator: 0x200,
  FutureAnnotations: 0x1000000,
  HasDocstring: 0x4000000,
  Method: 0x8000000,
} as const;

/** A member of `co_consts`. Equal ones are merged over one compile unit, so identity of these values is identity of objects. */
export type CodeConstant =
  | ConstantValue
  | { readonly kind: "tuple" | "frozenset"; readonly items: readonly CodeConstant[] }
  | {
      readonly kind: "slice";
      readonly start: CodeConstant;
      readonly stop: CodeConstant;
      readonly step: CodeConstant;
    }
  | { readonly kind: "complex-pair"; readonly real: number; readonly imag: number }
  | { readonly kind: "code"; readonly code: CodeUnit };

export interface ExceptionEntry {
  /** Instruction indices: start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Stack depth to unwind to. */
  readonly depth: number;
}

/** Where an instruction came from: lines from 1, columns from 0 in UTF-8 bytes; lineno 0 means "no line" (artificial). */
export interface Position {
  readonly lineno: number;
  readonly colOffset: number;
  readonly endLineno: number;
  readonly endColOffset: number;
}

export interface CodeUnit {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  /** The text it was compiled from, for the lines of tracebacks. */
  readonly source: string;
  readonly firstLineno: number;
  /** Lines in front of the input it belongs to; the prompt counts each input from 1. */
  readonly lineOffset: number;
  readonly flags: number;
  readonly argcount: number;
  readonly posonlyArgcount: number;
  readonly kwonlyArgcount: number;
  /** Opcode and argument of instruction i sit at [2 i] and [2 i + 1]; jump arguments are absolute instruction indices. */
  readonly ops: Int32Array;
  readonly positions: readonly Position[];
  readonly consts: readonly CodeConstant[];
  readonly names: readonly string[];
  /** Locals, then cells that are not parameters, then free variables: the frame's fast slots. */
  readonly localsplus: readonly string[];
  readonly varnames: readonly string[];
  readonly cellvars: readonly string[];
  readonly freevars: readonly string[];
  /** Slots of the cells, then of the free variables. */
  readonly derefSlots: readonly number[];
  /** The first constant is the docstring. */
  readonly hasDocstring: boolean;
  readonly stacksize: number;
  readonly exceptionTable: readonly ExceptionEntry[];
}
