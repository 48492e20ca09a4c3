/** Built-in functions about numbers and characters.   [mirrors Python/bltinmodule.c, Objects/longobject.c] */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, callSpecialMethod, getIter, iterNext, length, richCompareBool } from "../objects/abstract.ts";
import { binaryOp, indexValue, powerOp } from "../objects/abstract-number.ts";
import { raise } from "../objects/errors.ts";
import { intArgument } from "../objects/indices.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { typeName } from "../objects/type-lookup.ts";
import { keywordMethod, method, type NativeSpec, oneArg } from "../objects/typespec.ts";

type Args = readonly PyObject[];
type Names = readonly PyObject[] | null;

/** `bin`, `oct`, `hex` */
function based(name: string, radix: 2 | 8 | 16, prefix: string): NativeSpec {
  return oneArg(name, (rt, _self, o) => {
    const value = indexValue(rt, o);
    if (value === null) return null;
    const sign = value < 0 ? "-" : "";
    const digits = (value < 0 ? -value : value).toString(radix);
    return rt.newStr(`${sign}${prefix}${digits}`);
  });
}

function builtinAbs(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const slot = o.type.payload.slots.absolute;
  if (slot !== undefined) return slot(rt, o);
  return raise(rt, "TypeError", `bad operand type for abs(): '${typeName(o.type)}'`);
}

function builtinChr(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const value = rt.profile.chrTakesAnyInt ? indexValue(rt, o) : intArgument(rt, o);
  if (value === null) return null;
  if (value < 0 || value > 0x10ffff) return raise(rt, "ValueError", "chr() arg not in range(0x110000)");
  return rt.newStr(String.fromCodePoint(Number(value)));
}

function builtinOrd(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  if (isStr(o)) {
    const chars = [...text(o)];
    if (chars.length === 1) return rt.newInt((chars[0] as string).codePointAt(0) as number);
    return raise(rt, "TypeError", `ord() expected a character, but string of length ${chars.length} found`);
  }
  if (hasFlag(o.type, TypeFlag.BytesSubclass)) {
    const size = length(rt, o);
    if (size === 1) {
      const iterator = getIter(rt, o);
      if (iterator === null) return null;
      hold(rt, "iterator drawn from", iterator);
      const first = iterNext(rt, iterator);
      dropHeld(rt, "iterator drawn from", iterator);
      return first;
    }
    return raise(rt, "TypeError", `ord() expected a character, but string of length ${size} found`);
  }
  return raise(rt, "TypeError", `ord() expected string of length 1, but ${typeName(o.type)} found`);
}

function builtinRound(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "round", { names: ["number", "ndigits"], required: 1 }, args, names);
  if (places === null) return null;
  const [number, digits] = places as [PyObject, PyObject | null];
  const given = digits === null || digits === rt.none ? [] : [digits];
  const result = callSpecialMethod(rt, number, "__round__", given);
  if (result !== null || rt.thread.exception !== null) return result;
  return raise(rt, "TypeError", `type ${typeName(number.type)} doesn't define __round__ method`);
}

function builtinPow(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "pow", { names: ["base", "exp", "mod"], required: 2 }, args, names);
  if (places === null) return null;
  return powerOp(rt, places[0] as PyObject, places[1] as PyObject, places[2] ?? rt.none);
}

function builtinSum(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "sum", { names: ["", "start"], required: 1 }, args, names);
  if (places === null) return null;
  const start = places[1] ?? null;
  if (start !== null && isStr(start))
    return raise(rt, "TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
  const iterator = getIter(rt, places[0] as PyObject);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let total: PyObject | null = start === null ? rt.newInt(0) : newRef(start);
  while (total !== null) {
    const held: PyObject = total;
    hold(rt, "total of sum()", held);
    const item = iterNext(rt, iterator);
    letGo(rt, "total of sum()", held);
    if (item === null) break;
    rt.charge(1, 0);
    if (rt.profile.sumsCompensate && item.type === rt.types.float && isRealNumber(rt, total)) {
      total = sumFloats(rt, iterator, total, item);
      continue;
    }
    hold(rt, "value in use", total);
    hold(rt, "item in use", item);
    const sum: PyObject | null = binaryOp(rt, "add", total, item);
    dropHeld(rt, "value in use", total);
    dropHeld(rt, "item in use", item);
    total = sum;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (rt.thread.exception === null) return total;
  if (total !== null) decref(rt, total);
  return null;
}

function isRealNumber(rt: Runtime, o: PyObject): o is PyObject<number | bigint> {
  return o.type === rt.types.float || o.type === rt.types.int;
}

/** From the first float on, until something else comes: Neumaier's sum. Takes `total` and `first` over. [cs_add] */
function sumFloats(rt: Runtime, iterator: PyObject, total: PyObject, first: PyObject): PyObject | null {
  let sum = Number(total.payload);
  let lost = 0;
  decref(rt, total);
  let item: PyObject | null = first;
  while (item !== null && isRealNumber(rt, item)) {
    const x: number = Number(item.payload);
    const next: number = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
    decref(rt, item);
    rt.charge(1, 0);
    item = iterNext(rt, iterator);
  }
  const result = rt.newFloat(Number.isFinite(lost) ? sum + lost : sum);
  if (item === null) return result;
  hold(rt, "result in use", result);
  hold(rt, "item in use", item);
  const joined = binaryOp(rt, "add", result, item);
  dropHeld(rt, "result in use", result);
  dropHeld(rt, "item in use", item);
  return joined;
}

/** `min` and `max`: of one iterable or of several arguments. [min_max] */
function extreme(name: "min" | "max", op: "<" | ">"): NativeSpec {
  return keywordMethod(name, (rt, _self, args, names) => {
    const positional = args.slice(0, args.length - (names?.length ?? 0));
    const options = { names: ["key", "default"], required: 0, positional: 0 };
    const places = parseArguments(rt, name, options, args.slice(positional.length), names);
    if (places === null) return null;
    const key = places[0] === rt.none ? null : (places[0] ?? null);
    const fallback = places[1] ?? null;
    if (positional.length === 0)
      return raise(
        rt,
        "TypeError",
        `${name} expected ${rt.profile.unboundErrorsNameDescriptor ? "" : "at least "}1 argument, got 0`,
      );
    if (positional.length > 1 && fallback !== null)
      return raise(
        rt,
        "TypeError",
        `Cannot specify a default for ${name}() with multiple positional arguments`,
      );
    const isSeveral = positional.length > 1;
    if (isSeveral) {
      let next = 0;
      return pick(
        rt,
        () => (next < positional.length ? newRef(positional[next++] as PyObject) : null),
        key,
        op,
      );
    }
    const iterator = getIter(rt, positional[0] as PyObject);
    if (iterator === null) return null;
    hold(rt, "iterator drawn from", iterator);
    const best = pick(rt, () => iterNext(rt, iterator), key, op);
    dropHeld(rt, "iterator drawn from", iterator);
    if (best !== null || rt.thread.exception !== null) return best;
    if (fallback !== null) return newRef(fallback);
    const what = rt.profile.emptyExtremeSaysIterable
      ? "iterable argument is empty"
      : "arg is an empty sequence";
    return raise(rt, "ValueError", `${name}() ${what}`);
  });
}

/** The first of the best items; null without an exception when there is none. */
function pick(
  rt: Runtime,
  nextItem: () => PyObject | null,
  key: PyObject | null,
  op: "<" | ">",
): PyObject | null {
  let best: PyObject | null = null;
  let bestKey: PyObject | null = null;
  for (;;) {
    const item = nextItem();
    if (item === null) break;
    rt.charge(1, 0);
    hold(rt, "item in use", item);
    const itemKey = key === null ? newRef(item) : call(rt, key, [item]);
    if (itemKey !== null) hold(rt, "item in use", itemKey);
    const isBetter =
      itemKey === null ? null : bestKey === null ? true : richCompareBool(rt, itemKey, bestKey, op);
    const [drop, dropKey]: (PyObject | null)[] = isBetter === true ? [best, bestKey] : [item, itemKey];
    if (isBetter === true) {
      best = item;
      bestKey = itemKey;
    }
    if (drop !== null && drop !== undefined) dropHeld(rt, "item in use", drop);
    if (dropKey !== null && dropKey !== undefined) dropHeld(rt, "item in use", dropKey);
    if (isBetter === null) break;
  }
  if (best !== null) letGo(rt, "item in use", best);
  if (bestKey !== null) dropHeld(rt, "item in use", bestKey);
  if (rt.thread.exception === null) return best;
  if (best !== null) decref(rt, best);
  return null;
}

export const numberFunctions: readonly NativeSpec[] = [
  oneArg("abs", builtinAbs),
  based("bin", 2, "0b"),
  based("oct", 8, "0o"),
  based("hex", 16, "0x"),
  oneArg("chr", builtinChr),
  oneArg("ord", builtinOrd),
  keywordMethod("round", builtinRound),
  keywordMethod("pow", builtinPow),
  method("divmod", (rt, _self, args) => binaryOp(rt, "divmod", args[0] as PyObject, args[1] as PyObject), {
    min: 2,
    max: 2,
  }),
  keywordMethod("sum", builtinSum),
  extreme("min", "<"),
  extreme("max", ">"),
];
