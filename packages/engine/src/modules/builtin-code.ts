/** Built-in functions that make and run code: `__build_class__`, `__import__`, `eval`, `exec`, `compile`. */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, getOptionalAttr, isInstance } from "../objects/abstract.ts";
import { dictGetText, dictSetText, isDict, newDict } from "../objects/dict.ts";
import { raise } from "../objects/errors.ts";
import type { PyCell, PyFunction } from "../objects/function-object.ts";
import { intArgument } from "../objects/indices.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import {
  type CodeData,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
  Unsupported,
} from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { tupleItems } from "../objects/tuple-object.ts";
import { calculateMetaclass } from "../objects/type-create.ts";
import { typeName } from "../objects/type-lookup.ts";
import { keywordMethod, type NativeSpec } from "../objects/typespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

/** `__build_class__(func, name, *bases, metaclass=…, **kwargs)` [builtin___build_class__] */
function buildClass(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const keywordCount = names?.length ?? 0;
  const positional = args.slice(0, args.length - keywordCount);
  if (positional.length < 2) return raise(rt, "TypeError", "__build_class__: not enough arguments");
  const [func, name, ...given] = positional as [PyFunction, PyObject, ...PyObject[]];
  const written = rt.newTuple(given.map(newRef));
  const bases = resolveBases(rt, written);
  if (bases === null) {
    decref(rt, written);
    return null;
  }
  const keywords = collectKeywords(args, names);
  hold(rt, "bases of the class being built", bases);
  hold(rt, "bases of the class being built", written);
  const cls = buildWith(rt, { func, name, bases, written, keywords });
  dropHeld(rt, "bases of the class being built", bases);
  dropHeld(rt, "bases of the class being built", written);
  return cls;
}

interface ClassRequest {
  readonly func: PyFunction;
  readonly name: PyObject;
  readonly bases: PyObject;
  readonly written: PyObject;
  readonly keywords: Map<PyObject, PyObject>;
}

function collectKeywords(args: Args, names: Names): Map<PyObject, PyObject> {
  const keywords = new Map<PyObject, PyObject>();
  const count = names?.length ?? 0;
  for (let i = 0; i < count; i += 1)
    keywords.set(names?.[i] as PyObject, args[args.length - count + i] as PyObject);
  return keywords;
}

function buildWith(rt: Runtime, request: ClassRequest): PyObject | null {
  const metaclass = metaclassOf(rt, request);
  if (metaclass === null) return null;
  const names = [...request.keywords.keys()];
  const values = [...request.keywords.values()];
  hold(rt, "class being built", metaclass);
  const namespace = prepare(rt, metaclass, request, names, values);
  if (namespace === null) {
    dropHeld(rt, "class being built", metaclass);
    return null;
  }
  hold(rt, "class being built", namespace);
  const cls = runBody(rt, metaclass, request, namespace, names, values);
  dropHeld(rt, "class being built", namespace);
  dropHeld(rt, "class being built", metaclass);
  return cls;
}

/** A new reference. Takes `metaclass` out of the keywords. */
function metaclassOf(rt: Runtime, { bases, keywords }: ClassRequest): PyObject | null {
  let given: PyObject | null = null;
  for (const [key, value] of keywords)
    if (text(key) === "metaclass") {
      given = value;
      keywords.delete(key);
    }
  const items = tupleItems(bases);
  const start = given ?? (items.length === 0 ? rt.types.type : (items[0] as PyObject).type);
  if (!hasFlag(start.type, TypeFlag.TypeSubclass)) return newRef(start);
  const winner = calculateMetaclass(rt, start as PyType, items);
  return winner === null ? null : newRef(winner);
}

/** `metaclass.__prepare__(name, bases, **kwargs)`, a plain dict without one. */
function prepare(
  rt: Runtime,
  metaclass: PyObject,
  request: ClassRequest,
  names: Args,
  values: Args,
): PyObject | null {
  if (metaclass === rt.types.type) return newDict(rt);
  const method = getOptionalAttr(rt, metaclass, "__prepare__");
  if (method === null) return rt.thread.exception === null ? newDict(rt) : null;
  hold(rt, "function being called", method);
  const namespace = call(
    rt,
    method,
    [request.name, request.bases, ...values],
    names.length > 0 ? names : null,
  );
  dropHeld(rt, "function being called", method);
  if (namespace === null || namespace.type.payload.slots.subscript !== undefined) return namespace;
  const who = hasFlag(metaclass.type, TypeFlag.TypeSubclass) ? typeName(metaclass as PyType) : "<metaclass>";
  raise(rt, "TypeError", `${who}.__prepare__() must return a mapping, not ${typeName(namespace.type)}`);
  decref(rt, namespace);
  return null;
}

/** Runs the body in the namespace, then calls the metaclass; the body's cell must now hold the class. */
function runBody(
  rt: Runtime,
  metaclass: PyObject,
  request: ClassRequest,
  namespace: PyObject,
  names: Args,
  values: Args,
): PyObject | null {
  const { func, name, bases, written } = request;
  const cell = rt.runFunctionBody(func, namespace);
  if (cell === null) return null;
  if (bases !== written && !setOriginalBases(rt, namespace, written)) {
    decref(rt, cell);
    return null;
  }
  hold(rt, "class being built", cell);
  const cls = call(rt, metaclass, [name, bases, namespace, ...values], names.length > 0 ? names : null);
  letGo(rt, "class being built", cell);
  const isRight = cls === null || cell.type !== rt.types.cell || checkCell(rt, cell as PyCell, name, cls);
  decref(rt, cell);
  if (isRight || cls === null) return cls;
  decref(rt, cls);
  return null;
}

function setOriginalBases(rt: Runtime, namespace: PyObject, written: PyObject): boolean {
  return !isDict(namespace) || dictSetText(rt, namespace, "__orig_bases__", written);
}

function checkCell(rt: Runtime, cell: PyCell, name: PyObject, cls: PyObject): boolean {
  const value = cell.payload.value;
  if (value === cls || !hasFlag(cls.type, TypeFlag.TypeSubclass)) return true;
  const shown = isStr(name) ? `'${text(name)}'` : "?";
  if (value === null)
    raise(
      rt,
      "RuntimeError",
      `__class__ not set defining ${shown} as ${typeName(cls as PyType)}. Was __classcell__ propagated to type.__new__?`,
    );
  else
    raise(
      rt,
      "TypeError",
      `__class__ set to ${typeName(value as PyType)} defining ${shown} as ${typeName(cls as PyType)}`,
    );
  return false;
}

/** Bases that are no classes say what stands for them (`__mro_entries__`). A new reference. [update_bases] */
function resolveBases(rt: Runtime, written: PyObject): PyObject | null {
  const items = tupleItems(written);
  if (items.every((base) => hasFlag(base.type, TypeFlag.TypeSubclass))) return newRef(written);
  const resolved: PyObject[] = [];
  hold(rt, "bases as written", written);
  const done = items.every((base) => resolveBase(rt, base, written, resolved));
  letGo(rt, "bases as written", written);
  for (const base of resolved) letGo(rt, "bases found", base);
  if (done) return rt.newTuple(resolved);
  for (const base of resolved) decref(rt, base);
  return null;
}

/** Adds the classes that stand for `base`; false: an exception is set. */
function resolveBase(rt: Runtime, base: PyObject, written: PyObject, resolved: PyObject[]): boolean {
  const add = (found: PyObject): void => {
    resolved.push(newRef(found));
    hold(rt, "bases found", found);
  };
  const entries = hasFlag(base.type, TypeFlag.TypeSubclass)
    ? null
    : getOptionalAttr(rt, base, "__mro_entries__");
  if (entries === null) {
    if (rt.thread.exception !== null) return false;
    add(base);
    return true;
  }
  hold(rt, "function being called", entries);
  const replacement = call(rt, entries, [written]);
  dropHeld(rt, "function being called", entries);
  if (replacement === null) return false;
  const isTuple = replacement.type === rt.types.tuple;
  if (isTuple) tupleItems(replacement).forEach(add);
  else raise(rt, "TypeError", "__mro_entries__ must return a tuple");
  decref(rt, replacement);
  return isTuple;
}

function builtinImport(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const parameters = { names: ["name", "globals", "locals", "fromlist", "level"], required: 1 };
  const places = parseArguments(rt, "__import__", parameters, args, names);
  if (places === null) return null;
  const name = places[0] as PyObject;
  if (!isStr(name)) return raise(rt, "TypeError", "module name must be a string");
  const globals = places[1] ?? null;
  const level = places[4] === null ? 0 : Number((places[4] as PyObject<number | bigint>).payload);
  const fromlist = places[3] ?? null;
  const isEmpty =
    fromlist === null || (fromlist.type === rt.types.tuple && tupleItems(fromlist).length === 0);
  return rt.importLevel(text(name), globals, isEmpty ? rt.none : (fromlist as PyObject), level);
}

function compileArgument(rt: Runtime, source: PyObject, mode: "exec" | "eval" | "single", filename: string) {
  if (!isStr(source)) return raise(rt, "TypeError", `${mode}() arg 1 must be a string, bytes or code object`);
  return rt.compileText(text(source), filename, mode);
}

/** Bits compile() knows: those of __future__ and of ast. [PyCF_MASK, PyCF_COMPILE_MASK] */
const compileFlags = 0x1fe_f610;

function builtinCompile(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const parameters = {
    names: ["source", "filename", "mode", "flags", "dont_inherit", "optimize"],
    required: 3,
  };
  const places = parseArguments(rt, "compile", parameters, args, names);
  if (places === null) return null;
  const [source, filename, mode] = places as [PyObject, PyObject, PyObject];
  const wanted = isStr(mode) ? text(mode) : "";
  if (wanted !== "exec" && wanted !== "eval" && wanted !== "single")
    return raise(rt, "ValueError", "compile() mode must be 'exec', 'eval' or 'single'");
  const flags = places[3] === null || places[3] === undefined ? 0 : intArgument(rt, places[3]);
  if (flags === null) return null;
  if ((flags & ~compileFlags) !== 0) return raise(rt, "ValueError", "compile(): unrecognised flags");
  return compileArgument(rt, source, wanted, isStr(filename) ? text(filename) : "<string>");
}

function runner(name: "eval" | "exec"): NativeSpec {
  return keywordMethod(name, (rt, _self, args, names) => {
    const places = parseArguments(
      rt,
      name,
      { names: ["source", "globals", "locals"], required: 1 },
      args,
      names,
    );
    if (places === null) return null;
    const source = places[0] as PyObject;
    const isCode = isInstance(rt, source, rt.types.code) === true;
    const code = isCode ? newRef(source) : compileArgument(rt, source, name, "<string>");
    if (code === null) return null;
    const free = (code as PyObject<CodeData>).payload.unit.freevars.length;
    if (free > 0) {
      decref(rt, code);
      return raise(rt, "TypeError", freeVariables(rt, name, free));
    }
    hold(rt, "code being run", code);
    const result = runIn(rt, code as PyObject<CodeData>, places[1] ?? rt.none, places[2] ?? rt.none, name);
    dropHeld(rt, "code being run", code);
    if (result === null || name === "eval") return result;
    decref(rt, result);
    return newRef(rt.none);
  });
}

function freeVariables(rt: Runtime, name: "eval" | "exec", count: number): string {
  if (name === "exec" && rt.profile.execTakesClosure)
    return `code object requires a closure of exactly length ${count}`;
  return `code object passed to ${name}() may not contain free variables`;
}

/** In the given namespaces, or in those of the caller. */
function runIn(
  rt: Runtime,
  code: PyObject<CodeData>,
  globals: PyObject,
  locals: PyObject,
  name: string,
): PyObject | null {
  const frame = rt.thread.frame;
  if (globals === rt.none) {
    if (frame === null) return raise(rt, "SystemError", "globals and locals cannot be NULL");
    const own = locals === rt.none ? rt.currentLocals() : newRef(locals);
    if (own === null) return null;
    hold(rt, "container in use", own);
    const result = rt.runCode(code, frame.globals, own);
    dropHeld(rt, "container in use", own);
    return result;
  }
  if (!isDict(globals))
    return raise(rt, "TypeError", `${name}() globals must be a dict, not ${typeName(globals.type)}`);
  if (dictGetText(globals, "__builtins__") === null) dictSetText(rt, globals, "__builtins__", rt.builtins);
  return rt.runCode(code, globals, locals === rt.none ? globals : locals);
}

export const codeFunctions: readonly NativeSpec[] = [
  keywordMethod("__build_class__", buildClass),
  keywordMethod("__import__", builtinImport),
  keywordMethod("compile", builtinCompile),
  keywordMethod("breakpoint", () => {
    throw new Unsupported("the debugger");
  }),
  runner("eval"),
  runner("exec"),
];
