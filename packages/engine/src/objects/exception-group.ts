/** Exception groups (3.11+). [mirrors BaseExceptionGroup_new and its methods in Objects/exceptions.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, callMethod, isInstance, isTrue } from "./abstract.ts";
import { exceptionNew, field, fieldMember, setField } from "./base-exception.ts";
import { raise, setCause, setContext, setTraceback } from "./errors.ts";
import { isException, type PyException } from "./exception-object.ts";
import { checkPositional } from "./native-arguments.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isStr } from "./str-object.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { argumentTypeName } from "./type-lookup.ts";
import { method, oneArg, type TypeSpec } from "./typespec.ts";

function groupNew(rt: Runtime, type: PyType, args: readonly PyObject[]): PyObject | null {
  if (!checkPositional(rt, "BaseExceptionGroup.__new__", args.length, 2, 2)) return null;
  const [message, given] = args as [PyObject, PyObject];
  if (!isStr(message))
    return raise(rt, "TypeError", `argument 1 must be str, not ${argumentTypeName(message)}`);
  const members = call(rt, rt.types.tuple, [given]);
  if (members === null) return null;
  const chosen = groupType(rt, type, tupleItems(members));
  const self = chosen === null ? null : exceptionNew(rt, chosen, args, null);
  if (self === null) {
    decref(rt, members);
    return null;
  }
  setField(rt, self, "message", newRef(message));
  setField(rt, self, "exceptions", members);
  return self;
}

/** The class to make: a BaseExceptionGroup of plain exceptions becomes an ExceptionGroup. */
function groupType(rt: Runtime, type: PyType, members: readonly PyObject[]): PyType | null {
  if (members.length === 0)
    return raise(rt, "ValueError", "second argument (exceptions) must be a non-empty sequence");
  const at = members.findIndex((o) => !isException(o));
  if (at >= 0)
    return raise(rt, "ValueError", `Item ${at} of second argument (exceptions) is not an exception`);
  const arePlain = members.every((o) => o.type.payload.mroTypes.includes(rt.types.Exception));
  if (type === rt.types.BaseExceptionGroup) return arePlain ? rt.types.ExceptionGroup : type;
  if (!arePlain && type === rt.types.ExceptionGroup)
    return raise(rt, "TypeError", "Cannot nest BaseExceptions in an ExceptionGroup");
  return type;
}

function groupStr(rt: Runtime, self: PyObject): PyObject {
  const message = field(self, "message");
  const count = tupleItems(field(self, "exceptions") as PyObject).length;
  const said = message !== null && isStr(message) ? message.payload.text : "";
  return rt.newStr(`${said} (${count} sub-exception${count === 1 ? "" : "s"})`);
}

type Condition = (rt: Runtime, exception: PyObject) => boolean | null;

/** A type, a tuple of types, or a function that says yes. */
function conditionOf(rt: Runtime, given: PyObject): Condition | null {
  if (isTuple(given) || hasFlag(given.type, TypeFlag.TypeSubclass))
    return (_rt, exception) => isInstance(rt, exception, given);
  if (given.type.payload.slots.call === undefined)
    return raise(rt, "TypeError", "expected a function, exception type or tuple of exception types");
  return (_rt, exception) => {
    const answer = call(rt, given, [exception]);
    if (answer === null) return null;
    hold(rt, "result in use", answer);
    const truth = isTrue(rt, answer);
    dropHeld(rt, "result in use", answer);
    return truth;
  };
}

function isGroup(rt: Runtime, o: PyObject): boolean {
  return (
    o.type.payload.mroTypes.includes(rt.types.BaseExceptionGroup) || o.type === rt.types.BaseExceptionGroup
  );
}

/** The part that matches (or does not), with the nesting kept; null when empty. New reference. */
function filter(rt: Runtime, self: PyObject, condition: Condition, wanted: boolean): PyObject | null {
  const whole = condition(rt, self);
  if (whole === null) return null;
  if (whole) return wanted ? newRef(self) : null;
  if (!isGroup(rt, self)) return wanted ? null : newRef(self);
  const kept: PyObject[] = [];
  for (const member of tupleItems(field(self, "exceptions") as PyObject)) {
    const part = filter(rt, member, condition, wanted);
    if (part !== null) kept.push(part);
    if (rt.thread.exception !== null) break;
  }
  if (kept.length === 0 || rt.thread.exception !== null) return null;
  const list = rt.newList(kept);
  hold(rt, "container in use", list);
  const derived = callMethod(rt, self, "derive", [list]);
  dropHeld(rt, "container in use", list);
  if (derived !== null && isException(derived)) copyContext(rt, self as PyException, derived);
  return derived;
}

function copyContext(rt: Runtime, from: PyException, to: PyException): void {
  const { traceback, context, cause } = from.payload;
  if (traceback !== null) setTraceback(rt, to, newRef(traceback));
  if (context !== null) setContext(rt, to, newRef(context));
  if (cause !== null) setCause(rt, to, newRef(cause));
}

/** `split`: (matching, rest), None where empty. Used by `except*` too. */
export function splitGroup(rt: Runtime, self: PyObject, given: PyObject): [PyObject, PyObject] | null {
  const condition = conditionOf(rt, given);
  if (condition === null) return null;
  const match = filter(rt, self, condition, true);
  if (rt.thread.exception !== null) return null;
  const rest = filter(rt, self, condition, false);
  if (rt.thread.exception !== null) return null;
  return [match ?? newRef(rt.none), rest ?? newRef(rt.none)];
}

function split(rt: Runtime, self: PyObject, given: PyObject): PyObject | null {
  const parts = splitGroup(rt, self, given);
  return parts === null ? null : rt.newTuple(parts);
}

function subgroup(rt: Runtime, self: PyObject, given: PyObject): PyObject | null {
  const condition = conditionOf(rt, given);
  if (condition === null) return null;
  const match = filter(rt, self, condition, true);
  return match ?? (rt.thread.exception === null ? newRef(rt.none) : null);
}

function derive(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  return call(rt, rt.types.BaseExceptionGroup, [field(self, "message") as PyObject, args[0] as PyObject]);
}

const hasGroups: NonNullable<TypeSpec["exists"]> = (profile) => profile.hasExceptionGroups;

export const exceptionGroupSpecs: readonly TypeSpec[] = [
  {
    name: "BaseExceptionGroup",
    base: "BaseException",
    flags: TypeFlag.BaseType,
    basicsize: (profile) => profile.exceptionBytes + profile.exceptionGroupBytes,
    slots: { new: groupNew, init: () => true, str: groupStr },
    methods: [
      oneArg("split", split),
      oneArg("subgroup", subgroup),
      method("derive", derive, { min: 1, max: 1 }),
    ],
    getset: ["message", "exceptions"].map(fieldMember),
    exists: hasGroups,
  },
  {
    name: "ExceptionGroup",
    base: "BaseExceptionGroup",
    moreBases: ["Exception"],
    flags: TypeFlag.BaseType,
    exists: hasGroups,
  },
];
