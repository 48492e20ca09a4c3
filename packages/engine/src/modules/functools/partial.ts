/** functools.partial.   [mirrors partial in Modules/_functoolsmodule.c] */
import { decref, newRef } from "../../memory/refcount.ts";
import {
  call,
  callHolding,
  callUnpacked,
  isCallable,
  repr,
  str,
  takesVector,
  unpacked,
} from "../../objects/abstract.ts";
import { classGetItem } from "../../objects/class-getitem.ts";
import { dictItems, dictSet, dictSize, newDict } from "../../objects/dict.ts";
import { raise } from "../../objects/errors.ts";
import { getInstanceDict, setInstanceDict } from "../../objects/instance.ts";
import { clearFields, fieldSlots, newWithFields } from "../../objects/native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "../../objects/object.ts";
import { reprEnter, reprLeave } from "../../objects/repr-guard.ts";
import { text } from "../../objects/str-object.ts";
import { newTuple, tupleItems } from "../../objects/tuple-object.ts";
import { getset, member, noArgs, type TypeSpec } from "../../objects/typespec.ts";

interface PartialData {
  func: PyObject;
  args: PyObject;
  keywords: PyObject;
}

const fields = ["func", "args", "keywords"] as const;
const data = (o: PyObject): PartialData => o.payload as PartialData;

type Args = readonly PyObject[];
type Names = readonly PyObject[] | null;

/** A partial of a plain partial takes the inner one's function and arguments over. */
function partialNew(rt: Runtime, type: PyObject, args: Args, names: Names): PyObject | null {
  const positional = args.length - (names?.length ?? 0);
  const [first] = args;
  if (positional < 1 || first === undefined)
    return raise(rt, "TypeError", "type 'partial' takes at least one argument");
  if (!isCallable(first)) return raise(rt, "TypeError", "the first argument must be callable");
  const inner =
    first.type === rt.types["functools.partial"] && first.attrs?.dict == null ? data(first) : null;
  const keywords = newDict(rt);
  if (inner !== null) for (const [key, value] of dictItems(inner.keywords)) dictSet(rt, keywords, key, value);
  for (let i = 0; i < (names?.length ?? 0); i += 1)
    dictSet(rt, keywords, (names as Args)[i] as PyObject, args[positional + i] as PyObject);
  const own = [...(inner === null ? [] : tupleItems(inner.args)), ...args.slice(1, positional)];
  const payload: PartialData = {
    func: newRef(inner === null ? first : inner.func),
    args: newTuple(rt, own.map(newRef)),
    keywords,
  };
  return newWithFields(rt, type as PyType, payload, fields);
}

/** A function behind it that takes an array gets one; anything else a tuple and a dict. [partial_vectorcall, partial_call] */
function partialCall(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const { func, args: own, keywords } = data(self);
  const positional = args.length - (names?.length ?? 0);
  const merged = mergeKeywords(keywords, args.slice(positional), names ?? []);
  const before = tupleItems(own);
  const all = [...before, ...args.slice(0, positional), ...merged.values];
  const mergedNames = merged.names.length === 0 ? null : merged.names;
  const isVector = takesVector(func);
  if (isVector && rt.profile.partialTakesVector) return call(rt, func, all, mergedNames);
  const tuple = newTuple(rt, args.slice(0, positional).map(newRef));
  const held = [tuple, ...args.slice(positional).map(newRef)];
  if (isVector) {
    held.push(...(mergedNames === null ? [] : unpacked(rt, all, mergedNames)));
    return callHolding(rt, held, () => call(rt, func, all, mergedNames));
  }
  const joined =
    before.length === 0 || positional === 0
      ? null
      : newTuple(rt, all.slice(0, before.length + positional).map(newRef));
  if (joined !== null) held.push(joined);
  if (dictSize(keywords) > 0) held.push(...merged.values.map(newRef));
  const passed = joined ?? (before.length === 0 ? tuple : own);
  return callHolding(rt, held, () => callUnpacked(rt, func, passed, all, mergedNames));
}

/** The partial's keywords with the call's over them. */
function mergeKeywords(own: PyObject, values: Args, names: Args): { names: PyObject[]; values: PyObject[] } {
  const merged = new Map<string, [PyObject, PyObject]>();
  for (const [key, value] of dictItems(own)) merged.set(text(key), [key, value]);
  names.forEach((name, i) => {
    merged.set(text(name), [name, values[i] as PyObject]);
  });
  const entries = [...merged.values()];
  return { names: entries.map(([name]) => name), values: entries.map(([, value]) => value) };
}

function partialRepr(rt: Runtime, self: PyObject): PyObject | null {
  if (!reprEnter(rt, self)) return rt.newStr("...");
  const { func, args, keywords } = data(self);
  const shown: string[] = [];
  const add = (o: PyObject, prefix: string): boolean => {
    const one = repr(rt, o);
    if (one === null) return false;
    shown.push(prefix + text(one));
    decref(rt, one);
    return true;
  };
  let done = add(func, "");
  for (const each of tupleItems(args)) done = done && add(each, "");
  for (const [key, value] of dictItems(keywords)) {
    const name = done ? str(rt, key) : null;
    done = name !== null && add(value, `${text(name)}=`);
    if (name !== null) decref(rt, name);
  }
  reprLeave(rt, self);
  const prefix = self.type.payload.name === "partial" ? "functools.partial" : self.type.payload.qualname;
  return done ? rt.newStr(`${prefix}(${shown.join(", ")})`) : null;
}

export const partialSpec: TypeSpec = {
  name: "functools.partial",
  pyName: "partial",
  module: "functools",
  flags:
    TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasDict | TypeFlag.HasWeakrefs | TypeFlag.HasVectorcall,
  basicsize: (profile) => profile.partialBytes,
  isHeapType: (profile) => profile.functoolsMakeTypes && "first",
  slots: {
    ...fieldSlots(fields),
    clear: clearFields(fields),
    new: partialNew,
    call: partialCall,
    repr: partialRepr,
  },
  versionSlots: (profile) =>
    profile.partialIsMethod
      ? {
          descrGet: (rt, self, instance) =>
            instance === null || instance === rt.none ? newRef(self) : rt.newMethod(self, instance),
        }
      : {},
  getset: [
    getset("__dict__", getInstanceDict, setInstanceDict),
    member("func", (_rt, self) => newRef(data(self).func)),
    member("args", (_rt, self) => newRef(data(self).args)),
    member("keywords", (_rt, self) => newRef(data(self).keywords)),
  ],
  methods: [
    classGetItem,
    noArgs("__reduce__", (rt, self) => {
      const { func, args, keywords } = data(self);
      const state = newTuple(rt, [
        newRef(func),
        newRef(args),
        newRef(keywords),
        newRef(self.attrs?.dict ?? rt.none),
      ]);
      return newTuple(rt, [newRef(self.type), newTuple(rt, [newRef(func)]), state]);
    }),
  ],
};
