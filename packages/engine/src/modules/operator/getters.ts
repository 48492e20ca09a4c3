/** itemgetter, attrgetter, methodcaller.   [mirrors Modules/_operator.c] */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { call, getAttr, getAttrText, getItem, repr } from "../../objects/abstract.ts";
import { raise } from "../../objects/errors.ts";
import { checkPositional, noKeywords } from "../../objects/native-arguments.ts";
import { clearFields, fieldSlots, newWithFields } from "../../objects/native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "../../objects/object.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { newTuple, tupleItems } from "../../objects/tuple-object.ts";
import { noArgs, type TypeSpec } from "../../objects/typespec.ts";
import { bytesByVersion } from "../module-sizes.ts";

type Args = readonly PyObject[];
type Names = Args | null;

interface GetterData {
  /** A tuple of indices or dotted names. */
  items: PyObject;
}

const items = (o: PyObject): Args => tupleItems((o.payload as GetterData).items);
const flags = TypeFlag.HaveGc;

function newGetter(rt: Runtime, type: PyObject, args: Args): PyObject {
  const data: GetterData = { items: newTuple(rt, args.map(newRef)) };
  return newWithFields(rt, type as PyType, data, ["items"]);
}

function getterRepr(name: string) {
  return (rt: Runtime, self: PyObject): PyObject | null => {
    const shown: string[] = [];
    for (const each of items(self)) {
      const one = repr(rt, each);
      if (one === null) return null;
      shown.push(text(one));
      decref(rt, one);
    }
    return rt.newStr(`operator.${name}(${shown.join(", ")})`);
  };
}

/** The one result, or a tuple of several. */
function gather(rt: Runtime, self: PyObject, get: (item: PyObject) => PyObject | null): PyObject | null {
  const wanted = items(self);
  if (wanted.length === 1) return get(wanted[0] as PyObject);
  const found: PyObject[] = [];
  for (const each of wanted) {
    const one = get(each);
    if (one === null) {
      for (const o of found) decref(rt, o);
      return null;
    }
    found.push(one);
  }
  return newTuple(rt, found);
}

function getterCall(
  fname: string,
  get: (rt: Runtime, o: PyObject, item: PyObject) => PyObject | null,
): NonNullable<NonNullable<TypeSpec["slots"]>["call"]> {
  return (rt, self, args, names) => {
    if (!noKeywords(rt, fname, names) || !checkPositional(rt, fname, args.length, 1, 1)) return null;
    return gather(rt, self, (item) => get(rt, args[0] as PyObject, item));
  };
}

const reduce = noArgs("__reduce__", (rt, self) =>
  newTuple(rt, [newRef(self.type), newRef((self.payload as GetterData).items)]),
);

export const itemgetterSpec: TypeSpec = {
  name: "operator.itemgetter",
  pyName: "itemgetter",
  module: "operator",
  flags,
  basicsize: bytesByVersion("operator.itemgetter"),
  isHeapType: (profile) => profile.functoolsMakeTypes && "first",
  slots: {
    ...fieldSlots(["items"]),
    clear: clearFields(["items"]),
    new: (rt, type, args, names: Names) => {
      if (!noKeywords(rt, "itemgetter", names)) return null;
      if (args.length === 0) return raise(rt, "TypeError", "itemgetter expected at least 1 argument, got 0");
      return newGetter(rt, type, args);
    },
    call: getterCall("itemgetter", getItem),
    repr: getterRepr("itemgetter"),
  },
  methods: [reduce],
};

/** `a.b.c` step by step. */
function getDotted(rt: Runtime, o: PyObject, name: PyObject): PyObject | null {
  const parts = text(name).split(".");
  if (parts.length === 1) return getAttr(rt, o, name);
  let value: PyObject | null = newRef(o);
  for (const part of parts) {
    hold(rt, "value in use", value);
    const next: PyObject | null = getAttrText(rt, value, part);
    dropHeld(rt, "value in use", value);
    value = next;
    if (value === null) return null;
  }
  return value;
}

export const attrgetterSpec: TypeSpec = {
  name: "operator.attrgetter",
  pyName: "attrgetter",
  module: "operator",
  flags,
  basicsize: bytesByVersion("operator.attrgetter"),
  isHeapType: (profile) => profile.functoolsMakeTypes && "last",
  slots: {
    ...fieldSlots(["items"]),
    clear: clearFields(["items"]),
    new: (rt, type, args, names: Names) => {
      if (!noKeywords(rt, "attrgetter", names)) return null;
      if (args.length === 0) return raise(rt, "TypeError", "attrgetter expected at least 1 argument, got 0");
      if (!args.every(isStr)) return raise(rt, "TypeError", "attribute name must be a string");
      return newGetter(rt, type, args);
    },
    call: getterCall("attrgetter", getDotted),
    repr: getterRepr("attrgetter"),
  },
  methods: [reduce],
};

interface CallerData {
  name: PyObject;
  args: PyObject;
  /** Names of the last arguments, a tuple. */
  keywords: PyObject;
}

const callerFields = ["name", "args", "keywords"] as const;

export const methodcallerSpec: TypeSpec = {
  name: "operator.methodcaller",
  pyName: "methodcaller",
  module: "operator",
  flags,
  basicsize: bytesByVersion("operator.methodcaller"),
  isHeapType: (profile) => profile.functoolsMakeTypes && "last",
  slots: {
    ...fieldSlots(callerFields),
    clear: clearFields(callerFields),
    new: (rt, type, args, names: Names) => {
      const [name, ...rest] = args;
      if (name === undefined)
        return raise(rt, "TypeError", "methodcaller needs at least one argument, the method name");
      if (!isStr(name)) return raise(rt, "TypeError", "method name must be a string");
      const data: CallerData = {
        name: newRef(name),
        args: newTuple(rt, rest.map(newRef)),
        keywords: newTuple(rt, (names ?? []).map(newRef)),
      };
      return newWithFields(rt, type, data, callerFields);
    },
    call: (rt, self, args, names) => {
      if (!noKeywords(rt, "methodcaller", names) || !checkPositional(rt, "methodcaller", args.length, 1, 1))
        return null;
      const data = self.payload as CallerData;
      const method = getAttr(rt, args[0] as PyObject, data.name);
      if (method === null) return null;
      const keywords = tupleItems(data.keywords);
      hold(rt, "function being called", method);
      const result = call(rt, method, tupleItems(data.args), keywords.length === 0 ? null : keywords);
      dropHeld(rt, "function being called", method);
      return result;
    },
    repr: (rt, self) => {
      const data = self.payload as CallerData;
      const shown: string[] = [];
      const all = [data.name, ...tupleItems(data.args)];
      const keywords = tupleItems(data.keywords);
      for (const [i, each] of all.entries()) {
        const one = repr(rt, each);
        if (one === null) return null;
        const keyword = keywords[i - (all.length - keywords.length)];
        shown.push(keyword === undefined ? text(one) : `${text(keyword)}=${text(one)}`);
        decref(rt, one);
      }
      return rt.newStr(`operator.methodcaller(${shown.join(", ")})`);
    },
  },
};
