/** `int | str`.   [mirrors Objects/unionobject.c] */
import { decref, newRef } from "../memory/refcount.ts";
import { equals, isInstance, isSubclass } from "./abstract.ts";
import { aliasItemText } from "./alias-repr.ts";
import { raise } from "./errors.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type CompareOp, hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { makeSet } from "./set-algebra.ts";
import { frozenHash } from "./set-hash.ts";
import { newTuple, tupleItems } from "./tuple-object.ts";
import { member, oneArg, type TypeSpec } from "./typespec.ts";

interface UnionData {
  args: PyObject;
}

const args = (o: PyObject): readonly PyObject[] => tupleItems((o.payload as UnionData).args);

function isUnionable(rt: Runtime, o: PyObject): boolean {
  return (
    o === rt.none ||
    hasFlag(o.type, TypeFlag.TypeSubclass) ||
    o.type === rt.types.GenericAlias ||
    o.type === rt.types.TypeAliasType ||
    (rt.profile.annotatesLazily && (o.type === rt.types.TypeVar || o.type === rt.types.ParamSpec)) ||
    o.type === rt.types.UnionType
  );
}

/** `a | b` for types; NotImplemented for anything else. One distinct type alone is itself. [_Py_union_type_or] */
export function makeUnion(rt: Runtime, a: PyObject, b: PyObject): PyObject | null {
  if (!rt.profile.typesUnite || !isUnionable(rt, a) || !isUnionable(rt, b)) return newRef(rt.notImplemented);
  const members: PyObject[] = [];
  for (const side of [a, b]) {
    const parts =
      side.type === rt.types.UnionType ? args(side) : [side === rt.none ? rt.types.NoneType : side];
    for (const part of parts) {
      const known = isAmong(rt, members, part);
      if (known === null) return null;
      if (!known) members.push(part);
    }
  }
  const [only] = members;
  if (members.length === 1 && only !== undefined) return newRef(only);
  const payload: UnionData = { args: newTuple(rt, members.map(newRef)) };
  return newWithFields(rt, rt.types.UnionType, payload, ["args"]);
}

function isAmong(rt: Runtime, members: readonly PyObject[], part: PyObject): boolean | null {
  for (const each of members) {
    if (each === part) return true;
    if (hasFlag(each.type, TypeFlag.TypeSubclass) && hasFlag(part.type, TypeFlag.TypeSubclass)) continue;
    const same = equals(rt, each, part);
    if (same !== false) return same;
  }
  return false;
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  const shown: string[] = [];
  for (const each of args(self)) {
    const one = aliasItemText(rt, each);
    if (one === null) return null;
    shown.push(one);
  }
  return rt.newStr(shown.join(" | "));
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const set = makeSet(rt, rt.types.frozenset, (self.payload as UnionData).args);
  if (set === null) return null;
  const value = frozenHash(rt, set);
  decref(rt, set);
  return value;
}

/** The order of the members does not matter. */
function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (other.type !== rt.types.UnionType || (op !== "==" && op !== "!=")) return newRef(rt.notImplemented);
  let same: boolean | null = args(self).length === args(other).length;
  for (const each of args(self)) {
    if (same !== true) break;
    same = isAmong(rt, args(other), each);
  }
  if (same === null) return null;
  return newRef(same === (op === "==") ? rt.true : rt.false);
}

function checker(
  fname: string,
  test: (rt: Runtime, o: PyObject, cls: PyObject) => boolean | null,
): (rt: Runtime, self: PyObject, o: PyObject) => PyObject | null {
  return (rt, self, o) => {
    for (const each of args(self)) {
      if (each.type === rt.types.GenericAlias)
        return raise(rt, "TypeError", `${fname}() argument 2 cannot be a parameterized generic`);
      const answer = test(rt, o, each);
      if (answer === null) return null;
      if (answer) return newRef(rt.true);
    }
    return newRef(rt.false);
  };
}

export const unionSpec: TypeSpec = {
  name: "UnionType",
  versionName: (profile) =>
    profile.unionIsTypings ? { name: "Union", module: "typing" } : { name: "UnionType", module: "types" },
  flags: TypeFlag.HaveGc,
  basicsize: 40,
  slots: {
    ...fieldSlots(["args"]),
    repr,
    hash,
    richcompare: compare,
    or: makeUnion,
  },
  getset: [member("__args__", (_rt, self) => newRef((self.payload as UnionData).args))],
  methods: [
    oneArg("__instancecheck__", checker("isinstance", isInstance)),
    oneArg("__subclasscheck__", checker("issubclass", isSubclass)),
  ],
  exists: (profile) => profile.typesUnite,
};
