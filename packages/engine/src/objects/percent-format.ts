/**
 * `template % arguments`.   [mirrors PyUnicode_Format in Objects/unicodeobject.c]
 *
 * Messages got longer in 3.15; both wordings live in percent-errors.ts.
 */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { callSpecialMethod, getItem, repr, str, typeName } from "./abstract.ts";
import { exceptionMatches, raise } from "./errors.ts";
import { type FloatStyle, floatText } from "./float-text.ts";
import { asciiOf } from "./format-fields.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { type PercentErrors, percentErrors } from "./percent-errors.ts";
import { isStr, newFreshStr, newStr, type PyStr, text } from "./str-object.ts";
import { characters, fromCodePoint } from "./str-text.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";

/** The right operand: a tuple's items one by one, anything else once; a mapping may be asked by name. */
interface Arguments {
  readonly items: readonly PyObject[];
  readonly mapping: PyObject | null;
  next: number;
}

interface Directive {
  readonly leftAligned: boolean;
  readonly sign: "+" | " " | "";
  readonly isAlternate: boolean;
  readonly zeroFilled: boolean;
  readonly width: number;
  readonly precision: number;
  readonly code: string;
  /** Position of the conversion character in the template, for messages. */
  readonly at: number;
  readonly percentAt: number;
}

export function percentFormat(rt: Runtime, template: PyObject, args: PyObject): PyObject | null {
  const formatter = new PercentFormatter(rt, text(template), args);
  const written = formatter.run();
  if (typeof written !== "string") return written;
  if (written === text(template) && template.type === rt.types.str && !written.includes("%"))
    return newRef(template);
  if (written === "" || formatter.isSingle) return newStr(rt, written);
  return newFreshStr(rt, written);
}

class PercentFormatter {
  /** One directive and nothing around it: a single character may be the shared one. */
  isSingle = false;
  private readonly rt: Runtime;
  private readonly template: string;
  private readonly args: Arguments;
  private readonly say: PercentErrors;
  private at = 0;

  constructor(rt: Runtime, template: string, args: PyObject) {
    this.rt = rt;
    this.template = template;
    this.say = percentErrors(rt);
    const isMapping = args.type.payload.slots.subscript !== undefined && !isTuple(args) && !isStr(args);
    this.args = {
      items: isTuple(args) ? tupleItems(args) : [args],
      mapping: isMapping ? args : null,
      next: 0,
    };
    this.isTupleGiven = isTuple(args);
    this.given = args;
  }
  private readonly isTupleGiven: boolean;
  private readonly given: PyObject;

  /** The text; or an object that is the result itself; or null with an exception. */
  run(): string | PyObject | null {
    const { rt, template } = this;
    let result = "";
    let pieces = 0;
    let lone: PyObject | null = null;
    while (this.at < template.length) {
      const percent = template.indexOf("%", this.at);
      if (percent !== this.at) {
        const end = percent < 0 ? template.length : percent;
        result += template.slice(this.at, end);
        this.at = end;
        pieces += 2;
        continue;
      }
      if (lone !== null) hold(rt, "text being formatted", lone);
      const written = this.directive();
      if (lone !== null) letGo(rt, "text being formatted", lone);
      if (written === null) return this.fail(lone);
      pieces += 1;
      if (typeof written === "string") {
        rt.charge(1, written.length);
        result += written;
        continue;
      }
      rt.charge(1, text(written).length);
      result += text(written);
      if (lone === null && pieces === 1 && written.type === rt.types.str) lone = written;
      else decref(rt, written);
    }
    if (!this.checkLeftOver()) return this.fail(lone);
    this.isSingle = pieces <= 1;
    if (lone !== null && pieces === 1) return lone;
    if (lone !== null) decref(rt, lone);
    return result;
  }

  private fail(lone: PyObject | null): null {
    if (lone !== null) decref(this.rt, lone);
    return null;
  }

  private checkLeftOver(): boolean {
    const { args } = this;
    if (args.mapping !== null || args.next >= args.items.length) return true;
    raise(this.rt, "TypeError", this.say.leftOver(args.next, args.items.length));
    return false;
  }

  private nextArgument(): PyObject | null {
    const item = this.args.items[this.args.next];
    if (item === undefined || (this.args.mapping !== null && this.args.next > 0 && !this.isTupleGiven))
      return raise(this.rt, "TypeError", this.say.notEnough(this.args.items.length));
    this.args.next += 1;
    return item;
  }

  private directive(): string | PyObject | null {
    const percentAt = this.at;
    this.at += 1;
    let value: PyObject | null = null;
    if (this.template[this.at] === "(") {
      value = this.keyed();
      if (value === null) return null;
    }
    const directive = this.parse(percentAt);
    if (value !== null) hold(this.rt, "value in use", value);
    const result = directive === null ? null : this.convertOne(directive, value);
    if (value !== null) dropHeld(this.rt, "value in use", value);
    return result;
  }

  /** `%(name)`: a new reference. */
  private keyed(): PyObject | null {
    const { rt, template } = this;
    if (this.args.mapping === null)
      return raise(rt, "TypeError", this.say.notMapping(typeName(this.given.type)));
    const from = this.at + 1;
    let depth = 1;
    let at = from;
    for (; at < template.length && depth > 0; at += 1) {
      if (template[at] === "(") depth += 1;
      else if (template[at] === ")") depth -= 1;
    }
    if (depth > 0) return raise(rt, "ValueError", this.say.incompleteKey(from - 2));
    const key = newStr(rt, template.slice(from, at - 1));
    this.at = at;
    hold(rt, "key looked up", key);
    const found = getItem(rt, this.args.mapping, key);
    dropHeld(rt, "key looked up", key);
    this.args.next = this.args.items.length;
    return found;
  }

  private parse(percentAt: number): Directive | null {
    const { template } = this;
    const flags = /^[-+ #0]*/.exec(template.slice(this.at))?.[0] ?? "";
    this.at += flags.length;
    let leftAligned = flags.includes("-");
    const width = this.number("width", percentAt);
    if (width === null) return null;
    if (width < 0 && width !== Number.NEGATIVE_INFINITY) leftAligned = true;
    let precision = -1;
    if (template[this.at] === ".") {
      this.at += 1;
      const given = this.number("precision", percentAt);
      if (given === null) return null;
      precision = Math.max(0, given);
    }
    if (/[hlL]/.test(template[this.at] ?? "")) this.at += 1;
    const code = template.slice(this.at)[Symbol.iterator]().next().value ?? "";
    if (code === "") {
      raise(this.rt, "ValueError", this.say.incomplete(percentAt));
      return null;
    }
    const at = this.at;
    this.at += code.length;
    return {
      leftAligned,
      sign: flags.includes("+") ? "+" : flags.includes(" ") ? " " : "",
      isAlternate: flags.includes("#"),
      zeroFilled: flags.includes("0"),
      width: width === Number.NEGATIVE_INFINITY ? -1 : Math.abs(width),
      precision,
      code,
      at,
      percentAt,
    };
  }

  /** Digits or `*`; −∞ when there are none. */
  private number(what: "width" | "precision", percentAt: number): number | null {
    const { rt, template } = this;
    if (template[this.at] === "*") {
      this.at += 1;
      const item = this.nextArgument();
      if (item === null) return null;
      if (!hasFlag(item.type, TypeFlag.IntSubclass))
        return raise(rt, "TypeError", this.say.starNeedsInt(this.args.next, typeName(item.type)));
      return Number((item as PyObject<number | bigint>).payload);
    }
    const digits = /^\d*/.exec(template.slice(this.at))?.[0] ?? "";
    if (digits === "") return Number.NEGATIVE_INFINITY;
    this.at += digits.length;
    const value = Number(digits);
    if (value > (what === "width" ? 9_223_372_036_854_775_000 : 2_147_483_647))
      return raise(rt, "ValueError", this.say.tooBig(what, percentAt));
    return value;
  }

  private convertOne(directive: Directive, keyed: PyObject | null): string | PyObject | null {
    if (directive.code === "%") return "%";
    const value = keyed ?? this.nextArgument();
    if (value === null) return null;
    switch (directive.code) {
      case "s":
      case "r":
      case "a":
        return this.textual(directive, value);
      case "c":
        return this.character(directive, value);
      case "d":
      case "i":
      case "u":
      case "o":
      case "x":
      case "X":
        return this.integer(directive, value);
      case "e":
      case "E":
      case "f":
      case "F":
      case "g":
      case "G":
        return this.float(directive, value);
      default:
        return raise(
          this.rt,
          "ValueError",
          this.say.unsupported(directive.code, directive.at, directive.percentAt),
        );
    }
  }

  private textual(directive: Directive, value: PyObject): string | PyObject | null {
    const { rt } = this;
    const convert = directive.code === "s" ? str : directive.code === "r" ? repr : asciiOf;
    // The decimal text of an exact int goes straight to the result. [PyUnicode_Format's fast path]
    if (isShortInt(rt, value) && directive.code !== "a" && directive.width < 0 && directive.precision < 0) {
      const digits = (value as PyObject<number | bigint>).payload.toString();
      rt.charge(digits.length >> 3, digits.length);
      return digits;
    }
    const shown = convert(rt, value);
    if (shown === null) return null;
    const own = (shown as PyStr).payload;
    const isCut = directive.precision >= 0 && directive.precision < own.length;
    if (!isCut && directive.width <= own.length) return shown;
    const parts = own.kind === 4 ? characters(own.text) : null;
    const cut = isCut
      ? (parts?.slice(0, directive.precision).join("") ?? own.text.slice(0, directive.precision))
      : own.text;
    const length = isCut ? directive.precision : own.length;
    decref(rt, shown);
    return this.padded(directive, cut, length);
  }

  private padded(directive: Directive, value: string, length: number): string {
    const missing = directive.width - length;
    if (missing <= 0) return value;
    this.rt.charge(missing >> 4, missing);
    return directive.leftAligned ? value + " ".repeat(missing) : " ".repeat(missing) + value;
  }

  private character(directive: Directive, value: PyObject): string | null {
    const { rt } = this;
    if (isStr(value)) {
      if (value.payload.length === 1) return this.padded(directive, value.payload.text, 1);
      return raise(rt, "TypeError", this.say.notCharacter(`a string of length ${value.payload.length}`));
    }
    const number = integerOf(rt, value, false);
    if (number === undefined) return raise(rt, "TypeError", this.say.notCharacter(typeName(value.type)));
    if (number === null) return null;
    if (number < 0 || number > 0x10_ffff) return raise(rt, "OverflowError", "%c arg not in range(0x110000)");
    return this.padded(directive, fromCodePoint(Number(number)), 1);
  }

  private integer(directive: Directive, value: PyObject): string | null {
    const { rt } = this;
    const isDecimal = "diu".includes(directive.code);
    const number = integerOf(rt, value, isDecimal);
    if (number === undefined)
      return raise(rt, "TypeError", this.say.notNumber(directive.code, isDecimal, typeName(value.type)));
    if (number === null) return null;
    const base = isDecimal ? 10 : directive.code === "o" ? 8 : 16;
    let digits = number.toString(base).replace("-", "");
    rt.charge(digits.length >> 3, digits.length);
    if (directive.precision > digits.length) {
      rt.charge(directive.precision >> 4, directive.precision);
      digits = digits.padStart(directive.precision, "0");
    }
    if (directive.code === "X") digits = digits.toUpperCase();
    const prefix = directive.isAlternate && !isDecimal ? `0${directive.code}` : "";
    return this.signed(directive, number < 0, prefix, digits);
  }

  private float(directive: Directive, value: PyObject): string | null {
    const { rt } = this;
    const number = floatOf(rt, value);
    if (number === null) return null;
    const lower = directive.code.toLowerCase() as FloatStyle["code"];
    const precision = directive.precision < 0 ? 6 : directive.precision;
    rt.charge(precision >> 2, precision);
    const style: FloatStyle = { code: lower, precision, isAlternate: directive.isAlternate, addsZero: false };
    const written = floatText(number, style);
    const isNegative = (number < 0 || Object.is(number, -0)) && !Number.isNaN(number);
    const cased = directive.code === lower ? written : written.toUpperCase();
    return this.signed(directive, isNegative, "", cased);
  }

  private signed(directive: Directive, isNegative: boolean, prefix: string, digits: string): string {
    const sign = isNegative ? "-" : directive.sign;
    const head = sign + prefix;
    const missing = directive.width - head.length - digits.length;
    if (missing <= 0) return head + digits;
    this.rt.charge(missing >> 4, missing);
    if (directive.leftAligned) return head + digits + " ".repeat(missing);
    if (directive.zeroFilled) return head + "0".repeat(missing) + digits;
    return " ".repeat(missing) + head + digits;
  }
}

function isShortInt(rt: Runtime, value: PyObject): boolean {
  return value.type === rt.types.int && typeof value.payload === "number";
}

/** undefined: no number of that kind; null: an exception is set. */
function integerOf(rt: Runtime, value: PyObject, fromFloat: boolean): number | bigint | null | undefined {
  if (hasFlag(value.type, TypeFlag.IntSubclass)) return (value as PyObject<number | bigint>).payload;
  const { slots } = value.type.payload;
  const convert = fromFloat && slots.int !== undefined && !isStr(value) ? slots.int : slots.index;
  if (convert === undefined) return undefined;
  const result = convert(rt, value);
  if (result === null) {
    if (!exceptionMatches(rt, "TypeError")) return null;
    rt.thread.exception = dropException(rt);
    return undefined;
  }
  const number = (result as PyObject<number | bigint>).payload;
  decref(rt, result);
  return number;
}

function dropException(rt: Runtime): null {
  if (rt.thread.exception !== null) decref(rt, rt.thread.exception);
  return null;
}

/** [PyFloat_AsDouble] */
function floatOf(rt: Runtime, value: PyObject): number | null {
  if (hasFlag(value.type, TypeFlag.FloatSubclass)) return (value as PyObject<number>).payload;
  if (hasFlag(value.type, TypeFlag.IntSubclass)) return Number((value as PyObject<number | bigint>).payload);
  const { slots } = value.type.payload;
  const result =
    slots.float !== undefined && !isStr(value)
      ? slots.float(rt, value)
      : isStr(value)
        ? null
        : callSpecialMethod(rt, value, "__float__");
  if (result === null) {
    if (rt.thread.exception !== null) return null;
    return raise(rt, "TypeError", `must be real number, not ${typeName(value.type)}`);
  }
  const number = Number((result as PyObject<number>).payload);
  decref(rt, result);
  return number;
}
