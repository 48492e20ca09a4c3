/** What a class says about itself: `__name__`, `__dict__`, `__bases__` …   [mirrors type_getsets in Objects/typeobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, isTrue } from "./abstract.ts";
import { dictDeleteText, dictGetText, dictSetText, isDict, newDict } from "./dict.ts";
import { raise, raiseAttribute } from "./errors.ts";
import { newMappingProxy } from "./mappingproxy.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { lookInType, typeModified, typeName } from "./type-lookup.ts";

const typeOf = (self: PyObject): PyType => self as PyType;

export function getModule(rt: Runtime, self: PyObject): PyObject | null {
  const type = typeOf(self);
  if (!hasFlag(type, TypeFlag.HeapType)) return rt.intern(type.payload.module || "builtins");
  const module = dictGetText(type.payload.dict as PyObject, "__module__");
  return module === null ? raise(rt, "AttributeError", "__module__") : newRef(module);
}

/** Classes of the language itself cannot be renamed. */
export function checkHeap(
  rt: Runtime,
  type: PyType,
  name: string,
  value: PyObject | null,
): value is PyObject {
  if (!hasFlag(type, TypeFlag.HeapType)) {
    const owner = type.payload.name;
    raise(
      rt,
      "TypeError",
      rt.profile.immutableTypeWording
        ? `cannot set '${name}' attribute of immutable type '${owner}'`
        : `can't set ${owner}.${name}`,
    );
    return false;
  }
  if (value === null) {
    const owner = type.payload.name;
    raise(
      rt,
      "TypeError",
      rt.profile.immutableTypeWording
        ? `cannot delete '${name}' attribute of immutable type '${owner}'`
        : `can't delete ${owner}.${name}`,
    );
    return false;
  }
  return true;
}

export function setModule(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  if (!checkHeap(rt, type, "__module__", value)) return false;
  if (isStr(value)) type.payload.module = text(value);
  typeModified(type);
  return dictSetText(rt, type.payload.dict as PyObject, "__module__", value);
}

export function getName(rt: Runtime, self: PyObject): PyObject {
  const { heap, name } = typeOf(self).payload;
  return heap === null ? rt.newStr(name) : newRef(heap.nameObject);
}

export function setName(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  if (!checkHeap(rt, type, "__name__", value)) return false;
  if (!isStr(value)) {
    raise(
      rt,
      "TypeError",
      `can only assign string to ${type.payload.name}.__name__, not '${typeName(value.type)}'`,
    );
    return false;
  }
  const heap = type.payload.heap;
  if (heap === null) return false;
  const old = heap.nameObject;
  heap.nameObject = newRef(value);
  type.payload.name = text(value);
  decref(rt, old);
  return true;
}

export function getQualname(rt: Runtime, self: PyObject): PyObject {
  const { heap, qualname } = typeOf(self).payload;
  return heap === null ? rt.intern(qualname) : newRef(heap.qualnameObject);
}

export function setQualname(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  if (!checkHeap(rt, type, "__qualname__", value)) return false;
  if (!isStr(value)) {
    const got = typeName(value.type);
    raise(rt, "TypeError", `can only assign string to ${type.payload.name}.__qualname__, not '${got}'`);
    return false;
  }
  const heap = type.payload.heap;
  if (heap === null) return false;
  const old = heap.qualnameObject;
  heap.qualnameObject = newRef(value);
  type.payload.qualname = text(value);
  decref(rt, old);
  return true;
}

export function getDoc(rt: Runtime, self: PyObject): PyObject | null {
  const type = typeOf(self);
  const found = lookInType(rt, type, "__doc__");
  if (found === null) return newRef(rt.none);
  const bind = found.type.payload.slots.descrGet;
  return bind === undefined ? newRef(found) : bind(rt, found, null, type);
}

export function setDoc(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  if (!checkHeap(rt, type, "__doc__", value)) return false;
  typeModified(type);
  return dictSetText(rt, type.payload.dict as PyObject, "__doc__", value);
}

export function getDict(rt: Runtime, self: PyObject): PyObject {
  const type = typeOf(self);
  type.payload.lazy?.makeAll(rt, type);
  return newMappingProxy(rt, type.payload.dict as PyObject);
}

export function getAbstract(rt: Runtime, self: PyObject): PyObject | null {
  const type = typeOf(self);
  const methods = type === rt.types.type ? null : lookInType(rt, type, "__abstractmethods__");
  return methods === null ? raise(rt, "AttributeError", "__abstractmethods__") : newRef(methods);
}

export function setAbstract(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  const dict = type.payload.dict as PyObject;
  typeModified(type);
  if (value === null) {
    type.payload.flags &= ~TypeFlag.Abstract;
    if (dictDeleteText(rt, dict, "__abstractmethods__")) return true;
    if (rt.thread.exception === null) raise(rt, "AttributeError", "__abstractmethods__");
    return false;
  }
  const isAbstract = isTrue(rt, value);
  if (isAbstract === null) return false;
  if (isAbstract) type.payload.flags |= TypeFlag.Abstract;
  else type.payload.flags &= ~TypeFlag.Abstract;
  return dictSetText(rt, dict, "__abstractmethods__", value);
}

/** `C.__annotations__`: made on demand from 3.10, computed from 3.14. */
export function getAnnotations(rt: Runtime, self: PyObject): PyObject | null {
  const type = typeOf(self);
  const dict = type.payload.dict;
  if (!hasFlag(type, TypeFlag.HeapType) || dict === null) return noAnnotations(rt, type);
  const found = dictGetText(dict, "__annotations__") ?? dictGetText(dict, "__annotations_cache__");
  if (found !== null) {
    const bind = found.type.payload.slots.descrGet;
    return bind === undefined ? newRef(found) : bind(rt, found, null, type);
  }
  const annotate = dictGetText(dict, "__annotate_func__") ?? dictGetText(dict, "__annotate__");
  const made = annotate === null || annotate === rt.none ? newDict(rt) : computeAnnotations(rt, annotate);
  if (made === null) return null;
  const key = rt.profile.annotationsAreLazy ? "__annotations_cache__" : "__annotations__";
  dictSetText(rt, dict, key, made);
  typeModified(type);
  return made;
}

function computeAnnotations(rt: Runtime, annotate: PyObject): PyObject | null {
  const format = rt.newInt(1);
  hold(rt, "value in use", format);
  const made = call(rt, annotate, [format]);
  dropHeld(rt, "value in use", format);
  if (made === null || isDict(made)) return made;
  raise(rt, "TypeError", `__annotate__() must return a dict, not ${typeName(made.type)}`);
  decref(rt, made);
  return null;
}

function noAnnotations(rt: Runtime, type: PyType): null {
  const name = rt.intern("__annotations__");
  raiseAttribute(rt, type, name, `type object '${type.payload.name}' has no attribute '__annotations__'`);
  decref(rt, name);
  return null;
}

export function setAnnotations(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  const dict = type.payload.dict;
  if (!hasFlag(type, TypeFlag.HeapType) || dict === null) {
    raise(rt, "TypeError", `cannot set '__annotations__' attribute of immutable type '${type.payload.name}'`);
    return false;
  }
  typeModified(type);
  if (value !== null) return dictSetText(rt, dict, "__annotations__", value);
  if (dictDeleteText(rt, dict, "__annotations__")) return true;
  raise(rt, "AttributeError", "__annotations__");
  return false;
}

export function getBases(_rt: Runtime, self: PyObject): PyObject {
  return newRef(typeOf(self).payload.bases as PyObject);
}

export function typeParameters(rt: Runtime, self: PyObject): PyObject {
  const dict = typeOf(self).payload.dict;
  const found =
    dict === null || typeOf(self).payload.heap === null ? null : dictGetText(dict, "__type_params__");
  return found === null ? rt.newTuple([]) : newRef(found);
}

export function setTypeParameters(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = typeOf(self);
  if (!checkHeap(rt, type, "__type_params__", value)) return false;
  return dictSetText(rt, type.payload.dict as PyObject, "__type_params__", value);
}
