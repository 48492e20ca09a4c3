/** `BaseException`: what all exceptions share.   [mirrors Objects/exceptions.c] */
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { call, getOptionalAttr, reprText, setAttrText, str } from "./abstract.ts";
import { dictItems, newDict } from "./dict.ts";
import { raise, setCause, setContext, setTraceback } from "./errors.ts";
import { type ExceptionData, isException, type PyException } from "./exception-object.ts";
import { allocInstance, setInstanceDict } from "./instance.ts";
import { attributesOf } from "./instance-attributes.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isStr } from "./str-object.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { argumentTypeName, typeName } from "./type-lookup.ts";
import { type GetSetSpec, getset, member, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

export function exceptionData(self: PyObject): ExceptionData {
  return (self as PyException).payload;
}

/** A field of the exception's own struct; borrowed, null when unset. */
export function field(self: PyObject, name: string): PyObject | null {
  return exceptionData(self).fields?.get(name) ?? null;
}

/** Stores a field (stolen); null removes it. */
export function setField(rt: Runtime, self: PyObject, name: string, value: PyObject | null): void {
  const data = exceptionData(self);
  data.fields ??= new Map();
  const old = data.fields.get(name) ?? null;
  if (value === null) data.fields.delete(name);
  else data.fields.set(name, value);
  if (rt.recorder !== null) rt.recorder.slotWrite(self, name, null, old, value);
  xdecref(rt, old);
}

/** The positional arguments become `args`; keywords are the subclass's business. [BaseException_new] */
export function exceptionNew(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  const positional = args.slice(0, args.length - (names?.length ?? 0));
  const data: ExceptionData = {
    args: takeCallTuple(rt, positional) ?? rt.newTuple(positional.map(newRef)),
    traceback: null,
    context: null,
    cause: null,
    suppressContext: false,
    fields: null,
    newArguments: args,
  };
  const self = allocInstance(rt, type, data);
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "args", null, null, data.args);
  rt.heap.track(self);
  return self;
}

/** The tuple the class was called with, when these are its items; a new reference. */
function takeCallTuple(rt: Runtime, args: Args): PyObject | null {
  const tuple = rt.thread.callTuple;
  rt.thread.callTuple = null;
  if (tuple === null || !isTuple(tuple)) return null;
  const items = tupleItems(tuple);
  return items.length === args.length && items.every((o, i) => o === args[i]) ? newRef(tuple) : null;
}

/** [BaseException_init] */
export function exceptionInit(rt: Runtime, self: PyObject, args: Args, names: Names): boolean {
  if (names !== null && names.length > 0) {
    raise(rt, "TypeError", `${typeName(self.type)}() takes no keyword arguments`);
    return false;
  }
  setArgs(rt, self, args);
  return true;
}

/** `args` again, unless it is what `__new__` already stored. */
export function setArgs(rt: Runtime, self: PyObject, args: Args): void {
  const data = exceptionData(self);
  // A class calls both with the same tuple; `super().__init__(…)` comes with another one.
  const isSame = data.newArguments === args;
  data.newArguments = null;
  if (isSame) return;
  if (args.length === 0 && tupleItems(data.args).length === 0) return;
  replaceArgs(rt, self, rt.newTuple(args.map(newRef)));
}

function replaceArgs(rt: Runtime, self: PyObject, args: PyObject): void {
  const data = exceptionData(self);
  const old = data.args;
  data.args = args;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "args", null, old, args);
  decref(rt, old);
}

export function exceptionTraverse(self: PyObject, visit: Visit): void {
  const data = exceptionData(self);
  if (data.fields !== null) for (const [name, value] of data.fields) visit(value, name, null);
  const dict = self.attrs?.dict ?? null;
  if (dict !== null) visit(dict, "__dict__", null);
  visit(data.args, "args", null);
  if (data.traceback !== null) visit(data.traceback, "__traceback__", null);
  if (data.cause !== null) visit(data.cause, "__cause__", null);
  if (data.context !== null) visit(data.context, "__context__", null);
}

/** Own fields, dict, args, traceback, cause, context, in this order. [BaseException_clear] */
function exceptionClear(rt: Runtime, self: PyObject): void {
  const data = exceptionData(self);
  const fields = data.fields;
  if (fields !== null) for (const name of [...fields.keys()]) setField(rt, self, name, null);
  const dict = self.attrs?.dict ?? null;
  if (self.attrs !== null && dict !== null) {
    self.attrs.dict = null;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
    decref(rt, dict);
  }
  replaceArgs(rt, self, rt.newTuple([]));
  for (const part of ["traceback", "cause", "context"] as const) {
    const held = data[part];
    data[part] = null;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, `__${part}__`, null, held, null);
    xdecref(rt, held);
  }
}

function exceptionDealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  exceptionClear(rt, self);
  const args = exceptionData(self).args;
  decref(rt, args);
  rt.heap.free(self);
}

function exceptionStr(rt: Runtime, self: PyObject): PyObject | null {
  const args = tupleItems(exceptionData(self).args);
  if (args.length === 0) return rt.newStr("");
  return str(rt, args.length === 1 ? (args[0] as PyObject) : exceptionData(self).args);
}

function exceptionRepr(rt: Runtime, self: PyObject): PyObject | null {
  const args = exceptionData(self).args;
  const items = tupleItems(args);
  const name = typeName(self.type);
  if (items.length !== 1) {
    const inner = reprText(rt, args);
    return inner === null ? null : rt.newStr(`${name}${inner}`);
  }
  const inner = reprText(rt, items[0] as PyObject);
  return inner === null ? null : rt.newStr(`${name}(${inner})`);
}

function setArgsAttribute(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  if (value === null) {
    raise(rt, "TypeError", "args may not be deleted");
    return false;
  }
  const tuple = call(rt, rt.types.tuple, [value]);
  if (tuple === null) return false;
  replaceArgs(rt, self, tuple);
  return true;
}

function setTracebackAttribute(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  if (value === null) {
    raise(rt, "TypeError", "__traceback__ may not be deleted");
    return false;
  }
  if (value !== rt.none && value.type !== rt.types.traceback) {
    raise(rt, "TypeError", "__traceback__ must be a traceback or None");
    return false;
  }
  setTraceback(rt, self as PyException, value === rt.none ? null : newRef(value));
  return true;
}

function setLink(name: "__cause__" | "__context__", store: typeof setCause) {
  const word = name === "__cause__" ? "cause" : "context";
  return (rt: Runtime, self: PyObject, value: PyObject | null): boolean => {
    if (value === null) {
      raise(rt, "TypeError", `${name} may not be deleted`);
      return false;
    }
    if (value !== rt.none && !isException(value)) {
      raise(rt, "TypeError", `exception ${word} must be None or derive from BaseException`);
      return false;
    }
    store(rt, self as PyException, value === rt.none ? null : newRef(value));
    return true;
  };
}

function withTraceback(rt: Runtime, self: PyObject, traceback: PyObject): PyObject | null {
  return setTracebackAttribute(rt, self, traceback) ? newRef(self) : null;
}

function addNote(rt: Runtime, self: PyObject, note: PyObject): PyObject | null {
  if (!isStr(note)) {
    const message = rt.profile.addNoteNamesArgument
      ? `add_note() argument must be str, not ${argumentTypeName(note)}`
      : `note must be a str, not '${typeName(note.type)}'`;
    return raise(rt, "TypeError", message);
  }
  let notes = getOptionalAttr(rt, self, "__notes__");
  if (notes === null) {
    if (rt.thread.exception !== null) return null;
    notes = rt.newList([]);
    if (!setAttrText(rt, self, "__notes__", notes)) return null;
  }
  const append = getOptionalAttr(rt, notes, "append");
  const result = append === null ? null : call(rt, append, [note]);
  xdecref(rt, append);
  decref(rt, notes);
  if (result === null)
    return rt.thread.exception === null
      ? raise(rt, "TypeError", "Cannot add note: __notes__ is not a list")
      : null;
  decref(rt, result);
  return newRef(rt.none);
}

function reduce(rt: Runtime, self: PyObject): PyObject {
  const parts = [newRef(self.type), newRef(exceptionData(self).args)];
  const dict = self.attrs?.dict ?? null;
  if (dict !== null) parts.push(newRef(dict));
  return rt.newTuple(parts as PyObject[]);
}

function setState(rt: Runtime, self: PyObject, state: PyObject): PyObject | null {
  if (state === rt.none) return newRef(rt.none);
  if (state.type !== rt.types.dict) return raise(rt, "TypeError", "state is not a dictionary");
  for (const [key, value] of dictItems(state)) {
    const setattro = self.type.payload.slots.setattro;
    if (setattro !== undefined && !setattro(rt, self, key, value)) return null;
  }
  return newRef(rt.none);
}

/** The instance dict, made when somebody asks. [PyObject_GenericGetDict] */
function instanceDict(rt: Runtime, self: PyObject): PyObject {
  const attrs = attributesOf(self);
  if (attrs.dict === null) {
    attrs.dict = newDict(rt);
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, null, attrs.dict);
  }
  return newRef(attrs.dict);
}

export const baseExceptionSpec: TypeSpec = {
  name: "BaseException",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc | TypeFlag.BaseExceptionSubclass | TypeFlag.HasDict,
  basicsize: (profile) => profile.exceptionBytes,
  slots: {
    new: exceptionNew,
    init: exceptionInit,
    dealloc: exceptionDealloc,
    traverse: exceptionTraverse,
    clear: exceptionClear,
    repr: exceptionRepr,
    str: exceptionStr,
  },
  methods: [
    noArgs("__reduce__", reduce),
    oneArg("__setstate__", setState),
    oneArg("with_traceback", withTraceback),
    { ...oneArg("add_note", addNote), exists: (profile) => profile.hasExceptionGroups },
  ],
  getset: [
    getset("args", (_rt, self) => newRef(exceptionData(self).args), setArgsAttribute),
    getset(
      "__traceback__",
      (rt, self) => newRef(exceptionData(self).traceback ?? rt.none),
      setTracebackAttribute,
    ),
    getset(
      "__context__",
      (rt, self) => newRef(exceptionData(self).context ?? rt.none),
      setLink("__context__", setContext),
    ),
    getset(
      "__cause__",
      (rt, self) => newRef(exceptionData(self).cause ?? rt.none),
      setLink("__cause__", setCause),
    ),
    getset("__dict__", instanceDict, setInstanceDict),
    {
      name: "__suppress_context__",
      isMember: true,
      get: (rt, self) => newRef(exceptionData(self).suppressContext ? rt.true : rt.false),
      set: (rt, self, value) => {
        exceptionData(self).suppressContext = value === rt.true;
        return true;
      },
    },
  ],
};

/** A field that reads None while unset. */
export function fieldMember(name: string): GetSetSpec {
  return member(
    name,
    (rt, self) => newRef(field(self, name) ?? rt.none),
    (rt, self, value) => {
      setField(rt, self, name, value === null ? null : newRef(value));
      return true;
    },
  );
}
