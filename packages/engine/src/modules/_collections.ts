/** The C half of collections.   [mirrors Modules/_collectionsmodule.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { binaryOp, getIter, iterNext } from "../objects/abstract.ts";
import { dictGet, dictSet } from "../objects/dict.ts";
import { raise } from "../objects/errors.ts";
import { checkPositional } from "../objects/native-arguments.ts";
import { fieldSlots, newWithFields } from "../objects/native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { isTuple, tupleItems } from "../objects/tuple-object.ts";
import { method, noArgs, type TypeSpec } from "../objects/typespec.ts";
import { dequeIteratorSpec, dequeReverseIteratorSpec, dequeSpec } from "./collections/deque.ts";
import { defaultdictSpec, orderedDictSpec } from "./collections/dict-kinds.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** Counts items into a dict. [_collections__count_elements_impl] */
function countElements(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const [mapping, iterable] = args as [PyObject, PyObject];
  const iterator = getIter(rt, iterable);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let done = true;
  while (done) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    rt.charge(1, 0);
    done = countOne(rt, mapping, item);
    decref(rt, item);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return done && rt.thread.exception === null ? newRef(rt.none) : null;
}

function countOne(rt: Runtime, mapping: PyObject, item: PyObject): boolean {
  const known = dictGet(rt, mapping, item);
  if (known === null && rt.thread.exception !== null) return false;
  const one = rt.newInt(1);
  hold(rt, "value in use", one);
  const next = known === null ? newRef(one) : binaryOp(rt, "add", known, one);
  dropHeld(rt, "value in use", one);
  if (next === null) return false;
  hold(rt, "value in use", next);
  const done = dictSet(rt, mapping, item, next);
  dropHeld(rt, "value in use", next);
  return done;
}

interface TupleGetterData {
  index: number;
  doc: PyObject;
}

/** The property of a namedtuple's field. */
const tupleGetterSpec: TypeSpec = {
  name: "_collections._tuplegetter",
  pyName: "_tuplegetter",
  module: "_collections",
  flags: TypeFlag.HaveGc,
  basicsize: 32,
  slots: {
    ...fieldSlots(["doc"]),
    new: (rt, type, args) => {
      if (!checkPositional(rt, "_tuplegetter", args.length, 2, 2)) return null;
      const index = Number((args[0] as PyObject<number | bigint>).payload);
      const data: TupleGetterData = { index, doc: newRef(args[1] as PyObject) };
      return newWithFields(rt, type, data, ["doc"]);
    },
    descrGet: (rt, self, instance) => {
      if (instance === null || instance === rt.none) return newRef(self);
      const { index } = self.payload as TupleGetterData;
      if (!isTuple(instance))
        return raise(
          rt,
          "TypeError",
          `descriptor for index '${index}' for tuple subclasses doesn't apply to '${instance.type.payload.name}' object`,
        );
      const item = tupleItems(instance)[index];
      return item === undefined ? raise(rt, "IndexError", "tuple index out of range") : newRef(item);
    },
    descrSet: (rt, _self, _instance, value) => {
      raise(rt, "AttributeError", value === null ? "can't delete attribute" : "can't set attribute");
      return false;
    },
  },
  getset: [
    {
      name: "__doc__",
      isMember: true,
      get: (_rt, self) => newRef((self.payload as TupleGetterData).doc),
    },
  ],
  methods: [
    noArgs("__reduce__", (rt, self) => {
      const { index, doc } = self.payload as TupleGetterData;
      return rt.newTuple([newRef(self.type), rt.newTuple([rt.newInt(index), newRef(doc)])]);
    }),
  ],
};

export const collectionsTypes: readonly TypeSpec[] = [
  dequeSpec,
  defaultdictSpec,
  orderedDictSpec,
  dequeIteratorSpec,
  dequeReverseIteratorSpec,
  tupleGetterSpec,
];

export const collectionsCModule: ModuleSpec = {
  name: "_collections",
  functions: [method("_count_elements", countElements, { min: 2, max: 2 })],
  populate: (rt, _module, set) => {
    addTypes(rt, collectionsTypes, set);
    return true;
  },
};
