/**
 * Making code objects, with all that is nested in them, out of a compiled unit.   [mirrors _PyCode_New, intern_constants]
 *
 * Constants that are one object in the unit become one Python object. The parser's arena holds each of them once more
 * while a module runs (≤ 3.14); `arena` lists what it holds.
 */
import { type CodeConstant, CodeFlag, type CodeUnit } from "../compiler/code.ts";
import { intern } from "../memory/interned.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { newBytes } from "./bytes-object.ts";
import { newComplex } from "./complex.ts";
import { newFloat } from "./float-object.ts";
import type { CodeData, PyObject, Runtime } from "./object.ts";
import { newSetOf, setAdd } from "./set-object.ts";
import { newSlice } from "./slice.ts";
import { newTrackedTuple } from "./tuple-object.ts";

export type PyCode = PyObject<CodeData>;

export interface Instantiated {
  readonly code: PyCode;
  /** References the arena owns. */
  readonly arena: PyObject[];
}

export function instantiate(rt: Runtime, unit: CodeUnit): Instantiated {
  const maker = new Maker(rt);
  const code = maker.code(unit);
  maker.releaseOwn();
  return { code, arena: maker.arena };
}

/** Only parameters that a position fills. */
function isPlain(unit: CodeUnit): boolean {
  return (unit.flags & (CodeFlag.VarArgs | CodeFlag.VarKeywords)) === 0 && unit.kwonlyArgcount === 0;
}

const identifier = /^[A-Za-z0-9_]*$/;

class Maker {
  readonly arena: PyObject[] = [];
  private readonly made = new Map<CodeConstant, PyObject>();
  private readonly rt: Runtime;

  constructor(rt: Runtime) {
    this.rt = rt;
  }

  code(unit: CodeUnit): PyCode {
    const rt = this.rt;
    const data: CodeData = {
      unit,
      consts: unit.consts.map((constant) => this.constant(constant)),
      names: unit.names.map((name) => intern(rt, name)),
      localsplusNames: unit.localsplus.map((name) => intern(rt, name)),
      nameObject: intern(rt, unit.name),
      qualnameObject: intern(rt, unit.qualname),
      filenameObject: this.filename(unit.filename),
      zombie: null,
      callRuns: null,
      idle: null,
      plainArgcount: isPlain(unit) ? unit.argcount : -1,
      caches: null,
      adaptive: null,
    };
    return rt.heap.create<CodeData>(rt.types.code, data, unit.ops.length / 2);
  }

  private filenameShared: PyObject | null = null;

  private filename(name: string): PyObject {
    this.filenameShared ??= this.rt.newStr(name);
    return newRef(this.filenameShared);
  }

  /** The references this maker itself holds: one for each constant made once and used often. */
  releaseOwn(): void {
    // What it holds becomes the arena's, where there is one; the constants' own lists have theirs.
    for (const [constant, o] of this.made) {
      if (constant.kind !== "code") this.arena.push(o);
    }
    if (this.filenameShared !== null) this.arena.push(this.filenameShared);
  }

  /** A new reference. */
  private constant(constant: CodeConstant): PyObject {
    if (constant.kind === "code") return this.code(constant.code);
    let o = this.made.get(constant);
    if (o === undefined) {
      o = this.make(constant);
      this.made.set(constant, o);
    }
    return newRef(o);
  }

  private make(constant: Exclude<CodeConstant, { kind: "code" }>): PyObject {
    const rt = this.rt;
    switch (constant.kind) {
      case "none":
        return newRef(rt.none);
      case "true":
        return newRef(rt.true);
      case "false":
        return newRef(rt.false);
      case "ellipsis":
        return newRef(rt.ellipsis);
      case "int":
        return rt.newInt(constant.value);
      case "float":
        return newFloat(rt, constant.value);
      case "complex":
        return newComplex(rt, 0, constant.imag);
      case "complex-pair":
        return newComplex(rt, constant.real, constant.imag);
      case "str":
        return identifier.test(constant.value) ? intern(rt, constant.value) : rt.newStr(constant.value);
      case "bytes":
        return newBytes(rt, constant.value);
      case "tuple":
        return newTrackedTuple(
          rt,
          constant.items.map((item) => this.constant(item)),
        );
      case "frozenset":
        return this.frozenset(constant.items);
      case "slice": {
        const parts = [constant.start, constant.stop, constant.step].map((part) => this.constant(part));
        const [start, stop, step] = parts as [PyObject, PyObject, PyObject];
        const slice = newSlice(rt, start, stop, step);
        for (const part of parts) this.arena.push(part);
        return slice;
      }
    }
  }

  private frozenset(items: readonly CodeConstant[]): PyObject {
    const set = newSetOf(this.rt, this.rt.types.frozenset);
    for (const item of items) {
      const element = this.constant(item);
      setAdd(this.rt, set, element);
      decref(this.rt, element);
    }
    return set;
  }
}
