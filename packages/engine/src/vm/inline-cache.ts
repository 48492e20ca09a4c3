/**
 * Inline caches: what an instruction found last time, checked before it is believed.
 * [mirrors specialize.c: LOAD_GLOBAL_MODULE, LOAD_GLOBAL_BUILTIN, LOAD_ATTR_INSTANCE_VALUE, LOAD_ATTR_METHOD_WITH_VALUES]
 *
 * A cache remembers places, never values, and holds no reference; so it moves no count and a program cannot see it.
 * An instruction that runs once needs none: the first time it only becomes warm (decision 0013).
 */
import type {
  AttributeCache,
  CodeData,
  GlobalCache,
  InlineCaches,
  PyObject,
  PyType,
  SharedKeys,
} from "../objects/object.ts";

/** Never matches: no namespace has these keys. */
function emptyGlobal(): GlobalCache {
  return { keys: null, at: 0, added: 0, builtinKeys: null, builtinAt: 0 };
}

/** Never matches: no object has this type. */
function emptyAttribute(): AttributeCache {
  return { type: null, versionTag: 0, keys: null, index: -1, size: 0, method: null };
}

const coldGlobal = emptyGlobal();
const warmGlobal = emptyGlobal();
const coldAttribute = emptyAttribute();
const warmAttribute = emptyAttribute();

/** The caches of a code object, all cold at first. */
export function cachesOf(code: CodeData): InlineCaches {
  code.caches ??= {
    globals: new Array<GlobalCache>(code.names.length).fill(coldGlobal),
    attributes: new Array<AttributeCache>(code.unit.ops.length / 2).fill(coldAttribute),
  };
  return code.caches;
}

/** Whether the instruction ran before; if not it is warm from now on. */
function wasWarm(caches: InlineCaches, pc: number): boolean {
  if (caches.attributes[pc] !== coldAttribute) return true;
  caches.attributes[pc] = warmAttribute;
  return false;
}

/** Remembers where name number `index` was found, from the second time on. */
export function rememberGlobal(
  caches: InlineCaches,
  index: number,
  keys: readonly (PyObject | null)[],
  at: number,
  added: number,
  builtinKeys: readonly (PyObject | null)[] | null,
  builtinAt: number,
): void {
  caches.globals[index] =
    caches.globals[index] === coldGlobal ? warmGlobal : { keys, at, added, builtinKeys, builtinAt };
}

/** Remembers an instance's value. */
export function rememberValue(
  caches: InlineCaches,
  pc: number,
  type: PyType,
  keys: SharedKeys,
  index: number,
): void {
  if (!wasWarm(caches, pc)) return;
  const { versionTag } = type.payload;
  caches.attributes[pc] = { type, versionTag, keys, index, size: 0, method: null };
}

/** Remembers a method that no attribute of the instance hides. */
export function rememberMethod(
  caches: InlineCaches,
  pc: number,
  type: PyType,
  keys: SharedKeys | null,
  method: PyObject,
): void {
  if (!wasWarm(caches, pc)) return;
  const { versionTag } = type.payload;
  const size = keys === null ? 0 : keys.names.length;
  caches.attributes[pc] = { type, versionTag, keys, index: -1, size, method };
}
