/**
 * Importing.   [mirrors PyImport_ImportModuleLevelObject, Lib/importlib/_bootstrap.py]
 * Modules come from the registry: there are no files. One that is being imported is in sys.modules already.
 */

import type { CodeUnit } from "../compiler/code.ts";
import { countedImport } from "../memory/importing.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import type { ModuleSpec } from "../modules/modulespec.ts";
import { moduleSpecNamed } from "../modules/registry.ts";
import { isStandardLibrary } from "../modules/standard-library.ts";
import { getOptionalAttr } from "../objects/abstract.ts";
import { instantiate } from "../objects/code-object.ts";
import { dictDeleteText, dictGetText, dictSetText, newDict } from "../objects/dict.ts";
import { raise, raiseObject } from "../objects/errors.ts";
import { newException } from "../objects/exception-object.ts";
import { asLibrary } from "../objects/lazy-names.ts";
import { moduleName, newModule, peekModuleDict } from "../objects/module.ts";
import { type LazyNames, type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import { refuseUnmodelled } from "../objects/refuse-unmodelled.ts";
import { isStr, text } from "../objects/str-object.ts";
import { createModule, makeEntry } from "./create-module.ts";
import { type LibraryModule, libraryModule } from "./library-source.ts";

/** The module, a new reference; from sys.modules when it was imported before. */
export function importModule(rt: Runtime, name: string): PyObject | null {
  const known = dictGetText(rt.modules, name);
  if (known === rt.none) return notFound(rt, name, `import of ${name} halted; None in sys.modules`);
  if (known !== null) return newRef(known);
  const parent = name.includes(".") ? importParent(rt, name) : null;
  if (parent === null && rt.thread.exception !== null) return null;
  if (parent !== null && (parent.attrs?.dict ?? null) === null) {
    const owner = name.slice(0, name.lastIndexOf("."));
    decref(rt, parent);
    return notFound(rt, name, `No module named '${name}'; '${owner}' is not a package`);
  }
  const module = countedImport(rt, name, () => load(rt, name));
  if (module !== null && parent !== null)
    dictSetText(rt, peekModuleDict(parent), name.slice(name.lastIndexOf(".") + 1), module);
  if (parent !== null) decref(rt, parent);
  return module;
}

function importParent(rt: Runtime, name: string): PyObject | null {
  return importModule(rt, name.slice(0, name.lastIndexOf(".")));
}

function load(rt: Runtime, name: string): PyObject | null {
  if (name === "builtins") return newRef(rt.builtinsModule);
  const spec = moduleSpecNamed(name);
  if (spec === undefined || spec.exists?.(rt.profile) === false) {
    const owner = name.slice(0, Math.max(name.lastIndexOf("."), 0));
    if (owner !== "" && moduleSpecNamed(owner) !== undefined && !isPackage(rt, owner))
      return notFound(rt, name, `No module named '${name}'; '${owner}' is not a package`);
    // All of their submodules are modelled.
    const isWhole = owner === "collections" || owner === "string";
    if (spec === undefined && !isWhole && isStandardLibrary(name))
      throw new Unsupported(`import of the module ${name}`);
    return notFound(rt, name, `No module named '${name}'`);
  }
  return spec.source === undefined ? loadNative(rt, spec) : loadSource(rt, spec, spec.source);
}

/** Those of the modelled modules that are folders in CPython's library. */
function isPackage(rt: Runtime, name: string): boolean {
  if (name === "string") return rt.profile.hasTemplateStrings;
  return ["collections", "ctypes", "logging", "sqlite3"].includes(name);
}

function loadNative(rt: Runtime, spec: ModuleSpec): PyObject {
  return asLibrary(rt, () => {
    const dict = newDict(rt);
    const module = createModule(rt, spec, dict, true);
    decref(rt, dict);
    dictSetText(rt, rt.modules, spec.name, module);
    return module;
  });
}

/** Module bodies are the engine's own, so they are not part of what a learner traces. */
function loadSource(rt: Runtime, spec: ModuleSpec, source: string): PyObject | null {
  return asLibrary(rt, () => {
    const module = newModule(rt, spec.name, spec.doc ?? null, false);
    const dict = peekModuleDict(module);
    dictSetText(rt, dict, "__builtins__", rt.builtins);
    dictSetText(rt, rt.modules, spec.name, module);
    const library = libraryModule(rt.profile.version, source, `${spec.name}.py`);
    rt.lazyNames.set(dict, waitingNames(spec, module, library));
    if (importAll(rt, library.imports) && runUnit(rt, library.body, dict)) return module;
    rt.lazyNames.delete(dict);
    dictDeleteText(rt, rt.modules, spec.name);
    decref(rt, module);
    return null;
  });
}

function importAll(rt: Runtime, names: readonly string[]): boolean {
  for (const name of names) {
    const module = importModule(rt, name);
    if (module === null) return false;
    decref(rt, module);
  }
  return true;
}

/** What of a library module waits; one that is being made is not there yet for what makes it. */
function waitingNames({ entries = {} }: ModuleSpec, module: PyObject, library: LibraryModule): LazyNames {
  const dict = peekModuleDict(module);
  const running = new Set<string>();
  return {
    names: () => [...Object.keys(entries), ...library.waiting.keys()],
    make: (rt, name) => {
      const known = dictGetText(dict, name);
      if (known !== null) return known;
      if (Object.hasOwn(entries, name)) return makeEntry(rt, module, name, entries);
      const waiting = library.waiting.get(name);
      if (waiting === undefined || running.has(name)) return null;
      running.add(name);
      const done = runUnit(rt, waiting.code(), dict);
      running.delete(name);
      return done ? dictGetText(dict, name) : null;
    },
  };
}

function runUnit(rt: Runtime, unit: CodeUnit, dict: PyObject): boolean {
  const { code, arena } = instantiate(rt, unit);
  for (const o of arena) decref(rt, o);
  hold(rt, "value in use", code);
  const result = rt.runCode(code, dict, dict);
  dropHeld(rt, "value in use", code);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

function notFound(rt: Runtime, name: string, message: string): null {
  const exception = newException(rt, rt.types.ModuleNotFoundError, rt.newTuple([rt.newStr(message)]));
  exception.payload.fields = new Map([
    ["msg", rt.newStr(message)],
    ["name", rt.newStr(name)],
  ]);
  return raiseObject(rt, exception);
}

/**
 * `import a.b` gives `a`; `from a.b import c` gives `a.b`. `fromlist` is a tuple or None; a relative import starts from
 * `__package__` of the globals. [PyImport_ImportModuleLevelObject]
 */
export function importModuleLevel(
  rt: Runtime,
  name: string,
  globals: PyObject | null,
  fromlist: PyObject,
  level: number,
): PyObject | null {
  const full = level === 0 ? name : absoluteName(rt, name, globals, level);
  if (full === null) return null;
  if (full === "") return raise(rt, "ValueError", "Empty module name");
  const module = importModule(rt, full);
  if (module === null || fromlist !== rt.none) return module;
  if (!name.includes(".")) return module;
  decref(rt, module);
  return importModule(rt, name.slice(0, name.indexOf(".")));
}

function absoluteName(rt: Runtime, name: string, globals: PyObject | null, level: number): string | null {
  const holder = globals === null ? null : dictGetText(globals, "__package__");
  const base = holder !== null && isStr(holder) ? text(holder) : "";
  if (base === "") return raise(rt, "ImportError", "attempted relative import with no known parent package");
  const parts = base.split(".");
  if (parts.length < level)
    return raise(rt, "ImportError", "attempted relative import beyond top-level package");
  const root = parts.slice(0, parts.length - level + 1).join(".");
  return name === "" ? root : `${root}.${name}`;
}

/** `from module import name`: the attribute, or a submodule of that name. [_PyEval_ImportFrom] */
export function importedName(rt: Runtime, module: PyObject, name: string): PyObject | null {
  const found = getOptionalAttr(rt, module, name);
  if (found !== null || rt.thread.exception !== null) return found;
  const owner = moduleName(module) ?? "<unknown module name>";
  const submodule = dictGetText(rt.modules, `${owner}.${name}`);
  if (submodule !== null) return newRef(submodule);
  refuseUnmodelled(rt, owner, name);
  const place = isNativeModule(module) ? "(unknown location)" : `(${owner}.py)`;
  return raise(rt, "ImportError", `cannot import name '${name}' from '${owner}' ${place}`);
}

/** C modules have no file. */
function isNativeModule(module: PyObject): boolean {
  if ((module.attrs?.dict ?? null) === null) return true;
  return dictGetText(peekModuleDict(module), "__file__") === null;
}
